package com.example.huber;

/** Σᵢ h(xᵢ) with h(t) = t²/2 for |t| ≤ 3 and 3|t| − 9/2 beyond, and derivatives with mistakes. */
public final class Huber {

    private static final double THRESHOLD = 3;

    private Huber() {}

    public static double value(double[] x) {
        double sum = 0;
        for (double t : x) {
            sum += value(t);
        }
        return sum;
    }

    public static double value(double t) {
        double size = Math.abs(t);
        return size <= THRESHOLD ? 0.5 * t * t : THRESHOLD * (size - 0.5 * THRESHOLD);
    }

    /** Right until the tail sets in. */
    public static double[] gradientWithoutTail(double[] x) {
        return x.clone();
    }

    public static double derivativeWithoutTail(double t) {
        return t;
    }
}
