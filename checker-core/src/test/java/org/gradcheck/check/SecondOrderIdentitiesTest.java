package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Symmetry, linearity and agreement of second derivatives. f(x) = xᵀBx + x₀²x₁ unless said otherwise. */
class SecondOrderIdentitiesTest {

    private static final double[][] B = {{1, 2, -0.5}, {0.3, -1, 4}, {0.7, 0.1, 2}};
    private static final double[] X = {0.7, -1.3, 2.1};

    private static final DerivativeCheck<double[], Double> CHECK =
            DerivativeCheck.ofScalar(SecondOrderIdentitiesTest::f).at(X);

    private static double f(double[] x) {
        return bilinear(x, x) + x[0] * x[0] * x[1];
    }

    private static double bilinear(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += u[i] * B[i][j] * v[j];
            }
        }
        return sum;
    }

    private static double[][] hessian(double[] x) {
        double[][] h = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                h[i][j] = B[i][j] + B[j][i];
            }
        }
        h[0][0] += 2 * x[1];
        h[0][1] += 2 * x[0];
        h[1][0] += 2 * x[0];
        return h;
    }

    private static double[] product(double[][] h, double[] v) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += h[i][j] * v[j];
            }
        }
        return product;
    }

    private static double[] hvp(double[] x, double[] v) {
        return product(hessian(x), v);
    }

    private static double form(double[] x, double[] u, double[] v) {
        double[] product = hvp(x, v);
        return u[0] * product[0] + u[1] * product[1] + u[2] * product[2];
    }

    private static CheckResult row(CheckReport report, String name) {
        return report.results().stream()
                .filter(result -> result.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + name + " in " + report));
    }

    private static void assertRefuted(CheckResult result, RefutationReason reason) {
        assertThat(result.verdict())
                .as(result.toString())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        refuted -> assertThat(refuted.reason()).isEqualTo(reason));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rightFormsAreConfirmedInAllIdentities(long seed) {
        CheckReport report = CHECK.hessianRows(SecondOrderIdentitiesTest::hessian)
                .hessianVectorProduct(SecondOrderIdentitiesTest::hvp)
                .bilinear((x, u, v) -> form(x, u, v))
                .seed(seed)
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.results())
                .extracting(CheckResult::name)
                .containsExactly(
                        "hessian",
                        "hvp",
                        "bilinear",
                        "linearity of hvp",
                        "linearity of bilinear",
                        "symmetry of hessian",
                        "symmetry of hvp",
                        "symmetry of bilinear",
                        "hessian against hvp",
                        "hessian against bilinear",
                        "hvp against bilinear");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void missingSymmetrisationIsSeenOnlyByExchangingTheTangents(long seed) {
        CheckReport report = CHECK.hessianRows(x -> {
                    double[][] h = hessian(x);
                    for (int i = 0; i < 3; i++) {
                        for (int j = 0; j < 3; j++) {
                            h[i][j] += B[i][j] - B[j][i];
                        }
                    }
                    return h;
                })
                .seed(seed)
                .run();

        assertThat(row(report, "hessian").verdict()).isInstanceOf(Verdict.Confirmed.class);
        CheckResult symmetry = row(report, "symmetry of hessian");
        assertRefuted(symmetry, RefutationReason.NOT_SYMMETRIC);
        assertThat(symmetry.diagnosis())
                .containsExactly(new Diagnosis("antisymmetric-part", "its symmetric part would be confirmed"));
        assertThat(report.about("hessian").isRefuted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-4, 1e-6})
    void smallAsymmetryOfOneEntryIsRefuted(double error) {
        CheckReport report = CHECK.hessianRows(x -> {
                    double[][] h = hessian(x);
                    h[2][1] *= 1 + error;
                    return h;
                })
                .run();

        assertRefuted(row(report, "symmetry of hessian"), RefutationReason.NOT_SYMMETRIC);
    }

    @Test
    void aSymmetryIsShownWithBothNumbers() {
        CheckReport report = CHECK.hessianVectorProduct((x, v) ->
                        product(new double[][] {{0, 1, 0}, {0, 0, 0}, {0, 0, 0}}, v))
                .run();

        assertThat(row(report, "symmetry of hvp").identities().get(0))
                .satisfies(e -> assertThat(e.left()).isEqualTo("f″(x)[u, v]"))
                .satisfies(e -> assertThat(e.right()).isEqualTo("f″(x)[v, u]"))
                .satisfies(e -> assertThat(e.discrepancy()).isGreaterThan(1e-3));
        assertThat(row(report, "symmetry of hvp").diagnosis()).isEmpty();
    }

    @Test
    void aProductOfTheWrongArgumentIsNotLinear() {
        CheckReport report = CHECK.hessianVectorProduct((x, v) -> {
                    double[] w = hvp(x, v);
                    w[0] += v[0] * v[1];
                    return w;
                })
                .run();

        assertRefuted(row(report, "linearity of hvp"), RefutationReason.NOT_LINEAR);
    }

    @Test
    void formsThatContradictEachOtherAreNamedWithTheFactor() {
        CheckReport report = CHECK.hessianRows(SecondOrderIdentitiesTest::hessian)
                .hessianVectorProduct((x, v) -> {
                    double[] w = hvp(x, v);
                    return new double[] {2 * w[0], 2 * w[1], 2 * w[2]};
                })
                .run();

        CheckResult agreement = row(report, "hessian against hvp");
        assertRefuted(agreement, RefutationReason.CONTRADICTS);
        assertThat(agreement.diagnosis())
                .containsExactly(new Diagnosis("factor", "the hvp is 2 times the hessian, the same in all 4 pairs"));
        assertThat(row(report, "hessian").verdict()).isInstanceOf(Verdict.Confirmed.class);
        assertThat(row(report, "hvp").verdict()).isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void brokenFormsAreLeftOut() {
        CheckReport report = CHECK.hessianRows(SecondOrderIdentitiesTest::hessian)
                .hessianVectorProduct((x, v) -> {
                    throw new IllegalStateException("not yet");
                })
                .run();

        assertThat(report.results())
                .extracting(CheckResult::name)
                .containsExactly("hessian", "hvp", "symmetry of hessian");
    }

    @Test
    void complexStepGivesTheReferenceWhereNoFirstDerivativeIsSupplied() {
        DerivativeCheck<double[], Double> check = DerivativeCheck.ofScalar(x -> Math.exp(x[0]) * x[1])
                .at(new double[] {0.4, 1.7})
                .complexStep(z -> {
                    double e = Math.exp(z.real()[0]);
                    double re = e * Math.cos(z.imaginary()[0]);
                    double im = e * Math.sin(z.imaginary()[0]);
                    return new ComplexVector(
                            new double[] {re * z.real()[1] - im * z.imaginary()[1]},
                            new double[] {re * z.imaginary()[1] + im * z.real()[1]});
                });
        CheckReport right = check.hessianRows(x -> {
                    double e = Math.exp(x[0]);
                    return new double[][] {{e * x[1], e}, {e, 0}};
                })
                .run();
        CheckReport wrong = check.hessianRows(x -> {
                    double e = Math.exp(x[0]);
                    return new double[][] {{e * x[1], e * (1 + 1e-7)}, {e * (1 + 1e-7), 0}};
                })
                .run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(row(right, "hessian").decisive().orElseThrow().method())
                .isEqualTo("central differences of complex-step derivatives");
        assertThat(((Verdict.Confirmed) row(right, "hessian").verdict()).resolution())
                .isLessThan(1e-11);
        assertThat(row(wrong, "hessian").verdict()).isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void aComplexProgramThatIsNoContinuationIsNotUsed() {
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[0])
                .at(new double[] {1.5})
                .complexStep(z -> new ComplexVector(
                        new double[] {z.real()[0] * z.real()[0]}, new double[] {z.real()[0] * z.imaginary()[0]}))
                .hessianRows(x -> new double[][] {{2}})
                .run();

        assertThat(report.results()).extracting(CheckResult::name).containsExactly("hessian", "symmetry of hessian");
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void aBudgetIsKeptWithAComplexProgram() {
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[0])
                .at(new double[] {1.5})
                .complexStep(z -> new ComplexVector(
                        new double[] {z.real()[0] * z.real()[0]}, new double[] {2 * z.real()[0] * z.imaginary()[0]}))
                .hessianRows(x -> new double[][] {{2}})
                .budget(20)
                .run();

        assertThat(report.evaluations()).isLessThanOrEqualTo(20);
        assertThat(report.results()).extracting(CheckResult::name).contains("hessian");
        assertThat(report.results().get(0).verdict())
                .satisfiesAnyOf(
                        verdict -> assertThat(verdict).isInstanceOf(Verdict.Confirmed.class),
                        verdict -> assertThat(((Verdict.Inconclusive) verdict).reason())
                                .isEqualTo(InconclusiveReason.BUDGET));
    }

    @Test
    void symmetryIsInTheInnerProductOfTheDomain() {
        double[] weights = {2, 5};
        DerivativeCheck<double[], Double> check = DerivativeCheck.of(
                        Spaces.weighted(Spaces.vector(2), weights), Spaces.scalar(), x -> x[0] * x[0] * x[1])
                .at(new double[] {1.2, -0.7});
        double[][] h = {{2 * -0.7, 2 * 1.2}, {2 * 1.2, 0}};

        CheckReport representer = check.hessianVectorProduct((x, v) ->
                        new double[] {(h[0][0] * v[0] + h[0][1] * v[1]) / weights[0], h[1][0] * v[0] / weights[1]})
                .run();
        CheckReport euclidean = check.hessianVectorProduct(
                        (x, v) -> new double[] {h[0][0] * v[0] + h[0][1] * v[1], h[1][0] * v[0]})
                .run();

        assertThat(representer.isConfirmed()).as(representer.toString()).isTrue();
        assertRefuted(row(euclidean, "symmetry of hvp"), RefutationReason.NOT_SYMMETRIC);
    }

    @Test
    void logDetOnSymmetricMatricesHasItsBilinearForm() {
        DMatrixRMaj point = new DMatrixRMaj(new double[][] {{2, 0.3, -0.4}, {0.3, 1.5, 0.2}, {-0.4, 0.2, 1.1}});
        CheckReport report = DerivativeCheck.of(
                        Spaces.symmetric(3), Spaces.scalar(), x -> Math.log(CommonOps_DDRM.det(x)))
                .at(point)
                .gradient(SecondOrderIdentitiesTest::inverse)
                .bilinear((x, u, v) -> -trace(inverse(x), u, inverse(x), v))
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.results())
                .extracting(CheckResult::name)
                .isEqualTo(List.of(
                        "gradient",
                        "bilinear",
                        "quadratic model of bilinear",
                        "linearity of bilinear",
                        "symmetry of bilinear"));
    }

    private static DMatrixRMaj inverse(DMatrixRMaj x) {
        DMatrixRMaj inverse = new DMatrixRMaj(x.numRows, x.numCols);
        CommonOps_DDRM.invert(x, inverse);
        return inverse;
    }

    private static double trace(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c, DMatrixRMaj d) {
        DMatrixRMaj ab = new DMatrixRMaj(a.numRows, b.numCols);
        DMatrixRMaj cd = new DMatrixRMaj(c.numRows, d.numCols);
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, d.numCols);
        CommonOps_DDRM.mult(a, b, ab);
        CommonOps_DDRM.mult(c, d, cd);
        CommonOps_DDRM.mult(ab, cd, product);
        return CommonOps_DDRM.trace(product);
    }
}
