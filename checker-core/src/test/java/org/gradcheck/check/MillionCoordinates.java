package org.gradcheck.check;

import java.util.SplittableRandom;
import org.gradcheck.report.CheckReport;

/**
 * A check of a gradient with a million coordinates, as a program: it prints the report. The first argument is the factor
 * by which the gradient is wrong, 1 for not at all.
 */
final class MillionCoordinates {

    private static final int DIMENSION = 1_000_000;

    private MillionCoordinates() {}

    public static void main(String[] args) {
        double factor = Double.parseDouble(args[0]);
        SplittableRandom random = new SplittableRandom(1);
        double[] weights = random.doubles(DIMENSION, 0.5, 1.5).toArray();
        double[] x = random.doubles(DIMENSION, -2, 2).toArray();

        CheckReport report = DerivativeCheck.ofScalar(at -> value(weights, at))
                .at(x)
                .gradient(at -> gradient(weights, at, factor))
                .run();

        System.out.println(report);
    }

    private static double value(double[] weights, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * Math.sin(x[i]);
        }
        return sum;
    }

    private static double[] gradient(double[] weights, double[] x, double factor) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = factor * weights[i] * Math.cos(x[i]);
        }
        return gradient;
    }
}
