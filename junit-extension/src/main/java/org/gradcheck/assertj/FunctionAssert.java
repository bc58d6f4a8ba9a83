package org.gradcheck.assertj;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.chain.DerivativeChain;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.complex.Complex;
import org.gradcheck.complex.ComplexArray;
import org.gradcheck.complex.ComplexTwin;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.TypedBilinearFunction.Function3;
import org.gradcheck.derivative.Valued;
import org.gradcheck.report.Fact;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

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
public class FunctionAssert<X, Y> extends WrongFormAssert<FunctionAssert<X, Y>, X, Y> {

    private Optional<BiFunction<X, X, Y>> jvp = Optional.empty();
    private Optional<BiFunction<X, Y, X>> vjp = Optional.empty();
    private Optional<UnaryOperator<DerivativeCheck<X, Y>>> first = Optional.empty();
    private final List<UnaryOperator<DerivativeCheck<X, Y>>> second = new ArrayList<>();

    /** Use {@link DerivativeAssertions}. */
    public FunctionAssert(DerivativeCheck<X, Y> check) {
        super(check, FunctionAssert.class);
    }

    /**
     * The point at which the derivative is checked. Called again, it begins anew at another point.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; Math.abs(x[0])).at(new double[] {2}).hasGradient(x -&gt; new double[] {1});
     *
     * // assertion will fail: there is a kink at this point
     * assertThatScalarFunction(x -&gt; Math.abs(x[0])).at(new double[] {0}).hasGradient(x -&gt; new double[] {1});</code></pre>
     */
    public FunctionAssert<X, Y> at(X point) {
        return atPoint(point);
    }

    /**
     * As many random vectors of a length, if f takes vectors. They are spread over magnitudes and signs, and decided by the
     * seed, whether it is set before or after.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; x[0] * x[1])
     *         .atRandomPoints(3, 2)
     *         .hasGradient(x -&gt; new double[] {x[1], x[0]});
     *
     * // assertion will fail: right for positive numbers only
     * assertThatScalarFunction(x -&gt; Math.abs(x[0]) * x[1])
     *         .withSeed(42)
     *         .atRandomPoints(3, 2)
     *         .hasGradient(x -&gt; new double[] {x[1], x[0]});</code></pre>
     *
     * @throws IllegalArgumentException if f takes something else
     */
    public FunctionAssert<X, Y> atRandomPoints(int count, int dimension) {
        return atRandomPointsOf(count, dimension);
    }

    /**
     * As many random matrices of a size, if f takes {@code DMatrixRMaj} or {@code SimpleMatrix}; likewise.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunctionOfMatrix(CommonOps_DDRM::elementSum)
     *         .atRandomPoints(3, 2, 4)
     *         .hasGradient(x -&gt; ones(2, 4));
     *
     * // assertion will fail: the gradient has another shape
     * assertThatScalarFunctionOfMatrix(CommonOps_DDRM::elementSum)
     *         .atRandomPoints(3, 2, 4)
     *         .hasGradient(x -&gt; ones(4, 2));</code></pre>
     *
     * @throws IllegalArgumentException if f takes something else
     */
    public FunctionAssert<X, Y> atRandomPoints(int count, int rows, int columns) {
        return atRandomPointsOf(count, rows, columns);
    }

    @Override
    final void forgetForms() {
        jvp = Optional.empty();
        vjp = Optional.empty();
        first = Optional.empty();
        second.clear();
    }

    /**
     * Restricts f to a manifold, or gives its domain another inner product: derivatives are compared along tangents only.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: on the sphere the radial part of a gradient does not count
     * assertThatScalarFunction(x -&gt; x[2])
     *         .on(Manifolds.sphere(3))
     *         .at(new double[] {0.6, 0, 0.8})
     *         .hasGradient(x -&gt; new double[] {5 * x[0], 5 * x[1], 5 * x[2] + 1});
     *
     * // assertion will fail: with weights 2 and 4 the gradient is another
     * assertThatScalarFunction(x -&gt; x[0] + x[1])
     *         .on(Spaces.weighted(Spaces.vector(2), new double[] {2, 4}))
     *         .at(new double[] {1, -2})
     *         .hasGradient(x -&gt; new double[] {1, 1});</code></pre>
     */
    public FunctionAssert<X, Y> on(Manifold<X> domain) {
        requireNonNull(domain, "domain");
        if (domain instanceof Space) {
            drawnFrom(PointSpace.known(domain));
        }
        return configured(check -> check.on(domain));
    }

