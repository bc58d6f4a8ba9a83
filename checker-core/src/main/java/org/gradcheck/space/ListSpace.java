package org.gradcheck.space;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of a length with elements of one space. */
record ListSpace<T>(Blocks blocks, Space<T> elements, int length) implements BlockSpace<List<T>> {

    static <T> ListSpace<T> of(Space<T> elements, int length) {
        Dimensions.requirePositive(length);
        return new ListSpace<>(new Blocks(Collections.nCopies(length, elements)), elements, length);
    }

    @Override
    public double[] coordinates(List<T> element) {
        if (element.size() != length) {
            throw new NotInSpaceException(
                    "expected " + length + " elements, got " + element.size(),
                    dimension(),
                    element.size() * elements.dimension());
        }
        double[] coordinates = new double[dimension()];
        for (int k = 0; k < length; k++) {
            int index = k;
            double[] own = Blocks.named(() -> name(index), () -> elements.coordinates(element.get(index)));
            System.arraycopy(own, 0, coordinates, k * own.length, own.length);
        }
        return coordinates;
    }

    @Override
    public List<T> element(double[] coordinates) {
        // Not toList(): the user's code may change what it is given, and is to be told so.
        return blocks.slices(coordinates).stream().map(elements::element).collect(Collectors.toList());
    }

    @Override
    public List<CoordinateRange> parts(double[] x) {
        return blocks.ranges(ListSpace::name);
    }

    private static String name(int k) {
        return "element " + k;
    }

    @Override
    public String description() {
        return "lists of " + length + " × (" + elements.description() + ")";
    }
}
