package org.gradcheck.space;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The points with g(x) = 0. Tangents are orthogonal to the gradients of the constraints; the retraction goes from x + v to
 * the set along the normals at x, the orthographic one, which is of second order (Absil and Malick, "Projection-like
 * retractions on matrix manifolds", 2012, section 3.2).
 */
record LevelSet<X, G>(Space<X> around, Constraints<X, G> constraints) implements EmbeddedManifold<X> {

    private static final int MOST_STEPS = 60;

    /** Newton steps are taken until they are smaller than this and no longer shrink. */
    private static final double CLOSE = 1e-10;

    private static final double MISFIT = 1e-4;

    LevelSet {
        int count = constraints.values().dimension();
        if (count >= around.tangentDimension()) {
            throw new IllegalArgumentException(count + " constraints on " + around.description()
                    + " leave nothing to vary: there have to be fewer constraints than dimensions, which are "
                    + around.tangentDimension());
        }
    }

    @Override
    public int tangentDimension() {
        return around.tangentDimension() - constraints.values().dimension();
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        double[] inside = around.projection(x, u);
        NormalSpace normals = NormalSpace.at(around, constraints, x);
        return normals.coefficients(inside)
                .map(a -> Coordinates.sum(inside, Coordinates.times(-1, normals.combination(a))))
                .orElseGet(() -> unreachable(x.length));
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        try {
            return reached(NormalSpace.at(around, constraints, x), Coordinates.sum(x, v))
                    .orElseGet(() -> unreachable(x.length));
        } catch (RuntimeException e) { // of g, far from x
            return unreachable(x.length);
        }
    }

    /** Newton's method for the multipliers a of g(from + Σ aⱼnⱼ) = 0. */
    private Optional<double[]> reached(NormalSpace normals, double[] from) {
        double[] y = from;
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_STEPS; k++) {
            Optional<double[]> a =
                    normals.step(NormalSpace.at(around, constraints, y), Coordinates.times(-1, value(y)));
            if (a.isEmpty()) {
                return Optional.empty();
            }
            double[] step = normals.combination(a.get());
            double size = Coordinates.largest(step) / Math.max(Coordinates.largest(y), Double.MIN_NORMAL);
            if (size == 0 || (size <= CLOSE && size >= last)) {
                return Optional.of(y);
            }
            y = Coordinates.sum(y, step);
            last = size;
        }
        return Optional.empty();
    }

    /** By how far it is to the set, to first order. */
    @Override
    public Violation violation(double[] x) {
        double[] value = value(x);
        if (Coordinates.largest(value) == 0) {
            return Violation.NONE;
        }
        String seen = "g(x) is " + Violation.number(Coordinates.largest(value)) + " in its largest entry, ";
        return NormalSpace.at(around, constraints, x)
                .shift(value)
                .map(shift -> Coordinates.largest(shift) / Math.max(Coordinates.largest(x), Double.MIN_NORMAL))
                .map(size -> new Violation(
                        size, seen + "which puts x " + Violation.number(size) + " of its largest coordinate off"))
                .orElseGet(
                        () -> new Violation(Double.NaN, seen + "and the gradients of the constraints are dependent"));
    }

    /** {@inheritDoc} That the constraints are independent, and their derivative right, comes first. */
    @Override
    public void requireConsistent(double[] x) {
        NormalSpace normals = NormalSpace.at(around, constraints, x);
        if (!normals.isIndependent()) {
            throw ManifoldLaws.refusal(
                    this,
                    "the gradients of the constraints are not independent at x"
                            + (Double.isNaN(normals.independence()) ? ": one is zero, or not finite" : ""));
        }
        requireDerivative(x, normals);
        ManifoldLaws.require(this, x);
    }

    /** Not a check of g′, which deserves one of its own, but enough that a wrong one is not taken for a wrong f′. */
    private void requireDerivative(double[] x, NormalSpace normals) {
        double largest = Coordinates.largest(x);
        double scale = largest > 0 ? largest : 1;
        double[] numbers =
                new SplittableRandom(1).doubles(x.length, -scale, scale).toArray();
        double[] v = around.projection(x, numbers);
        double[] claimed = normals.rates(v);
        double length = Math.sqrt(around.inner(v, v));
        FourthOrder.measured(
                        h -> FourthOrder.derivative(t -> value(Coordinates.sum(x, Coordinates.times(t, v))), h),
                        Coordinates.largest(claimed))
                .ifPresent(rates -> {
                    for (int j = 0; j < rates.length; j++) {
                        double size = Math.max(Math.abs(rates[j]), normals.length(j) * length);
                        if (!(Math.abs(rates[j] - claimed[j]) <= MISFIT * size)) {
                            throw ManifoldLaws.refusal(
                                    this,
                                    "the derivative of the constraints is wrong, check it on its own: along a random v"
                                            + " g changes at the rate " + Violation.number(rates[j])
                                            + (rates.length == 1 ? "" : " in output " + j)
                                            + ", and by g′(x)* at " + Violation.number(claimed[j]));
                        }
                    }
                });
    }

    private double[] value(double[] x) {
        return constraints.values().coordinates(constraints.function().apply(around.element(x)));
    }

    private static double[] unreachable(int length) {
        double[] nowhere = new double[length];
        Arrays.fill(nowhere, Double.NaN);
        return nowhere;
    }

    @Override
    public Optional<String> metric() {
        return around.metric();
    }

    @Override
    public String description() {
        int count = constraints.values().dimension();
        return "points of " + around.description() + " that satisfy "
                + (count == 1 ? "a constraint" : count + " constraints");
    }
}
