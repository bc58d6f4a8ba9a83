package org.gradcheck.adapt;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Vector functions in the shapes that code has, as the function x ↦ f(x) that a check takes. */
public final class Outputs {

    private Outputs() {}

    /**
     * A function that writes its values into an array, {@code void residuals(double[] x, double[] r)}. As with
     * {@link Gradients#filling}, an entry that is left out is seen.
     *
     * @param length the number of values
     */
    public static UnaryOperator<double[]> filling(int length, BiConsumer<double[], double[]> code) {
        HandedArray array =
                new HandedArray(length, "; it is handed an array for " + length + " values: is that how many f has?");
        return x -> array.filledBy(y -> code.accept(x, y));
    }
}
