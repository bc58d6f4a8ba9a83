package org.gradcheck.space;

/**
 * The unit vectors of ℝⁿ. Tangents at x are orthogonal to it, Pu = u − ⟨x, u⟩x; the retraction (x + v)/‖x + v‖ is the nearest
 * point to x + v, hence of second order (Absil, Mahony and Sepulchre 2008, example 4.1.1; Boumal 2023, section 5.12).
 */
record Sphere(Space<double[]> around) implements EmbeddedManifold<double[]> {

    Sphere {
        if (around.dimension() < 2) {
            throw new IllegalArgumentException("a unit vector in 1 dimension is 1 or -1: there is nothing to vary");
        }
    }

    @Override
    public int tangentDimension() {
        return dimension() - 1;
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        double normal = Coordinates.inner(x, u);
        double[] tangent = u.clone();
        for (int i = 0; i < tangent.length; i++) {
            tangent[i] -= normal * x[i];
        }
        return tangent;
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        double[] y = Coordinates.sum(x, v);
        double length = length(y);
        for (int i = 0; i < y.length; i++) {
            y[i] /= length;
        }
        return y;
    }

    @Override
    public Violation violation(double[] x) {
        double length = length(x);
        return new Violation(Math.abs(length - 1), "its length is " + Violation.number(length));
    }

    private static double length(double[] x) {
        return Math.sqrt(Coordinates.inner(x, x));
    }

    @Override
    public String description() {
        return "unit vectors in " + dimension() + " dimensions";
    }
}
