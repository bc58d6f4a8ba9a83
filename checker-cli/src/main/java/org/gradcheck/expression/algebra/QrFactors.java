package org.gradcheck.expression.algebra;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;

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
        if (rows >= columns) {
            Arithmetic.Orthonormal<M> factors = on.orthonormalise(a);
            return new QrFactors<>(factors.basis(), factors.upper());
        }
        Arithmetic.Orthonormal<M> factors = on.orthonormalise(on.part(a, 0, 0, rows, rows));
        M others = on.multiplyTransposed(factors.basis(), on.part(a, 0, rows, rows, columns - rows));
        M upper = on.assemble(
                rows,
                columns,
                List.of(new Arithmetic.Block<>(0, 0, factors.upper()), new Arithmetic.Block<>(0, rows, others)));
        return new QrFactors<>(factors.basis(), upper);
    }
}
