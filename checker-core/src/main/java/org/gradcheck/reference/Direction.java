package org.gradcheck.reference;

import java.util.SplittableRandom;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.OffManifoldException;
import org.gradcheck.space.Space;

/**
 * A tangent v along which a point is moved, rounded so that every step is exact.
 *
 * <p>Each coordinate of v is a multiple of q = 2³²·ulp(|xᵢ| + |vᵢ|). Then xᵢ ± t·vᵢ is exact for all t = 2⁻ᵏ with k ≤ 32
 * where |vᵢ| is not much larger than |xᵢ|, and else wrong by less than a unit in the last place of t·vᵢ: rounding of the
 * input leaves the error budget. On a curved manifold the steps are rounded by the retraction, and v need only be a tangent.
 *
 * @param kind how it was chosen
 * @param tangent v; never modified
 */
public record Direction(Kind kind, double[] tangent) {

    /** 2³²: steps down to 2⁻³² stay exact. */
    private static final double QUANTUM = 0x1p32;

    /** Narrowed further than by 2¹⁶, a direction would keep fewer than four bits. */
    static final int NARROWEST = 16;

    /** How a direction is chosen. */
    public enum Kind {
        /** |vᵢ| between ½|xᵢ| and |xᵢ|: right where the coordinates of x differ in magnitude. */
        SCALED("scaled by |x|"),
        /** All |vᵢ| between ½ and 1 times the root mean square of x: sees coordinates that happen to be tiny. */
        ISOTROPIC("isotropic"),
        /** Given by the user. */
        GIVEN("given");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in words. */
        public String label() {
            return label;
        }
    }

    /**
     * A random direction vᵢ = ±sᵢ·U[½, 1]: no coordinate is left nearly untested, and no exact cancellation as with pure
     * signs. On a manifold it is the tangent made of these numbers.
     */
    public static Direction random(Kind kind, Manifold<?> domain, double[] x, SplittableRandom random) {
        double common = kind == Kind.SCALED ? geometricMean(x) : rootMeanSquare(x);
        double[] v = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double scale = kind == Kind.SCALED && x[i] != 0 ? Math.abs(x[i]) : common;
            double size = scale * (0.5 + 0.5 * random.nextDouble());
            int sign = random.nextBoolean() ? 1 : -1; // of an integer, for no branch to be mispredicted
            v[i] = sign * size;
        }
        return of(kind, domain, x, v);
    }

    /**
     * The user's direction, made exact and scaled so that t = 1 changes the coordinates it moves by about their own size:
     * in the mean of their logarithms, weighted by v², so that neither a large nor a tiny coordinate alone sets the steps.
     *
     * @throws IllegalArgumentException if it is not finite, or not tangent to the manifold
     */
    public static Direction given(Manifold<?> domain, double[] x, double[] v) {
        for (int i = 0; i < v.length; i++) {
            if (!Double.isFinite(v[i])) {
                throw new IllegalArgumentException(
                        "a direction has finite coordinates, got " + v[i] + " at index " + i);
            }
        }
        OffManifoldException.requireTangent(domain, x, v);
        double size = rootMeanSquare(v);
        double scale = Math.scalb(1.0, Math.getExponent(sizeMoved(x, v)) - Math.getExponent(size));
        double[] scaled = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            scaled[i] = scale * v[i];
        }
        return new Direction(Kind.GIVEN, fitted(domain, x, scaled));
    }

    /** The tangent made of any finite numbers, rounded so that steps along it are exact; of the lengths they have. */
    public static Direction of(Kind kind, Manifold<?> domain, double[] x, double[] numbers) {
        return new Direction(kind, fitted(domain, x, domain.tangent(x, numbers)));
    }

    /**
     * The same direction with all lengths divided by 2ᵏ, rounded anew: for a point so near the edge of f's domain that
     * ordinary steps leave it.
     */
    public Direction narrowed(Manifold<?> domain, double[] x, int octaves) {
        double[] v = new double[tangent.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.scalb(tangent[i], -octaves);
        }
        return new Direction(kind, fitted(domain, x, v));
    }

    /** A tangent, to be stepped along: exact where that means anything, and still a tangent. */
    private static double[] fitted(Manifold<?> domain, double[] x, double[] v) {
        if (!(domain instanceof Space)) {
            return domain.projection(x, v);
        }
        double[] exact = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            exact[i] = exactStep(x[i], v[i]);
        }
        return domain.tangent(x, exact);
    }

    /** The part of it that moves the coordinates {@code from … to − 1} alone: a tangent, if these are a factor of a product. */
    public Direction restricted(int from, int to) {
        double[] v = new double[tangent.length];
        System.arraycopy(tangent, from, v, from, to - from);
        return new Direction(kind, v);
    }

    /** Whether v moves no coordinate at all. */
    public boolean isZero() {
        for (double component : tangent) {
            if (component != 0) {
                return false;
            }
        }
        return true;
    }

    /** max |vᵢ|. */
    double length() {
        double length = 0;
        for (double component : tangent) {
            length = Math.max(length, Math.abs(component));
        }
        return length;
    }

    /** x + t·v in a fresh array. */
    public double[] pointAt(double[] x, double t) {
        double[] moved = x.clone();
        double[] v = tangent;
        for (int i = 0; i < moved.length; i++) {
            moved[i] += t * v[i];
        }
        return moved;
    }

    private static double exactStep(double x, double v) {
        if (v == 0) {
            return 0;
        }
        double quantum = QUANTUM * Math.ulp(Math.abs(x) + Math.abs(v));
        double rounded = Math.rint(v / quantum) * quantum;
        return rounded == 0 ? Math.copySign(quantum, v) : rounded;
    }

    private static double sizeMoved(double[] x, double[] v) {
        double largest = 0;
        for (double vi : v) {
            largest = Math.max(largest, Math.abs(vi));
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0 && v[i] != 0) {
                double weight = (v[i] / largest) * (v[i] / largest);
                sum += weight * Math.log(Math.abs(x[i]));
                weights += weight;
            }
        }
        return weights == 0 ? 1 : Math.exp(sum / weights);
    }

    private static double geometricMean(double[] x) {
        double sum = 0;
        int count = 0;
        for (double xi : x) {
            if (xi != 0) {
                sum += Math.log(Math.abs(xi));
                count++;
            }
        }
        return count == 0 ? 1 : Math.exp(sum / count);
    }

    private static double rootMeanSquare(double[] x) {
        double largest = 0;
        for (double xi : x) {
            largest = Math.max(largest, Math.abs(xi));
        }
        if (largest == 0) {
            return 1;
        }
        double sum = 0;
        for (double xi : x) {
            sum += (xi / largest) * (xi / largest);
        }
        return largest * Math.sqrt(sum / x.length);
    }
}
