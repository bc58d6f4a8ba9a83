package org.gradcheck.space;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the user calls the coordinates of a point, in their order: "forward", "strike", "volatility".
 *
 * @param names one name for each coordinate, distinct and not blank
 */
public record CoordinateNames(List<String> names) {

    public CoordinateNames {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("there is no name: name each coordinate, in their order");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a name of a coordinate is blank, in " + quoted(names));
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two coordinates are called \"" + name + "\", in " + quoted(names)
                        + ": a message must tell them apart");
            }
        }
    }

    /**
     * A set with its coordinates called so in messages, otherwise the same. On a curved set no coordinate varies alone, and
     * there is none to be called.
     *
     * @throws IllegalArgumentException if the set has another number of coordinates
     */
    public <T> Manifold<T> on(Manifold<T> set) {
        requireFor(set);
        return set instanceof Space<T> space ? new NamedSpace<>(space, this) : set;
    }

    void requireFor(Manifold<?> set) {
        if (set.dimension() != names.size()) {
            throw new IllegalArgumentException(
                    "there " + (names.size() == 1 ? "is 1 name" : "are " + names.size() + " names")
                            + ", " + quoted(names) + ", for the " + set.dimension()
                            + (set.dimension() == 1 ? " coordinate" : " coordinates") + " of " + set.description()
                            + ": name each coordinate, in their order");
        }
    }

    private static String quoted(List<String> names) {
        return names.isEmpty() ? "" : "\"" + String.join("\", \"", names) + "\"";
    }
}
