package org.gradcheck.space;

/**
 * Unit vectors of ℝⁿ, whose retraction normalises x + v, bent sideways for one that is of first order only.
 *
 * @param bend how much; 0 for the projection of x + v, which is of second order
 */
public record UnitSphere(int dimension, double bend) implements Manifold<double[]> {

    public UnitSphere(int dimension) {
        this(dimension, 0);
    }

    @Override
    public int tangentDimension() {
        return dimension - 1;
    }

    @Override
    public double[] coordinates(double[] element) {
        Dimensions.requireEqual(this, element.length);
        return element.clone();
    }

    @Override
    public double[] element(double[] coordinates) {
        return coordinates.clone();
    }

    @Override
    public double inner(double[] x, double[] u, double[] v) {
        return Coordinates.inner(u, v);
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        double normal = Coordinates.inner(x, u);
        double[] tangent = u.clone();
        for (int i = 0; i < dimension; i++) {
            tangent[i] -= normal * x[i];
        }
        return tangent;
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        double[] y = Coordinates.sum(x, v);
        y[0] += bend * Coordinates.inner(v, v);
        double length = Math.sqrt(Coordinates.inner(y, y));
        for (int i = 0; i < dimension; i++) {
            y[i] /= length;
        }
        return y;
    }

    @Override
    public int retractionOrder() {
        return bend == 0 ? 2 : 1;
    }

    @Override
    public Violation violation(double[] x) {
        double length = Math.sqrt(Coordinates.inner(x, x));
        return new Violation(Math.abs(length - 1), "its length is " + length);
    }

    @Override
    public String description() {
        return "unit vectors of length " + dimension;
    }
}
