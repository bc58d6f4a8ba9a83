package org.gradcheck.space;

/**
 * Vectors {@code float[dimension]} with the Euclidean inner product. Coordinates are rounded to the nearest {@code
 * float} on their way to the user, so a function sees steps no finer than 2⁻²⁴ of a coordinate.
 */
record FloatVectorSpace(int dimension) implements Space<float[]> {

    FloatVectorSpace {
        Dimensions.requirePositive(dimension);
    }

    @Override
    public double[] coordinates(float[] element) {
        Dimensions.requireEqual(this, element.length);
        double[] coordinates = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            coordinates[i] = element[i];
        }
        return coordinates;
    }

    @Override
    public float[] element(double[] coordinates) {
        float[] element = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            element[i] = (float) coordinates[i];
        }
        return element;
    }

    @Override
    public String description() {
        return "float vectors of length " + dimension;
    }
}
