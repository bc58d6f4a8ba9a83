package org.gradcheck.diagnosis.where;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Finds the wrong ones among many members by measuring sums of their errors (Dorfman 1943; Du and Hwang, "Combinatorial
 * Group Testing and Its Applications", 2000). A measurement is a number and not a bit: with each member's error multiplied by
 * a code of its own, the ratio of two measurements is the code of a single wrong member, whatever their number. Otherwise
 * the set is halved, and one half follows from the other by subtraction. Costs about d·log₂(n/d) measurements for d wrong
 * ones among n, and less than ten for a single one that is resolved well.
 */
public final class GroupTesting {

    private static final double CERTAIN = 4;

    /** A ratio less certain than this tells too little of the codes. */
    private static final double DECODABLE = 0.2;

    private final Measure measure;
    private final SplittableRandom random;
    private final int most;
    private int measurements;

    /** Measures sums of errors. */
    @FunctionalInterface
    public interface Measure {
        /**
         * The sum of the errors of some members, each multiplied by its code.
         *
         * @param members the members, increasing
         * @param codes a code between ½ and 1 for each; may be rounded
         * @return empty if it cannot be measured
         */
        Optional<Sum> of(int[] members, double[] codes);
    }

    /**
     * A measured sum.
     *
     * @param error the sum
     * @param bound how far it may be off
     * @param codes the codes as they were
     */
    public record Sum(double error, double bound, double[] codes) {
        boolean isCertain() {
            return Math.abs(error) > CERTAIN * bound;
        }
    }

    /**
     * The wrong members.
     *
     * @param members those known to be wrong, increasing
     * @param isComplete whether no other member can be wrong by more than is resolved
     */
    public record Found(int[] members, boolean isComplete) {}

    private record Suspects(int[] members, double error, double bound) {
        boolean isCertain() {
            return Math.abs(error) > CERTAIN * bound;
        }
    }

    /**
     * A search.
     *
     * @param most how many measurements it may take
     */
    public GroupTesting(Measure measure, SplittableRandom random, int most) {
        this.measure = measure;
        this.random = random;
        this.most = most;
    }

    /** How many measurements were taken. */
    public int measurements() {
        return measurements;
    }

    /** Searches among some members, increasing. */
    public Found among(int[] members) {
        List<Integer> wrong = new ArrayList<>();
        Deque<Suspects> stack = new ArrayDeque<>();
        boolean complete = true;
        Optional<Sum> whole = plain(members);
        if (whole.isEmpty()) {
            return new Found(new int[0], false);
        }
        push(stack, new Suspects(members, whole.get().error(), whole.get().bound()));
        while (!stack.isEmpty()) {
            Suspects suspects = stack.pop();
            if (suspects.members().length == 1) {
                wrong.add(suspects.members()[0]);
            } else if (!decode(suspects, stack) && !halve(suspects, stack)) {
                complete = false;
            }
        }
        return new Found(wrong.stream().mapToInt(i -> i).sorted().toArray(), complete);
    }

    /** Splits the candidates off that a coded measurement leaves; false if it leaves too many. */
    private boolean decode(Suspects suspects, Deque<Suspects> stack) {
        int[] members = suspects.members();
        if (members.length < 3) {
            return false;
        }
        Optional<Sum> coded = measured(members, randomCodes(members.length));
        if (coded.isEmpty()) {
            return false;
        }
        double ratio = coded.get().error() / suspects.error();
        double slack =
                CERTAIN * (coded.get().bound() + Math.abs(ratio) * suspects.bound()) / Math.abs(suspects.error());
        if (!(ratio >= 0.5 - slack && ratio <= 1 + slack && slack < DECODABLE)) {
            return false;
        }
        double[] codes = coded.get().codes();
        double rank = 0.5 / members.length;
        int[] candidates = filtered(members, codes, ratio, slack + rank, true);
        if (candidates.length == 0 || candidates.length > Math.max(1, members.length / 4)) {
            return false;
        }
        Optional<Sum> part = plain(candidates);
        if (part.isEmpty() || !part.get().isCertain()) {
            return false;
        }
        int[] rest = filtered(members, codes, ratio, slack + rank, false);
        push(stack, remainder(rest, suspects, part.get()));
        push(stack, new Suspects(candidates, part.get().error(), part.get().bound()));
        return true;
    }

    private boolean halve(Suspects suspects, Deque<Suspects> stack) {
        int[] shuffled = shuffled(suspects.members());
        int[] one = Arrays.copyOfRange(shuffled, 0, shuffled.length / 2);
        int[] other = Arrays.copyOfRange(shuffled, shuffled.length / 2, shuffled.length);
        Arrays.sort(one);
        Arrays.sort(other);
        Optional<Sum> half = plain(one);
        if (half.isEmpty()) {
            return false;
        }
        push(stack, remainder(other, suspects, half.get()));
        push(stack, new Suspects(one, half.get().error(), half.get().bound()));
        return true;
    }

    private static Suspects remainder(int[] members, Suspects whole, Sum part) {
        return new Suspects(members, whole.error() - part.error(), whole.bound() + part.bound());
    }

    private static void push(Deque<Suspects> stack, Suspects suspects) {
        if (suspects.members().length > 0 && suspects.isCertain()) {
            stack.push(suspects);
        }
    }

    private static int[] filtered(int[] members, double[] codes, double ratio, double within, boolean inside) {
        int[] kept = new int[members.length];
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (Math.abs(codes[i] - ratio) <= within == inside) {
                kept[count++] = members[i];
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private Optional<Sum> plain(int[] members) {
        double[] ones = new double[members.length];
        Arrays.fill(ones, 1);
        return measured(members, ones);
    }

    private Optional<Sum> measured(int[] members, double[] codes) {
        if (measurements >= most) {
            return Optional.empty();
        }
        measurements++;
        return measure.of(members, codes);
    }

    private double[] randomCodes(int count) {
        int[] ranks = new int[count];
        for (int i = 0; i < count; i++) {
            ranks[i] = i;
        }
        int[] order = shuffled(ranks);
        double[] codes = new double[count];
        for (int i = 0; i < count; i++) {
            codes[i] = 0.5 + (order[i] + 0.5) / (2 * count);
        }
        return codes;
    }

    private int[] shuffled(int[] members) {
        int[] shuffled = members.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        return shuffled;
    }
}
