package org.gradcheck.space;

import java.util.function.Function;

/** The user's own type, seen through two functions that are inverse to each other. */
record ConvertedSpace<T>(int dimension, Function<T, double[]> toCoordinates, Function<double[], T> fromCoordinates)
        implements Space<T> {

    ConvertedSpace {
        Dimensions.requirePositive(dimension);
    }

    @Override
    public double[] coordinates(T element) {
        double[] coordinates = toCoordinates.apply(element);
        Dimensions.requireEqual(this, coordinates.length);
        return coordinates.clone();
    }

    @Override
    public T element(double[] coordinates) {
        return fromCoordinates.apply(coordinates.clone());
    }

    @Override
    public String description() {
        return "elements with " + dimension + " coordinates";
    }
}
