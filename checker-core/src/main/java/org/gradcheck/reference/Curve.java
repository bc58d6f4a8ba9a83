package org.gradcheck.reference;

import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * The curve γ(t) = Rₓ(tv) that leaves a point x with velocity v: a straight line in a space, the image of one under the
 * retraction on a manifold. Then (f∘γ)′(0) = f′(x)[v], whatever the retraction (Boumal 2023, section 4.8).
 */
public sealed interface Curve {

    /** The curve along a direction, which is a tangent at x. */
    static Curve through(Manifold<?> domain, double[] x, Direction direction) {
        return domain instanceof Space ? new Straight(x, direction) : new Retracted(domain, x, direction);
    }

    /** γ(t), in a fresh array; not finite where the retraction does not reach. */
    double[] pointAt(double t);

    /** γ′(t), a tangent at γ(t), in a fresh array; not finite where the retraction does not reach. */
    double[] velocityAt(double t);

    /** x + tv, without rounding at the steps the direction was made for. */
    record Straight(double[] x, Direction direction) implements Curve {
        @Override
        public double[] pointAt(double t) {
            return direction.pointAt(x, t);
        }

        @Override
        public double[] velocityAt(double t) {
            return direction.tangent().clone();
        }
    }

    /** Rₓ(tv). */
    record Retracted(Manifold<?> domain, double[] x, Direction direction) implements Curve {

        /** Truncation, (δ/r)⁸ for a curve with radius of convergence r, and rounding, 2⁻⁵²/δ, are both about 1e-14 for r = 1. */
        private static final double STEP = 0x1p-7;

        /** The central difference of order 8 (Fornberg, "Generation of finite difference formulas", 1988). */
        private static final double[] WEIGHTS = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

        @Override
        public double[] pointAt(double t) {
            double[] step = direction.tangent().clone();
            for (int i = 0; i < step.length; i++) {
                step[i] *= t;
            }
            return domain.retraction(x, step);
        }

        /** From differences of the curve itself, which costs no evaluation of f; exact at t = 0. */
        @Override
        public double[] velocityAt(double t) {
            double[] velocity = new double[x.length];
            if (t == 0) {
                return direction.tangent().clone();
            }
            boolean finite = true;
            for (int k = 1; k <= WEIGHTS.length; k++) {
                double[] plus = pointAt(t + k * STEP);
                double[] minus = pointAt(t - k * STEP);
                for (int i = 0; i < velocity.length; i++) {
                    velocity[i] += WEIGHTS[k - 1] * (plus[i] - minus[i]) / STEP;
                    finite &= Double.isFinite(velocity[i]);
                }
            }
            return finite ? domain.projection(pointAt(t), velocity) : velocity;
        }
    }
}
