package org.gradcheck.junit;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.assertj.AssertionContext;
import org.gradcheck.assertj.DerivativeAssertions;
import org.gradcheck.assertj.FunctionAssert;
import org.gradcheck.assertj.UnivariateFunctionAssert;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.junit.point.ChosenPoint;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * Begins the assertions of a {@link DerivativeTest}: with the invocation's seed, and at the invocation's point if the
 * test has exactly one {@link Point} of the function's argument type. With several, say which by {@code at}.
 */
public final class GradientChecker {

    private final Invocation invocation;
    private final AssertionContext context;

    GradientChecker(Invocation invocation, AssertionContext context) {
        this.invocation = invocation;
        this.context = context;
    }

    /**
     * A point of any type that tests can be given, at which functions of it are then checked: a matrix, a record, a list. For
     * one that the test received with a structure, along directions in which it keeps this.
     *
     * @throws IllegalArgumentException if it is no point
     */
    @SuppressWarnings("unchecked") // the point found is the object given
    public <X> PointChecker<X> at(X point) {
        ChosenPoint<X> chosen = invocation
                .of(point)
                .map(received -> (ChosenPoint<X>) received.chosen())
                .orElseGet(() -> PointChecker.chosen(point));
        return new PointChecker<>(chosen, invocation, context);
    }

    /** A scalar function of a vector. For an implicitly typed lambda use {@link #thatScalar}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have thatScalar and thatVector
    public FunctionAssert<double[], Double> that(ToDoubleFunction<double[]> f) {
        return thatScalar(f);
    }

    /** A vector function of a vector. For an implicitly typed lambda use {@link #thatVector}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have thatScalar and thatVector
    public FunctionAssert<double[], double[]> that(UnaryOperator<double[]> f) {
        return thatVector(f);
    }

    /** A function of one variable. For an implicitly typed lambda use {@link #thatUnivariate}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have thatUnivariate
    public UnivariateFunctionAssert that(DoubleUnaryOperator f) {
        return thatUnivariate(f);
    }

    /** A function between two spaces. The point is always said by {@code at}. */
    public <X, Y> FunctionAssert<X, Y> that(Space<X> domain, Space<Y> codomain, Function<X, Y> f) {
        return prepared(DerivativeAssertions.assertThatFunction(domain, codomain, f), Optional.empty());
    }

    /** The function of a check, such as an adapter gives it. The point is always said by {@code at}. */
    public <X, Y> FunctionAssert<X, Y> that(DerivativeCheck<X, Y> check) {
        return prepared(DerivativeAssertions.assertThatFunction(check), Optional.empty());
    }

    /** A scalar function of a vector, for lambdas. */
    public FunctionAssert<double[], Double> thatScalar(ToDoubleFunction<double[]> f) {
        return prepared(DerivativeAssertions.assertThatScalarFunction(f), onlyPoint(double[].class));
    }

    /** A vector function of a vector, for lambdas. */
    public FunctionAssert<double[], double[]> thatVector(UnaryOperator<double[]> f) {
        return prepared(DerivativeAssertions.assertThatVectorFunction(f), onlyPoint(double[].class));
    }

    /** A function of one variable. */
    public UnivariateFunctionAssert thatUnivariate(DoubleUnaryOperator f) {
        UnivariateFunctionAssert function = DerivativeAssertions.assertThatUnivariateFunction(f)
                .withSettings(invocation.check())
                .inContext(context);
        return onlyPoint(Double.class).map(point -> function.at(point.value())).orElse(function);
    }

    private <X, Y> FunctionAssert<X, Y> prepared(FunctionAssert<X, Y> function, Optional<ChosenPoint<X>> point) {
        FunctionAssert<X, Y> withSettings =
                function.withSettings(invocation.check()).inContext(context);
        return point.map(chosen -> located(withSettings, chosen)).orElse(withSettings);
    }

    private static <X, Y> FunctionAssert<X, Y> located(FunctionAssert<X, Y> function, ChosenPoint<X> point) {
        Optional<Manifold<X>> structure = point.set().filter(set -> !(set instanceof Space));
        return structure.map(function::on).orElse(function).at(point.value());
    }

    @SuppressWarnings("unchecked") // a point is of the type of its value
    private <X> Optional<ChosenPoint<X>> onlyPoint(Class<X> type) {
        List<ChosenPoint<X>> candidates = invocation.truePoints().stream()
                .filter(point -> type.isInstance(point.chosen().value()))
                .map(point -> (ChosenPoint<X>) point.chosen())
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }
}
