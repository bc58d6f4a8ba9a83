package org.gradcheck.adapt;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.derivative.Valued;

/**
 * Gradients in the shapes that code has, as the function x ↦ ∇f(x) that a check takes, or as x ↦ (f(x), ∇f(x)).
 *
 * <pre>{@code
 * assertThatFunction(loss::value).at(w).hasGradient(Gradients.filling(loss::gradient));
 * }</pre>
 *
 * <p>Arrays that code is handed are used by nobody else; one that it returns may be its own.
 */
public final class Gradients {

    private Gradients() {}

    /**
     * A gradient that is written into an array, {@code void gradient(double[] x, double[] g)}. The array is handed over filled
     * with NaN; a check refutes code that leaves an entry out, and names the entry.
     */
    public static UnaryOperator<double[]> filling(BiConsumer<double[], double[]> code) {
        return x -> new HandedArray(x.length).filledBy(g -> code.accept(x, g));
    }

    /**
     * A gradient that is added to what is in an array, {@code void addGradient(double[] x, double[] sum)}. It is added to zeros
     * and to other numbers, and a check refutes code that does not add exactly the gradient.
     */
    public static UnaryOperator<double[]> adding(BiConsumer<double[], double[]> code) {
        return x -> new HandedArray(x.length).addedBy(g -> code.accept(x, g));
    }

    /** As {@link #filling}, of code that returns the value, {@code double valueAndGradient(double[] x, double[] g)}. */
    public static Function<double[], Valued<Double, double[]>> fillingWithValue(
            ToDoubleBiFunction<double[], double[]> code) {
        return x -> {
            double[] value = new double[1];
            double[] gradient = new HandedArray(x.length).filledBy(g -> value[0] = code.applyAsDouble(x, g));
            return new Valued<>(value[0], gradient);
        };
    }

    /** As {@link #adding}, of code that returns the value, {@code double addGradient(double[] x, double[] sum)}. */
    public static Function<double[], Valued<Double, double[]>> addingWithValue(
            ToDoubleBiFunction<double[], double[]> code) {
        return x -> {
            double[] value = new double[1];
            double[] gradient = new HandedArray(x.length).addedBy(g -> value[0] = code.applyAsDouble(x, g));
            return new Valued<>(value[0], gradient);
        };
    }

    /**
     * Value and gradient in one object, by its two accessors: {@code withValue(model::evaluate, Evaluation::value,
     * Evaluation::gradient)}.
     */
    public static <R> Function<double[], Valued<Double, double[]>> withValue(
            Function<double[], R> code, ToDoubleFunction<R> value, Function<R, double[]> gradient) {
        return x -> {
            R result = code.apply(x);
            return new Valued<>(value.applyAsDouble(result), gradient.apply(result));
        };
    }

    /**
     * The same of an object that gives partial derivatives one by one, from 0 on: {@code withPartials(pricer::price,
     * ValueDerivatives::getValue, ValueDerivatives::getDerivative)}.
     */
    public static <R> Function<double[], Valued<Double, double[]>> withPartials(
            Function<double[], R> code, ToDoubleFunction<R> value, ToDoubleBiFunction<R, Integer> partial) {
        return x -> {
            R result = code.apply(x);
            double[] gradient = new double[x.length];
            Arrays.setAll(gradient, i -> partial.applyAsDouble(result, i));
            return new Valued<>(value.applyAsDouble(result), gradient);
        };
    }

    /** −g, as where a likelihood is maximised and g is its score, but what is minimised is the negative. */
    public static UnaryOperator<double[]> negated(Function<double[], double[]> gradient) {
        return x -> Arrays.stream(gradient.apply(x)).map(entry -> -entry).toArray();
    }
}
