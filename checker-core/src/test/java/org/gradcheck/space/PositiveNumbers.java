package org.gradcheck.space;

import java.util.Optional;

/** The positive numbers with the metric ⟨u, v⟩ₓ = uv/x², in which they are a straight line: the geodesics are x·exp(tv/x). */
public record PositiveNumbers() implements Manifold<Double> {

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public int tangentDimension() {
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
    public double inner(double[] x, double[] u, double[] v) {
        return u[0] / x[0] * (v[0] / x[0]);
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        return u.clone();
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        return new double[] {x[0] * Math.exp(v[0] / x[0])};
    }

    @Override
    public int retractionOrder() {
        return 2;
    }

    @Override
    public Violation violation(double[] x) {
        return x[0] > 0 ? Violation.NONE : new Violation(1, x[0] + " is not positive");
    }

    @Override
    public Optional<String> metric() {
        return Optional.of("⟨u, v⟩ = uv/x²");
    }

    @Override
    public String description() {
        return "positive numbers";
    }
}
