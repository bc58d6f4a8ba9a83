package org.gradcheck.space;

import java.util.List;

/**
 * How wholes are made of parts, and parts taken from wholes.
 *
 * @param <T> the type of the wholes
 */
sealed interface Composite<T> permits RecordComposite, ListComposite, MapComposite {

    /** The sets of the parts. */
    Blocks blocks();

    /**
     * The coordinates of the parts one after the other.
     *
     * @throws NotInSpaceException if a part has another shape than its set; the message names the part
     */
    double[] coordinates(T whole);

    /** The whole with these coordinates. */
    T element(double[] coordinates);

    /** What the parts of the whole with these coordinates are called. */
    List<String> names(double[] coordinates);

    /** What the wholes are, in words. */
    String description();

    /** The entries of the parts, under their names. */
    default List<Grid> grids(double[] coordinates) {
        return blocks().grids(coordinates, names(coordinates)::get);
    }

    /** The parts with their names. */
    default List<CoordinateRange> parts(double[] coordinates) {
        return blocks().ranges(names(coordinates)::get);
    }
}
