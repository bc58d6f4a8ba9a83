package org.gradcheck.point;

import java.util.List;
import java.util.stream.LongStream;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Points of a space that are spread over magnitudes and signs: ordinary, large, small, ordinary, …
 *
 * <pre>{@code
 * for (double[] w : SpreadPoints.vectors(10).points()) {
 *     CheckReport report = DerivativeCheck.of(loss::value).at(w).gradient(loss::gradient).run();
 *     …
 * }
 * }</pre>
 *
 * @param space the space
 * @param distribution of the coordinates
 * @param count how many points
 * @param seed decides every random choice
 * @param <T> the type of the points
 */
public record SpreadPoints<T>(Space<T> space, Distribution distribution, int count, long seed) {

    private static final int DEFAULT_COUNT = 3;
    private static final long DEFAULT_SEED = 1;

    public SpreadPoints {
        if (count < 1) {
            throw new IllegalArgumentException("points must be at least 1, got " + count);
        }
    }

    /** Three points of a space. */
    public static <T> SpreadPoints<T> in(Space<T> space) {
        return new SpreadPoints<>(space, Distribution.spread(), DEFAULT_COUNT, DEFAULT_SEED);
    }

    /** Three vectors of a length. */
    public static SpreadPoints<double[]> vectors(int length) {
        return in(Spaces.vector(length));
    }

    /** Another number of points; those there are with fewer come first. */
    public SpreadPoints<T> withCount(int newCount) {
        return new SpreadPoints<>(space, distribution, newCount, seed);
    }

    /** Other points. */
    public SpreadPoints<T> withSeed(long newSeed) {
        return new SpreadPoints<>(space, distribution, count, newSeed);
    }

    /** Points of another distribution. */
    public SpreadPoints<T> withDistribution(Distribution newDistribution) {
        return new SpreadPoints<>(space, newDistribution, count, seed);
    }

    /** Points with positive coordinates, for functions of positive numbers. */
    public SpreadPoints<T> positive() {
        return withDistribution(Distribution.positive());
    }

    /** The points, as fresh objects. */
    public List<T> points() {
        PointSampler sampler = new PointSampler(new Seed(seed).split("spread points"), 0);
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> distribution.entries(sampler, Choice.first(number), space.dimension()))
                .map(entries -> space.element(space.projection(entries, entries)))
                .toList();
    }
}
