package org.gradcheck.expression.algebra;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;

/**
 * The thin singular value decomposition A = U·diag(s)·Vᵀ. The right vectors of the real part are refined by {@link Rotation} steps on the
 * columns of A·V until these are orthogonal, as in the one-sided method of Hestenes (M. R. Hestenes, "Inversion of matrices by
 * biorthogonalization and related results", 1958); the steps add the imaginary part. Values that coincide or vanish have no
 * continuation, and imaginary parts there are NaN.
 *
 * @param left U: the entry of largest size in each column is positive
 * @param values s: descending, as a column
 * @param right V: signs fit U
 */
public record SingularValues<M>(M left, M values, M right) {

    public static <M> SingularValues<M> of(Arithmetic<M> on, M a) {
        if (on.rows(a) >= on.columns(a)) {
            Tall<M> tall = ofTall(on, a);
            return regular(on, a, tall, tall.left, tall.right);
        }
        Tall<M> tall = ofTall(on, on.transpose(a));
        return regular(on, a, tall, tall.right, tall.left);
    }

    /** Fixes signs, and takes the slopes from what has none. */
    private static <M> SingularValues<M> regular(Arithmetic<M> on, M a, Tall<M> tall, M left, M right) {
        M signs = RealMatrices.signs(on, left);
        return new SingularValues<>(
                Slopes.removed(on, on.combine(EntryOperator.TIMES, left, signs), tall.irregular, a),
                on.transpose(Slopes.removed(on, tall.values, tall.irregular, a)),
                Slopes.removed(on, on.combine(EntryOperator.TIMES, right, signs), tall.irregular, a));
    }

    /** The decomposition of a matrix with at least as many rows as columns, before signs are fixed; values are a row. */
    private record Tall<M>(M left, M values, M right, boolean[] irregular) {}

    private static <M> Tall<M> ofTall(Arithmetic<M> on, M a) {
        RealEigenvectors.Singular real = RealEigenvectors.singular(on.realPart(a));
        M right = on.embed(real.right());
        M images = on.multiply(a, right);
        DMatrixRMaj squares = squares(on, images);
        for (int step = 0; step < Rotation.STEPS; step++) {
            M products = on.multiplyTransposed(images, images);
            M f = Rotation.skew(on, Rotation.first(on, products, squares));
            right = on.multiply(right, Rotation.cayley(on, f));
            images = on.multiply(a, right);
        }
        DMatrixRMaj sizes = squares(on, images);
        boolean[] irregular = Rotation.crowded(sizes, squares);
        CommonOps_DDRM.elementPower(sizes, 0.5, sizes);
        boolean[] zero = vanishing(sizes, on.rows(a));
        for (int j = 0; j < zero.length; j++) {
            irregular[j] |= zero[j];
        }
        M lengths = on.map(EntryFunction.SQRT, on.columnSums(on.combine(EntryOperator.TIMES, images, images)));
        M values = completed(on, lengths, sizes, zero);
        // The columns are orthogonal, but where they are small only to the rounding of the large ones.
        M left = completed(on, QrFactors.of(on, images).orthonormal(), real.left(), zero);
        return new Tall<>(left, values, right, irregular);
    }

    /** Of the real parts of the columns. */
    private static <M> DMatrixRMaj squares(Arithmetic<M> on, M images) {
        DMatrixRMaj real = on.realPart(images);
        CommonOps_DDRM.elementMult(real, real, real);
        return CommonOps_DDRM.sumCols(real, null);
    }

    /** Which values are zero to rounding. */
    private static boolean[] vanishing(DMatrixRMaj values, int rows) {
        double largest = Arrays.stream(values.data).max().orElse(0);
        boolean[] zero = new boolean[values.getNumElements()];
        for (int j = 0; j < zero.length; j++) {
            zero[j] = values.data[j] <= rows * Math.ulp(largest);
        }
        return zero;
    }

    /** Columns that belong to zeros, where nothing is continued, come from the real decomposition. */
    private static <M> M completed(Arithmetic<M> on, M x, DMatrixRMaj real, boolean[] zero) {
        DMatrixRMaj marked = new DMatrixRMaj(real.numRows, real.numCols);
        for (int i = 0; i < marked.numRows; i++) {
            for (int j = 0; j < marked.numCols; j++) {
                marked.set(i, j, zero[j] ? 1 : 0);
            }
        }
        return on.choose(marked, on.embed(real), x);
    }
}
