package org.gradcheck.junit;

import java.util.Arrays;
import java.util.Optional;
import org.gradcheck.junit.point.ChosenPoint;

/** Whether a value consists of numbers. */
final class FiniteValue {

    private FiniteValue() {}

    /** False for values with NaN or infinite entries, and for those of which that cannot be told. */
    static <Y> boolean isFinite(Y value) {
        try {
            ChosenPoint<Y> chosen = ChosenPoint.like(value);
            Optional<double[]> entries = chosen.set().map(set -> set.coordinates(value));
            return entries.filter(y -> Arrays.stream(y).allMatch(Double::isFinite))
                    .isPresent();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
