package org.gradcheck.junit.point;

import java.util.List;
import java.util.Optional;
import org.gradcheck.point.Magnitude;
import org.gradcheck.structure.Structure;

/** Where the points of a parameter come from. */
public sealed interface PointSource {

    /** The point of the invocation with a seed, which is also the number of its point; a fresh object. */
    ChosenPoint<?> at(Draw draw);

    /** For the draw of the parameter after this. */
    Draw after(Draw draw);

    /** How many points there are, if not any number. */
    Optional<Integer> size();

    /** Points are drawn. */
    record Drawn<T>(PointKind<T> kind) implements PointSource {

        @Override
        public ChosenPoint<?> at(Draw draw) {
            return ChosenPoint.of(kind, kind.draw(draw), kind.magnitude(draw));
        }

        @Override
        public Draw after(Draw draw) {
            return draw.after(kind);
        }

        @Override
        public Optional<Integer> size() {
            return Optional.empty();
        }
    }

    /** Points are given. The n-th, counting round and round, belongs to the row n. */
    record Listed(List<?> points, Optional<Structure> structure) implements PointSource {

        public Listed {
            if (points.isEmpty()) {
                throw new PointProblemException("has no points");
            }
        }

        @Override
        public ChosenPoint<?> at(Draw draw) {
            return chosen(points.get((int) Math.floorMod(draw.row() - 1, (long) points.size())));
        }

        private <T> ChosenPoint<T> chosen(T point) {
            PointKind<T> kind = PointKinds.like(point, structure);
            return ChosenPoint.of(kind, kind.copy(point), Optional.<Magnitude>empty());
        }

        @Override
        public Draw after(Draw draw) {
            return draw;
        }

        @Override
        public Optional<Integer> size() {
            return Optional.of(points.size());
        }
    }

    /** Arguments are given that are no points, such as the function that is to be checked. */
    record Others(List<?> values) implements PointSource {

        @Override
        public ChosenPoint<?> at(Draw draw) {
            return ChosenPoint.other(values.get((int) Math.floorMod(draw.row() - 1, (long) values.size())));
        }

        @Override
        public Draw after(Draw draw) {
            return draw;
        }

        @Override
        public Optional<Integer> size() {
            return Optional.of(values.size());
        }
    }
}