    /**
     * Checks along one direction only; without it several random directions are tried.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: the second entry is not looked at
     * assertThatScalarFunction(x -&gt; x[0] * x[1])
     *         .at(new double[] {1, -2})
     *         .along(new double[] {1, 0})
     *         .hasGradient(x -&gt; new double[] {x[1], 0});
     *
     * // assertion will fail
     * assertThatScalarFunction(x -&gt; x[0] * x[1])
     *         .at(new double[] {1, -2})
     *         .along(new double[] {0, 1})
     *         .hasGradient(x -&gt; new double[] {x[1], 0});</code></pre>
     */
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

    /**
     * Verifies the twin of a scalar function, as in {@link #hasComplexTwin(ComplexTwin)}.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; Math.exp(x[0]) * x[1]).at(new double[] {1, -2})
     *         .hasComplexTwin(z -&gt; z.get(0).exp().times(z.get(1)));
     *
     * // assertion will fail: the twin is of another function
     * assertThatScalarFunction(x -&gt; Math.exp(x[0]) * x[1]).at(new double[] {1, -2})
     *         .hasComplexTwin(z -&gt; z.get(0).exp().plus(z.get(1)));</code></pre>
     */
    public FunctionAssert<X, Y> hasComplexTwin(Function<ComplexArray, Complex> twin) {
        return hasComplexTwin(ComplexTwin.ofScalar(twin));
    }

    /**
     * Verifies the twin of a vector function, as in {@link #hasComplexTwin(ComplexTwin)}.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], Math.sin(x[0])}).at(new double[] {1, -2})
     *         .hasComplexVectorTwin(z -&gt; ComplexArray.of(z.get(0).times(z.get(1)), z.get(0).sin()));
     *
     * // assertion will fail: the second output is of another function
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], Math.sin(x[0])}).at(new double[] {1, -2})
     *         .hasComplexVectorTwin(z -&gt; ComplexArray.of(z.get(0).times(z.get(1)), z.get(0).cos()));</code></pre>
     */
    public FunctionAssert<X, Y> hasComplexVectorTwin(UnaryOperator<ComplexArray> twin) {
        return hasComplexTwin(ComplexTwin.ofVector(twin));
    }

    /**
     * Verifies that x ↦ ∇f(x) is the gradient of the scalar function f.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasGradient(x -&gt; new double[] {2 * x[0] * x[1], x[0] * x[0]});
     *
     * // assertion will fail: a factor 2 is missing
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasGradient(x -&gt; new double[] {x[0] * x[1], x[0] * x[0]});</code></pre>
     */
    public FunctionAssert<X, Y> hasGradient(Function<X, X> gradient) {
        requireNonNull(gradient, "gradient");
        return hasFirst("gradient", check -> check.gradient(gradient));
    }

    /**
     * Verifies that x ↦ ∇f(x) is the gradient in a convention, as for independent entries of a symmetric matrix.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: each pair of off-diagonal entries is one parameter, and counts twice
     * assertThatFunction(Spaces.symmetric(2), Spaces.scalar(), CommonOps_DDRM::elementSum)
     *         .at(new DMatrixRMaj(new double[][] {{2, 1}, {1, 3}}))
     *         .hasGradient(x -&gt; new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}}), GradientConvention.INDEPENDENT);
     *
     * // assertion will fail: that is the gradient for pairing with symmetric matrices
     * assertThatFunction(Spaces.symmetric(2), Spaces.scalar(), CommonOps_DDRM::elementSum)
     *         .at(new DMatrixRMaj(new double[][] {{2, 1}, {1, 3}}))
     *         .hasGradient(x -&gt; ones(2, 2), GradientConvention.INDEPENDENT);</code></pre>
     */
    public FunctionAssert<X, Y> hasGradient(Function<X, X> gradient, GradientConvention convention) {
        requireNonNull(gradient, "gradient");
        return hasFirst("gradient", check -> check.gradient(gradient, convention));
    }

