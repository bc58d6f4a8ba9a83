package org.gradcheck.space;

/** The real numbers. */
record ScalarSpace() implements Space<Double> {

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double[] coordinates(Double element) {
        return new double[] {element};
    }

    @Override
    public Double element(double[] coordinates) {
        return coordinates[0];
    }

    @Override
    public String description() {
        return "real numbers";
    }
}
