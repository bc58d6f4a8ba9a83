package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatMatrixFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunctionOfMatrix;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunctionOfSimpleMatrix;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatSimpleMatrixFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;
import static org.gradcheck.assertj.DerivativeBddAssertions.then;
import static org.gradcheck.assertj.DerivativeBddAssertions.thenFunction;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** What assertions can begin with. */
class EntryPointsTest {

    private static final DMatrixRMaj A = new DMatrixRMaj(new double[][] {{2, 1}, {0.5, 3}});

    private static double square(double x) {
        return x * x;
    }

    @Test
    void methodReferencesAndTypedLambdasResolve() {
        FunctionAssert<double[], Double> scalar = assertThatFunction(Bilinear::value);
        FunctionAssert<double[], double[]> vector = assertThatFunction(Bilinear::forward);
        UnivariateFunctionAssert univariate = assertThatFunction(EntryPointsTest::square);
        FunctionAssert<double[], Double> scalarLambda = assertThatFunction((double[] x) -> x[0] * x[1]);
        FunctionAssert<double[], double[]> vectorLambda = assertThatFunction((double[] x) -> new double[] {x[0]});
        UnivariateFunctionAssert univariateLambda = assertThatFunction((double x) -> x * x);

        scalar.at(new double[] {1, -2}).hasGradient(Bilinear::gradient);
        vector.at(new double[] {1, -2}).hasJacobian(Bilinear::jacobian);
        univariate.at(3).hasDerivative(x -> 2 * x);
        scalarLambda.at(new double[] {1, -2}).hasGradient(x -> new double[] {x[1], x[0]});
        vectorLambda.at(new double[] {1}).hasJvp((x, v) -> v);
        univariateLambda.at(3).hasDerivative(x -> 2 * x);
    }

    @Test
    void overloadedMethodsHaveAnEntryOfTheirOwn() {
        assertThatUnivariateFunction(Math::abs).at(-2).hasDerivative(Math::signum);
    }

    @Test
    void matricesTakeTheirSizeFromThePoint() {
        assertThatScalarFunctionOfMatrix(CommonOps_DDRM::det).at(A).hasGradient(EntryPointsTest::cofactors);
        assertThatScalarFunctionOfMatrix(CommonOps_DDRM::elementSum)
                .at(new DMatrixRMaj(3, 1))
                .hasGradient(x -> Stages.ones(3, 1));
        assertThatMatrixFunction(EntryPointsTest::gram)
                .atRandomPoints(3, 2, 3)
                .hasJvp((x, v) -> {
                    DMatrixRMaj jvp = new DMatrixRMaj(3, 3);
                    CommonOps_DDRM.multTransA(v, x, jvp);
                    CommonOps_DDRM.multAddTransA(x, v, jvp);
                    return jvp;
                })
                .hasVjp((x, w) -> {
                    DMatrixRMaj symmetric = new DMatrixRMaj(3, 3);
                    CommonOps_DDRM.add(w, CommonOps_DDRM.transpose(w, null), symmetric);
                    return CommonOps_DDRM.mult(x, symmetric, null);
                });
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatScalarFunctionOfMatrix(CommonOps_DDRM::det)
                        .at(A)
                        .hasGradient(x -> {
                            DMatrixRMaj adjugate = cofactors(x);
                            CommonOps_DDRM.transpose(adjugate);
                            return adjugate;
                        }))
                .withMessageContaining("but the gradient is wrong by ");
    }

    /** ∇ det X, entry by entry. */
    private static DMatrixRMaj cofactors(DMatrixRMaj x) {
        return new DMatrixRMaj(2, 2, true, x.get(1, 1), -x.get(1, 0), -x.get(0, 1), x.get(0, 0));
    }

    /** XᵀX. */
    private static DMatrixRMaj gram(DMatrixRMaj x) {
        return CommonOps_DDRM.multTransA(x, x, null);
    }

    @Test
    void simpleMatricesAreTakenAsTheyAre() {
        assertThatScalarFunctionOfSimpleMatrix(SimpleMatrix::determinant)
                .at(new SimpleMatrix(A))
                .hasGradient(x -> x.invert().transpose().scale(x.determinant()));
        assertThatSimpleMatrixFunction(SimpleMatrix::invert)
                .at(new SimpleMatrix(A))
                .hasJvp((x, v) -> x.invert().mult(v).mult(x.invert()).scale(-1))
                .hasVjp((x, w) -> x.invert()
                        .transpose()
                        .mult(w)
                        .mult(x.invert().transpose())
                        .scale(-1))
                .isDifferentiable();
        assertThatScalarFunctionOfSimpleMatrix(SimpleMatrix::elementSum)
                .atRandomPoints(2, 3, 2)
                .hasGradient(x -> SimpleMatrix.filled(3, 2, 1));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatSimpleMatrixFunction(x -> x.mult(x))
                        .at(new SimpleMatrix(A))
                        .hasJvp((x, v) -> x.mult(v).scale(2)))
                .withMessageContaining("but the JVP is wrong by ");
    }

    @Test
    void softAndBddEntriesMirrorAll() {
        List<String> entries = signatures(DerivativeAssertions.class, "assertThat");

        assertThat(signatures(DerivativeSoftAssertionsProvider.class, "assertThat"))
                .containsExactlyElementsOf(entries);
        assertThat(signatures(DerivativeBddAssertions.class, "then")).containsExactlyElementsOf(entries);
        assertThat(entries).hasSize(16);
    }

    private static List<String> signatures(Class<?> type, String prefix) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().startsWith(prefix))
                .map(method -> signature(method, prefix))
                .sorted()
                .toList();
    }

    private static String signature(Method method, String prefix) {
        return method.getGenericReturnType() + " " + method.getName().substring(prefix.length())
                + Arrays.toString(method.getGenericParameterTypes());
    }

    @Test
    void bddEntriesAssertTheSame() {
        thenFunction(Math::sin).at(1).hasDerivative(Math::cos);
        then(ExampleReports.right).isConfirmed();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> thenFunction(Math::sin).at(1).hasDerivative(Math::sin));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> then(ExampleReports.wrong).isConfirmed());
    }

    @Test
    void factoriesGoOnFromObjects() {
        goOn(ExampleReports.right, DerivativeAssertions.CHECK_REPORT).isConfirmed();
        goOn(ExampleReports.wrongChain, DerivativeAssertions.CHAIN_REPORT).isRefuted();
        goOn(ExampleReports.right.results().get(0).evidence().get(0), DerivativeAssertions.EVIDENCE)
                .isConfirmed();
        assertThat(List.of(ExampleReports.right))
                .first(DerivativeAssertions.CHECK_REPORT)
                .isConfirmed();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> goOn("text", DerivativeAssertions.CHECK_REPORT));
    }

    private static <A extends org.assertj.core.api.AbstractAssert<?, ?>> A goOn(
            Object anything, InstanceOfAssertFactory<?, A> factory) {
        return assertThat(anything).asInstanceOf(factory);
    }
}
