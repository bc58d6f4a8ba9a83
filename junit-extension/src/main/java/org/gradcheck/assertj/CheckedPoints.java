package org.gradcheck.assertj;

import java.util.List;
import org.gradcheck.point.Distribution;
import org.gradcheck.point.SpreadPoints;
import org.gradcheck.space.Space;

/**
 * The points at which an assertion is made. Random ones wait for the seed.
 *
 * @param <X> the type of the points
 */
sealed interface CheckedPoints<X> {

    /** The points, given what decides random choices. */
    List<X> list(long seed, Distribution distribution);

    /** Points as they were given. */
    record Given<X>(List<X> points) implements CheckedPoints<X> {
        public Given {
            points = List.copyOf(points);
        }

        @Override
        public List<X> list(long seed, Distribution distribution) {
            return points;
        }
    }

    /** Points to be drawn. */
    record Random<X>(Space<X> space, int count) implements CheckedPoints<X> {
        public Random {
            if (count < 1) {
                throw new IllegalArgumentException("atRandomPoints needs a count of at least 1, got " + count);
            }
        }

        @Override
        public List<X> list(long seed, Distribution distribution) {
            return new SpreadPoints<>(space, distribution, count, seed).points();
        }
    }
}