    /**
     * Verifies the gradient from a call that also returns f(x), and that value.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; x[0] * x[1])
     *         .at(new double[] {1, -2})
     *         .hasValueAndGradient(x -&gt; new Valued&lt;&gt;(x[0] * x[1], new double[] {x[1], x[0]}));
     *
     * // assertion will fail: the value is another
     * assertThatScalarFunction(x -&gt; x[0] * x[1])
     *         .at(new double[] {1, -2})
     *         .hasValueAndGradient(x -&gt; new Valued&lt;&gt;(x[0] + x[1], new double[] {x[1], x[0]}));</code></pre>
     */
    public FunctionAssert<X, Y> hasValueAndGradient(Function<X, Valued<Y, X>> call) {
        requireNonNull(call, "call");
        return hasFirst("value and gradient", check -> check.valueAndGradient(call));
    }

    /**
     * Verifies the pushforward (x, v) ↦ f′(x)[v]; after {@link #hasVjp} also that the two are adjoint.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasJvp((x, v) -&gt; new double[] {x[1] * v[0] + x[0] * v[1], v[1]});
     *
     * // assertion will fail: a term is missing
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasJvp((x, v) -&gt; new double[] {x[1] * v[0], v[1]});</code></pre>
     */
    public FunctionAssert<X, Y> hasJvp(BiFunction<X, X, Y> pushforward) {
        jvp = Optional.of(requireNonNull(pushforward, "jvp"));
        expectOperators("JVP");
        first = Optional.of(check -> check.jvp(pushforward));
        return this;
    }

    /**
     * Verifies the pullback (x, w) ↦ f′(x)*[w]; after {@link #hasJvp} also that the two are adjoint.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasVjp((x, w) -&gt; new double[] {x[1] * w[0], x[0] * w[0] + w[1]});
     *
     * // assertion will fail: it is not transposed
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasVjp((x, w) -&gt; new double[] {x[1] * w[0] + x[0] * w[1], w[1]});</code></pre>
     */
    public FunctionAssert<X, Y> hasVjp(BiFunction<X, Y, X> pullback) {
        vjp = Optional.of(requireNonNull(pullback, "vjp"));
        expectOperators("VJP");
        return this;
    }

    /**
     * Verifies the Jacobian x ↦ J(x): row i for output i, column j for input j, matrices being read by columns.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasJacobian(x -&gt; new DMatrixRMaj(new double[][] {{x[1], x[0]}, {0, 1}}));
     *
     * // assertion will fail: it is transposed
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasJacobian(x -&gt; new DMatrixRMaj(new double[][] {{x[1], 0}, {x[0], 1}}));</code></pre>
     */
    public FunctionAssert<X, Y> hasJacobian(Function<X, DMatrixRMaj> jacobian) {
        requireNonNull(jacobian, "jacobian");
        expectConfirmed("Jacobian", check -> check.jacobian(jacobian));
        return this;
    }

    /**
     * Verifies the Jacobian given as an array of rows, one for each output.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasJacobianRows(x -&gt; new double[][] {{x[1], x[0]}, {0, 1}});
     *
     * // assertion will fail: it is transposed
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasJacobianRows(x -&gt; new double[][] {{x[1], 0}, {x[0], 1}});</code></pre>
     */
    public FunctionAssert<X, Y> hasJacobianRows(Function<X, double[][]> jacobian) {
        requireNonNull(jacobian, "jacobian");
        expectConfirmed("Jacobian", check -> check.jacobianRows(jacobian));
        return this;
    }

