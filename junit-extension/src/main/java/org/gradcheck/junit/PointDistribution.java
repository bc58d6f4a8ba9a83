package org.gradcheck.junit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;

/** Draws the entries of a point. */
record PointDistribution(Distribution distribution, double mean, double sd, double low, double high) {

    private static final MathContext SHOWN_DIGITS = new MathContext(6);

    /** Keeps the stream of points apart from the streams that the checks draw from the same seed. */
    private static final long POINTS = 0x706F696E74L;

    private static final double[] MAGNITUDES = {10, 1, 0.1};

    static PointDistribution of(Point point) {
        return new PointDistribution(point.distribution(), point.mean(), point.sd(), point.low(), point.high());
    }

    /** The entries of the point that belongs to the parameter at an index. */
    double[] draw(long seed, int parameterIndex, int count) {
        SplittableRandom root = new SplittableRandom(seed ^ POINTS);
        SplittableRandom random = root.split();
        for (int i = 0; i < parameterIndex; i++) {
            random = root.split();
        }
        double[] entries = new double[count];
        for (int i = 0; i < count; i++) {
            entries[i] = entry(random, seed);
        }
        return entries;
    }

    private double entry(SplittableRandom random, long seed) {
        return switch (distribution) {
            case SPREAD -> shown(mean + sd * magnitude(seed) * random.nextGaussian());
            case NORMAL -> shown(mean + sd * random.nextGaussian());
            case UNIFORM -> Math.max(low, Math.min(high, shown(low + (high - low) * random.nextDouble())));
        };
    }

    /** By the seed and not by the number of the invocation, so that the seed alone replays the point. */
    private static double magnitude(long seed) {
        return MAGNITUDES[(int) Math.floorMod(seed, (long) MAGNITUDES.length)];
    }

    private static double shown(double x) {
        return new BigDecimal(x).round(SHOWN_DIGITS).doubleValue();
    }
}
