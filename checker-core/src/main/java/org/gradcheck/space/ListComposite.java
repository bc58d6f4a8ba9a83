package org.gradcheck.space;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists of a length with elements of one set. */
record ListComposite<T>(Blocks blocks, Manifold<T> elements, int length) implements Composite<List<T>> {

    static <T> ListComposite<T> of(Manifold<T> elements, int length) {
        Dimensions.requirePositive(length);
        return new ListComposite<>(new Blocks(Collections.nCopies(length, elements)), elements, length);
    }

    @Override
    public double[] coordinates(List<T> whole) {
        if (whole.size() != length) {
            throw new NotInSpaceException(
                    "expected " + length + " elements, got " + whole.size(),
                    blocks.dimension(),
                    whole.size() * elements.dimension());
        }
        return blocks.joined(k -> elements.coordinates(whole.get(k)), ListComposite::name);
    }

    @Override
    public List<T> element(double[] coordinates) {
        // Not toList(): the user's code may change what it is given, and is to be told so.
        return blocks.slices(coordinates).stream().map(elements::element).collect(Collectors.toList());
    }

    @Override
    public List<String> names(double[] coordinates) {
        return IntStream.range(0, length).mapToObj(ListComposite::name).toList();
    }

    private static String name(int k) {
        return "element " + k;
    }

    @Override
    public String description() {
        return "lists of " + length + " × (" + elements.description() + ")";
    }
}
