package org.gradcheck.reference;

import java.util.Arrays;
import java.util.List;

/**
 * Adds steps to a line until every read-out is resolved well enough for the values it is compared with, or the allowance
 * of pairs is used up. Each round helps the worst read-out.
 */
public final class Refinement {

    private static final int MOST_PAIRS = 13;

    /** Finer than this and more steps would not change a verdict. */
    private static final double RESOLVED = 1e-10;

    /** A short ladder that resolves this well sees every error above the line of refutation. */
    private static final double EASILY_RESOLVED = 1e-9;

    private final Differences differences;
    private final int mostPairs;

    /** @param affordablePairs how many pairs the budget still allows on this line */
    public Refinement(Differences differences, int affordablePairs) {
        this.differences = differences;
        this.mostPairs = Math.min(MOST_PAIRS, differences.line().pairCount() + affordablePairs);
    }

    /**
     * Evaluates the first ladder, then what is missing.
     *
     * @param supplied the values to compare with: one array of read-outs for each supplied form
     * @param easy whether an earlier direction was resolved to the last digits and agreed; then a short ladder may do
     * @return whether the allowance was enough for the first ladder
     */
    public boolean run(List<double[]> supplied, boolean easy) {
        if (easy && evaluate(StepLadder.brief())) {
            Need need = worst(supplied);
            if (need.resolution() <= EASILY_RESOLVED && !need.disagrees()) {
                return true;
            }
        }
        if (!evaluate(differences.firstSteps())) {
            return false;
        }
        Line line = differences.line();
        if (isFlatEverywhere(supplied)) {
            evaluate(StepLadder.outward(line.direction().length()));
        }
        boolean discrepancyConfirmed = false;
        while (line.pairCount() < mostPairs) {
            Need need = worst(supplied);
            boolean disagrees = need.disagrees();
            if (need.resolution() <= RESOLVED && (!disagrees || discrepancyConfirmed)) {
                return true;
            }
            discrepancyConfirmed |= disagrees;
            if (!add(need, disagrees ? 2 : 1)) {
                return true;
            }
        }
        return true;
    }

    /** Whether f shows nothing of a slope that is supplied. */
    private boolean isFlatEverywhere(List<double[]> supplied) {
        for (double[] values : supplied) {
            for (int p = 0; p < values.length; p++) {
                if (values[p] != 0 && FlatPiece.flatFrom(differences.line().samples(p)) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Evaluates the pairs that are not there yet; false if the allowance does not reach. */
    private boolean evaluate(int[] exponents) {
        Line line = differences.line();
        long missing = Arrays.stream(exponents).filter(k -> !line.hasPair(k)).count();
        if (line.pairCount() + missing > mostPairs) {
            return false;
        }
        line.evaluatePairs(exponents);
        return true;
    }

    private boolean add(Need need, int pairs) {
        Line line = differences.line();
        int[] wanted = Arrays.stream(differences.wanted(need.readOut(), need.supplied()))
                .filter(exponent -> !line.hasPair(exponent))
                .distinct()
                .limit(Math.min(pairs, mostPairs - line.pairCount()))
                .toArray();
        line.evaluatePairs(wanted);
        return wanted.length > 0;
    }

    private Need worst(List<double[]> supplied) {
        Need worst = new Need(0, 0, -1, false);
        for (double[] values : supplied) {
            for (int p = 0; p < values.length; p++) {
                LineEstimate estimate = differences.estimate(p, values[p]);
                boolean known = estimate.estimate().isKnown();
                boolean disagrees = known
                        && Math.abs(values[p] - estimate.estimate().value())
                                > estimate.estimate().bound();
                Need need = new Need(p, values[p], known ? estimate.resolution() : Double.POSITIVE_INFINITY, disagrees);
                if (need.isWorseThan(worst)) {
                    worst = need;
                }
            }
        }
        return worst;
    }

    /** What one read-out lacks. */
    private record Need(int readOut, double supplied, double resolution, boolean disagrees) {
        boolean isWorseThan(Need other) {
            boolean unresolved = resolution > RESOLVED;
            boolean otherUnresolved = other.resolution > RESOLVED;
            if (unresolved != otherUnresolved) {
                return unresolved;
            }
            return disagrees != other.disagrees ? disagrees : resolution > other.resolution;
        }
    }
}
