package org.gradcheck.complex;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.ComplexVector;

/**
 * A real program written once more, in complex numbers. Its arguments are the coordinates of a point, matrices being read as their
 * space does, and its results those of f.
 *
 * <p>A twin is written by hand and may be wrong. A check therefore examines it first and believes it only as far as the examination
 * can tell: see {@code DerivativeCheck.complexTwin}.
 *
 * @param function the twin on complex coordinates
 */
public record ComplexTwin(ComplexFunction function) implements ComplexFunction {

    public ComplexTwin {
        requireNonNull(function, "twin");
    }

    /** The twin of a function with one output: {@code ComplexTwin.ofScalar(z -> z.dot(z).sqrt())}. */
    public static ComplexTwin ofScalar(Function<ComplexArray, Complex> twin) {
        requireNonNull(twin, "twin");
        return new ComplexTwin(z -> vector(twin.apply(ComplexArray.of(z))));
    }

    /** The twin of a function with any number of outputs: {@code ComplexTwin.ofVector(z -> z.map(Complex::tanh))}. */
    public static ComplexTwin ofVector(UnaryOperator<ComplexArray> twin) {
        requireNonNull(twin, "twin");
        return new ComplexTwin(z -> twin.apply(ComplexArray.of(z)).toVector());
    }

    /** The twin of a function of one variable: {@code ComplexTwin.ofUnivariate(Complex::tanh)}. */
    public static ComplexTwin ofUnivariate(UnaryOperator<Complex> twin) {
        requireNonNull(twin, "twin");
        return new ComplexTwin(z -> vector(twin.apply(ComplexArray.of(z).get(0))));
    }

    private static ComplexVector vector(Complex value) {
        return new ComplexVector(new double[] {value.re()}, new double[] {value.im()});
    }

    @Override
    public ComplexVector apply(ComplexVector z) {
        return function.apply(z);
    }
}
