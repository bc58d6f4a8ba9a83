package org.gradcheck.point;

import java.util.SplittableRandom;

/** How the entries of a variable are distributed. Numbers have six significant digits, as many as reports print. */
public sealed interface Distribution {

    /** Over magnitudes and signs, about zero. */
    static Distribution spread() {
        return new Spread(0, 1);
    }

    /** Over magnitudes, for functions of positive numbers. */
    static Distribution positive() {
        return new Positive(1);
    }

    /** The entries at a point. */
    double[] entries(PointSampler sampler, Choice choice, int count);

    /** Whether the words for magnitudes are true of the points. */
    default boolean hasMagnitudes() {
        return false;
    }

    /** The sampler's magnitudes and signs, times a positive scale, about a center. */
    record Spread(double center, double scale) implements Distribution {

        public Spread {
            requireFinite(center, "center");
            requirePositive(scale, "scale");
        }

        @Override
        public double[] entries(PointSampler sampler, Choice choice, int count) {
            double[] entries = sampler.entries(choice, count);
            for (int i = 0; i < count && !isPlain(); i++) {
                entries[i] = Digits.brief(center + scale * entries[i], scale);
            }
            return entries;
        }

        @Override
        public boolean hasMagnitudes() {
            return center == 0;
        }

        private boolean isPlain() {
            return center == 0 && scale == 1;
        }
    }

    /** The sampler's magnitudes without signs, times a positive scale. */
    record Positive(double scale) implements Distribution {

        public Positive {
            requirePositive(scale, "scale");
        }

        @Override
        public double[] entries(PointSampler sampler, Choice choice, int count) {
            double[] entries = sampler.positive(choice, count);
            for (int i = 0; i < count; i++) {
                entries[i] = Digits.brief(scale * entries[i], scale);
            }
            return entries;
        }

        @Override
        public boolean hasMagnitudes() {
            return true;
        }
    }

    /** N(mean, deviation²) at every point. */
    record Normal(double mean, double deviation) implements Distribution {

        public Normal {
            requireFinite(mean, "mean");
            requirePositive(deviation, "deviation");
        }

        @Override
        public double[] entries(PointSampler sampler, Choice choice, int count) {
            SplittableRandom random = sampler.random(choice, "entries");
            double[] entries = new double[count];
            for (int i = 0; i < count; i++) {
                entries[i] = Digits.brief(draw(random), deviation);
            }
            return entries;
        }

        /** A single number, by Box and Muller's formula in StrictMath, so that every Java draws the same. */
        public double draw(SplittableRandom random) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return mean + deviation * radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
        }
    }

    /** Uniform between two numbers, the first being the smaller; at large points near either end. */
    record Uniform(double from, double to) implements Distribution {

        /** At large points entries are in this part of the interval at either end. */
        private static final double END = 0.1;

        public Uniform {
            if (!(from < to) || !Double.isFinite(to - from)) {
                throw new IllegalArgumentException(
                        "an interval must end after it begins, and be finite, got " + from + " and " + to);
            }
        }

        @Override
        public double[] entries(PointSampler sampler, Choice choice, int count) {
            SplittableRandom random = sampler.random(choice, "entries");
            boolean atTheEnds = choice.magnitude() == Magnitude.LARGE;
            double[] entries = new double[count];
            for (int i = 0; i < count; i++) {
                double t = random.nextDouble();
                double part = atTheEnds ? (random.nextBoolean() ? END * t : 1 - END * t) : t;
                double entry = Digits.brief((1 - part) * from + part * to, to - from);
                entries[i] = Math.max(from, Math.min(to, entry));
            }
            return entries;
        }
    }

    private static void requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, got " + value);
        }
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be positive and finite, got " + value);
        }
    }
}
