package org.gradcheck.expression.algebra;

import java.util.ArrayList;
import java.util.List;
import org.ejml.dense.row.NormOps_DDRM;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;

/**
 * The thin factorisation A = Q·R with QᵀQ = I and a positive diagonal of R, by Gram–Schmidt orthogonalisation in two passes, which is as
 * accurate as Householder reflections unless A is numerically rank-deficient (L. Giraud, J. Langou, M. Rozložník and J. van den Eshof,
 * "Rounding error analysis of the classical Gram-Schmidt orthogonalization process", 2005). Transposes take the place of conjugate
 * transposes, so that the factors are analytic.
 *
 * @param orthonormal Q: as many rows as A and as many columns as its shorter side
 * @param upper R: upper triangular, or trapezoidal for a wide A
 */
public record QrFactors<M>(M orthonormal, M upper) {

    /** Factors any matrix; NaN where the columns that must be independent are dependent to rounding. */
    public static <M> QrFactors<M> of(Arithmetic<M> on, M a) {
        int rows = on.rows(a);
        int columns = on.columns(a);
        int rank = Math.min(rows, columns);
        List<Arithmetic.Block<M>> basis = new ArrayList<>();
        List<Arithmetic.Block<M>> coefficients = new ArrayList<>();
        M orthonormal = a;
        for (int k = 0; k < rank; k++) {
            M column = on.part(a, 0, k, rows, 1);
            if (k > 0) {
                M first = on.multiplyTransposed(orthonormal, column);
                column = on.subtract(column, on.multiply(orthonormal, first));
                M second = on.multiplyTransposed(orthonormal, column);
                column = on.subtract(column, on.multiply(orthonormal, second));
                coefficients.add(new Arithmetic.Block<>(0, k, on.add(first, second)));
            }
            M length = norm(on, column);
            double before = NormOps_DDRM.normF(on.realPart(on.part(a, 0, k, rows, 1)));
            if (!(on.realPart(length).data[0] > rows * Math.ulp(before))) {
                // What is left is rounding.
                length = on.scalar(Double.NaN);
            }
            coefficients.add(new Arithmetic.Block<>(k, k, length));
            basis.add(new Arithmetic.Block<>(0, k, on.unscale(column, length)));
            orthonormal = on.assemble(rows, k + 1, basis);
        }
        if (columns > rank) {
            M others = on.part(a, 0, rank, rows, columns - rank);
            coefficients.add(new Arithmetic.Block<>(0, rank, on.multiplyTransposed(orthonormal, others)));
        }
        return new QrFactors<>(orthonormal, on.assemble(rank, columns, coefficients));
    }

    private static <M> M norm(Arithmetic<M> on, M column) {
        return on.map(EntryFunction.SQRT, on.sum(on.combine(EntryOperator.TIMES, column, column)));
    }
}
