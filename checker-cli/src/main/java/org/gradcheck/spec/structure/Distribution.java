package org.gradcheck.spec.structure;

import java.util.SplittableRandom;

/** The distribution of a single entry. */
public sealed interface Distribution {

    /** What is meant where nothing is said. */
    Distribution STANDARD_NORMAL = new Normal(0, 1);

    /** Entries that may be divided by. */
    Distribution AWAY_FROM_ZERO = new Away(0.3, 1.8);

    double draw(SplittableRandom random);

    /** N(mean, deviation²), the deviation being positive. */
    record Normal(double mean, double deviation) implements Distribution {

        /** By Box and Muller's formula in StrictMath, so that every Java draws the same numbers. */
        @Override
        public double draw(SplittableRandom random) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return mean + deviation * radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
        }
    }

    /** Uniform between two numbers, the first being the smaller. */
    record Uniform(double from, double to) implements Distribution {
        @Override
        public double draw(SplittableRandom random) {
            double t = random.nextDouble();
            return (1 - t) * from + t * to;
        }
    }

    /** Size uniform between two positive numbers, sign at random: away from zero. */
    record Away(double from, double to) implements Distribution {
        @Override
        public double draw(SplittableRandom random) {
            double size = from + (to - from) * random.nextDouble();
            return random.nextBoolean() ? size : -size;
        }
    }
}
