package org.gradcheck.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Maps from a name to a point, with the same names always.
 *
 * @param sets the sets by name, in order
 */
record MapComposite<T>(Blocks blocks, List<String> names, List<Manifold<T>> sets) implements Composite<Map<String, T>> {

    static <T> MapComposite<T> of(Map<String, ? extends Manifold<T>> sets) {
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("a product needs at least one part");
        }
        List<Manifold<T>> inOrder = new ArrayList<>(sets.values());
        return new MapComposite<>(new Blocks(inOrder), List.copyOf(sets.keySet()), List.copyOf(inOrder));
    }

    @Override
    public double[] coordinates(Map<String, T> whole) {
        if (!whole.keySet().equals(Set.copyOf(names))) {
            throw new NotInSpaceException(
                    "expected the parts " + names + ", got " + whole.keySet(), names.size(), whole.size());
        }
        return blocks.joined(k -> sets.get(k).coordinates(part(whole, names.get(k))), names::get);
    }

    @SuppressWarnings("NullAway") // the names are there; a missing value fails in its set
    private static <T> T part(Map<String, T> whole, String name) {
        return whole.get(name);
    }

    @Override
    public Map<String, T> element(double[] coordinates) {
        Map<String, T> whole = new LinkedHashMap<>();
        List<double[]> slices = blocks.slices(coordinates);
        for (int k = 0; k < slices.size(); k++) {
            whole.put(names.get(k), sets.get(k).element(slices.get(k)));
        }
        return whole;
    }

    @Override
    public List<String> names(double[] coordinates) {
        return names;
    }

    @Override
    public String description() {
        return names.size() == 1 ? sets.get(0).description() : blocks.descriptions();
    }
}
