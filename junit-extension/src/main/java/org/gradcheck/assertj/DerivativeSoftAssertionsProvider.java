package org.gradcheck.assertj;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertionsProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Evidence;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.jspecify.annotations.Nullable;

/** The entry points of {@link DerivativeAssertions} with failures collected instead of thrown. */
@SuppressWarnings("exports") // who names SimpleMatrix has it, the others need not
public interface DerivativeSoftAssertionsProvider extends SoftAssertionsProvider {

    /** As {@link DerivativeAssertions#assertThatFunction(ToDoubleFunction)}. */
    @SuppressWarnings("overloads") // method references and typed lambdas resolve; others have their own names
    default FunctionAssert<double[], Double> assertThatFunction(ToDoubleFunction<double[]> f) {
        return softly(FunctionChecks.scalar(f)).drawnFrom(PointSpace.vectors());
    }

    /** As {@link DerivativeAssertions#assertThatFunction(UnaryOperator)}. */
    @SuppressWarnings("overloads") // method references and typed lambdas resolve; others have their own names
    default FunctionAssert<double[], double[]> assertThatFunction(UnaryOperator<double[]> f) {
        return softly(FunctionChecks.vector(f)).drawnFrom(PointSpace.vectors());
    }

    /** As {@link DerivativeAssertions#assertThatFunction(DoubleUnaryOperator)}. */
    @SuppressWarnings("overloads") // method references and typed lambdas resolve; others have their own names
    default UnivariateFunctionAssert assertThatFunction(DoubleUnaryOperator f) {
        return softlyUnivariate(FunctionChecks.univariate(f)).drawnFrom(PointSpace.known(Spaces.scalar()));
    }

    /** As {@link DerivativeAssertions#assertThatFunction(Manifold, Space, Function)}. */
    default <X, Y> FunctionAssert<X, Y> assertThatFunction(Manifold<X> domain, Space<Y> codomain, Function<X, Y> f) {
        return softly(FunctionChecks.between(domain, codomain, f)).drawnFrom(PointSpace.known(domain));
    }

    /** As {@link DerivativeAssertions#assertThatScalarFunction(ToDoubleFunction)}. */
    default FunctionAssert<double[], Double> assertThatScalarFunction(ToDoubleFunction<double[]> f) {
        return softly(FunctionChecks.scalar(f)).drawnFrom(PointSpace.vectors());
    }

    /** As {@link DerivativeAssertions#assertThatVectorFunction(UnaryOperator)}. */
    default FunctionAssert<double[], double[]> assertThatVectorFunction(UnaryOperator<double[]> f) {
        return softly(FunctionChecks.vector(f)).drawnFrom(PointSpace.vectors());
    }

    /** As {@link DerivativeAssertions#assertThatUnivariateFunction(DoubleUnaryOperator)}. */
    default UnivariateFunctionAssert assertThatUnivariateFunction(DoubleUnaryOperator f) {
        return softlyUnivariate(FunctionChecks.univariate(f)).drawnFrom(PointSpace.known(Spaces.scalar()));
    }

    /** As {@link DerivativeAssertions#assertThatScalarFunctionOfMatrix(ToDoubleFunction)}. */
    default FunctionAssert<DMatrixRMaj, Double> assertThatScalarFunctionOfMatrix(ToDoubleFunction<DMatrixRMaj> f) {
        return softly(FunctionChecks.scalarOfMatrix(f)).drawnFrom(PointSpace.matrices(Spaces::matrix));
    }

    /** As {@link DerivativeAssertions#assertThatMatrixFunction(UnaryOperator)}. */
    default FunctionAssert<DMatrixRMaj, DMatrixRMaj> assertThatMatrixFunction(UnaryOperator<DMatrixRMaj> f) {
        return softly(FunctionChecks.matrix(f)).drawnFrom(PointSpace.matrices(Spaces::matrix));
    }

    /** As {@link DerivativeAssertions#assertThatScalarFunctionOfSimpleMatrix(ToDoubleFunction)}. */
    default FunctionAssert<SimpleMatrix, Double> assertThatScalarFunctionOfSimpleMatrix(
            ToDoubleFunction<SimpleMatrix> f) {
        return softly(SimpleMatrixChecks.scalar(f)).drawnFrom(PointSpace.matrices(SimpleMatrixChecks::space));
    }

    /** As {@link DerivativeAssertions#assertThatSimpleMatrixFunction(UnaryOperator)}. */
    default FunctionAssert<SimpleMatrix, SimpleMatrix> assertThatSimpleMatrixFunction(UnaryOperator<SimpleMatrix> f) {
        return softly(SimpleMatrixChecks.matrix(f)).drawnFrom(PointSpace.matrices(SimpleMatrixChecks::space));
    }

    /** As {@link DerivativeAssertions#assertThatUnivariateFunction(DerivativeCheck)}. */
    default UnivariateFunctionAssert assertThatUnivariateFunction(DerivativeCheck<Double, Double> check) {
        return softlyUnivariate(check);
    }

    /** As {@link DerivativeAssertions#assertThatFunction(DerivativeCheck)}. */
    default <X, Y> FunctionAssert<X, Y> assertThatFunction(DerivativeCheck<X, Y> check) {
        return softly(check);
    }

    /** As {@link DerivativeAssertions#assertThat(CheckReport)}. */
    default CheckReportAssert assertThat(CheckReport report) {
        return proxy(CheckReportAssert.class, CheckReport.class, report);
    }

    /** As {@link DerivativeAssertions#assertThat(ChainReport)}. */
    default ChainReportAssert assertThat(ChainReport report) {
        return proxy(ChainReportAssert.class, ChainReport.class, report);
    }

    /** As {@link DerivativeAssertions#assertThat(Evidence)}. */
    default EvidenceAssert assertThat(Evidence evidence) {
        return proxy(EvidenceAssert.class, Evidence.class, evidence);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
    private UnivariateFunctionAssert softlyUnivariate(@Nullable DerivativeCheck<Double, Double> check) {
        return (UnivariateFunctionAssert) proxy((Class) UnivariateFunctionAssert.class, DerivativeCheck.class, check);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
    private <X, Y> FunctionAssert<X, Y> softly(@Nullable DerivativeCheck<X, Y> check) {
        return (FunctionAssert<X, Y>) proxy((Class) FunctionAssert.class, DerivativeCheck.class, check);
    }
}
