package com.example.physics;

/** Energy k/4 (|x|² − 1)² of a spring of length 1, with its force. */
public record Spring(double stiffness) {

    public double energy(double[] x) {
        double stretch = stretch(x);
        return 0.25 * stiffness * stretch * stretch;
    }

    public double[] gradient(double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = stiffness * stretch(x) * x[i];
        }
        return g;
    }

    static double stretch(double[] x) {
        double sum = -1;
        for (double t : x) {
            sum += t * t;
        }
        return sum;
    }

    static double[] stretchGradient(double[] x) {
        double[] g = x.clone();
        for (int i = 0; i < g.length; i++) {
            g[i] *= 2;
        }
        return g;
    }
}
