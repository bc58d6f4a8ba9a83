package org.gradcheck.space;

import java.util.Optional;

/** What holds for every retraction, measured by differences of its curves at a point. */
final class RetractionLaws {

    private static final double EXACT = 1e-8;

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
        if (!Coordinates.isFinite(velocity(zero, v, FourthOrder.shortest()))) {
            throw refused("the retraction is not finite, however short the tangent");
        }
        FourthOrder.measured(h -> velocity(zero, v, h), Coordinates.largest(v)).ifPresent(velocity -> {
            double error = Coordinates.largestDifference(velocity, v) / Coordinates.largest(v);
            if (!(error <= FourthOrder.ACCURACY)) {
                throw refused(
                        "the retraction has another velocity than v: that of t ↦ Rₓ(tv) at t = 0 differs from v by "
                                + Violation.number(error) + " of its largest coordinate");
            }
        });
        double[] y = manifold.retraction(x, Coordinates.times(FourthOrder.STEP, v));
        Violation violation = Coordinates.isFinite(y) ? manifold.violation(y) : Violation.NONE;
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
            Optional<double[]> acceleration = FourthOrder.measured(h -> new double[] {acceleration(v, w, h) / size}, 1);
            if (acceleration.isPresent()) {
                worst = Math.max(worst, Math.abs(acceleration.get()[0]));
            }
        }
        if (worst > FourthOrder.ACCURACY) {
            throw refused("the retraction is of order 1, not 2: for v of the size of x the tangential acceleration of"
                    + " t ↦ Rₓ(tv) at t = 0 is " + Violation.number(worst) + " of |v|");
        }
    }

    private double acceleration(double[] v, double[] w, double h) {
        double[] first = FourthOrder.derivative(
                t -> {
                    double[] at = Coordinates.times(t, v);
                    return inner(at, velocity(at, v, h), velocity(at, w, h));
                },
                h);
        double[] second = FourthOrder.derivative(
                s -> {
                    double[] at = Coordinates.times(s, w);
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
        return FourthOrder.derivative(t -> manifold.retraction(x, Coordinates.sum(at, Coordinates.times(t, v))), h);
    }

    private IllegalArgumentException refused(String violation) {
        return ManifoldLaws.refusal(manifold, violation);
    }
}
