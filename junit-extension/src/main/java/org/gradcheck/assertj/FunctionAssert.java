package org.gradcheck.assertj;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.GradientConvention;

/**
 * Assertions on the derivative of a function.
 *
 * <pre>{@code
 * assertThatFunction(loss::value).at(w).hasGradient(loss::gradient);
 * assertThatFunction(model::forward).at(x).hasJvp(model::jvp).hasVjp(model::vjp);   // and adjoint to each other
 * }</pre>
 *
 * <p>Each assertion fails if the derivative is refuted, and also if the check is inconclusive; the message says which.
 *
 * @param <X> the type of the points
 * @param <Y> the type of the values
 */
public class FunctionAssert<X, Y> extends AbstractFunctionAssert<FunctionAssert<X, Y>, X, Y> {

    private Optional<BiFunction<X, X, Y>> jvp = Optional.empty();
    private Optional<BiFunction<X, Y, X>> vjp = Optional.empty();

    /** Use {@link DerivativeAssertions}. */
    public FunctionAssert(DerivativeCheck<X, Y> check) {
        super(check, FunctionAssert.class);
    }

    /** The point at which the derivative is checked. Called again, it begins anew at another point. */
    public FunctionAssert<X, Y> at(X point) {
        return atPoint(point);
    }

    /** {@inheritDoc} */
    @Override
    public FunctionAssert<X, Y> atPoints(List<X> several) {
        jvp = Optional.empty();
        vjp = Optional.empty();
        return super.atPoints(several);
    }

    /** Checks along one direction only; without it several random directions are tried. */
    public FunctionAssert<X, Y> along(X direction) {
        return configured(check -> check.along(direction));
    }

    /** Verifies that x ↦ ∇f(x) is the gradient of the scalar function f. */
    public FunctionAssert<X, Y> hasGradient(Function<X, X> gradient) {
        requireNonNull(gradient, "gradient");
        expectConfirmed("gradient", check -> check.gradient(gradient));
        return this;
    }

    /** Verifies that x ↦ ∇f(x) is the gradient in a convention, as for independent entries of a symmetric matrix. */
    public FunctionAssert<X, Y> hasGradient(Function<X, X> gradient, GradientConvention convention) {
        requireNonNull(gradient, "gradient");
        expectConfirmed("gradient", check -> check.gradient(gradient, convention));
        return this;
    }

    /** Verifies the pushforward (x, v) ↦ f′(x)[v]; after {@link #hasVjp} also that the two are adjoint. */
    public FunctionAssert<X, Y> hasJvp(BiFunction<X, X, Y> pushforward) {
        jvp = Optional.of(requireNonNull(pushforward, "jvp"));
        expectOperators("JVP");
        return this;
    }

    /** Verifies the pullback (x, w) ↦ f′(x)*[w]; after {@link #hasJvp} also that the two are adjoint. */
    public FunctionAssert<X, Y> hasVjp(BiFunction<X, Y, X> pullback) {
        vjp = Optional.of(requireNonNull(pullback, "vjp"));
        expectOperators("VJP");
        return this;
    }

    /** Verifies the Jacobian x ↦ J(x): row i for output i, column j for input j, matrices being read by columns. */
    public FunctionAssert<X, Y> hasJacobian(Function<X, DMatrixRMaj> jacobian) {
        requireNonNull(jacobian, "jacobian");
        expectConfirmed("Jacobian", check -> check.jacobian(jacobian));
        return this;
    }

    /** Verifies the Jacobian given as an array of rows, one for each output. */
    public FunctionAssert<X, Y> hasJacobianRows(Function<X, double[][]> jacobian) {
        requireNonNull(jacobian, "jacobian");
        expectConfirmed("Jacobian", check -> check.jacobianRows(jacobian));
        return this;
    }

    /** Verifies that x ↦ g(x) is proved not to be the gradient; an inconclusive check is a failure here too. */
    public FunctionAssert<X, Y> hasWrongGradient(Function<X, X> gradient) {
        requireNonNull(gradient, "gradient");
        expectRefuted("gradient", check -> check.gradient(gradient));
        return this;
    }

    /** Verifies that the pushforward is proved wrong. */
    public FunctionAssert<X, Y> hasWrongJvp(BiFunction<X, X, Y> pushforward) {
        requireNonNull(pushforward, "jvp");
        expectRefuted("JVP", check -> check.jvp(pushforward));
        return this;
    }

    /** Verifies that the pullback is proved wrong. */
    public FunctionAssert<X, Y> hasWrongVjp(BiFunction<X, Y, X> pullback) {
        requireNonNull(pullback, "vjp");
        expectRefuted("VJP", check -> check.vjp(pullback));
        return this;
    }

    /** Verifies that the Jacobian is proved wrong. */
    public FunctionAssert<X, Y> hasWrongJacobian(Function<X, DMatrixRMaj> jacobian) {
        requireNonNull(jacobian, "jacobian");
        expectRefuted("Jacobian", check -> check.jacobian(jacobian));
        return this;
    }

    /** Verifies that the Jacobian given as an array of rows is proved wrong. */
    public FunctionAssert<X, Y> hasWrongJacobianRows(Function<X, double[][]> jacobian) {
        requireNonNull(jacobian, "jacobian");
        expectRefuted("Jacobian", check -> check.jacobianRows(jacobian));
        return this;
    }

    /** The operators named at this point so far: alone one, and the second together with the first. */
    private void expectOperators(String latest) {
        String named = jvp.isPresent() && vjp.isPresent() ? "JVP and VJP" : latest;
        expectConfirmed(named, check -> {
            DerivativeCheck<X, Y> withJvp = jvp.map(check::jvp).orElse(check);
            return vjp.map(withJvp::vjp).orElse(withJvp);
        });
    }
}
