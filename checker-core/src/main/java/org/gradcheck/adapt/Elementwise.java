package org.gradcheck.adapt;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradcheck.function.Fault;
import org.gradcheck.function.FaultException;

/**
 * Functions that act on each entry by itself. Their Jacobian is diagonal, and code has the diagonal only, as an array.
 *
 * <pre>{@code
 * assertThatFunction(Elementwise.of(Math::tanh)).at(x).hasJvp(Elementwise.jvp(layer::slopes));
 * }</pre>
 */
public final class Elementwise {

    private Elementwise() {}

    /** A function of a number, of each entry. */
    public static UnaryOperator<double[]> of(DoubleUnaryOperator f) {
        return x -> Arrays.stream(x).map(f).toArray();
    }

    /**
     * The pushforward (x, v) ↦ d(x)∘v. It is the pullback as well, for a diagonal is its own transpose.
     *
     * @param slopes x ↦ d(x), the derivative of each entry of f at the same entry of x
     */
    public static BiFunction<double[], double[], double[]> jvp(Function<double[], double[]> slopes) {
        return (x, v) -> times(slopes.apply(x), v);
    }

    /**
     * The same where the derivatives are a function of the output y = f(x), as 1 − y² is for tanh.
     *
     * @param slopes y ↦ d(y), for each entry
     */
    public static BiFunction<double[], double[], double[]> jvpOfOutput(
            Function<double[], double[]> f, Function<double[], double[]> slopes) {
        return (x, v) -> times(slopes.apply(f.apply(x)), v);
    }

    /** The derivative x ↦ d(f(x)) of a function of a number, where d takes the output: {@code ofOutput(Math::tanh, y -> 1 - y * y)}. */
    public static DoubleUnaryOperator ofOutput(DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        return x -> slope.applyAsDouble(f.applyAsDouble(x));
    }

    private static double[] times(double[] slopes, double[] v) {
        if (slopes.length != v.length) {
            throw new FaultException(new Fault(
                    Fault.Kind.WRONG_LENGTH,
                    "has " + slopes.length + " derivatives for " + v.length
                            + " entries, where it is to have one each"));
        }
        double[] product = new double[v.length];
        Arrays.setAll(product, i -> slopes[i] * v[i]);
        return product;
    }
}
