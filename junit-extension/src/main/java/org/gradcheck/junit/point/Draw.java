package org.gradcheck.junit.point;

import org.gradcheck.point.Choice;
import org.gradcheck.point.PointSampler;
import org.gradcheck.point.Seed;

/**
 * The random numbers of one thing that is drawn.
 *
 * @param seed the seed of the invocation, which is the number of its points too, so that it alone replays them
 * @param row the number of those points that are given, from 1
 * @param rank how many things are drawn before this one
 * @param first how many numbers they have together
 */
public record Draw(long seed, long row, int rank, long first) {

    /** Keeps the stream of points apart from the streams that the checks draw from the same seed. */
    private static final Seed POINTS = new Seed(0x706F696E74L);

    /** The first draw of an invocation in which points are drawn, or given, but not both. */
    public static Draw first(long seed) {
        return new Draw(seed, seed, 0, 0);
    }

    /** The first draw of an invocation in which each given point meets so many drawn ones. */
    public static Draw first(long seed, int drawnForEach) {
        return new Draw(seed, Math.floorDiv(seed - 1, (long) drawnForEach) + 1, 0, 0);
    }

    /** For what comes next. */
    public Draw after(PointKind<?> kind) {
        return new Draw(seed, row, rank + kind.leaves(), first + kind.count());
    }

    Choice choice() {
        return Choice.first(seed).ofRank(rank);
    }

    PointSampler sampler() {
        return new PointSampler(POINTS.split(rank), first);
    }
}
