package org.gradcheck.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of consecutive steps, extrapolated to t = 0 (Richardson 1911; the error of a central quotient is even in t, so
 * the extrapolation is in u = t²).
 *
 * @param coarse index of its coarsest step in the samples
 * @param fine index of its finest step
 * @param value E = Σ wₖcₖ with wₖ = Π uₗ/(uₗ − uₖ)
 * @param truncation how much E moves when its coarsest step is left out: an estimate of the truncation error
 * @param amplification A: the standard deviation of E for values of g with standard deviation 1
 * @param weights wₖ, from the coarsest step to the finest
 */
record Window(int coarse, int fine, double value, double truncation, double amplification, double[] weights) {

    /** More steps amplify noise and no longer help. */
    static final int LONGEST = 7;

    /** Neighbours at most a factor 2⁵ apart: further, and the finer step alone decides without being checked. */
    static final int WIDEST_GAP = 5;

    private static final double NOISE_FACTOR = 4;

    /** The window over the samples {@code coarse … fine}, at least two of them. */
    static Window of(Quotients quotients, int coarse, int fine) {
        Table table = Table.of(quotients);
        double shorter = table.extrapolate(coarse + 1, table.weights(coarse + 1, fine));
        return of(quotients, table, coarse, fine, shorter);
    }

    /**
     * All windows without wide gaps, from the one that is finest throughout to the one that is coarsest.
     */
    static List<Window> all(Quotients quotients) {
        Table table = Table.of(quotients);
        List<Window> windows = new ArrayList<>();
        double[] shorter = new double[quotients.count()];
        for (int coarse = quotients.count() - 1; coarse >= 0; coarse--) {
            shorter[coarse] = quotients.quotient(coarse);
            for (int fine = coarse + 1;
                    fine < quotients.count()
                            && fine - coarse < LONGEST
                            && quotients.exponents()[fine] - quotients.exponents()[fine - 1] <= WIDEST_GAP;
                    fine++) {
                Window window = of(quotients, table, coarse, fine, shorter[fine]);
                shorter[fine] = window.value();
                windows.add(window);
            }
        }
        return windows;
    }

    private static Window of(Quotients quotients, Table table, int coarse, int fine, double shorter) {
        double[] weights = table.weights(coarse, fine);
        double value = table.extrapolate(coarse, weights);
        return new Window(
                coarse,
                fine,
                value,
                Math.abs(value - shorter),
                table.amplification(quotients, coarse, weights),
                weights);
    }

    /** B = truncation + 4·A·ε. */
    double bound(double noise) {
        return truncation + NOISE_FACTOR * amplification * noise;
    }

    /**
     * The quotients with all that windows need of them, worked out once.
     *
     * @param perValue by what a quotient multiplies an error of g
     * @param variables u
     * @param quotients c
     * @param growth |g| at the step over |g| near x, at least 1
     */
    private record Table(double[] perValue, double[] variables, double[] quotients, double[] growth) {

        static Table of(Quotients quotients) {
            int count = quotients.count();
            Table table = new Table(new double[count], new double[count], new double[count], new double[count]);
            double near = quotients.near();
            for (int i = 0; i < count; i++) {
                table.perValue[i] = quotients.perValue(i);
                table.variables[i] = quotients.variableAt(i);
                table.quotients[i] = quotients.quotient(i);
                table.growth[i] = near > 0 ? Math.max(1, quotients.size(i) / near) : 1;
            }
            return table;
        }

        double[] weights(int coarse, int fine) {
            double[] weights = new double[fine - coarse + 1];
            for (int k = coarse; k <= fine; k++) {
                double uk = variables[k];
                double weight = 1;
                for (int l = coarse; l <= fine; l++) {
                    if (l != k) {
                        weight *= variables[l] / (variables[l] - uk);
                    }
                }
                weights[k - coarse] = weight;
            }
            return weights;
        }

        double extrapolate(int coarse, double[] weights) {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * quotients[coarse + k];
            }
            return sum;
        }

        /** Rounding errors grow with |g|, which on coarse steps can exceed |g| near x by far. */
        double amplification(Quotients of, int coarse, double[] weights) {
            double[] plain = new double[weights.length];
            double[] grown = new double[weights.length];
            boolean grows = false;
            for (int k = 0; k < weights.length; k++) {
                grows |= growth[coarse + k] > 1;
                plain[k] = weights[k] * perValue[coarse + k];
                grown[k] = plain[k] * growth[coarse + k];
            }
            double amplification = of.amplification(plain);
            return grows ? Math.hypot(amplification, of.amplification(grown)) : amplification;
        }
    }
}
