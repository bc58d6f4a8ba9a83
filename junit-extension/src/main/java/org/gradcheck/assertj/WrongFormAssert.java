package org.gradcheck.assertj;

import static java.util.Objects.requireNonNull;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.TypedBilinearFunction.Function3;

/**
 * Assertions that a derivative is proved wrong: for tests of checks, and for documents that show a common mistake. An
 * inconclusive check is a failure here too. No evaluations are spent on where and why.
 *
 * @param <SELF> the type of the assertion
 * @param <X> the type of the points
 * @param <Y> the type of the values
 */
public abstract class WrongFormAssert<SELF extends WrongFormAssert<SELF, X, Y>, X, Y>
        extends AbstractFunctionAssert<SELF, X, Y> {

    /** An assertion on the function of a check, which may lack point and derivative. */
    protected WrongFormAssert(DerivativeCheck<X, Y> check, Class<?> selfType) {
        super(check, selfType);
    }

    /**
     * Verifies that x ↦ g(x) is proved not to be the gradient, at one of the points at least.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: a factor 2 is missing
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasWrongGradient(x -&gt; new double[] {x[0] * x[1], x[0] * x[0]});
     *
     * // assertion will fail: the gradient is right
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasWrongGradient(x -&gt; new double[] {2 * x[0] * x[1], x[0] * x[0]});</code></pre>
     */
    public SELF hasWrongGradient(Function<X, X> gradient) {
        requireNonNull(gradient, "gradient");
        expectRefuted("gradient", check -> check.gradient(gradient));
        return myself;
    }

    /**
     * Verifies that the pushforward is proved wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: a term is missing
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasWrongJvp((x, v) -&gt; new double[] {x[1] * v[0], v[1]});
     *
     * // assertion will fail: the pushforward is right
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasWrongJvp((x, v) -&gt; new double[] {x[1] * v[0] + x[0] * v[1], v[1]});</code></pre>
     */
    public SELF hasWrongJvp(BiFunction<X, X, Y> pushforward) {
        requireNonNull(pushforward, "jvp");
        expectRefuted("JVP", check -> check.jvp(pushforward));
        return myself;
    }

    /**
     * Verifies that the pullback is proved wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: this is the pushforward
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasWrongVjp((x, w) -&gt; new double[] {x[1] * w[0] + x[0] * w[1], w[1]});
     *
     * // assertion will fail: the pullback is right
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasWrongVjp((x, w) -&gt; new double[] {x[1] * w[0], x[0] * w[0] + w[1]});</code></pre>
     */
    public SELF hasWrongVjp(BiFunction<X, Y, X> pullback) {
        requireNonNull(pullback, "vjp");
        expectRefuted("VJP", check -> check.vjp(pullback));
        return myself;
    }

    /**
     * Verifies that the Jacobian is proved wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: it is transposed
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasWrongJacobian(x -&gt; new DMatrixRMaj(new double[][] {{x[1], 0}, {x[0], 1}}));
     *
     * // assertion will fail: the Jacobian is right
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasWrongJacobian(x -&gt; new DMatrixRMaj(new double[][] {{x[1], x[0]}, {0, 1}}));</code></pre>
     */
    public SELF hasWrongJacobian(Function<X, DMatrixRMaj> jacobian) {
        requireNonNull(jacobian, "jacobian");
        expectRefuted("Jacobian", check -> check.jacobian(jacobian));
        return myself;
    }

    /**
     * Verifies that the Jacobian given as an array of rows is proved wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: it is transposed
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasWrongJacobianRows(x -&gt; new double[][] {{x[1], 0}, {x[0], 1}});
     *
     * // assertion will fail: the Jacobian is right
     * assertThatVectorFunction(x -&gt; new double[] {x[0] * x[1], x[1]}).at(new double[] {1, -2})
     *         .hasWrongJacobianRows(x -&gt; new double[][] {{x[1], x[0]}, {0, 1}});</code></pre>
     */
    public SELF hasWrongJacobianRows(Function<X, double[][]> jacobian) {
        requireNonNull(jacobian, "jacobian");
        expectRefuted("Jacobian", check -> check.jacobianRows(jacobian));
        return myself;
    }

    /**
     * Verifies that the Hessian is proved wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: nothing but zeros
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2}).hasWrongHessian(x -&gt; new DMatrixRMaj(2, 2));
     *
     * // assertion will fail: the Hessian is right
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasWrongHessian(x -&gt; new DMatrixRMaj(new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}}));</code></pre>
     */
    public SELF hasWrongHessian(Function<X, DMatrixRMaj> hessian) {
        requireNonNull(hessian, "hessian");
        expectRefuted("Hessian", check -> check.hessian(hessian));
        return myself;
    }

    /**
     * Verifies that the Hessian given as an array of rows is proved wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: nothing but zeros
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2}).hasWrongHessianRows(x -&gt; new double[2][2]);
     *
     * // assertion will fail: the Hessian is right
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasWrongHessianRows(x -&gt; new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}});</code></pre>
     */
    public SELF hasWrongHessianRows(Function<X, double[][]> hessian) {
        requireNonNull(hessian, "hessian");
        expectRefuted("Hessian", check -> check.hessianRows(hessian));
        return myself;
    }

    /**
     * Verifies that the Hessian-vector product is proved wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: the product with another matrix
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2}).hasWrongHessianVectorProduct((x, v) -&gt; v);
     *
     * // assertion will fail: the product is right
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasWrongHessianVectorProduct((x, v) -&gt; new double[] {2 * x[1] * v[0] + 2 * x[0] * v[1], 2 * x[0] * v[0]});</code></pre>
     */
    public SELF hasWrongHessianVectorProduct(BiFunction<X, X, X> product) {
        requireNonNull(product, "Hessian-vector product");
        expectRefuted("Hessian-vector product", check -> check.hessianVectorProduct(product));
        return myself;
    }

    /**
     * Verifies that the second derivative is proved wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass: only one of two mixed terms
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasWrongBilinearForm((x, u, v) -&gt; 2 * x[1] * u[0] * v[0] + 2 * x[0] * u[0] * v[1]);
     *
     * // assertion will fail: the form is right
     * assertThatScalarFunction(x -&gt; x[0] * x[0] * x[1]).at(new double[] {1, -2})
     *         .hasWrongBilinearForm((x, u, v) -&gt; 2 * x[1] * u[0] * v[0] + 2 * x[0] * (u[0] * v[1] + u[1] * v[0]));</code></pre>
     */
    public SELF hasWrongBilinearForm(Function3<X, Y> form) {
        requireNonNull(form, "bilinear form");
        expectRefuted("bilinear form", check -> check.bilinear(form));
        return myself;
    }
}
