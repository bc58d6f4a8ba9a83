package org.gradcheck.space;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Equality constraints g(x) = 0 with the pullback of g. They make a manifold, {@link Manifolds#levelSet}, and have Lagrange
 * multipliers.
 *
 * @param values the space of the values of g, which may have several: {@code Spaces.vector(m)} for m constraints
 * @param function g
 * @param vjp (x, λ) ↦ g′(x)*[λ], Jᵍᵀλ in the Euclidean inner product: a combination of the gradients of the constraints
 * @param <X> the type of the points
 * @param <G> the type of the values of g
 */
public record Constraints<X, G>(Space<G> values, Function<X, G> function, BiFunction<X, G, X> vjp) {

    /** A single constraint with its gradient. */
    public static <X> Constraints<X, Double> of(ToDoubleFunction<X> g, Function<X, X> gradient, Space<X> domain) {
        return new Constraints<>(Spaces.scalar(), g::applyAsDouble, (x, lambda) -> {
            double[] along = domain.coordinates(gradient.apply(x));
            for (int i = 0; i < along.length; i++) {
                along[i] *= lambda;
            }
            return domain.element(along);
        });
    }

    /** Several constraints on a vector, with the Jacobian of g as an array of rows, one for each constraint. */
    public static Constraints<double[], double[]> ofRows(
            int count, UnaryOperator<double[]> g, Function<double[], double[][]> jacobian) {
        return new Constraints<>(
                Spaces.vector(count), g, (x, lambda) -> combination(jacobian.apply(x), lambda, x.length));
    }

    private static double[] combination(double[][] rows, double[] lambda, int length) {
        if (rows.length != lambda.length) {
            throw new IllegalArgumentException(
                    "a Jacobian of " + lambda.length + " constraints has a row for each, got " + rows.length + " rows");
        }
        double[] sum = new double[length];
        for (int j = 0; j < rows.length; j++) {
            if (rows[j].length != length) {
                throw new IllegalArgumentException("a row of a Jacobian at a vector of length " + length
                        + " is as long, got " + rows[j].length + " entries in row " + j);
            }
            for (int i = 0; i < length; i++) {
                sum[i] += lambda[j] * rows[j][i];
            }
        }
        return sum;
    }
}
