package org.gradcheck.check;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gradcheck.function.Precision;
import org.gradcheck.space.Indexing;

/**
 * What can be set about a check. None of it needs setting, and none of it is a tolerance.
 *
 * @param seed decides every random choice
 * @param directions how many directions are tried at least; up to two more if they do not decide
 * @param budget the most evaluations of f, if limited
 * @param accuracy the relative accuracy to which f and its derivative are known to agree at best, if they are built on
 *     approximations; a smaller discrepancy then confirms
 * @param strict whether a certain but tiny discrepancy refutes
 * @param timeout how long a check may take before it is given up as inconclusive; for ever unless set, because a limit
 *     needs a thread of its own
 * @param precision the precision f computes in; recognised from its outputs unless declared
 * @param parallel whether f may be called by several threads at once
 * @param explained whether a refuted derivative is looked into: where it is wrong, and why; costs evaluations of f
 * @param indexing how messages count entries
 * @param wandering whether f may be evaluated far from the point, to find a region in which a refuted derivative is right;
 *     off unless set, for there f may not even return
 */
public record CheckSettings(
        long seed,
        int directions,
        OptionalInt budget,
        OptionalDouble accuracy,
        boolean strict,
        Optional<Duration> timeout,
        Optional<Precision> precision,
        boolean parallel,
        boolean explained,
        Indexing indexing,
        boolean wandering) {

    /** The seed where none is given. */
    public static final long DEFAULT_SEED = 1;

    /** The smallest budget with which a check can begin: f(x) twice, and one ladder of steps. */
    public static final int SMALLEST_BUDGET = 16;

    public CheckSettings {
        if (directions < 1) {
            throw new IllegalArgumentException("directions must be at least 1, got " + directions);
        }
        if (budget.isPresent() && budget.getAsInt() < SMALLEST_BUDGET) {
            throw new IllegalArgumentException(
                    "a budget must allow at least " + SMALLEST_BUDGET + " evaluations of f, got " + budget.getAsInt());
        }
        if (timeout.isPresent() && (timeout.get().isNegative() || timeout.get().isZero())) {
            throw new IllegalArgumentException("timeout must be positive, got " + timeout.get());
        }
        if (accuracy.isPresent() && !(accuracy.getAsDouble() > 0 && accuracy.getAsDouble() < 1)) {
            throw new IllegalArgumentException(
                    "accuracy is relative and must lie between 0 and 1, got " + accuracy.getAsDouble());
        }
    }

    /** Two directions, no budget, no declared accuracy, not strict. */
    public static CheckSettings defaults() {
        return new CheckSettings(
                DEFAULT_SEED,
                2,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                Indexing.FROM_ZERO,
                false);
    }

    /** The same with another seed. */
    public CheckSettings withSeed(long newSeed) {
        return new CheckSettings(
                newSeed,
                directions,
                budget,
                accuracy,
                strict,
                timeout,
                precision,
                parallel,
                explained,
                indexing,
                wandering);
    }

    /** The same with another number of directions. */
    public CheckSettings withDirections(int newDirections) {
        return new CheckSettings(
                seed,
                newDirections,
                budget,
                accuracy,
                strict,
                timeout,
                precision,
                parallel,
                explained,
                indexing,
                wandering);
    }

    /** The same with a limit to the evaluations of f. */
    public CheckSettings withBudget(int newBudget) {
        return new CheckSettings(
                seed,
                directions,
                OptionalInt.of(newBudget),
                accuracy,
                strict,
                timeout,
                precision,
                parallel,
                explained,
                indexing,
                wandering);
    }

    /** The same with no limit to the evaluations. */
    public CheckSettings withoutBudget() {
        return new CheckSettings(
                seed,
                directions,
                OptionalInt.empty(),
                accuracy,
                strict,
                timeout,
                precision,
                parallel,
                explained,
                indexing,
                wandering);
    }

    /** The same with a declared relative accuracy of f and its derivative. */
    public CheckSettings withAccuracy(double newAccuracy) {
        return new CheckSettings(
                seed,
                directions,
                budget,
                OptionalDouble.of(newAccuracy),
                strict,
                timeout,
                precision,
                parallel,
                explained,
                indexing,
                wandering);
    }

    /** The same, tiny certain discrepancies refuting or not. */
    public CheckSettings withStrict(boolean newStrict) {
        return new CheckSettings(
                seed,
                directions,
                budget,
                accuracy,
                newStrict,
                timeout,
                precision,
                parallel,
                explained,
                indexing,
                wandering);
    }

    /** The same with a limit to the time a check may take. */
    public CheckSettings withTimeout(Duration newTimeout) {
        return new CheckSettings(
                seed,
                directions,
                budget,
                accuracy,
                strict,
                Optional.of(newTimeout),
                precision,
                parallel,
                explained,
                indexing,
                wandering);
    }

    /** The same with a declared precision of f. */
    public CheckSettings withPrecision(Precision newPrecision) {
        return new CheckSettings(
                seed,
                directions,
                budget,
                accuracy,
                strict,
                timeout,
                Optional.of(newPrecision),
                parallel,
                explained,
                indexing,
                wandering);
    }

    /** The same, f called by several threads at once or not. */
    public CheckSettings withParallel(boolean newParallel) {
        return new CheckSettings(
                seed,
                directions,
                budget,
                accuracy,
                strict,
                timeout,
                precision,
                newParallel,
                explained,
                indexing,
                wandering);
    }

    /** The same, a refuted derivative being looked into or not. */
    public CheckSettings withExplained(boolean newExplained) {
        return new CheckSettings(
                seed,
                directions,
                budget,
                accuracy,
                strict,
                timeout,
                precision,
                parallel,
                newExplained,
                indexing,
                wandering);
    }

    /** The same with entries counted another way in messages. */
    public CheckSettings withIndexing(Indexing newIndexing) {
        return new CheckSettings(
                seed,
                directions,
                budget,
                accuracy,
                strict,
                timeout,
                precision,
                parallel,
                explained,
                newIndexing,
                wandering);
    }

    /** The same, f being evaluated far from the point or not. */
    public CheckSettings withWandering(boolean newWandering) {
        return new CheckSettings(
                seed,
                directions,
                budget,
                accuracy,
                strict,
                timeout,
                precision,
                parallel,
                explained,
                indexing,
                newWandering);
    }
}
