package org.gradcheck.junit;

/** Σᵢ log(1 + exp(−yᵢ xᵢᵀw)) + λ/2 wᵀw, with its derivatives; the subject of the examples. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogisticLoss(double[][] samples, double[] labels, double ridge) {

    static LogisticLoss ofFourSamples() {
        return new LogisticLoss(
                new double[][] {{5.1, 3.5, 1.4}, {4.9, 3.0, 1.3}, {7.0, 3.2, 4.7}, {6.4, 2.9, 4.3}},
                new double[] {-1, -1, 1, 1},
                0.1);
    }

    double value(double[] w) {
        double sum = 0.5 * ridge * dot(w, w);
        for (int i = 0; i < labels.length; i++) {
            sum += softplus(-labels[i] * dot(samples[i], w));
        }
        return sum;
    }

    double[] gradient(double[] w) {
        double[] g = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            g[j] = ridge * w[j];
            for (int i = 0; i < labels.length; i++) {
                g[j] -= labels[i] * samples[i][j] / (1 + Math.exp(labels[i] * dot(samples[i], w)));
            }
        }
        return g;
    }

    double[] gradientWithoutRidge(double[] w) {
        double[] g = gradient(w);
        for (int j = 0; j < w.length; j++) {
            g[j] -= ridge * w[j];
        }
        return g;
    }

    double[] margins(double[] w) {
        double[] margins = new double[labels.length];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = labels[i] * dot(samples[i], w);
        }
        return margins;
    }

    double[] marginsJvp(double[] w, double[] dw) {
        return margins(dw);
    }

    double[] marginsVjp(double[] w, double[] cotangent) {
        double[] pulledBack = new double[w.length];
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < w.length; j++) {
                pulledBack[j] += cotangent[i] * labels[i] * samples[i][j];
            }
        }
        return pulledBack;
    }

    private static double softplus(double t) {
        return Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
