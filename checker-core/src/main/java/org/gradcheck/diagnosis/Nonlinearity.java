package org.gradcheck.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Numbers;

/**
 * How an operator fails to be linear, from a few of its values at one place.
 *
 * @param argument what it takes: "tangent" or "cotangent"
 * @param atZero its value at 0
 * @param at its value at some a
 * @param atOpposite its value at −a
 * @param atSmall its value at {@code small}·a, if it has one
 * @param atLarge its value at {@code large}·a, if it has one
 * @param small a factor below 1
 * @param large a factor above 1
 */
public record Nonlinearity(
        String argument,
        double atZero,
        double at,
        double atOpposite,
        OptionalDouble atSmall,
        OptionalDouble atLarge,
        double small,
        double large) {

    private static final double EQUAL = 1e-6;

    /** Below half of what it should be at a large argument. */
    private static final double SATURATED = 0.5;

    /** The likeliest cause, or none. */
    public List<Diagnosis> diagnose() {
        return cause().stream().toList();
    }

    private Optional<Diagnosis> cause() {
        if (equal(atOpposite, at)) {
            return even();
        }
        if (atZero != 0
                && equal(atOpposite - atZero, -(at - atZero))
                && (atSmall.isEmpty() || equal(atSmall.getAsDouble() - atZero, small * (at - atZero)))) {
            return diagnosis(
                    "offset",
                    "adds the constant " + Numbers.value(atZero) + " to something linear: it is affine in its "
                            + argument);
        }
        if (atLarge.isPresent() && Math.abs(atLarge.getAsDouble()) < SATURATED * large * Math.abs(at)) {
            return diagnosis("saturating", "grows less than its " + argument + ": it saturates or is clipped");
        }
        return Optional.empty();
    }

    private Optional<Diagnosis> even() {
        if (atSmall.isPresent() && equal(atSmall.getAsDouble(), at)) {
            return diagnosis("constant", "is the same whatever its " + argument + " is: it forgets it");
        }
        if (atSmall.isPresent() && equal(atSmall.getAsDouble(), small * small * at)) {
            return diagnosis("quadratic", "grows with the square of its " + argument);
        }
        return diagnosis("even", "does not change with the sign of its " + argument);
    }

    private static Optional<Diagnosis> diagnosis(String kind, String text) {
        return Optional.of(new Diagnosis(kind, "the operator " + text));
    }

    private static boolean equal(double a, double b) {
        return Math.abs(a - b) <= EQUAL * Math.max(Math.abs(a), Math.abs(b)) && a != 0;
    }
}
