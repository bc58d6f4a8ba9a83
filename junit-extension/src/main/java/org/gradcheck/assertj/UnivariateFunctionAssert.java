package org.gradcheck.assertj;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.complex.Complex;
import org.gradcheck.complex.ComplexTwin;

/**
 * Assertions on the derivative of a function of one variable.
 *
 * <pre>{@code
 * assertThatFunction(Math::sin).at(0.5).hasDerivative(Math::cos).hasSecondDerivative(x -> -Math.sin(x));
 * }</pre>
 */
public class UnivariateFunctionAssert extends AbstractFunctionAssert<UnivariateFunctionAssert, Double, Double> {

    private Optional<UnaryOperator<DerivativeCheck<Double, Double>>> first = Optional.empty();

    /** Use {@link DerivativeAssertions}. */
    public UnivariateFunctionAssert(DerivativeCheck<Double, Double> check) {
        super(check, UnivariateFunctionAssert.class);
    }

    /**
     * The point at which the derivative is checked, or several. Called again, it begins anew.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatFunction(Math::sin).at(0.5, 1, -3).hasDerivative(Math::cos);
     *
     * // assertion will fail: at the last point the derivative is -1
     * assertThatFunction((double x) -&gt; Math.abs(x)).at(0.5, 1, -3).hasDerivative(x -&gt; 1);</code></pre>
     */
    public UnivariateFunctionAssert at(double point, double... more) {
        List<Double> all = new ArrayList<>(List.of(point));
        for (double next : more) {
            all.add(next);
        }
        return atPoints(all);
    }

    /** A twin of f in complex numbers: {@code .withComplexTwin(Complex::tanh)}. Examined before it is believed. */
    public UnivariateFunctionAssert withComplexTwin(UnaryOperator<Complex> twin) {
        return withComplexTwin(ComplexTwin.ofUnivariate(twin));
    }

    /**
     * Verifies the twin of a function of one variable, as in {@link #hasComplexTwin(ComplexTwin)}.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatFunction(Math::tanh).at(0.5).hasComplexTwin(Complex::tanh);
     *
     * // assertion will fail: the twin is of another function
     * assertThatFunction(Math::tanh).at(0.5).hasComplexTwin(Complex::tan);</code></pre>
     */
    public UnivariateFunctionAssert hasComplexTwin(UnaryOperator<Complex> twin) {
        return hasComplexTwin(ComplexTwin.ofUnivariate(twin));
    }

    @Override
    final void forgetForms() {
        first = Optional.empty();
    }

    @Override
    Headline headline() {
        return new Headline(name -> switch (name) {
            case "gradient" -> "derivative";
            case "hessian" -> "second derivative";
            default -> name;
        });
    }

    /**
     * Verifies that x ↦ f′(x) is the derivative.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatFunction(Math::sin).at(0.5).hasDerivative(Math::cos);
     *
     * // assertion will fail: the sign is wrong
     * assertThatFunction(Math::cos).at(0.5).hasDerivative(Math::sin);</code></pre>
     */
    public UnivariateFunctionAssert hasDerivative(DoubleUnaryOperator derivative) {
        requireNonNull(derivative, "derivative");
        expectConfirmed("derivative", check -> check.gradient(derivative::applyAsDouble));
        first = Optional.of(check -> check.gradient(derivative::applyAsDouble));
        return this;
    }

    /**
     * Verifies that x ↦ f″(x) is the second derivative; after {@link #hasDerivative} it is compared with differences of that,
     * otherwise with second differences of f.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatFunction(Math::sin).at(0.5).hasDerivative(Math::cos).hasSecondDerivative(x -&gt; -Math.sin(x));
     *
     * // assertion will fail: the sign is wrong
     * assertThatFunction(Math::sin).at(0.5).hasSecondDerivative(Math::sin);</code></pre>
     */
    public UnivariateFunctionAssert hasSecondDerivative(DoubleUnaryOperator derivative) {
        requireNonNull(derivative, "second derivative");
        expectConfirmed(
                "second derivative",
                check -> first.map(step -> step.apply(check)).orElse(check).hessian(x -> oneByOne(derivative, x)));
        return this;
    }

    private static DMatrixRMaj oneByOne(DoubleUnaryOperator derivative, double x) {
        return new DMatrixRMaj(1, 1, true, derivative.applyAsDouble(x));
    }

    /**
     * Verifies that x ↦ d(x) is proved not to be the derivative, at one of the points at least; an inconclusive check is a
     * failure here too.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatFunction(Math::sin).at(0.5).hasWrongDerivative(Math::sin);
     *
     * // assertion will fail: the derivative is right
     * assertThatFunction(Math::sin).at(0.5).hasWrongDerivative(Math::cos);</code></pre>
     */
    public UnivariateFunctionAssert hasWrongDerivative(DoubleUnaryOperator derivative) {
        requireNonNull(derivative, "derivative");
        expectRefuted("derivative", check -> check.gradient(derivative::applyAsDouble));
        return this;
    }

    /**
     * Verifies that x ↦ d(x) is proved not to be the second derivative, likewise.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatFunction(Math::sin).at(0.5).hasWrongSecondDerivative(Math::cos);
     *
     * // assertion will fail: the second derivative is right
     * assertThatFunction(Math::sin).at(0.5).hasWrongSecondDerivative(x -&gt; -Math.sin(x));</code></pre>
     */
    public UnivariateFunctionAssert hasWrongSecondDerivative(DoubleUnaryOperator derivative) {
        requireNonNull(derivative, "second derivative");
        expectRefuted("second derivative", check -> check.hessian(x -> oneByOne(derivative, x)));
        return this;
    }
}
