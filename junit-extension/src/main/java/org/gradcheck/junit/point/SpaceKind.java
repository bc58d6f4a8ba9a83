package org.gradcheck.junit.point;

import java.util.Arrays;
import java.util.Optional;
import org.gradcheck.point.Distribution;
import org.gradcheck.point.Magnitude;
import org.gradcheck.report.Numbers;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/** Points of a space of the user's. */
record SpaceKind<T>(Space<T> space, Distribution distribution) implements PointKind<T> {

    @Override
    public Manifold<T> set() {
        return space;
    }

    @Override
    public int leaves() {
        return 1;
    }

    @Override
    public long count() {
        return space.dimension();
    }

    @Override
    public T draw(Draw draw) {
        double[] numbers = distribution.entries(draw.sampler(), draw.choice(), space.dimension());
        return space.element(space.tangent(numbers, numbers));
    }

    @Override
    public Optional<Magnitude> magnitude(Draw draw) {
        return distribution.hasMagnitudes() ? Optional.of(draw.choice().magnitude()) : Optional.empty();
    }

    @Override
    public String text(T point) {
        return textIn(space, point);
    }

    /** Types of the library in their own way, others by their coordinates. */
    static <T> String textIn(Manifold<T> set, T point) {
        try {
            return PointKinds.like(point, Optional.empty()).text(point);
        } catch (PointProblemException e) {
            double[] x = set.coordinates(point);
            return Numbers.vector(Arrays.copyOf(x, Math.min(x.length, PointText.SHOWN_ENTRIES)))
                    + (x.length > PointText.SHOWN_ENTRIES ? " …" : "");
        }
    }
}
