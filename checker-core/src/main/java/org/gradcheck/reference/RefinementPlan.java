package org.gradcheck.reference;

import java.util.stream.IntStream;

/** Which steps to add next, by what the samples lack. The order of each list was found by measurement. */
final class RefinementPlan {

    /** The quotients do not converge: only the finest steps can still tell. */
    static final int[] NOT_CONVERGING = {30, 32, 29, 31, 28};

    /** No window stands: the ladder has gaps where f changes its behaviour. */
    static final int[] NO_WINDOW = {20, 22, 12, 18, 14, 26, 29, 31};

    private static final int[] AMBIGUOUS_NOISE = {22, 20, 29, 25};

    private RefinementPlan() {}

    /** Too few finite pairs: finer steps stay inside of the domain. */
    static int[] domain(Samples samples) {
        int[] fixed = {11, 13, 18, 20, 22, 29, 31, 30, 32, 28};
        if (samples.count() == 0) {
            return fixed;
        }
        int coarsest = samples.exponents()[0];
        IntStream beside = IntStream.of(2, 4, 1, 3, 6).map(d -> coarsest + d);
        return valid(IntStream.concat(beside, IntStream.of(fixed)));
    }

    /** The bound wants to be smaller: finer steps where truncation rules it, coarser where noise does. */
    static int[] refine(Quotients samples, WindowSelection selection, boolean ambiguousNoise, boolean flatAtTheFinest) {
        Window window = selection.window();
        int coarse = samples.exponents()[window.coarse()];
        int fine = samples.exponents()[window.fine()];
        IntStream steps;
        if (window.truncation() > selection.bound() - window.truncation()) {
            int gap = window.fine() + 1 < samples.count()
                    ? samples.exponents()[window.fine() + 1] - fine
                    : StepLadder.FINEST - fine;
            steps = IntStream.of(
                    fine + Math.min(2, gap - 1), fine + 1, fine - 1, coarse + 1, fine + 3, fine + 4, fine + 5);
        } else {
            steps = IntStream.of(
                    coarse - 2,
                    coarse - 1,
                    coarse + 1,
                    coarse + 3,
                    coarse - 3,
                    fine - 1,
                    fine - 2,
                    coarse - 1,
                    coarse + 1,
                    fine + 1,
                    fine + 2);
        }
        if (ambiguousNoise) {
            steps = IntStream.concat(IntStream.of(AMBIGUOUS_NOISE), steps);
        }
        return valid(flatAtTheFinest ? IntStream.concat(IntStream.of(FlatPiece.FINEST_PIECE), steps) : steps);
    }

    private static int[] valid(IntStream exponents) {
        return exponents
                .filter(k -> k >= 1 && k <= StepLadder.FINEST)
                .distinct()
                .toArray();
    }
}
