package com.example.loss;

/** Σᵢ log(1 + exp(−yᵢ xᵢᵀw)) + λ/2 wᵀw with its gradient. */
public final class LogisticLoss {

    private final double[][] samples;
    private final double[] labels;
    private final double ridge;

    public LogisticLoss(double[][] samples, double[] labels, double ridge) {
        this.samples = samples;
        this.labels = labels;
        this.ridge = ridge;
    }

    public double value(double[] w) {
        double sum = 0.5 * ridge * dot(w, w);
        for (double margin : margins(w)) {
            sum += Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(-margin, 0);
        }
        return sum;
    }

    public double[] gradient(double[] w) {
        double[] g = new double[w.length];
        double[] margins = margins(w);
        for (int j = 0; j < w.length; j++) {
            g[j] = ridge * w[j];
            for (int i = 0; i < labels.length; i++) {
                g[j] -= labels[i] * samples[i][j] / (1 + Math.exp(margins[i]));
            }
        }
        return g;
    }

    /** yᵢ xᵢᵀw. */
    public double[] margins(double[] w) {
        double[] margins = new double[labels.length];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = labels[i] * dot(samples[i], w);
        }
        return margins;
    }

    public double[] marginsJvp(double[] w, double[] dw) {
        return margins(dw);
    }

    public double[] marginsVjp(double[] w, double[] cotangent) {
        double[] pulled = new double[w.length];
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < w.length; j++) {
                pulled[j] += cotangent[i] * labels[i] * samples[i][j];
            }
        }
        return pulled;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
