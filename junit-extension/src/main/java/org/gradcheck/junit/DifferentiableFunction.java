package org.gradcheck.junit;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * A function with its derivatives, as something that can be listed: by a {@link Differentiable} method, or by a class of its
 * own that implements this.
 */
@FunctionalInterface
public interface DifferentiableFunction {

    /** The function, where it is defined, and its derivatives. */
    DerivativeForms<?, ?> forms();

    /** A scalar function of vectors of a length. */
    static DerivativeForms<double[], Double> scalar(int dimension, ToDoubleFunction<double[]> f) {
        return DerivativeForms.of(DerivativeCheck.ofScalar(f), Spaces.vector(dimension), f::applyAsDouble);
    }

    /** A vector function of vectors of a length. */
    static DerivativeForms<double[], double[]> vector(int dimension, UnaryOperator<double[]> f) {
        return DerivativeForms.of(DerivativeCheck.ofVector(f), Spaces.vector(dimension), f);
    }

    /** A function of one variable. */
    static DerivativeForms<Double, Double> univariate(DoubleUnaryOperator f) {
        return of(Spaces.scalar(), Spaces.scalar(), f::applyAsDouble);
    }

    /** A function from a space, or from a manifold at given points, to a space. */
    static <X, Y> DerivativeForms<X, Y> of(Manifold<X> domain, Space<Y> codomain, Function<X, Y> f) {
        return DerivativeForms.of(DerivativeCheck.of(domain, codomain, f), domain, f);
    }
}