    /**
     * Verifies the Hessian x ↦ H(x) of the scalar function f: the matrix of second partial derivatives on coordinates. After
     * {@link #hasGradient} it is compared with differences of the gradient, otherwise with second differences of f; after
     * another form of the second derivative also with that.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasHessian(x -&gt; new DMatrixRMaj(new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}}));
     *
     * // assertion will fail: the mixed derivatives are missing
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasHessian(x -&gt; new DMatrixRMaj(new double[][] {{2 * x[1], 0}, {0, 0}}));</code></pre>
     */
    public FunctionAssert<X, Y> hasHessian(Function<X, DMatrixRMaj> hessian) {
        requireNonNull(hessian, "hessian");
        return hasSecond("Hessian", check -> check.hessian(hessian));
    }

    /**
     * Verifies the Hessian given as an array of rows, as {@link #hasHessian} does.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasHessianRows(x -&gt; new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}});
     *
     * // assertion will fail: it is not symmetric
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasHessianRows(x -&gt; new double[][] {{2 * x[1], 4 * x[0]}, {0, 0}});</code></pre>
     */
    public FunctionAssert<X, Y> hasHessianRows(Function<X, double[][]> hessian) {
        requireNonNull(hessian, "hessian");
        return hasSecond("Hessian", check -> check.hessianRows(hessian));
    }

    /**
     * Verifies the Hessian-vector product (x, v) ↦ ∇²f(x)[v] of the scalar function f, as {@link #hasHessian} does.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasHessianVectorProduct((x, v) -&gt; new double[] {2 * x[1] * v[0] + 2 * x[0] * v[1], 2 * x[0] * v[0]});
     *
     * // assertion will fail: a term is missing
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasHessianVectorProduct((x, v) -&gt; new double[] {2 * x[1] * v[0], 2 * x[0] * v[0]});</code></pre>
     */
    public FunctionAssert<X, Y> hasHessianVectorProduct(BiFunction<X, X, X> product) {
        requireNonNull(product, "Hessian-vector product");
        return hasSecond("Hessian-vector product", check -> check.hessianVectorProduct(product));
    }

    /**
     * Verifies the second derivative (x, u, v) ↦ f″(x)[u, v], for any number of outputs, as {@link #hasHessian} does.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasBilinearForm((x, u, v) -&gt; 2 * x[1] * u[0] * v[0] + 2 * x[0] * (u[0] * v[1] + u[1] * v[0]));
     *
     * // assertion will fail: only one of two mixed terms
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasBilinearForm((x, u, v) -&gt; 2 * x[1] * u[0] * v[0] + 2 * x[0] * u[0] * v[1]);</code></pre>
     */
    public FunctionAssert<X, Y> hasBilinearForm(Function3<X, Y> form) {
        requireNonNull(form, "bilinear form");
        return hasSecond("bilinear form", check -> check.bilinear(form));
    }

    /**
     * Verifies that the function under test is itself linear: additive, homogeneous, and its own derivative everywhere.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatVectorFunction(v -&gt; new double[] {v[0] + 2 * v[1], 3 * v[1]}).at(new double[] {1, -2}).isLinear();
     *
     * // assertion will fail: a constant is added
     * assertThatVectorFunction(v -&gt; new double[] {v[0] + 2 * v[1], 3 * v[1] + 1}).at(new double[] {1, -2}).isLinear();</code></pre>
     */
    public FunctionAssert<X, Y> isLinear() {
        expect("f to be linear", DerivativeCheck::linear);
        return this;
    }

    /**
     * Verifies that the function under test and w ↦ A*w are linear and adjoint to each other, ⟨w, Av⟩ = ⟨A*w, v⟩ in the inner
     * products of their spaces.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatVectorFunction(v -&gt; new double[] {v[0] + 2 * v[1], 3 * v[1]})
     *         .at(new double[] {1, -2})
     *         .isAdjointTo(w -&gt; new double[] {w[0], 2 * w[0] + 3 * w[1]});
     *
     * // assertion will fail: no operator but a symmetric one is adjoint to itself
     * assertThatVectorFunction(v -&gt; new double[] {v[0] + 2 * v[1], 3 * v[1]})
     *         .at(new double[] {1, -2})
     *         .isAdjointTo(w -&gt; new double[] {w[0] + 2 * w[1], 3 * w[1]});</code></pre>
     */
    public FunctionAssert<X, Y> isAdjointTo(Function<Y, X> adjoint) {
        requireNonNull(adjoint, "adjoint");
        expect(
                "f to be adjoint to the supplied operator",
                check -> check.linear().vjp((x, w) -> adjoint.apply(w)));
        return this;
    }

