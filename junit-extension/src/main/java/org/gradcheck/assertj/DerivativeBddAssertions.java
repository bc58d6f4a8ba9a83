package org.gradcheck.assertj;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Evidence;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * The entry points of {@link DerivativeAssertions} in the words of behaviour-driven tests, to be imported statically beside
 * AssertJ's {@code BDDAssertions}.
 *
 * <pre>{@code
 * thenFunction(loss::value).at(w).hasGradient(loss::gradient);
 * then(report).isConfirmed();
 * }</pre>
 */
@SuppressWarnings("exports") // who names SimpleMatrix has it, the others need not
public final class DerivativeBddAssertions {

    private DerivativeBddAssertions() {}

    /** As {@link DerivativeAssertions#assertThatFunction(ToDoubleFunction)}. */
    @SuppressWarnings("overloads") // method references and typed lambdas resolve; others have their own names
    public static FunctionAssert<double[], Double> thenFunction(ToDoubleFunction<double[]> f) {
        return DerivativeAssertions.assertThatFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThatFunction(UnaryOperator)}. */
    @SuppressWarnings("overloads") // method references and typed lambdas resolve; others have their own names
    public static FunctionAssert<double[], double[]> thenFunction(UnaryOperator<double[]> f) {
        return DerivativeAssertions.assertThatFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThatFunction(DoubleUnaryOperator)}. */
    @SuppressWarnings("overloads") // method references and typed lambdas resolve; others have their own names
    public static UnivariateFunctionAssert thenFunction(DoubleUnaryOperator f) {
        return DerivativeAssertions.assertThatFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThatFunction(Manifold, Space, Function)}. */
    public static <X, Y> FunctionAssert<X, Y> thenFunction(Manifold<X> domain, Space<Y> codomain, Function<X, Y> f) {
        return DerivativeAssertions.assertThatFunction(domain, codomain, f);
    }

    /** As {@link DerivativeAssertions#assertThatFunction(DerivativeCheck)}. */
    public static <X, Y> FunctionAssert<X, Y> thenFunction(DerivativeCheck<X, Y> check) {
        return DerivativeAssertions.assertThatFunction(check);
    }

    /** As {@link DerivativeAssertions#assertThatUnivariateFunction(DerivativeCheck)}. */
    public static UnivariateFunctionAssert thenUnivariateFunction(DerivativeCheck<Double, Double> check) {
        return DerivativeAssertions.assertThatUnivariateFunction(check);
    }

    /** As {@link DerivativeAssertions#assertThatScalarFunction(ToDoubleFunction)}. */
    public static FunctionAssert<double[], Double> thenScalarFunction(ToDoubleFunction<double[]> f) {
        return DerivativeAssertions.assertThatScalarFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThatVectorFunction(UnaryOperator)}. */
    public static FunctionAssert<double[], double[]> thenVectorFunction(UnaryOperator<double[]> f) {
        return DerivativeAssertions.assertThatVectorFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThatUnivariateFunction(DoubleUnaryOperator)}. */
    public static UnivariateFunctionAssert thenUnivariateFunction(DoubleUnaryOperator f) {
        return DerivativeAssertions.assertThatUnivariateFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThatScalarFunctionOfMatrix(ToDoubleFunction)}. */
    public static FunctionAssert<DMatrixRMaj, Double> thenScalarFunctionOfMatrix(ToDoubleFunction<DMatrixRMaj> f) {
        return DerivativeAssertions.assertThatScalarFunctionOfMatrix(f);
    }

    /** As {@link DerivativeAssertions#assertThatMatrixFunction(UnaryOperator)}. */
    public static FunctionAssert<DMatrixRMaj, DMatrixRMaj> thenMatrixFunction(UnaryOperator<DMatrixRMaj> f) {
        return DerivativeAssertions.assertThatMatrixFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThatScalarFunctionOfSimpleMatrix(ToDoubleFunction)}. */
    public static FunctionAssert<SimpleMatrix, Double> thenScalarFunctionOfSimpleMatrix(
            ToDoubleFunction<SimpleMatrix> f) {
        return DerivativeAssertions.assertThatScalarFunctionOfSimpleMatrix(f);
    }

    /** As {@link DerivativeAssertions#assertThatSimpleMatrixFunction(UnaryOperator)}. */
    public static FunctionAssert<SimpleMatrix, SimpleMatrix> thenSimpleMatrixFunction(UnaryOperator<SimpleMatrix> f) {
        return DerivativeAssertions.assertThatSimpleMatrixFunction(f);
    }

    /** As {@link DerivativeAssertions#assertThat(CheckReport)}. */
    public static CheckReportAssert then(CheckReport report) {
        return DerivativeAssertions.assertThat(report);
    }

    /** As {@link DerivativeAssertions#assertThat(ChainReport)}. */
    public static ChainReportAssert then(ChainReport report) {
        return DerivativeAssertions.assertThat(report);
    }

    /** As {@link DerivativeAssertions#assertThat(Evidence)}. */
    public static EvidenceAssert then(Evidence evidence) {
        return DerivativeAssertions.assertThat(evidence);
    }
}
