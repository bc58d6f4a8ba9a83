package org.gradcheck.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradcheck.corpus.CorpusCase.Mutant;

/** Mistakes that can be planted in any derivative: sign, factors, one coordinate, a stale point, a shift. */
final class Mutations {

    private Mutations() {}

    static List<Mutant> of(CorpusCase subject, double... errors) {
        Function<double[], double[][]> right = subject.right();
        List<Mutant> mutants = new ArrayList<>();
        mutants.add(new Mutant("sign", 1, entrywise(right, d -> -d)));
        mutants.add(new Mutant("factor 2", 1, entrywise(right, d -> 2 * d)));
        mutants.add(new Mutant("zero", 1, entrywise(right, d -> 0)));
        for (double error : errors) {
            String size = String.format(Locale.ROOT, "%.0e", error);
            mutants.add(new Mutant("factor 1+" + size, error, entrywise(right, d -> d * (1 + error))));
            mutants.add(new Mutant(
                    "one coordinate by " + size,
                    error / Math.sqrt(subject.point().length),
                    oneCoordinate(right, error)));
        }
        int n = subject.point().length;
        if (n > 1) {
            mutants.add(new Mutant("shifted by one", 1, row(right, Mutations::shift)));
        }
        return mutants.stream().filter(mutant -> differs(subject, mutant)).toList();
    }

    /** Twice zero is no mistake. */
    private static boolean differs(CorpusCase subject, Mutant mutant) {
        double[][] right = subject.right().apply(subject.point());
        double[][] wrong = mutant.jacobian().apply(subject.point());
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < right.length; i++) {
            for (int j = 0; j < right[i].length; j++) {
                largest = Math.max(largest, Math.abs(right[i][j]));
                difference = Math.max(difference, Math.abs(right[i][j] - wrong[i][j]));
            }
        }
        return difference > 1e-14 * largest;
    }

    private static Function<double[], double[][]> entrywise(
            Function<double[], double[][]> right, java.util.function.DoubleUnaryOperator mistake) {
        return row(right, entries -> {
            double[] changed = new double[entries.length];
            for (int j = 0; j < changed.length; j++) {
                changed[j] = mistake.applyAsDouble(entries[j]);
            }
            return changed;
        });
    }

    private static Function<double[], double[][]> row(
            Function<double[], double[][]> right, UnaryOperator<double[]> mistake) {
        return x -> {
            double[][] jacobian = right.apply(x);
            double[][] changed = new double[jacobian.length][];
            for (int i = 0; i < changed.length; i++) {
                changed[i] = mistake.apply(jacobian[i]);
            }
            return changed;
        };
    }

    /**
     * One entry of the last row wrong by {@code error} times the root mean square contribution of all of them, as seen
     * in relative steps.
     */
    private static Function<double[], double[][]> oneCoordinate(Function<double[], double[][]> right, double error) {
        return x -> {
            double[][] jacobian = right.apply(x);
            double[][] changed = jacobian.clone();
            double[] last = jacobian[jacobian.length - 1].clone();
            int j = last.length / 2;
            double sum = 0;
            for (int k = 0; k < last.length; k++) {
                sum += square(last[k] * scale(x[k]));
            }
            last[j] += error * Math.sqrt(sum / last.length) / scale(x[j]);
            changed[changed.length - 1] = last;
            return changed;
        };
    }

    private static double[] shift(double[] entries) {
        double[] shifted = new double[entries.length];
        for (int j = 0; j < entries.length; j++) {
            shifted[(j + 1) % entries.length] = entries[j];
        }
        return shifted;
    }

    private static double scale(double x) {
        return x == 0 ? 1 : Math.abs(x);
    }

    private static double square(double x) {
        return x * x;
    }
}
