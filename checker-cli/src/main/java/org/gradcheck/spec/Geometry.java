package org.gradcheck.spec;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.structure.MatrixSet;
import org.gradcheck.structure.Structure;

/**
 * How a variable's points look and how it moves.
 *
 * @param structure what is known of its points
 * @param ambient whether it moves in all directions whatever its structure
 * @param convention what its gradients mean
 * @param weight of its inner product, if that is not the Frobenius one
 */
public record Geometry(
        Optional<Structure> structure, boolean ambient, GradientConvention convention, Optional<Weight> weight) {

    /** Any matrix, in all directions. */
    static final Geometry PLAIN = new Geometry(Optional.empty(), false, GradientConvention.PAIRING, Optional.empty());

    /** A weight as written. */
    sealed interface Weight {
        Place place();
    }

    /** Numbers: a matrix, or a column for a diagonal. */
    record Literal(DMatrixRMaj value, Place place) implements Weight {}

    /** An expression. */
    record Expressed(Formula formula) implements Weight {
        @Override
        public Place place() {
            return formula.place();
        }
    }

    /** The set that the variable keeps to when it moves. */
    public MatrixSet set() {
        return ambient ? MatrixSet.FULL : structure.map(Structure::set).orElse(MatrixSet.FULL);
    }

    Geometry withWeight(Weight newWeight) {
        return new Geometry(structure, ambient, convention, Optional.of(newWeight));
    }
}
