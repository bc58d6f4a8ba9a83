package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.gradcheck.reference.CentralDifference;
import org.gradcheck.reference.CoarseSteps;
import org.gradcheck.reference.Growth;
import org.gradcheck.reference.Kink;
import org.gradcheck.reference.Line;
import org.gradcheck.reference.LineEstimate;
import org.gradcheck.reference.Refinement;
import org.gradcheck.reference.Samples;
import org.gradcheck.reference.Stairs;
import org.gradcheck.report.Fact;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.Verdict;

/**
 * The derivatives of all read-outs along one line, from f alone.
 *
 * @param line the line, evaluated
 * @param name what its direction is called in messages: "u", "v", "u + v"
 * @param slopes one for each read-out
 */
record SlopesAlongLine(Line line, String name, List<Slope> slopes) {

    /**
     * Evaluates what the derivatives along a line take.
     *
     * @param affordablePairs how many pairs of steps the budget allows, at each time
     */
    static SlopesAlongLine on(Line line, String name, double repeatDeviation, IntSupplier affordablePairs) {
        CentralDifference differences = new CentralDifference(line, repeatDeviation);
        line.evaluatePairs(differences.firstSteps());
        int readOuts = line.readOuts().count();
        double[] found = IntStream.range(0, readOuts)
                .mapToDouble(p -> valueOrZero(differences.estimate(p, 0)))
                .toArray();
        new Refinement(differences, affordablePairs.getAsInt()).run(List.of(found), false);
        List<Slope> slopes = new ArrayList<>();
        for (int p = 0; p < readOuts; p++) {
            LineEstimate estimate = differences.estimate(p, found[p]);
            LineEstimate own = differences.estimate(p, valueOrZero(estimate));
            slopes.add(slope(line, name, p, own, differences.isBent(p, own.scale()), affordablePairs.getAsInt()));
        }
        return new SlopesAlongLine(line, name, slopes);
    }

    private static double valueOrZero(LineEstimate estimate) {
        return estimate.estimate().isKnown() ? estimate.estimate().value() : 0;
    }

    private static Slope slope(
            Line line, String name, int readOut, LineEstimate estimate, boolean isBent, int affordablePairs) {
        boolean isResolved = estimate.status() == LineEstimate.Status.RESOLVED;
        if (!isResolved || !(estimate.resolution() <= Decision.COARSEST)) {
            Optional<Growth> growth = Growth.of(line.samples(readOut));
            if (growth.isPresent()) {
                return broken(growth.get(), line, name, readOut);
            }
        }
        return switch (estimate.status()) {
            case DOMAIN -> undecided(InconclusiveReason.DOMAIN, "f has no value on most steps around the point");
            case NO_WINDOW ->
                undecided(InconclusiveReason.UNRESOLVED, "no two neighbouring steps lead to the same derivative");
            case NOT_CONVERGING ->
                undecided(InconclusiveReason.NOT_CONVERGING, "infinite slope, or no derivative at the point");
            case RESOLVED ->
                estimate.kink().isEmpty() && isBent
                        ? undecided(
                                InconclusiveReason.NOT_CONVERGING,
                                "quotients from the left and from the right differ at the finest steps")
                        : resolved(line, name, readOut, estimate, affordablePairs);
        };
    }

    private static Slope resolved(Line line, String name, int readOut, LineEstimate estimate, int affordablePairs) {
        if (estimate.oneSided()) {
            return undecided(InconclusiveReason.DOMAIN, "f has values on one side of the point only");
        }
        if (estimate.kink().isPresent()) {
            return broken(estimate.kink().get(), line, name, readOut);
        }
        double coarse = coarseSlope(line.samples(readOut));
        boolean asked = Stairs.areAskedAbout(coarse, estimate.estimate(), estimate.noise(), line.samples(readOut));
        if (asked && 2 * affordablePairs < Stairs.EVALUATIONS) {
            return undecided(InconclusiveReason.BUDGET, "too few evaluations to tell whether f moves in stairs");
        }
        if (asked && Stairs.show(coarse, estimate.estimate(), estimate.noise(), line, readOut)) {
            return undecided(
                    InconclusiveReason.TWO_REGIMES,
                    "f moves in stairs; steps that stay on one lead to "
                            + Numbers.value(estimate.estimate().value()) + ", steps over several to about "
                            + Numbers.brief(coarse));
        }
        return new Slope.Resolved(estimate.estimate(), estimate.scale());
    }

    /** The quotient of the finest of the coarse steps. */
    private static double coarseSlope(Samples samples) {
        int i = 0;
        while (i + 1 < samples.count() && samples.exponents()[i + 1] <= CoarseSteps.FINEST) {
            i++;
        }
        return samples.quotient(i);
    }

    private static Slope undecided(InconclusiveReason reason, String seen) {
        return new Slope.Undecided(Verdicts.inconclusive(reason, seen));
    }

    private static Slope broken(Kink kink, Line line, String name, int readOut) {
        return new Slope.Broken(
                "along " + name + " the derivative is " + Numbers.value(kink.left()) + " from the left and "
                        + Numbers.value(kink.right()) + " from the right",
                facts(
                        line,
                        name,
                        readOut,
                        new Fact("left", Numbers.value(kink.left())),
                        new Fact("right", Numbers.value(kink.right()))));
    }

    private static Slope broken(Growth growth, Line line, String name, int readOut) {
        String steps = "down to steps of " + Numbers.error(growth.finest());
        return new Slope.Broken(
                growth.isJump()
                        ? "along " + name + " f jumps by " + Numbers.brief(growth.change())
                        : "along " + name + " the slope of f is infinite: it grows as the step to the power of "
                                + String.format(Locale.ROOT, "%.2f", -growth.power()),
                facts(line, name, readOut, new Fact("seen", steps)));
    }

    private static List<Fact> facts(Line line, String name, int readOut, Fact... facts) {
        List<Fact> all = new ArrayList<>(List.of(facts));
        all.add(new Fact(
                "direction", name + " = " + Numbers.vector(line.direction().tangent())));
        all.addAll(readFrom(line, readOut));
        return all;
    }

    /** Which part of the output is concerned, unless f is a number. */
    static List<Fact> readFrom(Line line, int readOut) {
        String read = line.readOuts().names().get(readOut);
        return read.equals("f") ? List.of() : List.of(new Fact("read from", read));
    }

    /** What shows that there is no derivative along this line. */
    Optional<Slope.Broken> broken() {
        return slopes.stream()
                .filter(Slope.Broken.class::isInstance)
                .map(Slope.Broken.class::cast)
                .findFirst();
    }

    /**
     * Why it cannot be told whether there is one. A combination reads all outputs, and if unresolved does not stand in
     * another's way.
     */
    Optional<Verdict.Inconclusive> undecided() {
        boolean someResolved =
                line.readOuts().areCombinations() && slopes.stream().anyMatch(Slope.Resolved.class::isInstance);
        return slopes.stream()
                .filter(Slope.Undecided.class::isInstance)
                .map(slope -> ((Slope.Undecided) slope).verdict())
                .filter(verdict -> !(someResolved && DirectionVerdicts.isMerelyUnresolved(verdict)))
                .findFirst();
    }

    /** The derivative of one read-out, if there is one. */
    Optional<Slope.Resolved> resolved(int readOut) {
        return slopes.get(readOut) instanceof Slope.Resolved resolved ? Optional.of(resolved) : Optional.empty();
    }

    /** All derivatives that there are. */
    List<Slope.Resolved> resolved() {
        return slopes.stream()
                .filter(Slope.Resolved.class::isInstance)
                .map(Slope.Resolved.class::cast)
                .toList();
    }
}
