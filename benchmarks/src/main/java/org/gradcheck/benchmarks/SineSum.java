package org.gradcheck.benchmarks;

/**
 * Σ aᵢ sin xᵢ, with noise if asked for.
 *
 * @param weights the aᵢ
 * @param noise the relative size of the noise, which is a function of x as in a simulation; 0 for none
 */
record SineSum(double[] weights, double noise) {

    double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * Math.sin(x[i]);
        }
        return noise == 0 ? sum : sum * (1 + noise * hash(x));
    }

    double[] gradient(double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = weights[i] * Math.cos(x[i]);
        }
        return gradient;
    }

    /** A number between −1 and 1 that looks random. */
    private static double hash(double[] x) {
        long bits = 0x9E3779B97F4A7C15L;
        for (double xi : x) {
            bits = (bits ^ Double.doubleToLongBits(xi)) * 0xBF58476D1CE4E5B9L;
            bits ^= bits >>> 29;
        }
        return (bits >> 11) * 0x1p-52;
    }
}
