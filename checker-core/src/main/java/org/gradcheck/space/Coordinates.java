package org.gradcheck.space;

/** Sums over coordinates. */
final class Coordinates {

    private Coordinates() {}

    static double inner(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    /** √Σ(uᵢvᵢ)², by way of the largest term: squares of values beyond 1e154 overflow. */
    static double termSize(double[] u, double[] v) {
        double unit = 0;
        for (int i = 0; i < u.length; i++) {
            unit = Math.max(unit, Math.abs(u[i] * v[i]));
        }
        double size = 0;
        for (int i = 0; i < u.length && unit > 0; i++) {
            double term = u[i] * v[i] / unit;
            size += term * term;
        }
        return unit * Math.sqrt(size);
    }

    static double[] absolute(double[] u) {
        double[] sizes = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            sizes[i] = Math.abs(u[i]);
        }
        return sizes;
    }

    static double[] sum(double[] u, double[] v) {
        double[] sum = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            sum[i] = u[i] + v[i];
        }
        return sum;
    }

    static double[] times(double t, double[] v) {
        double[] scaled = v.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= t;
        }
        return scaled;
    }

    static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    static double largest(double[] u) {
        double largest = 0;
        for (double entry : u) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    static double largestDifference(double[] u, double[] v) {
        double largest = 0;
        for (int i = 0; i < u.length; i++) {
            largest = Math.max(largest, Math.abs(u[i] - v[i]));
        }
        return largest;
    }
}
