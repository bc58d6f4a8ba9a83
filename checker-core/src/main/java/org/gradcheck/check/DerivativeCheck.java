package org.gradcheck.check;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.complex.Complex;
import org.gradcheck.complex.ComplexArray;
import org.gradcheck.complex.ComplexTwin;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.TypedBilinearFunction;
import org.gradcheck.derivative.Valued;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.Precision;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.TwinReport;
import org.gradcheck.space.CoordinateNames;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Asks whether a derivative is right. An immutable builder: say what f is, where, and which forms of its derivative you
 * have; {@link #run()} compares them with derivatives computed from f alone and returns what it found as a value.
 *
 * <pre>{@code
 * CheckReport report = DerivativeCheck.of(loss::value)
 *         .at(w)
 *         .gradient(loss::gradient)
 *         .run();
 * }</pre>
 *
 * <p>f and its derivatives may throw, return NaN, null or the wrong shape, change their arguments or answer differently
 * each time; each has its verdict, and none ends {@code run} with an exception.
 *
 * @param <X> the type of the points
 * @param <Y> the type of the values
 */
public final class DerivativeCheck<X, Y> {

    private final CheckRequest<X, Y> request;

    private DerivativeCheck(CheckRequest<X, Y> request) {
        this.request = request;
    }

    /** A check of a scalar function of a vector. For an implicitly typed lambda use {@link #ofScalar}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have ofScalar and ofVector
    public static DerivativeCheck<double[], Double> of(ToDoubleFunction<double[]> f) {
        return ofScalar(f);
    }

    /** A check of a vector function of a vector. For an implicitly typed lambda use {@link #ofVector}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have ofScalar and ofVector
    public static DerivativeCheck<double[], double[]> of(UnaryOperator<double[]> f) {
        return ofVector(f);
    }

    /**
     * A check of a function between two spaces (matrices, {@code float[]}, the user's own types), or from a manifold. On a
     * manifold f is evaluated at its points only, and a derivative is compared along its tangents.
     *
     * @param domain the set of the points; {@link #run} refuses a point that does not lie on it with an
     *     {@link org.gradcheck.space.OffManifoldException}, and one of the wrong shape with a
     *     {@link org.gradcheck.space.NotInSpaceException}
     * @param codomain the space of the values
     */
    public static <X, Y> DerivativeCheck<X, Y> of(Manifold<X> domain, Space<Y> codomain, Function<X, Y> f) {
        return new DerivativeCheck<>(CheckRequest.of(x -> domain, y -> codomain, f));
    }

    /** A check of a scalar function of a vector, for lambdas: {@code ofScalar(x -> x[0] * x[1])}. */
    public static DerivativeCheck<double[], Double> ofScalar(ToDoubleFunction<double[]> f) {
        return new DerivativeCheck<>(
                CheckRequest.of(x -> Spaces.vector(x.length), y -> Spaces.scalar(), f::applyAsDouble));
    }

    /** A check of a vector function of a vector, for lambdas. The number of outputs is that of f at the point. */
    public static DerivativeCheck<double[], double[]> ofVector(UnaryOperator<double[]> f) {
        return new DerivativeCheck<>(CheckRequest.of(x -> Spaces.vector(x.length), y -> Spaces.vector(y.length), f));
    }

    /**
     * A check of a function whose spaces are told by a point and a value: matrices of any size, say.
     *
     * @param domain the set of the points, from one of them
     * @param codomain the space of the values, from the first of them
     */
    public static <X, Y> DerivativeCheck<X, Y> ofShapes(
            Function<X, Manifold<X>> domain, Function<Y, Space<Y>> codomain, Function<X, Y> f) {
        return new DerivativeCheck<>(CheckRequest.of(domain, codomain, f));
    }

    /** The point at which the derivative is checked. Copied. */
    public DerivativeCheck<X, Y> at(X point) {
        return new DerivativeCheck<>(request.withPoint(point));
    }

    /**
     * Restricts f to a manifold, or gives its domain another inner product: derivatives are compared along tangents only. f and
     * its derivatives are called with the same types as before.
     */
    public DerivativeCheck<X, Y> on(Manifold<X> domain) {
        return new DerivativeCheck<>(request.on(domain));
    }

    /**
     * Names the coordinates of the points, in their order, for messages: {@code named("forward", "strike", "volatility")} has a
     * wrong derivative "wrong in strike alone". {@link #run} refuses more or fewer names than coordinates with an
     * IllegalArgumentException.
     *
     * @throws IllegalArgumentException if a name is blank or there twice
     */
    public DerivativeCheck<X, Y> named(String... names) {
        return new DerivativeCheck<>(request.withNames(new CoordinateNames(List.of(names))));
    }

    /**
     * Checks along one direction only, which then decides alone. Without it several random directions are tried.
     *
     * @param direction a tangent, of any length but not zero; {@link #run} refuses one that is not finite, or not
     *     tangent to the domain, with an IllegalArgumentException
     */
    public DerivativeCheck<X, Y> along(X direction) {
        return new DerivativeCheck<>(request.withDirection(direction));
    }

    /**
     * The gradient x ↦ ∇f(x) of a scalar f: ⟨∇f(x), v⟩ = f′(x)[v] in the domain's inner product, for all tangents v. A part
     * of it that no tangent sees is free, as in {@link GradientConvention#PAIRING}.
     */
    public DerivativeCheck<X, Y> gradient(Function<X, X> gradient) {
        return gradient(gradient, GradientConvention.PAIRING);
    }

    /**
     * The gradient of a scalar f in a convention.
     *
     * @param convention {@link #run} refuses {@link GradientConvention#INDEPENDENT} on a curved manifold with an
     *     IllegalArgumentException
     */
    public DerivativeCheck<X, Y> gradient(Function<X, X> gradient, GradientConvention convention) {
        return new DerivativeCheck<>(request.with(Form.GRADIENT, spaces -> spaces.gradient(gradient, convention)));
    }

    /** The pushforward (x, v) ↦ f′(x)[v]. It is also tested to be linear, and several forms to agree with each other. */
    public DerivativeCheck<X, Y> jvp(BiFunction<X, X, Y> jvp) {
        return new DerivativeCheck<>(request.with(Form.JVP, spaces -> spaces.jvp(jvp)));
    }

    /** The pullback (x, w) ↦ f′(x)*[w]. It is also tested to be linear; together with a JVP also the adjoint test is made. */
    public DerivativeCheck<X, Y> vjp(BiFunction<X, Y, X> vjp) {
        return vjp(vjp, GradientConvention.PAIRING);
    }

    /** The pullback in a convention, as for {@link #gradient(Function, GradientConvention)}. */
    public DerivativeCheck<X, Y> vjp(BiFunction<X, Y, X> vjp, GradientConvention convention) {
        return new DerivativeCheck<>(request.with(Form.VJP, spaces -> spaces.vjp(vjp, convention)));
    }

    /**
     * Says that f itself is linear, and so its own pushforward at every point. With {@link #vjp} of (x, w) ↦ A*w this is the
     * test that two operators are adjoint.
     */
    public DerivativeCheck<X, Y> linear() {
        return jvp((x, v) -> request.function().apply(v));
    }

    /** The Jacobian x ↦ J(x): row i for output i, column j for input j, matrices being read by columns. */
    public DerivativeCheck<X, Y> jacobian(Function<X, DMatrixRMaj> jacobian) {
        return new DerivativeCheck<>(request.with(Form.JACOBIAN, spaces -> spaces.jacobian(jacobian)));
    }

    /** The Jacobian as an array of rows, one for each output. */
    public DerivativeCheck<X, Y> jacobianRows(Function<X, double[][]> jacobian) {
        return jacobian(x -> new DMatrixRMaj(jacobian.apply(x)));
    }

    /**
     * The Hessian x ↦ H(x) of a scalar f: the matrix of second partial derivatives on coordinates. It is compared with a
     * first derivative where one is supplied as well and confirmed, and with second differences of f.
     */
    public DerivativeCheck<X, Y> hessian(Function<X, DMatrixRMaj> hessian) {
        return new DerivativeCheck<>(request.withSecond(Form.HESSIAN, spaces -> spaces.hessian(hessian)));
    }

    /** The Hessian as an array of rows. */
    public DerivativeCheck<X, Y> hessianRows(Function<X, double[][]> hessian) {
        return hessian(x -> new DMatrixRMaj(hessian.apply(x)));
    }

    /** The Hessian-vector product (x, v) ↦ ∇²f(x)[v] of a scalar f, a gradient as {@link #gradient} has it. */
    public DerivativeCheck<X, Y> hessianVectorProduct(BiFunction<X, X, X> product) {
        return new DerivativeCheck<>(request.withSecond(Form.HVP, spaces -> spaces.hessianVectorProduct(product)));
    }

    /** The second derivative as a bilinear map (x, u, v) ↦ f″(x)[u, v], for any number of outputs. */
    public DerivativeCheck<X, Y> bilinear(TypedBilinearFunction.Function3<X, Y> map) {
        return new DerivativeCheck<>(request.withSecond(Form.BILINEAR, spaces -> spaces.bilinear(map)));
    }

    /**
     * The gradient from a call that also returns f(x): {@code x -> new Valued<>(value, gradient)}. The value is compared
     * with that of f.
     */
    public DerivativeCheck<X, Y> valueAndGradient(Function<X, Valued<Y, X>> call) {
        return new DerivativeCheck<>(request.with(ValuedForms.gradient(call)));
    }

    /** The pushforward from a call that also returns f(x), (x, v) ↦ (f(x), f′(x)[v]), as {@code jax.jvp} does. */
    public DerivativeCheck<X, Y> valueAndJvp(BiFunction<X, X, Valued<Y, Y>> call) {
        return new DerivativeCheck<>(request.with(ValuedForms.jvp(call)));
    }

    /** The pullback from a call that also returns f(x): (x, w) ↦ (f(x), f′(x)*[w]). */
    public DerivativeCheck<X, Y> valueAndVjp(BiFunction<X, Y, Valued<Y, X>> call) {
        return new DerivativeCheck<>(request.with(ValuedForms.vjp(call)));
    }

    /** The Jacobian from a call that also returns f(x): x ↦ (f(x), J(x)). */
    public DerivativeCheck<X, Y> valueAndJacobian(Function<X, Valued<Y, DMatrixRMaj>> call) {
        return new DerivativeCheck<>(request.with(ValuedForms.jacobian(call)));
    }

    /**
     * The analytic continuation of f on complex coordinates. It makes the reference exact to rounding; the real
     * differences stay the judge of whether it is what it should be: it is believed wherever it agrees with them within their
     * bounds. For one that was written by hand see {@link #complexTwin(ComplexTwin)}.
     */
    public DerivativeCheck<X, Y> complexStep(ComplexFunction continuation) {
        return new DerivativeCheck<>(request.withComplex(Continuation.given(continuation)));
    }

    /**
     * A twin of f: the same program once more in complex numbers, on coordinates. It makes the reference exact to rounding where
     * f lets that be seen.
     *
     * <p>A twin may be wrong as well, so that it is examined first, along each direction: on the real axis it must have the values of
     * f to rounding, near the point and further away, and off the axis it must be analytic. It is believed as far as this can
     * tell and no further. If anything is wrong with it, it is set aside, the report says why, and real differences decide as
     * they do without it. Second derivatives are compared without it.
     */
    public DerivativeCheck<X, Y> complexTwin(ComplexTwin twin) {
        return new DerivativeCheck<>(request.withComplex(Continuation.twin(twin)));
    }

    /** The twin of a scalar function, as in {@link #complexTwin(ComplexTwin)}: {@code .complexTwin(z -> z.dot(z).sqrt())}. */
    public DerivativeCheck<X, Y> complexTwin(Function<ComplexArray, Complex> twin) {
        return complexTwin(ComplexTwin.ofScalar(twin));
    }

    /** The twin of a vector function, as in {@link #complexTwin(ComplexTwin)}: {@code .complexVectorTwin(z -> z.map(Complex::tanh))}. */
    public DerivativeCheck<X, Y> complexVectorTwin(UnaryOperator<ComplexArray> twin) {
        return complexTwin(ComplexTwin.ofVector(twin));
    }

    /** All settings at once. */
    public DerivativeCheck<X, Y> settings(CheckSettings settings) {
        return new DerivativeCheck<>(request.withSettings(settings));
    }

    /** The settings as they are. */
    public CheckSettings settings() {
        return request.settings();
    }

    /** The set that a point is in. */
    public Manifold<X> domainOf(X point) {
        return request.domain().apply(point);
    }

    /** The seed that decides every random choice. */
    public DerivativeCheck<X, Y> seed(long seed) {
        return settings(request.settings().withSeed(seed));
    }

    /** How many directions are tried at least; two unless set. */
    public DerivativeCheck<X, Y> directions(int directions) {
        return settings(request.settings().withDirections(directions));
    }

    /** The most evaluations of f. A check that needs more is inconclusive. */
    public DerivativeCheck<X, Y> budget(int evaluations) {
        return settings(request.settings().withBudget(evaluations));
    }

    /** The relative accuracy to which f and its derivative agree at best because they are approximations. */
    public DerivativeCheck<X, Y> accuracy(double accuracy) {
        return settings(request.settings().withAccuracy(accuracy));
    }

    /** Makes a certain but tiny discrepancy refute. */
    public DerivativeCheck<X, Y> strict() {
        return settings(request.settings().withStrict(true));
    }

    /**
     * The most time the check may take, against functions that hang. It then runs in a thread of its own, and is
     * inconclusive when the time is up; a thread that hangs for ever is left behind as a daemon.
     */
    public DerivativeCheck<X, Y> timeout(Duration timeout) {
        return settings(request.settings().withTimeout(timeout));
    }

    /**
     * The precision that f computes in, where its outputs do not show it: single precision inside with double sums, or
     * values that are right to a few digits only. Unless declared, outputs that are all {@code float} numbers are taken for
     * single precision and others for double; noise beyond that is measured either way.
     */
    public DerivativeCheck<X, Y> precision(Precision precision) {
        return settings(request.settings().withPrecision(precision));
    }

    /**
     * Lets several threads evaluate f at once, for functions that are safe for it. The report is the same to the last bit.
     * The derivative is still called by one thread.
     */
    public DerivativeCheck<X, Y> parallel(boolean parallel) {
        return settings(request.settings().withParallel(parallel));
    }

    /**
     * Examines the complex twin alone: whether it has the values of f on the real axis and is analytic off it, along the directions
     * that a check with these settings tries. No derivative is needed.
     *
     * @throws IllegalStateException if no point or no twin was given
     */
    public TwinReport checkTwin() {
        return new CheckRun<>(request).twinReport();
    }

    /**
     * Runs the check.
     *
     * @return the report: verdicts with their evidence
     * @throws IllegalStateException if no point or no derivative was given
     */
    public CheckReport run() {
        return new CheckRun<>(request).reportInTime();
    }

    /**
     * Asks of f alone whether it has a derivative at the point: along random directions difference quotients converge, from
     * both sides to one number, and f′(x)[u + v] = f′(x)[u] + f′(x)[v]. No derivative need be given, and one that is given is
     * not looked at.
     *
     * <p>Refuted with the reason {@link org.gradcheck.report.RefutationReason#NOT_DIFFERENTIABLE} are kinks, jumps, infinite
     * slopes and derivatives that are not additive, as that of x²y/(x² + y²) at zero. What is finer than steps of about
     * 10⁻⁹ is not seen: a corner that is rounded off within them is taken for a corner. Nor are functions whose
     * derivatives along all straight lines are additive though they have none in the strict sense.
     *
     * @return a report with the one row "differentiability"
     * @throws IllegalStateException if no point was given
     */
    public CheckReport differentiability() {
        return new CheckRun<>(request).differentiabilityInTime();
    }

    /**
     * Asks whether another function has the values of f, at the point and at a few random ones around it, to rounding.
     *
     * @param name what it is called in the report, where it is the one row
     * @throws IllegalStateException if no point was given
     */
    public CheckReport sameAs(String name, Function<X, Y> other) {
        return new CheckRun<>(request).equalityInTime(name, other);
    }
}
