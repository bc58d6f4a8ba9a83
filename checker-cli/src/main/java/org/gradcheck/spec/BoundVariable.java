package org.gradcheck.spec;

import java.util.Optional;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.spec.structure.Distribution;
import org.gradcheck.spec.structure.MatrixCoordinates;
import org.gradcheck.spec.structure.Pattern;
import org.gradcheck.spec.structure.RandomMatrices;
import org.gradcheck.spec.structure.Structure;

/**
 * A variable whose shape is known and whose data are loaded.
 *
 * @param name its name
 * @param shape its shape
 * @param structure what is known of its points and directions
 * @param source its value, or how to draw one
 */
public record BoundVariable(String name, Shape shape, Optional<Structure> structure, Source source) {

    /** Where a value comes from. */
    sealed interface Source {
        record Fixed(DMatrixRMaj value) implements Source {}

        record Drawn(Distribution distribution) implements Source {}
    }

    /** Whether each point brings another value. */
    public boolean isRandom() {
        return source instanceof Source.Drawn;
    }

    /** The linear space that the variable and its directions keep to. */
    public Pattern pattern() {
        return structure.map(Structure::pattern).orElse(Pattern.FULL);
    }

    MatrixCoordinates coordinates() {
        return new MatrixCoordinates(shape.rowCount(), shape.columnCount(), pattern());
    }

    /** The value, to be read only. */
    DMatrixRMaj value(SplittableRandom random) {
        if (source instanceof Source.Fixed fixed) {
            return fixed.value();
        }
        Distribution distribution = ((Source.Drawn) source).distribution();
        return structure
                .map(s -> s.draw(shape.rowCount(), shape.columnCount(), random))
                .orElseGet(() -> RandomMatrices.entries(shape.rowCount(), shape.columnCount(), distribution, random));
    }
}
