package org.gradcheck.space;

import java.util.List;
import java.util.stream.IntStream;

/** A space whose coordinates have names of their own. */
record NamedSpace<T>(Space<T> base, CoordinateNames names) implements DerivedSpace<T> {

    NamedSpace {
        names.requireFor(base);
    }

    @Override
    public double[] coordinates(T element) {
        return base.coordinates(element);
    }

    @Override
    public boolean hasCoordinates(T element, double[] coordinates) {
        return base.hasCoordinates(element, coordinates);
    }

    @Override
    public T element(double[] coordinates) {
        return base.element(coordinates);
    }

    @Override
    public List<Grid> grids(double[] x) {
        return IntStream.range(0, dimension())
                .mapToObj(k -> new Grid(names.names().get(k), k, 1, 1))
                .toList();
    }
}
