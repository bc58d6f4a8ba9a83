package org.gradcheck.junit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.TypedBilinearFunction.Function3;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.point.Distribution;
import org.gradcheck.space.Manifold;

/**
 * A function with the forms of its derivative that somebody wrote, made by the factories of {@link DifferentiableFunction}.
 * Immutable.
 *
 * @param <X> the type of the points
 * @param <Y> the type of the values
 */
public final class DerivativeForms<X, Y> implements DifferentiableFunction {

    /**
     * One form.
     *
     * @param name its name in reports
     * @param title its name in sentences
     * @param second whether it is a second derivative
     * @param supplied gives it to a check
     */
    record Supplied<X, Y>(String name, String title, boolean second, UnaryOperator<DerivativeCheck<X, Y>> supplied) {}

    private final DerivativeCheck<X, Y> check;
    private final Manifold<X> domain;
    private final Function<X, Y> f;
    private final Optional<String> name;
    private final List<Supplied<X, Y>> supplied;
    private final FunctionPoints<X> points;

    private DerivativeForms(
            DerivativeCheck<X, Y> check,
            Manifold<X> domain,
            Function<X, Y> f,
            Optional<String> name,
            List<Supplied<X, Y>> supplied,
            FunctionPoints<X> points) {
        this.check = check;
        this.domain = domain;
        this.f = f;
        this.name = name;
        this.supplied = List.copyOf(supplied);
        this.points = points;
    }

    static <X, Y> DerivativeForms<X, Y> of(DerivativeCheck<X, Y> check, Manifold<X> domain, Function<X, Y> f) {
        requireNonNull(f, "f");
        return new DerivativeForms<>(check, domain, f, Optional.empty(), List.of(), FunctionPoints.drawnFrom(domain));
    }

    /** The name under which it is listed. */
    public DerivativeForms<X, Y> named(String newName) {
        return new DerivativeForms<>(check, domain, f, Optional.of(newName), supplied, points);
    }

    /** The one point at which it is checked, instead of drawn and special ones. */
    public DerivativeForms<X, Y> at(X point) {
        return atPoints(List.of(point));
    }

    /** The points at which it is checked, instead of drawn and special ones. */
    public DerivativeForms<X, Y> atPoints(List<X> given) {
        return withPoints(points.given(given));
    }

    /** How the coordinates of points are distributed that are drawn; there are no special points then. */
    public DerivativeForms<X, Y> distributed(Distribution distribution) {
        return withPoints(points.distributed(distribution));
    }

    /** For functions of positive numbers. */
    public DerivativeForms<X, Y> atPositivePoints() {
        return distributed(Distribution.positive());
    }

    /** For functions of numbers in an interval. */
    public DerivativeForms<X, Y> between(double low, double high) {
        return distributed(new Distribution.Uniform(low, high));
    }

    /** Without the origin and the points with ones, which are special to many formulas. */
    public DerivativeForms<X, Y> withoutSpecialPoints() {
        return withPoints(points.withoutSpecial());
    }

    /** The analytic continuation of f, as in {@link DerivativeCheck#complexStep}. */
    public DerivativeForms<X, Y> complexStep(ComplexFunction continuation) {
        return new DerivativeForms<>(check.complexStep(continuation), domain, f, name, supplied, points);
    }

    /** The derivative of a function of one variable, or another gradient under that name. */
    public DerivativeForms<X, Y> derivative(Function<X, X> derivative) {
        return with("gradient", "derivative", false, step -> step.gradient(derivative));
    }

    /** The gradient, as in {@link DerivativeCheck#gradient(Function)}. */
    public DerivativeForms<X, Y> gradient(Function<X, X> gradient) {
        return with("gradient", "gradient", false, step -> step.gradient(gradient));
    }

    /** The pushforward, as in {@link DerivativeCheck#jvp}. */
    public DerivativeForms<X, Y> jvp(BiFunction<X, X, Y> jvp) {
        return with("jvp", "JVP", false, step -> step.jvp(jvp));
    }

    /** The pullback, as in {@link DerivativeCheck#vjp(BiFunction)}. */
    public DerivativeForms<X, Y> vjp(BiFunction<X, Y, X> vjp) {
        return with("vjp", "VJP", false, step -> step.vjp(vjp));
    }

    /** The Jacobian, as in {@link DerivativeCheck#jacobian}. */
    public DerivativeForms<X, Y> jacobian(Function<X, DMatrixRMaj> jacobian) {
        return with("jacobian", "Jacobian", false, step -> step.jacobian(jacobian));
    }

    /** The Jacobian as an array of rows. */
    public DerivativeForms<X, Y> jacobianRows(Function<X, double[][]> jacobian) {
        return with("jacobian", "Jacobian", false, step -> step.jacobianRows(jacobian));
    }

    /** The Hessian, as in {@link DerivativeCheck#hessian}; compared with the other forms where there are any. */
    public DerivativeForms<X, Y> hessian(Function<X, DMatrixRMaj> hessian) {
        return with("hessian", "Hessian", true, step -> step.hessian(hessian));
    }

    /** The Hessian as an array of rows. */
    public DerivativeForms<X, Y> hessianRows(Function<X, double[][]> hessian) {
        return with("hessian", "Hessian", true, step -> step.hessianRows(hessian));
    }

    /** The Hessian-vector product, as in {@link DerivativeCheck#hessianVectorProduct}. */
    public DerivativeForms<X, Y> hessianVectorProduct(BiFunction<X, X, X> product) {
        return with("hvp", "Hessian-vector product", true, step -> step.hessianVectorProduct(product));
    }

    /** The second derivative as a bilinear map, as in {@link DerivativeCheck#bilinear}. */
    public DerivativeForms<X, Y> bilinear(Function3<X, Y> map) {
        return with("bilinear", "bilinear form", true, step -> step.bilinear(map));
    }

    @Override
    public DerivativeForms<X, Y> forms() {
        return this;
    }

    private DerivativeForms<X, Y> withPoints(FunctionPoints<X> newPoints) {
        return new DerivativeForms<>(check, domain, f, name, supplied, newPoints);
    }

    private DerivativeForms<X, Y> with(
            String form, String title, boolean second, UnaryOperator<DerivativeCheck<X, Y>> step) {
        List<Supplied<X, Y>> all = new ArrayList<>(supplied);
        all.add(new Supplied<>(form, title, second, step));
        return new DerivativeForms<>(check, domain, f, name, all, points);
    }

    DerivativeCheck<X, Y> check() {
        return check;
    }

    Function<X, Y> function() {
        return f;
    }

    Optional<String> name() {
        return name;
    }

    List<Supplied<X, Y>> supplied() {
        return supplied;
    }

    FunctionPoints<X> points() {
        return points;
    }
}
