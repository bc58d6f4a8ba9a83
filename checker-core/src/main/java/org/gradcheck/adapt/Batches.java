package org.gradcheck.adapt;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradcheck.function.Fault;
import org.gradcheck.function.FaultException;

/**
 * Functions with a value for each row of a batch, and their gradients, a row for each: the batch as one point of
 * {@link org.gradcheck.space.Spaces#rows}. That a row's value depends on other rows, as it should not, is then seen. For one row
 * alone see {@link BatchRow}.
 */
public final class Batches {

    private Batches() {}

    /**
     * The pushforward (X, V) ↦ (⟨gᵢ, vᵢ⟩)ᵢ.
     *
     * @param gradients X ↦ G, row i being the gradient of value i with respect to row i
     */
    public static BiFunction<double[][], double[][], double[]> jvp(UnaryOperator<double[][]> gradients) {
        return (x, v) -> {
            double[][] g = rowEach(gradients.apply(x), x);
            return IntStream.range(0, x.length)
                    .mapToDouble(i -> inner(g[i], v[i]))
                    .toArray();
        };
    }

    /** The pullback (X, w) ↦ (wᵢgᵢ)ᵢ, of the same gradients. */
    public static BiFunction<double[][], double[], double[][]> vjp(UnaryOperator<double[][]> gradients) {
        return (x, w) -> {
            double[][] g = rowEach(gradients.apply(x), x);
            return IntStream.range(0, x.length)
                    .mapToObj(i -> IntStream.range(0, x[i].length)
                            .mapToDouble(j -> w[i] * g[i][j])
                            .toArray())
                    .toArray(double[][]::new);
        };
    }

    private static double inner(double[] g, double[] v) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
            sum += g[j] * v[j];
        }
        return sum;
    }

    private static double[][] rowEach(double[][] g, double[][] x) {
        if (g.length != x.length) {
            throw misfit("returned " + g.length + " gradients for a batch of " + x.length + " rows");
        }
        for (int i = 0; i < g.length; i++) {
            if (g[i].length != x[i].length) {
                throw misfit("returned " + g[i].length + " entries for row " + i + ", which has " + x[i].length);
            }
        }
        return g;
    }

    private static FaultException misfit(String text) {
        return new FaultException(new Fault(Fault.Kind.WRONG_LENGTH, text));
    }
}
