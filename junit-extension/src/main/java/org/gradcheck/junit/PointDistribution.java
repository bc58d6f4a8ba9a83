package org.gradcheck.junit;

import java.util.Optional;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Distribution;
import org.gradcheck.point.Magnitude;
import org.gradcheck.point.PointSampler;
import org.gradcheck.point.Seed;

/**
 * Draws the entries of a point.
 *
 * @param distribution how they are distributed
 * @param rank how many points of the test come before this one
 * @param first how many coordinates they have together
 */
record PointDistribution(Distribution distribution, int rank, long first) {

    /** Keeps the stream of points apart from the streams that the checks draw from the same seed. */
    private static final Seed POINTS = new Seed(0x706F696E74L);

    static PointDistribution of(Point point, int rank, long first) {
        Distribution distribution = switch (point.distribution()) {
            case SPREAD -> new Distribution.Spread(point.mean(), point.sd());
            case POSITIVE -> new Distribution.Positive(point.sd());
            case NORMAL -> new Distribution.Normal(point.mean(), point.sd());
            case UNIFORM -> new Distribution.Uniform(point.low(), point.high());
        };
        return new PointDistribution(distribution, rank, first);
    }

    /** The entries for an invocation, whose seed is the number of its point, so that the seed alone replays it. */
    double[] draw(long seed, int count) {
        return distribution.entries(new PointSampler(POINTS.split(rank), first), choice(seed), count);
    }

    /** How large the entries are; empty where the annotation decides that. */
    Optional<Magnitude> magnitude(long seed) {
        return distribution.hasMagnitudes() ? Optional.of(choice(seed).magnitude()) : Optional.empty();
    }

    private Choice choice(long seed) {
        return Choice.first(seed).ofRank(rank);
    }
}
