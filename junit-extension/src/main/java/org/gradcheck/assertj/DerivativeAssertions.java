package org.gradcheck.assertj;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Evidence;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Entry point of the assertions, to be imported statically beside AssertJ's own.
 *
 * <pre>{@code
 * assertThatFunction(loss::value).at(w).hasGradient(loss::gradient);
 * assertThatFunction(Math::sin).at(0.5).hasDerivative(Math::cos);
 * assertThatScalarFunction(x -> x[0] * x[1]).at(w).hasGradient(x -> new double[] {x[1], x[0]});
 * }</pre>
 *
 * <p>{@code assertThatFunction} takes method references, unless the method is overloaded, and lambdas with typed parameters.
 * Which function a lambda without types is meant to be the compiler cannot tell: for these each entry has a name of its own.
 */
@SuppressWarnings("exports") // who names SimpleMatrix has it, the others need not
public final class DerivativeAssertions {

    /** For {@code asInstanceOf} and {@code extracting}: goes on with assertions on a report. */
    public static final InstanceOfAssertFactory<CheckReport, CheckReportAssert> CHECK_REPORT =
            new InstanceOfAssertFactory<>(CheckReport.class, CheckReportAssert::new);

    /** The same for the report on a chain. */
    public static final InstanceOfAssertFactory<ChainReport, ChainReportAssert> CHAIN_REPORT =
            new InstanceOfAssertFactory<>(ChainReport.class, ChainReportAssert::new);

    /** The same for the evidence along one direction. */
    public static final InstanceOfAssertFactory<Evidence, EvidenceAssert> EVIDENCE =
            new InstanceOfAssertFactory<>(Evidence.class, EvidenceAssert::new);

    private DerivativeAssertions() {}

    /** A scalar function of a vector. For an implicitly typed lambda use {@link #assertThatScalarFunction}. */
    @SuppressWarnings("overloads") // method references and typed lambdas resolve; others have their own names
    public static FunctionAssert<double[], Double> assertThatFunction(ToDoubleFunction<double[]> f) {
        return new FunctionAssert<>(FunctionChecks.scalar(f)).drawnFrom(PointSpace.vectors());
    }

    /** A vector function of a vector. For an implicitly typed lambda use {@link #assertThatVectorFunction}. */
    @SuppressWarnings("overloads") // method references and typed lambdas resolve; others have their own names
    public static FunctionAssert<double[], double[]> assertThatFunction(UnaryOperator<double[]> f) {
        return new FunctionAssert<>(FunctionChecks.vector(f)).drawnFrom(PointSpace.vectors());
    }

    /**
     * A function of one variable. For an implicitly typed lambda, or an overloaded method such as {@code Math::abs}, use
     * {@link #assertThatUnivariateFunction}.
     */
    @SuppressWarnings("overloads") // method references and typed lambdas resolve; others have their own names
    public static UnivariateFunctionAssert assertThatFunction(DoubleUnaryOperator f) {
        return new UnivariateFunctionAssert(FunctionChecks.univariate(f)).drawnFrom(PointSpace.known(Spaces.scalar()));
    }

    /** A function between two spaces (matrices, {@code float[]}, the user's own types), or from a manifold. */
    public static <X, Y> FunctionAssert<X, Y> assertThatFunction(
            Manifold<X> domain, Space<Y> codomain, Function<X, Y> f) {
        return new FunctionAssert<>(FunctionChecks.between(domain, codomain, f)).drawnFrom(PointSpace.known(domain));
    }

    /** A scalar function of a vector, for lambdas: {@code x -> x[0] * x[1]}. */
    public static FunctionAssert<double[], Double> assertThatScalarFunction(ToDoubleFunction<double[]> f) {
        return new FunctionAssert<>(FunctionChecks.scalar(f)).drawnFrom(PointSpace.vectors());
    }

    /** A vector function of a vector, for lambdas. */
    public static FunctionAssert<double[], double[]> assertThatVectorFunction(UnaryOperator<double[]> f) {
        return new FunctionAssert<>(FunctionChecks.vector(f)).drawnFrom(PointSpace.vectors());
    }

    /** A function of one variable, for lambdas and overloaded methods. */
    public static UnivariateFunctionAssert assertThatUnivariateFunction(DoubleUnaryOperator f) {
        return new UnivariateFunctionAssert(FunctionChecks.univariate(f)).drawnFrom(PointSpace.known(Spaces.scalar()));
    }

    /** A scalar function of EJML matrices, whose size is that of the point: {@code CommonOps_DDRM::det}. */
    public static FunctionAssert<DMatrixRMaj, Double> assertThatScalarFunctionOfMatrix(
            ToDoubleFunction<DMatrixRMaj> f) {
        return new FunctionAssert<>(FunctionChecks.scalarOfMatrix(f)).drawnFrom(PointSpace.matrices(Spaces::matrix));
    }

    /** A function from EJML matrices to EJML matrices, whose sizes are those of the point and of the value. */
    public static FunctionAssert<DMatrixRMaj, DMatrixRMaj> assertThatMatrixFunction(UnaryOperator<DMatrixRMaj> f) {
        return new FunctionAssert<>(FunctionChecks.matrix(f)).drawnFrom(PointSpace.matrices(Spaces::matrix));
    }

    /**
     * A scalar function of {@code SimpleMatrix}, whose size is that of the point: {@code SimpleMatrix::determinant}. It needs
     * EJML's module {@code ejml-simple}.
     */
    public static FunctionAssert<SimpleMatrix, Double> assertThatScalarFunctionOfSimpleMatrix(
            ToDoubleFunction<SimpleMatrix> f) {
        return new FunctionAssert<>(SimpleMatrixChecks.scalar(f))
                .drawnFrom(PointSpace.matrices(SimpleMatrixChecks::space));
    }

    /**
     * A function from {@code SimpleMatrix} to {@code SimpleMatrix}: {@code SimpleMatrix::invert}. It needs EJML's module
     * {@code ejml-simple}.
     */
    public static FunctionAssert<SimpleMatrix, SimpleMatrix> assertThatSimpleMatrixFunction(
            UnaryOperator<SimpleMatrix> f) {
        return new FunctionAssert<>(SimpleMatrixChecks.matrix(f))
                .drawnFrom(PointSpace.matrices(SimpleMatrixChecks::space));
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

    /** What the check of a chain or graph found. */
    public static ChainReportAssert assertThat(ChainReport report) {
        return new ChainReportAssert(report);
    }

    /** The numbers behind the verdict along one direction. */
    public static EvidenceAssert assertThat(Evidence evidence) {
        return new EvidenceAssert(evidence);
    }
}
