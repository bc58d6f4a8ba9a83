package org.gradcheck.expression.algebra;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryOperator;

/**
 * Eigenvalues and eigenvectors of the symmetric part of a matrix: those of the real part, then refined by {@link Rotation} steps, which
 * add the imaginary part. Where eigenvalues coincide there is no continuation, and imaginary parts are NaN.
 *
 * @param values ascending, as a column
 * @param vectors of unit length, as columns; the entry of largest size in each is positive
 */
public record SymmetricEigen<M>(M values, M vectors) {

    public static <M> SymmetricEigen<M> of(Arithmetic<M> on, M matrix) {
        M a = Rotation.symmetric(on, matrix);
        M vectors = on.embed(RealEigenvectors.of(on.realPart(a), true));
        M similar = similar(on, a, vectors);
        DMatrixRMaj sizes = Rotation.sameSize(on, similar);
        for (int step = 0; step < Rotation.STEPS; step++) {
            M f = Rotation.skew(on, Rotation.first(on, similar, sizes));
            vectors = on.multiply(vectors, Rotation.cayley(on, f));
            similar = similar(on, a, vectors);
        }
        M values = Rotation.diagonal(on, similar);
        boolean[] crowded = Rotation.crowded(on.realPart(values), sizes);
        vectors = on.combine(EntryOperator.TIMES, vectors, RealMatrices.signs(on, vectors));
        return new SymmetricEigen<>(
                on.transpose(Slopes.removed(on, on.transpose(values), crowded, matrix)),
                Slopes.removed(on, vectors, crowded, matrix));
    }

    private static <M> M similar(Arithmetic<M> on, M a, M vectors) {
        return on.multiplyTransposed(vectors, on.multiply(a, vectors));
    }
}
