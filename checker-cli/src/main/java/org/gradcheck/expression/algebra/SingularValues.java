package org.gradcheck.expression.algebra;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
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
            SingularValues<M> tall = ofTall(on, a);
            M signs = RealMatrices.signs(on, tall.left);
            return tall.signed(on, signs);
        }
        SingularValues<M> tall = ofTall(on, on.transpose(a));
        SingularValues<M> wide = new SingularValues<>(tall.right, tall.values, tall.left);
        return wide.signed(on, RealMatrices.signs(on, wide.left));
    }

    private SingularValues<M> signed(Arithmetic<M> on, M signs) {
        return new SingularValues<>(
                on.combine(EntryOperator.TIMES, left, signs), values, on.combine(EntryOperator.TIMES, right, signs));
    }

    private static <M> SingularValues<M> ofTall(Arithmetic<M> on, M a) {
        RealEigenvectors.Singular real = RealEigenvectors.singular(on.realPart(a));
        M right = on.embed(real.right());
        M images = on.multiply(a, right);
        DMatrixRMaj squares = squares(on, images);
        for (int step = 0; step < Rotation.STEPS; step++) {
            M products = on.multiply(on.transpose(images), images);
            M f = Rotation.skew(on, Rotation.first(on, products, squares));
            right = on.multiply(right, Rotation.cayley(on, f));
            images = on.multiply(a, right);
        }
        M values = on.map(EntryFunction.SQRT, on.columnSums(on.combine(EntryOperator.TIMES, images, images)));
        DMatrixRMaj sizes = on.realPart(values);
        boolean[] zero = vanishing(sizes, on.rows(a));
        boolean[] irregular = Rotation.crowded(squares(on, images), squares);
        for (int j = 0; j < zero.length; j++) {
            irregular[j] |= zero[j];
        }
        M left = completed(on, on.combine(EntryOperator.OVER, images, values), real.left(), zero);
        return new SingularValues<>(
                Slopes.removed(on, left, irregular, a),
                on.transpose(Slopes.removed(on, values, irregular, a)),
                Slopes.removed(on, right, irregular, a));
    }

    private static <M> DMatrixRMaj squares(Arithmetic<M> on, M images) {
        return on.realPart(on.columnSums(on.combine(EntryOperator.TIMES, images, images)));
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

    /** The left vectors, those of zeros from the real decomposition. */
    private static <M> M completed(Arithmetic<M> on, M left, DMatrixRMaj real, boolean[] zero) {
        DMatrixRMaj marked = new DMatrixRMaj(real.numRows, real.numCols);
        for (int i = 0; i < marked.numRows; i++) {
            for (int j = 0; j < marked.numCols; j++) {
                marked.set(i, j, zero[j] ? 1 : 0);
            }
        }
        return on.choose(marked, on.embed(real), left);
    }
}
