package org.gradcheck.assertj;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.complex.Complex;
import org.gradcheck.complex.ComplexArray;
import org.gradcheck.complex.ComplexTwin;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.TypedBilinearFunction.Function3;
import org.gradcheck.derivative.Valued;
import org.gradcheck.space.Manifold;

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
    private Optional<UnaryOperator<DerivativeCheck<X, Y>>> first = Optional.empty();
    private final List<UnaryOperator<DerivativeCheck<X, Y>>> second = new ArrayList<>();

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
        first = Optional.empty();
        second.clear();
        return super.atPoints(several);
    }

    /**
     * Restricts f to a manifold, or gives its domain another inner product: derivatives are compared along tangents only.
     */
    public FunctionAssert<X, Y> on(Manifold<X> domain) {
        requireNonNull(domain, "domain");
        return configured(check -> check.on(domain));
    }

    /** Checks along one direction only; without it several random directions are tried. */
    public FunctionAssert<X, Y> along(X direction) {
        return configured(check -> check.along(direction));
    }

    /** A twin of a scalar function in complex numbers, as in {@link #withComplexTwin(ComplexTwin)}. */
    public FunctionAssert<X, Y> withComplexTwin(Function<ComplexArray, Complex> twin) {
        return withComplexTwin(ComplexTwin.ofScalar(twin));
    }

    /** A twin of a vector function in complex numbers, as in {@link #withComplexTwin(ComplexTwin)}. */
    public FunctionAssert<X, Y> withComplexVectorTwin(UnaryOperator<ComplexArray> twin) {
        return withComplexTwin(ComplexTwin.ofVector(twin));
    }

    /** Verifies the twin of a scalar function, as in {@link #hasComplexTwin(ComplexTwin)}. */
    public FunctionAssert<X, Y> hasComplexTwin(Function<ComplexArray, Complex> twin) {
        return hasComplexTwin(ComplexTwin.ofScalar(twin));
    }

    /** Verifies the twin of a vector function, as in {@link #hasComplexTwin(ComplexTwin)}. */
    public FunctionAssert<X, Y> hasComplexVectorTwin(UnaryOperator<ComplexArray> twin) {
        return hasComplexTwin(ComplexTwin.ofVector(twin));
    }

    /** Verifies that x ↦ ∇f(x) is the gradient of the scalar function f. */
    public FunctionAssert<X, Y> hasGradient(Function<X, X> gradient) {
        requireNonNull(gradient, "gradient");
        return hasFirst("gradient", check -> check.gradient(gradient));
    }

    /** Verifies that x ↦ ∇f(x) is the gradient in a convention, as for independent entries of a symmetric matrix. */
    public FunctionAssert<X, Y> hasGradient(Function<X, X> gradient, GradientConvention convention) {
        requireNonNull(gradient, "gradient");
        return hasFirst("gradient", check -> check.gradient(gradient, convention));
    }

    /** Verifies the gradient from a call that also returns f(x), and that value. */
    public FunctionAssert<X, Y> hasValueAndGradient(Function<X, Valued<Y, X>> call) {
        requireNonNull(call, "call");
        return hasFirst("value and gradient", check -> check.valueAndGradient(call));
    }

    /** Verifies the pushforward (x, v) ↦ f′(x)[v]; after {@link #hasVjp} also that the two are adjoint. */
    public FunctionAssert<X, Y> hasJvp(BiFunction<X, X, Y> pushforward) {
        jvp = Optional.of(requireNonNull(pushforward, "jvp"));
        expectOperators("JVP");
        first = Optional.of(check -> check.jvp(pushforward));
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

    /**
     * Verifies the Hessian x ↦ H(x) of the scalar function f: the matrix of second partial derivatives on coordinates. After
     * {@link #hasGradient} it is compared with differences of the gradient, otherwise with second differences of f; after
     * another form of the second derivative also with that.
     */
    public FunctionAssert<X, Y> hasHessian(Function<X, DMatrixRMaj> hessian) {
        requireNonNull(hessian, "hessian");
        return hasSecond("Hessian", check -> check.hessian(hessian));
    }

    /** Verifies the Hessian given as an array of rows, as {@link #hasHessian} does. */
    public FunctionAssert<X, Y> hasHessianRows(Function<X, double[][]> hessian) {
        requireNonNull(hessian, "hessian");
        return hasSecond("Hessian", check -> check.hessianRows(hessian));
    }

    /** Verifies the Hessian-vector product (x, v) ↦ ∇²f(x)[v] of the scalar function f, as {@link #hasHessian} does. */
    public FunctionAssert<X, Y> hasHessianVectorProduct(BiFunction<X, X, X> product) {
        requireNonNull(product, "Hessian-vector product");
        return hasSecond("Hessian-vector product", check -> check.hessianVectorProduct(product));
    }

    /** Verifies the second derivative (x, u, v) ↦ f″(x)[u, v], for any number of outputs, as {@link #hasHessian} does. */
    public FunctionAssert<X, Y> hasBilinearForm(Function3<X, Y> form) {
        requireNonNull(form, "bilinear form");
        return hasSecond("bilinear form", check -> check.bilinear(form));
    }

    /** Verifies that the function under test is itself linear: additive, homogeneous, and its own derivative everywhere. */
    public FunctionAssert<X, Y> isLinear() {
        expect("f to be linear", DerivativeCheck::linear);
        return this;
    }

    /**
     * Verifies that the function under test and w ↦ A*w are linear and adjoint to each other, ⟨w, Av⟩ = ⟨A*w, v⟩ in the inner
     * products of their spaces.
     */
    public FunctionAssert<X, Y> isAdjointTo(Function<Y, X> adjoint) {
        requireNonNull(adjoint, "adjoint");
        expect(
                "f to be adjoint to the supplied operator",
                check -> check.linear().vjp((x, w) -> adjoint.apply(w)));
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

    /** Verifies that the Hessian is proved wrong. */
    public FunctionAssert<X, Y> hasWrongHessian(Function<X, DMatrixRMaj> hessian) {
        requireNonNull(hessian, "hessian");
        expectRefuted("Hessian", check -> check.hessian(hessian));
        return this;
    }

    /** Verifies that the Hessian given as an array of rows is proved wrong. */
    public FunctionAssert<X, Y> hasWrongHessianRows(Function<X, double[][]> hessian) {
        requireNonNull(hessian, "hessian");
        expectRefuted("Hessian", check -> check.hessianRows(hessian));
        return this;
    }

    /** Verifies that the Hessian-vector product is proved wrong. */
    public FunctionAssert<X, Y> hasWrongHessianVectorProduct(BiFunction<X, X, X> product) {
        requireNonNull(product, "Hessian-vector product");
        expectRefuted("Hessian-vector product", check -> check.hessianVectorProduct(product));
        return this;
    }

    /** Verifies that the second derivative is proved wrong. */
    public FunctionAssert<X, Y> hasWrongBilinearForm(Function3<X, Y> form) {
        requireNonNull(form, "bilinear form");
        expectRefuted("bilinear form", check -> check.bilinear(form));
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

    private FunctionAssert<X, Y> hasFirst(String form, UnaryOperator<DerivativeCheck<X, Y>> supplied) {
        expectConfirmed(form, supplied);
        first = Optional.of(supplied);
        return this;
    }

    /** Together with the first derivative verified at this point, and the other forms of the second. */
    private FunctionAssert<X, Y> hasSecond(String form, UnaryOperator<DerivativeCheck<X, Y>> supplied) {
        second.add(supplied);
        expectConfirmed(form, check -> {
            DerivativeCheck<X, Y> all = first.map(step -> step.apply(check)).orElse(check);
            for (UnaryOperator<DerivativeCheck<X, Y>> step : second) {
                all = step.apply(all);
            }
            return all;
        });
        return this;
    }
}
