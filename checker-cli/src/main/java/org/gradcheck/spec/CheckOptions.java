package org.gradcheck.spec;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradcheck.function.Precision;

/**
 * What a spec says about how it is to be checked; whatever it leaves open is decided by the run.
 *
 * @param points at how many points
 * @param directions along how many directions at least
 * @param seed decides every random choice
 * @param budget the most evaluations of f for a check at one point
 * @param accuracy the relative accuracy to which f and its derivatives agree at best
 * @param precision the precision f computes in, where its values do not show it
 * @param strict whether a certain but tiny discrepancy refutes
 */
public record CheckOptions(
        OptionalInt points,
        OptionalInt directions,
        OptionalLong seed,
        OptionalInt budget,
        OptionalDouble accuracy,
        Optional<Precision> precision,
        boolean strict) {

    /** Nothing said. */
    public static CheckOptions none() {
        return new CheckOptions(
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                false);
    }
}
