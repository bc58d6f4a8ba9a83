package org.gradcheck.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.function.Fault;

/**
 * The values of one operator J at two arguments a and b and what is made of them, for {@link LinearityCheck}. Calls the
 * operator as late as possible. Used by one thread.
 */
final class LinearityTrial {

    /** Beyond this, values overflow somewhere inside. */
    private static final double LARGEST = 1e290;

    private static final double FEW_PLACES = 16;
    private static final double LEAK = 1e-5;
    private static final double MUCH_SMALLER = 0x1p-80;

    private final LinearOperator operator;
    private final double[] a;
    private final double[] atZero;
    private final double[] atA;
    private final double[] atB;
    private final double[] atOpposite;
    private final double[] atSum;
    private final double[] scale;
    private final double[] background;
    private final Map<Double, Optional<double[]>> scaled = new TreeMap<>();
    private final Map<Double, Scatter> scatter = new TreeMap<>();

    private LinearityTrial(LinearOperator operator, double[] a, double[] b, double[] atA) {
        this.operator = operator;
        this.a = a;
        this.atA = atA;
        this.atB = operator.apply(b);
        this.atOpposite = operator.apply(times(-1, a));
        this.atSum = operator.apply(combination(3, a, -1, b));
        this.atZero = operator.apply(new double[a.length]);
        this.scale = new double[atA.length];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = Math.max(
                    Math.max(Math.abs(atA[i]), Math.abs(atB[i])),
                    Math.max(Math.max(Math.abs(atOpposite[i]), Math.abs(atZero[i])), Math.abs(atSum[i]) / 4));
        }
        this.background = operator.background(scale);
    }

    /**
     * Calls the operator at a, b and what is made of them; at much smaller ones if sums would overflow.
     *
     * @throws DerivativeFaultException if the operator fails at an argument of ordinary size
     */
    static LinearityTrial of(LinearOperator operator, double[] a, double[] b) {
        double[] atA = operator.apply(a);
        if (largest(atA) <= LARGEST) {
            return new LinearityTrial(operator, a, b, atA);
        }
        double[] smaller = times(MUCH_SMALLER, a);
        return new LinearityTrial(operator, smaller, times(MUCH_SMALLER, b), operator.apply(smaller));
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    double[] argument() {
        return a;
    }

    double at(int entry) {
        return atA[entry];
    }

    double atZero(int entry) {
        return atZero[entry];
    }

    double atOpposite(int entry) {
        return atOpposite[entry];
    }

    /** The two sides of an identity; empty where the operator cannot be asked: far out it may overflow or leave f's domain. */
    Optional<Sides> sides(Linearity identity) {
        return switch (identity) {
            case ZERO -> Optional.of(new Sides(atZero, new double[scale.length], scale, background, 1));
            case OPPOSITE -> Optional.of(new Sides(atOpposite, times(-1, atA), scale, background, 1));
            case SUM -> Optional.of(new Sides(atSum, combination(3, atA, -1, atB), scale, background, 4));
            case SMALL, LARGE ->
                scaled(identity.factor())
                        .map(values ->
                                new Sides(values, times(identity.factor(), atA), scale, background, identity.factor()));
        };
    }

    /** J(ca) for a factor c far from 1. */
    Optional<double[]> scaled(double factor) {
        return scaled.computeIfAbsent(factor, c -> {
            double[] argument = times(c, a);
            return c * largest(scale) > LARGEST || !operator.canTake(argument) ? Optional.empty() : attempt(argument);
        });
    }

    private Optional<double[]> attempt(double[] argument) {
        try {
            return Optional.of(operator.apply(argument));
        } catch (DerivativeFaultException e) {
            if (e.fault().kind() == Fault.Kind.THREW || e.fault().kind() == Fault.Kind.NOT_FINITE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The scatter of an entry of J at c·a, relative to c: its own or what is usual, relative to their sizes, whichever is
     * larger. Infinite where it cannot be had.
     *
     * @throws DerivativeFaultException if the operator fails at an argument of ordinary size
     */
    double scatter(double factor, int entry) {
        Scatter found = scatter.computeIfAbsent(factor, this::scatterAt);
        return Math.max(found.entries()[entry], found.usual() * scale[entry]);
    }

    /**
     * What {@link OperatorNoise} found.
     *
     * @param entries entry by entry; some may be still by chance
     * @param usual the median, relative to the sizes of the entries
     */
    private record Scatter(double[] entries, double usual) {}

    private Scatter scatterAt(double factor) {
        double[] center = factor == 1 ? atA : times(1 / factor, scaled(factor).orElseThrow());
        try {
            double[] noise = OperatorNoise.of(center, k -> times(1 / factor, operator.apply(times(factor * k, a))));
            double[] relative = IntStream.range(0, noise.length)
                    .mapToDouble(i -> noise[i] == 0 ? 0 : noise[i] / scale[i])
                    .sorted()
                    .toArray();
            return new Scatter(noise, relative[relative.length / 2]);
        } catch (DerivativeFaultException e) {
            if (factor == 1) {
                throw e;
            }
            return new Scatter(new double[scale.length], Double.POSITIVE_INFINITY);
        }
    }

    /**
     * Whether an entry scatters more than rounding of the last places explains, as an approximation does.
     *
     * @param violation how far it is from linear; a millionth of that is seen as scatter
     */
    boolean scatters(int entry, double tolerance, double violation) {
        return scatter(1, entry) > tolerance * scale[entry] + LEAK * violation;
    }

    /** Whether rounding of the last places explains all that an entry leaves of additivity, and its scatter. */
    boolean isExact(int entry, double tolerance) {
        Sides sum = sides(Linearity.SUM).orElseThrow();
        return sum.difference(entry) <= tolerance * sum.scale(entry) && !scatters(entry, tolerance, 0);
    }

    /** How far J(a) is from what it was, relative to its size: 0 unless the operator has a state or a random part. */
    double deviationWhenRepeated() {
        double[] again = operator.apply(a);
        double worst = 0;
        for (int i = 0; i < again.length; i++) {
            if (again[i] != atA[i]) {
                worst = Math.max(worst, Math.abs(again[i] - atA[i]) / scale[i]);
            }
        }
        return worst;
    }

    /**
     * The two sides of an identity, entry by entry.
     *
     * @param left the left side
     * @param right the right side
     * @param unit the size of J's values at ordinary arguments
     * @param background the size of what J's values may be the rounding of
     * @param factor how much larger the terms of this identity are
     */
    record Sides(double[] left, double[] right, double[] unit, double[] background, double factor) {

        double scale(int i) {
            return factor * unit[i];
        }

        double difference(int i) {
            return Math.abs(left[i] - right[i]);
        }

        /** The difference relative to the terms; 0 where it is but the rounding of something larger. */
        double relative(int i, IdentityDecision decision) {
            double negligible = decision.smallest() + FEW_PLACES * decision.lastPlace() * background[i];
            return difference(i) <= negligible * Math.max(1, factor) ? 0 : difference(i) / scale(i);
        }
    }

    static double[] times(double factor, double[] v) {
        return combination(factor, v, 0, v);
    }

    private static double[] combination(double p, double[] a, double q, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = p * a[i] + q * b[i];
        }
        return sum;
    }
}
