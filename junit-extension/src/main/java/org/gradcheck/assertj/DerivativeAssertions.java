package org.gradcheck.assertj;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of the assertions, to be imported statically beside AssertJ's own.
 *
 * <pre>{@code
 * assertThatFunction(loss::value).at(w).hasGradient(loss::gradient);
 * assertThatScalarFunction(x -> x[0] * x[1]).at(w).hasGradient(x -> new double[] {x[1], x[0]});
 * }</pre>
 */
public final class DerivativeAssertions {

    /** For {@code asInstanceOf}: goes on with assertions on a report. */
    public static final InstanceOfAssertFactory<CheckReport, CheckReportAssert> CHECK_REPORT =
            new InstanceOfAssertFactory<>(CheckReport.class, CheckReportAssert::new);

    private DerivativeAssertions() {}

    /** A scalar function of a vector. For an implicitly typed lambda use {@link #assertThatScalarFunction}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have the other two
    public static FunctionAssert<double[], Double> assertThatFunction(ToDoubleFunction<double[]> f) {
        return assertThatScalarFunction(f);
    }

    /** A vector function of a vector. For an implicitly typed lambda use {@link #assertThatVectorFunction}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have the other two
    public static FunctionAssert<double[], double[]> assertThatFunction(UnaryOperator<double[]> f) {
        return assertThatVectorFunction(f);
    }

    /** A function between two spaces (matrices, {@code float[]}, the user's own types), or from a manifold. */
    public static <X, Y> FunctionAssert<X, Y> assertThatFunction(
            Manifold<X> domain, Space<Y> codomain, Function<X, Y> f) {
        return new FunctionAssert<>(checkOf(f, g -> DerivativeCheck.of(domain, codomain, g)));
    }

    /** A scalar function of a vector, for lambdas: {@code assertThatScalarFunction(x -> x[0] * x[1])}. */
    public static FunctionAssert<double[], Double> assertThatScalarFunction(ToDoubleFunction<double[]> f) {
        return new FunctionAssert<>(checkOf(f, DerivativeCheck::ofScalar));
    }

    /** A vector function of a vector, for lambdas. */
    public static FunctionAssert<double[], double[]> assertThatVectorFunction(UnaryOperator<double[]> f) {
        return new FunctionAssert<>(checkOf(f, DerivativeCheck::ofVector));
    }

    /** A function of one variable. */
    public static UnivariateFunctionAssert assertThatUnivariateFunction(DoubleUnaryOperator f) {
        return new UnivariateFunctionAssert(
                checkOf(f, g -> DerivativeCheck.of(Spaces.scalar(), Spaces.scalar(), g::applyAsDouble)));
    }

    /** The function of a check, which may have settings; point and derivative are given as for any other. */
    public static <X, Y> FunctionAssert<X, Y> assertThatFunction(DerivativeCheck<X, Y> check) {
        return new FunctionAssert<>(check);
    }

    /** The function of a check of one variable. */
    public static UnivariateFunctionAssert assertThatUnivariateFunction(DerivativeCheck<Double, Double> check) {
        return new UnivariateFunctionAssert(check);
    }

    /** What a check found. */
    public static CheckReportAssert assertThat(CheckReport report) {
        return new CheckReportAssert(report);
    }

    /** A missing function becomes a missing actual value, which every assertion reports in AssertJ's words. */
    @SuppressWarnings("NullAway") // AssertJ's assertions take null and fail in isNotNull()
    private static <F, X, Y> DerivativeCheck<X, Y> checkOf(@Nullable F f, Function<F, DerivativeCheck<X, Y>> check) {
        return f == null ? null : check.apply(f);
    }
}
