package org.gradcheck.expression.algebra;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryOperator;

/**
 * One step of the refinement of eigenvectors: with B = V⁻¹AV nearly diagonal, I + F with F(i, j) = B(i, j)/(b(j) − b(i)) diagonalises it to
 * first order. From the real eigenvectors of the real part it leads to the continuation, with twice as many digits at each step
 * (the first-order formulas are those of perturbation theory: G. W. Stewart and J. Sun, "Matrix Perturbation Theory", chapter V).
 */
final class Rotation {

    /** Steps that lead from half the digits, which is the least after what is not separate has been left out, beyond rounding. */
    static final int STEPS = 3;

    /** Values nearer to each other than this, relative to their size, have no eigenvectors of their own. */
    private static final double SEPARATION = 1e-10;

    private Rotation() {}

    /** F, with zeros between values that are not separate. */
    static <M> M first(Arithmetic<M> on, M b, DMatrixRMaj sizes) {
        int size = on.rows(b);
        M values = diagonal(on, b);
        M gaps = on.combine(EntryOperator.MINUS, on.transpose(values), values);
        DMatrixRMaj real = on.realPart(values);
        DMatrixRMaj separate = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                separate.set(i, j, i != j && areSeparate(real, sizes, i, j) ? 1 : 0);
            }
        }
        M quotients = on.combine(EntryOperator.OVER, b, gaps);
        return on.choose(separate, quotients, on.filled(size, size, 0));
    }

    /** The orthogonal matrix (I − F/2)⁻¹(I + F/2) of Cayley, equal to I + F to first order, for skew F. */
    static <M> M cayley(Arithmetic<M> on, M f) {
        M half = on.scale(on.scalar(0.5), f);
        M one = on.identity(on.rows(f));
        return on.solve(on.subtract(one, half), on.add(one, half));
    }

    static <M> M diagonal(Arithmetic<M> on, M b) {
        int size = on.rows(b);
        return on.rearrange(b, size, 1, (i, j) -> i * size + i);
    }

    static <M> M symmetric(Arithmetic<M> on, M a) {
        return on.scale(on.scalar(0.5), on.add(a, on.transpose(a)));
    }

    static <M> M skew(Arithmetic<M> on, M a) {
        return on.scale(on.scalar(0.5), on.subtract(a, on.transpose(a)));
    }

    /** Sizes by which to judge the separation of eigenvalues: all are compared with the largest one. */
    static <M> DMatrixRMaj sameSize(Arithmetic<M> on, M b) {
        DMatrixRMaj sizes = new DMatrixRMaj(on.rows(b), 1);
        sizes.fill(RealMatrices.largest(on, diagonal(on, b)));
        return sizes;
    }

    /** Which values have a neighbour that they are not separate from. */
    static boolean[] crowded(DMatrixRMaj values, DMatrixRMaj sizes) {
        boolean[] crowded = new boolean[values.getNumElements()];
        for (int i = 0; i < crowded.length; i++) {
            for (int j = 0; j < crowded.length; j++) {
                crowded[i] |= i != j && !areSeparate(values, sizes, i, j);
            }
        }
        return crowded;
    }

    private static boolean areSeparate(DMatrixRMaj values, DMatrixRMaj sizes, int i, int j) {
        double size = Math.max(sizes.data[i], sizes.data[j]);
        return Math.abs(values.data[i] - values.data[j]) > SEPARATION * size;
    }
}
