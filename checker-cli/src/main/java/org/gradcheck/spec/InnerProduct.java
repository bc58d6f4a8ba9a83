package org.gradcheck.spec;

import java.util.Map;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * The inner product of a variable: ⟨U, V⟩ = vec(U)′·W·vec(V), W a diagonal if it is a column.
 *
 * @param variable whose it is
 * @param weight W at a point
 * @param place where it stands
 */
record InnerProduct(String variable, Function<Map<String, DMatrixRMaj>, DMatrixRMaj> weight, Place place) {

    /**
     * A set with this inner product.
     *
     * @throws SpecException if the weight is not symmetric positive definite, or the set is curved
     */
    Manifold<DMatrixRMaj> on(Manifold<DMatrixRMaj> set, Map<String, DMatrixRMaj> point) {
        if (!(set instanceof Space<DMatrixRMaj> space)) {
            throw new SpecException(
                    place,
                    "\"" + variable + "\" moves on a curved set, " + set.description()
                            + ", which has an inner product of its own; expected none here");
        }
        DMatrixRMaj w = weight.apply(point);
        try {
            return w.numCols == 1 && space.dimension() > 1
                    ? Spaces.weighted(space, Vectors.vec(w))
                    : Spaces.weighted(space, w);
        } catch (IllegalArgumentException e) {
            throw new SpecException(place, "the inner product of \"" + variable + "\" is none: " + e.getMessage());
        }
    }
}
