package org.gradcheck.space;

import java.util.Optional;
import java.util.function.DoubleFunction;

/** What holds for every retraction, measured by differences of its curves at a point. */
final class RetractionLaws {

    private static final double EXACT = 1e-8;
    private static final double MEASURED = 1e-5;

    /** With differences of order 4, truncation is about 1e-8 of a curve with radius of convergence 1, rounding less. */
    private static final double STEP = 0x1p-7;

    /** Shorter and shorter steps are tried, for curves that end or turn soon. */
    private static final int[] OCTAVES = {0, 4, 8, 12, 16};

    private final Manifold<?> manifold;
    private final double[] x;

    RetractionLaws(Manifold<?> manifold, double[] x) {
        this.manifold = manifold;
        this.x = x;
    }

    void requireStart() {
        double size = Math.max(Coordinates.largest(x), Double.MIN_NORMAL);
        double moved = Coordinates.largestDifference(x, manifold.retraction(x, new double[x.length])) / size;
        if (!(moved <= EXACT)) {
            throw refused("the retraction does not start at x: Rₓ(0) differs from it by " + Violation.number(moved)
                    + " of its largest coordinate");
        }
    }

    /** That R′ₓ(0)[v] = v, and that the curve is on the manifold. */
    void requireVelocity(double[] v) {
        double[] zero = new double[x.length];
        if (!isFinite(velocity(zero, v, Math.scalb(STEP, -OCTAVES[OCTAVES.length - 1])))) {
            throw refused("the retraction is not finite, however short the tangent");
        }
        measured(h -> velocity(zero, v, h), Coordinates.largest(v)).ifPresent(velocity -> {
            double error = Coordinates.largestDifference(velocity, v) / Coordinates.largest(v);
            if (!(error <= MEASURED)) {
                throw refused(
                        "the retraction has another velocity than v: that of t ↦ Rₓ(tv) at t = 0 differs from v by "
                                + Violation.number(error) + " of its largest coordinate");
            }
        });
        double[] y = manifold.retraction(x, times(STEP, v));
        Violation violation = isFinite(y) ? manifold.violation(y) : Violation.NONE;
        if (!(violation.size() <= EXACT)) {
            throw refused("the retraction leaves the manifold: of Rₓ(v), " + violation.text());
        }
    }

    /**
     * That D/dt of the velocity of t ↦ F(0, t) vanishes at t = 0 in all directions w, for the surface F(s, t) = Rₓ(sw + tv). As
     * the connection is symmetric and goes with the metric, ⟨D/dt ∂ₜF, ∂ₛF⟩ = ∂ₜ⟨∂ₜF, ∂ₛF⟩ − ½∂ₛ⟨∂ₜF, ∂ₜF⟩ (do Carmo, "Riemannian
     * Geometry", 1992, lemma 3.3.4), whatever the metric.
     */
    void requireNoAcceleration(double[][] tangents) {
        double worst = 0;
        for (int k = 0; k < tangents.length; k++) {
            double[] v = tangents[k];
            double[] w = tangents[(k + 1) % tangents.length];
            double size = Math.sqrt(manifold.inner(x, v, v) * manifold.inner(x, w, w));
            Optional<double[]> acceleration = measured(h -> new double[] {acceleration(v, w, h) / size}, 1);
            if (acceleration.isPresent()) {
                worst = Math.max(worst, Math.abs(acceleration.get()[0]));
            }
        }
        if (worst > MEASURED) {
            throw refused("the retraction is of order 1, not 2: for v of the size of x the tangential acceleration of"
                    + " t ↦ Rₓ(tv) at t = 0 is " + Violation.number(worst) + " of |v|");
        }
    }

    private double acceleration(double[] v, double[] w, double h) {
        double[] first = derivative(
                t -> {
                    double[] at = times(t, v);
                    return inner(at, velocity(at, v, h), velocity(at, w, h));
                },
                h);
        double[] second = derivative(
                s -> {
                    double[] at = times(s, w);
                    double[] velocity = velocity(at, v, h);
                    return inner(at, velocity, velocity);
                },
                h);
        return first[0] - second[0] / 2;
    }

    private double[] inner(double[] at, double[] u, double[] v) {
        return new double[] {manifold.inner(manifold.retraction(x, at), u, v)};
    }

    /** R′ₓ(at)[v]. */
    private double[] velocity(double[] at, double[] v, double h) {
        return derivative(t -> manifold.retraction(x, Coordinates.sum(at, times(t, v))), h);
    }

    /** At 0, by the central difference of order 4. */
    private static double[] derivative(DoubleFunction<double[]> curve, double h) {
        double[] near = difference(curve.apply(h), curve.apply(-h), 2 * h);
        double[] far = difference(curve.apply(2 * h), curve.apply(-2 * h), 4 * h);
        double[] derivative = new double[near.length];
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] = (4 * near[i] - far[i]) / 3;
        }
        return derivative;
    }

    private static double[] difference(double[] u, double[] v, double step) {
        double[] difference = new double[u.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = (u[i] - v[i]) / step;
        }
        return difference;
    }

    /**
     * What two steps agree on; empty if none do.
     *
     * @param size below a tenth of the tolerance times it differences do not matter
     */
    private static Optional<double[]> measured(DoubleFunction<double[]> estimate, double size) {
        for (int octaves : OCTAVES) {
            double[] coarse = estimate.apply(Math.scalb(STEP, -octaves));
            double[] fine = estimate.apply(Math.scalb(STEP, -octaves - 1));
            double allowed = MEASURED * Math.max(Coordinates.largest(fine), 0.1 * size);
            if (isFinite(fine) && Coordinates.largestDifference(coarse, fine) <= allowed) {
                return Optional.of(fine);
            }
        }
        return Optional.empty();
    }

    private static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static double[] times(double t, double[] v) {
        double[] scaled = v.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= t;
        }
        return scaled;
    }

    private IllegalArgumentException refused(String violation) {
        return ManifoldLaws.refusal(manifold, violation);
    }
}
