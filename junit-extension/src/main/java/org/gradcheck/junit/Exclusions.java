package org.gradcheck.junit;

import java.util.Arrays;
import java.util.List;
import org.gradcheck.junit.point.ChosenPoint;

/** The points that are left out. */
record Exclusions(List<At> places) {

    static Exclusions of(At... places) {
        return new Exclusions(List.of(places));
    }

    /** Whether a point is one of those. */
    boolean contains(TestPoint point) {
        return contains(point.chosen());
    }

    boolean contains(ChosenPoint<?> point) {
        return coordinates(point).length > 0 && contains(coordinates(point));
    }

    boolean contains(double[] coordinates) {
        return places.stream().anyMatch(place -> isAt(place, coordinates));
    }

    private static <T> double[] coordinates(ChosenPoint<T> point) {
        return point.set().map(set -> set.coordinates(point.value())).orElseGet(() -> new double[0]);
    }

    private static boolean isAt(At place, double[] x) {
        double[] value = place.value();
        if (value.length != 1 && value.length != x.length) {
            return false;
        }
        long same = Arrays.stream(indices(x.length))
                .filter(i -> Math.abs(x[i] - value[value.length == 1 ? 0 : i]) <= place.within())
                .count();
        return place.anyCoordinate() ? same > 0 : same == x.length;
    }

    private static int[] indices(int length) {
        int[] indices = new int[length];
        Arrays.setAll(indices, i -> i);
        return indices;
    }
}
