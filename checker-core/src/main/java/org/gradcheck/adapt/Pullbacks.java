package org.gradcheck.adapt;

import java.util.function.BiFunction;
import java.util.function.Function;

/** Pullbacks, or backward passes, in the shapes that code has, as the function (x, w) ↦ f′(x)*[w] that a check takes. */
public final class Pullbacks {

    private Pullbacks() {}

    /** {@code void backward(double[] x, double[] outputGradient, double[] inputGradient)}. */
    @FunctionalInterface
    public interface IntoArray {
        /** Sets the third array, or adds to it. */
        void accept(double[] x, double[] cotangent, double[] result);
    }

    /** A pullback that is written into an array of the length of x, as for {@link Gradients#filling}. */
    public static BiFunction<double[], double[], double[]> filling(IntoArray code) {
        return (x, w) -> new HandedArray(x.length).filledBy(result -> code.accept(x, w, result));
    }

    /** A pullback that is added to what is in an array of the length of x, as for {@link Gradients#adding}. */
    public static BiFunction<double[], double[], double[]> adding(IntoArray code) {
        return (x, w) -> new HandedArray(x.length).addedBy(result -> code.accept(x, w, result));
    }

    /**
     * A pullback that takes y = f(x) in place of x, as those of tanh, softmax and others do.
     *
     * @param pullback (y, w) ↦ f′(x)*[w]
     */
    public static BiFunction<double[], double[], double[]> ofOutput(
            Function<double[], double[]> f, BiFunction<double[], double[], double[]> pullback) {
        return (x, w) -> pullback.apply(f.apply(x), w);
    }
}
