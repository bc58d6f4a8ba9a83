package org.gradcheck.space;

import java.util.Arrays;

/** Vectors {@code double[dimension]} with the Euclidean inner product. */
record VectorSpace(int dimension) implements Space<double[]> {

    VectorSpace {
        Dimensions.requirePositive(dimension);
    }

    @Override
    public double[] coordinates(double[] element) {
        Dimensions.requireEqual(this, element.length);
        return element.clone();
    }

    @Override
    public boolean hasCoordinates(double[] element, double[] coordinates) {
        return Arrays.equals(element, coordinates);
    }

    @Override
    public double[] element(double[] coordinates) {
        return coordinates.clone();
    }

    @Override
    public String description() {
        return "vectors of length " + dimension;
    }
}
