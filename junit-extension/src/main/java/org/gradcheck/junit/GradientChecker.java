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
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.space.Space;

/**
 * Begins the assertions of a {@link DerivativeTest}: with the invocation's seed, and at the invocation's point if the
 * test has exactly one {@link Point} of the function's argument type. With several, say which by {@code at}.
 */
public final class GradientChecker {

    private final CheckSettings settings;
    private final List<DrawnPoint> points;
    private final AssertionContext context;

    GradientChecker(CheckSettings settings, List<DrawnPoint> points, AssertionContext context) {
        this.settings = settings;
        this.points = points;
        this.context = context;
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
                .withSettings(settings)
                .inContext(context);
        return onlyPoint(Double.class).map(function::at).orElse(function);
    }

    private <X, Y> FunctionAssert<X, Y> prepared(FunctionAssert<X, Y> function, Optional<X> point) {
        FunctionAssert<X, Y> withSettings = function.withSettings(settings).inContext(context);
        return point.map(withSettings::at).orElse(withSettings);
    }

    private <X> Optional<X> onlyPoint(Class<X> type) {
        List<X> candidates = points.stream()
                .map(DrawnPoint::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }
}
