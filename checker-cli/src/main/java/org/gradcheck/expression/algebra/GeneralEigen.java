package org.gradcheck.expression.algebra;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;

/**
 * Eigenvalues and eigenvectors of a general matrix whose eigenvalues are real and simple: those of the real part, then refined by
 * {@link Rotation} steps, which add the imaginary part. NaN where an eigenvalue is not real, NaN imaginary parts where two coincide.
 *
 * @param values ascending, as a column
 * @param vectors right eigenvectors of unit length, as columns; the entry of largest size in each is positive
 * @param left left eigenvectors as columns, with {@code leftᵀ·vectors = I}
 */
public record GeneralEigen<M>(M values, M vectors, M left) {

    public static <M> GeneralEigen<M> of(Arithmetic<M> on, M a) {
        M one = on.identity(on.rows(a));
        M vectors = on.embed(RealEigenvectors.of(on.realPart(a), false));
        M similar = on.solve(vectors, on.multiply(a, vectors));
        DMatrixRMaj sizes = Rotation.sameSize(on, similar);
        for (int step = 0; step < Rotation.STEPS; step++) {
            M f = Rotation.first(on, similar, sizes);
            vectors = on.multiply(vectors, on.add(one, f));
            similar = on.solve(vectors, on.multiply(a, vectors));
        }
        M values = Rotation.diagonal(on, similar);
        boolean[] crowded = Rotation.crowded(on.realPart(values), sizes);
        M lengths = on.map(EntryFunction.SQRT, on.columnSums(on.combine(EntryOperator.TIMES, vectors, vectors)));
        vectors = on.combine(EntryOperator.OVER, vectors, lengths);
        vectors = on.combine(EntryOperator.TIMES, vectors, RealMatrices.signs(on, vectors));
        M left = on.transpose(on.inverse(vectors));
        return new GeneralEigen<>(
                on.transpose(Slopes.removed(on, on.transpose(values), crowded, a)),
                Slopes.removed(on, vectors, crowded, a),
                Slopes.removed(on, left, crowded, a));
    }
}
