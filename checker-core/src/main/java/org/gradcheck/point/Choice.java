package org.gradcheck.point;

import java.util.Optional;

/**
 * Which point of a variable is to be drawn.
 *
 * <p>The variable in question, of rank 0, is ordinary, large and small in turn. The others are not in step with it: were
 * all of them large at once, products would grow out of every reasonable size.
 *
 * <pre>
 * point            1         2         3         4         …
 * rank 0           ordinary  large     small     ordinary
 * rank 1, 3, …     ordinary  ordinary  large     small
 * rank 2, 4, …     ordinary  small     ordinary  large
 * </pre>
 *
 * <p>A point that turned out to be of no use, because f has no value there or the check cannot decide there, is redrawn.
 * Redraws come in pairs, one with signs and one positive, and approach one pair after the other the numbers that most
 * functions take: the magnitude wanted, one halfway to the ordinary, the ordinary, below one; then all over again.
 *
 * @param number its number; the first is 1
 * @param rank the place of the variable among those drawn, from 0
 * @param redraws how many points of this number were given up
 */
public record Choice(long number, int rank, int redraws) {

    /** After so many redraws f seems to have no value anywhere. */
    public static final int MOST_REDRAWS = 24;

    private static final Sizes BETWEEN_LARGE_AND_ORDINARY = new Sizes(1.5, 4);
    private static final Sizes BETWEEN_SMALL_AND_ORDINARY = new Sizes(0.1, 0.6);

    /** Inside the domain of log(1 − x), of arcsines and of the like. */
    private static final Sizes BELOW_ONE = new Sizes(0.1, 0.9);

    private static final int STAGES = 4;

    public Choice {
        if (rank < 0 || redraws < 0) {
            throw new IllegalArgumentException(
                    "rank and redraws must not be negative, got " + rank + " and " + redraws);
        }
    }

    /** The first choice for a number, for the variable in question. */
    public static Choice first(long number) {
        return new Choice(number, 0, 0);
    }

    /** The same for another variable. */
    public Choice ofRank(int newRank) {
        return new Choice(number, newRank, redraws);
    }

    /** What to try where f has no value at this point; empty when enough has been tried. */
    public Optional<Choice> next() {
        return redraws < MOST_REDRAWS ? Optional.of(new Choice(number, rank, redraws + 1)) : Optional.empty();
    }

    /** A point nearer to the ordinary, for a check that cannot decide at this one; empty when there is none. */
    public Optional<Choice> nearer() {
        int stage = redraws / 2;
        return stage < STAGES - 1 ? Optional.of(new Choice(number, rank, 2 * (stage + 1))) : Optional.empty();
    }

    /** Whether it is not the first choice. */
    public boolean isRedrawn() {
        return redraws > 0;
    }

    /** How large the point is meant to be. */
    public Magnitude magnitude() {
        return stage() == 0 ? planned() : Magnitude.ORDINARY;
    }

    /** The sizes of the entries. */
    public Sizes sizes() {
        return switch (stage()) {
            case 0 -> magnitude().sizes();
            case 1 ->
                switch (planned()) {
                    case ORDINARY -> Magnitude.ORDINARY.sizes();
                    case LARGE -> BETWEEN_LARGE_AND_ORDINARY;
                    case SMALL -> BETWEEN_SMALL_AND_ORDINARY;
                };
            case 2 -> Magnitude.ORDINARY.sizes();
            default -> BELOW_ONE;
        };
    }

    /** Whether no entry is to be negative. */
    public boolean isPositive() {
        return redraws % 2 == 1;
    }

    /** Whether its signs are those planned for its number; later redraws try others. */
    boolean hasPlannedSigns() {
        return redraws <= 2;
    }

    private Magnitude planned() {
        int shift = rank == 0 ? 0 : 2 - rank % 2;
        return number == 1 ? Magnitude.ORDINARY : Magnitude.of(number - shift);
    }

    private int stage() {
        return redraws / 2 % STAGES;
    }
}
