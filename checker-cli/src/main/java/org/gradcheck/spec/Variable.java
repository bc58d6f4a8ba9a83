package org.gradcheck.spec;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.point.Distribution;
import org.gradcheck.spec.data.DataSource;

/**
 * A variable as declared.
 *
 * @param name its name
 * @param place where it is declared
 * @param origin where its values come from
 * @param declared the shape that is declared, which given values must have; empty where it is theirs
 * @param geometry how its points look and how it moves
 */
public record Variable(String name, Place place, Origin origin, Optional<Shape> declared, Geometry geometry) {

    Variable withWeight(Geometry.Weight weight) {
        return new Variable(name, place, origin, declared, geometry.withWeight(weight));
    }

    /** Where the values of a variable come from. */
    public sealed interface Origin {}

    /**
     * Drawn at random.
     *
     * @param shape its shape
     * @param distribution of its entries; without effect where there is a structure, which says how points are drawn
     */
    public record Random(Shape shape, Distribution distribution) implements Origin {}

    /**
     * Written in the spec.
     *
     * @param values never modified
     */
    public record Literal(DMatrixRMaj values) implements Origin {}

    /**
     * Read from a file.
     *
     * @param source the file, and how it is read
     * @param places where the spec says so
     */
    public record Data(DataSource source, DataPlaces places) implements Origin {}

    /**
     * A string and where it stands.
     *
     * @param text the string
     * @param place where it stands
     */
    public record Located(String text, Place place) {}
}
