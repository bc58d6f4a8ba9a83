package org.gradcheck.assertj;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertionsProvider;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** The entry points of {@link DerivativeAssertions} with failures collected instead of thrown. */
public interface DerivativeSoftAssertionsProvider extends SoftAssertionsProvider {

    /** As {@link DerivativeAssertions#assertThatFunction(ToDoubleFunction)}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have the other two
    default FunctionAssert<double[], Double> assertThatFunction(ToDoubleFunction<double[]> f) {
        return assertThatScalarFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThatFunction(UnaryOperator)}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have the other two
    default FunctionAssert<double[], double[]> assertThatFunction(UnaryOperator<double[]> f) {
        return assertThatVectorFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThatFunction(Space, Space, Function)}. */
    default <X, Y> FunctionAssert<X, Y> assertThatFunction(Space<X> domain, Space<Y> codomain, Function<X, Y> f) {
        return softly(DerivativeCheck.of(domain, codomain, f));
    }

    /** As {@link DerivativeAssertions#assertThatScalarFunction}. */
    default FunctionAssert<double[], Double> assertThatScalarFunction(ToDoubleFunction<double[]> f) {
        return softly(DerivativeCheck.ofScalar(f));
    }

    /** As {@link DerivativeAssertions#assertThatVectorFunction}. */
    default FunctionAssert<double[], double[]> assertThatVectorFunction(UnaryOperator<double[]> f) {
        return softly(DerivativeCheck.ofVector(f));
    }

    /** As {@link DerivativeAssertions#assertThatUnivariateFunction}. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
    default UnivariateFunctionAssert assertThatUnivariateFunction(DoubleUnaryOperator f) {
        DerivativeCheck<Double, Double> check = DerivativeCheck.of(Spaces.scalar(), Spaces.scalar(), f::applyAsDouble);
        return proxy(UnivariateFunctionAssert.class, (Class) DerivativeCheck.class, check);
    }

    /** As {@link DerivativeAssertions#assertThatFunction(DerivativeCheck)}. */
    default <X, Y> FunctionAssert<X, Y> assertThatFunction(DerivativeCheck<X, Y> check) {
        return softly(check);
    }

    /** As {@link DerivativeAssertions#assertThat(CheckReport)}. */
    default CheckReportAssert assertThat(CheckReport report) {
        return proxy(CheckReportAssert.class, CheckReport.class, report);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
    private <X, Y> FunctionAssert<X, Y> softly(DerivativeCheck<X, Y> check) {
        return (FunctionAssert<X, Y>) proxy((Class) FunctionAssert.class, DerivativeCheck.class, check);
    }
}