    /**
     * Verifies that f is the composition of stages: the derivative of each is right at what it really receives, they fit
     * together, and their functions compose to f, at the point and around it. A failure names the first stage that is wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; Math.exp(2 * x[0]) + Math.exp(2 * x[1]))
     *         .at(new double[] {1, -2})
     *         .isChainOf(start -&gt; start.then("double", Link.&lt;double[]&gt;vector(Stages::twice).vjp((x, w) -&gt; Stages.twice(w)))
     *                 .then("exp", Link.&lt;double[]&gt;vector(Stages::exp).vjp((x, w) -&gt; Stages.times(Stages.exp(x), w)))
     *                 .then("sum", Link.&lt;double[]&gt;scalar(Stages::sum).vjp((x, w) -&gt; new double[] {w, w})));
     *
     * // assertion will fail: the pullback of "double" lacks the 2
     * assertThatScalarFunction(x -&gt; Math.exp(2 * x[0]) + Math.exp(2 * x[1]))
     *         .at(new double[] {1, -2})
     *         .isChainOf(start -&gt; start.then("double", Link.&lt;double[]&gt;vector(Stages::twice).vjp((x, w) -&gt; w))
     *                 .then("exp", Link.&lt;double[]&gt;vector(Stages::exp).vjp((x, w) -&gt; Stages.times(Stages.exp(x), w)))
     *                 .then("sum", Link.&lt;double[]&gt;scalar(Stages::sum).vjp((x, w) -&gt; new double[] {w, w})));</code></pre>
     *
     * @param stages adds the stages to a chain that begins at the point
     */
    public FunctionAssert<X, Y> isChainOf(Function<DerivativeChain<X, X>, DerivativeChain<X, Y>> stages) {
        requireNonNull(stages, "stages");
        List<X> points = points();
        for (int i = 0; i < points.size(); i++) {
            X point = points.get(i);
            expectChain(stages.apply(DerivativeChain.start(check().domainOf(point), point)), numberOf(i + 1));
        }
        return this;
    }

    /**
     * The same with a chain that has its own point, at which alone it is checked.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; 2 * x[0] + 2 * x[1])
     *         .isChainOf(DerivativeChain.start(new double[] {1, -2})
     *                 .then("double", Link.&lt;double[]&gt;vector(Stages::twice).vjp((x, w) -&gt; Stages.twice(w)))
     *                 .then("sum", Link.&lt;double[]&gt;scalar(Stages::sum).vjp((x, w) -&gt; new double[] {w, w})));
     *
     * // assertion will fail: every stage is right, and f is something else
     * assertThatScalarFunction(x -&gt; 2 * x[0] + 3 * x[1])
     *         .isChainOf(DerivativeChain.start(new double[] {1, -2})
     *                 .then("double", Link.&lt;double[]&gt;vector(Stages::twice).vjp((x, w) -&gt; Stages.twice(w)))
     *                 .then("sum", Link.&lt;double[]&gt;scalar(Stages::sum).vjp((x, w) -&gt; new double[] {w, w})));</code></pre>
     */
    public FunctionAssert<X, Y> isChainOf(DerivativeChain<X, Y> chain) {
        requireNonNull(chain, "chain");
        isNotNull();
        expectChain(chain, List.of());
        return this;
    }

    private void expectChain(DerivativeChain<X, Y> chain, List<Fact> number) {
        ChainReport report = chain.settings(check().settings()).check();
        if (!report.isConfirmed()) {
            List<Fact> facts = new ArrayList<>(number);
            facts.add(replay(report.seed()));
            throw failure(
                    CheckMessages.of("f to be the chain of the supplied stages", report, facts), !report.isRefuted());
        }
        expectAt(
                chain.point(),
                "f to be what the supplied stages compose to",
                check -> check.sameAs("composition", chain.function()),
                number);
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
