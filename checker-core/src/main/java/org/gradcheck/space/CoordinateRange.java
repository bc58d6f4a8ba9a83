package org.gradcheck.space;

import java.util.Arrays;

/**
 * The coordinates that belong to one part of a point, as the weights of a network's layer.
 *
 * @param name the part, as the user knows it
 * @param from the first coordinate
 * @param to the one behind the last
 */
public record CoordinateRange(String name, int from, int to) {

    /** The coordinates in this range, in a fresh array. */
    public double[] of(double[] coordinates) {
        return Arrays.copyOfRange(coordinates, from, to);
    }
}
