package org.gradcheck.reference;

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
        double[] weights = weights(quotients, coarse, fine);
        double value = extrapolate(quotients, coarse, weights);
        double shorter = extrapolate(quotients, coarse + 1, weights(quotients, coarse + 1, fine));
        double truncation = Math.abs(value - shorter);
        return new Window(coarse, fine, value, truncation, amplification(quotients, coarse, weights), weights);
    }

    /** B = truncation + 4·A·ε. */
    double bound(double noise) {
        return truncation + NOISE_FACTOR * amplification * noise;
    }

    private static double[] weights(Quotients quotients, int coarse, int fine) {
        double[] weights = new double[fine - coarse + 1];
        for (int k = coarse; k <= fine; k++) {
            double uk = quotients.variableAt(k);
            double weight = 1;
            for (int l = coarse; l <= fine; l++) {
                if (l != k) {
                    double ul = quotients.variableAt(l);
                    weight *= ul / (ul - uk);
                }
            }
            weights[k - coarse] = weight;
        }
        return weights;
    }

    private static double extrapolate(Quotients quotients, int coarse, double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * quotients.quotient(coarse + k);
        }
        return sum;
    }

    /** Rounding errors grow with |g|, which on coarse steps can exceed |g| near x by far. */
    private static double amplification(Quotients quotients, int coarse, double[] weights) {
        double near = quotients.near();
        double[] plain = new double[weights.length];
        double[] grown = new double[weights.length];
        boolean grows = false;
        for (int k = 0; k < weights.length; k++) {
            double rho = near > 0 ? Math.max(1, quotients.size(coarse + k) / near) : 1;
            grows |= rho > 1;
            plain[k] = weights[k] / quotients.step(coarse + k);
            grown[k] = plain[k] * rho;
        }
        double amplification = quotients.amplification(plain);
        return grows ? Math.hypot(amplification, quotients.amplification(grown)) : amplification;
    }
}
