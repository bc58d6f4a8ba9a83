package org.gradcheck.spec;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Distribution;
import org.gradcheck.point.PointSampler;
import org.gradcheck.spec.structure.MatrixCoordinates;
import org.gradcheck.spec.structure.Pattern;
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

    /** Whether its values are ordinary, large and small in the plain sense of the words. */
    boolean hasMagnitudes() {
        return source instanceof Source.Drawn drawn
                && structure
                        .map(Structure::hasMagnitudes)
                        .orElseGet(() -> drawn.distribution().hasMagnitudes());
    }

    /** The linear space that the variable and its directions keep to. */
    public Pattern pattern() {
        return structure.map(Structure::pattern).orElse(Pattern.FULL);
    }

    MatrixCoordinates coordinates() {
        return new MatrixCoordinates(shape.rowCount(), shape.columnCount(), pattern());
    }

    /** The value at a point, to be read only: the one given, or else drawn as the structure or distribution says. */
    DMatrixRMaj value(PointSampler sampler, Choice choice) {
        if (source instanceof Source.Fixed fixed) {
            return fixed.value();
        }
        Distribution distribution = ((Source.Drawn) source).distribution();
        int rows = shape.rowCount();
        int columns = shape.columnCount();
        return structure
                .map(s -> s.draw(rows, columns, sampler, choice))
                .orElseGet(
                        () -> DMatrixRMaj.wrap(rows, columns, distribution.entries(sampler, choice, rows * columns)));
    }
}
