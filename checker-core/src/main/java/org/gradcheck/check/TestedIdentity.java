package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.Numbers;

/**
 * One identity of linearity in all trials where the operator could be asked. An entry violates it only as much as it does
 * in each of them: an entry that happens to be small in one is not in the other.
 */
final class TestedIdentity {

    private static final double SCATTER = 16;

    private final Linearity identity;
    private final IdentityDecision decision;
    private final List<LinearityTrial> trials = new ArrayList<>();
    private final List<LinearityTrial.Sides> sides = new ArrayList<>();

    TestedIdentity(Linearity identity, List<LinearityTrial> asked, IdentityDecision decision) {
        this.identity = identity;
        this.decision = decision;
        for (LinearityTrial trial : asked) {
            trial.sides(identity).ifPresent(found -> {
                trials.add(trial);
                sides.add(found);
            });
        }
    }

    Linearity identity() {
        return identity;
    }

    boolean wasAsked() {
        return !trials.isEmpty();
    }

    /** The smaller of an entry's relative differences in the trials. */
    double error(int entry) {
        double error = Double.POSITIVE_INFINITY;
        for (LinearityTrial.Sides side : sides) {
            error = Math.min(error, side.relative(entry, decision));
        }
        return error;
    }

    /** The smaller of an entry's differences in the trials. */
    double difference(int entry) {
        return sides.stream().mapToDouble(side -> side.difference(entry)).min().orElseThrow();
    }

    /** The largest error of all entries. */
    double largestError() {
        return error(worst(i -> true).orElseThrow());
    }

    /**
     * The largest difference relative to the largest entry, in the milder trial: what to tell where scatter explains the
     * rest, because an entry that is rounding throughout has no size of its own.
     */
    double normwiseError() {
        double least = Double.POSITIVE_INFINITY;
        for (LinearityTrial.Sides side : sides) {
            double difference = 0;
            double size = 0;
            for (int i = 0; i < side.left().length; i++) {
                difference = Math.max(difference, side.difference(i));
                size = Math.max(size, side.scale(i));
            }
            least = Math.min(least, difference == 0 ? 0 : difference / size);
        }
        return least;
    }

    /** The entry with the largest of all errors that scatter of the operator does not explain, if there is one. */
    OptionalInt worstCertain() {
        return worst(entry -> {
            for (int t = 0; t < sides.size(); t++) {
                if (!(sides.get(t).difference(entry) > allowed(t, entry))) {
                    return false;
                }
            }
            return true;
        });
    }

    /** The trial in which an entry violates the identity less. */
    LinearityTrial milder(int entry) {
        return trials.get(milderIndex(entry));
    }

    /** The numbers of an entry in the trial in which it violates the identity less. */
    IdentityEvidence evidence(LinearOperator operator, int entry) {
        int t = milderIndex(entry);
        LinearityTrial.Sides side = sides.get(t);
        String name = operator.form().label();
        return new IdentityEvidence(
                identity.property(),
                identity.left(name),
                side.left()[entry],
                identity.right(name),
                side.right()[entry],
                operator.place(entry, side.left().length),
                allowed(t, entry),
                side.scale(entry),
                "a = " + Numbers.vector(trials.get(t).argument()));
    }

    private int milderIndex(int entry) {
        int milder = 0;
        for (int t = 1; t < sides.size(); t++) {
            if (sides.get(t).relative(entry, decision) < sides.get(milder).relative(entry, decision)) {
                milder = t;
            }
        }
        return milder;
    }

    private double allowed(int t, int entry) {
        double scatter = trials.get(t).scatter(1, entry);
        if (identity.isFar()) {
            scatter += trials.get(t).scatter(identity.factor(), entry);
        }
        return decision.tolerance() * sides.get(t).scale(entry)
                + SCATTER * sides.get(t).factor() * scatter;
    }

    private OptionalInt worst(IntPredicate eligible) {
        OptionalInt worst = OptionalInt.empty();
        double most = -1;
        for (int i = 0; i < sides.get(0).left().length; i++) {
            double error = error(i);
            if (error > most && eligible.test(i)) {
                most = error;
                worst = OptionalInt.of(i);
            }
        }
        return worst;
    }
}
