package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.OffManifoldException;
import org.gradcheck.space.Spaces;
import org.gradcheck.space.UnitSphere;
import org.junit.jupiter.api.Test;

class StructuredMatrixTest {

    private static final DMatrixRMaj POINT =
            new DMatrixRMaj(new double[][] {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 2}});

    private static final DerivativeCheck<DMatrixRMaj, Double> LOG_DET = DerivativeCheck.of(
                    Spaces.symmetric(3), Spaces.scalar(), x -> Math.log(CommonOps_DDRM.det(x)))
            .at(POINT);

    private static DMatrixRMaj inverse(DMatrixRMaj x) {
        DMatrixRMaj inverse = new DMatrixRMaj(x.numRows, x.numCols);
        CommonOps_DDRM.invert(x, inverse);
        return inverse;
    }

    /** 2X⁻¹ − diag(X⁻¹). */
    private static DMatrixRMaj independentInverse(DMatrixRMaj x) {
        DMatrixRMaj g = inverse(x);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                g.set(i, j, i == j ? g.get(i, j) : 2 * g.get(i, j));
            }
        }
        return g;
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }

    private static DMatrixRMaj sum(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj sum = a.copy();
        CommonOps_DDRM.addEquals(sum, b);
        return sum;
    }

    private static double inner(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numCols, b.numCols);
        CommonOps_DDRM.multTransA(a, b, product);
        return CommonOps_DDRM.trace(product);
    }

    private static CheckResult only(CheckReport report) {
        assertThat(report.results()).hasSize(1);
        return report.results().get(0);
    }

    @Test
    void inverseIsTheGradientOfLogDetOnSymmetricMatrices() {
        CheckReport report = LOG_DET.gradient(StructuredMatrixTest::inverse).run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void gradientOfIndependentEntriesIsRefutedAndExplained() {
        CheckResult result =
                only(LOG_DET.gradient(StructuredMatrixTest::independentInverse).run());

        assertThat(result.verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(result.diagnosis())
                .containsExactly(new Diagnosis(
                        "independent",
                        "the supplied gradient is right in the convention INDEPENDENT, where each pair of off-diagonal"
                                + " entries is one parameter; paired with symmetric directions its off-diagonal entries"
                                + " must be halved"));
    }

    @Test
    void inTheConventionIndependentItIsTheOtherWayRound() {
        CheckReport right = LOG_DET.gradient(StructuredMatrixTest::independentInverse, GradientConvention.INDEPENDENT)
                .run();
        CheckReport wrong = LOG_DET.gradient(StructuredMatrixTest::inverse, GradientConvention.INDEPENDENT)
                .run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(right.toString()).contains("\n  convention  independent\n");
        assertThat(wrong.isRefuted()).isTrue();
        assertThat(only(wrong).diagnosis())
                .containsExactly(new Diagnosis(
                        "pairing",
                        "the supplied gradient is right in the convention PAIRING, where it is paired with directions"
                                + " entry by entry; in the convention INDEPENDENT an off-diagonal entry stands for two"
                                + " and must be doubled"));
    }

    @Test
    void anotherMistakeHasNoSuchExplanation() {
        CheckResult result = only(LOG_DET.gradient(x -> sum(inverse(x), CommonOps_DDRM.identity(3)))
                .run());

        assertThat(result.verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(result.diagnosis()).extracting(Diagnosis::kind).containsOnly("missing-term");
    }

    @Test
    void missingSymmetrisationMattersInTheConventionRieszOnly() {
        DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 2, 0}, {0, 1, 0}, {3, 0, 1}});
        DerivativeCheck<DMatrixRMaj, Double> trace = DerivativeCheck.of(
                        Spaces.symmetric(3), Spaces.scalar(), x -> inner(a, x))
                .at(POINT);
        CheckResult riesz =
                only(trace.gradient(x -> a, GradientConvention.RIESZ).run());

        assertThat(trace.gradient(x -> a).run().isConfirmed()).isTrue();
        assertThat(riesz.verdict())
                .isEqualTo(new Verdict.Refuted(
                        RefutationReason.OUTSIDE_ITS_SPACE,
                        "lies outside of its space: the gradient is not among symmetric 3×3 matrices:"
                                + " entries (0, 2) and (2, 0) are 0.00 and 3.00"));
        assertThat(riesz.diagnosis())
                .containsExactly(new Diagnosis("normal-part", "its symmetric part would be confirmed"));
        assertThat(LOG_DET.gradient(StructuredMatrixTest::inverse, GradientConvention.RIESZ)
                        .run()
                        .isConfirmed())
                .isTrue();
    }

    @Test
    void gradientOfRieszConventionOnASphereMustBeTangent() {
        UnitSphere sphere = new UnitSphere(2);
        DerivativeCheck<double[], Double> height = DerivativeCheck.of(sphere, Spaces.scalar(), (double[] x) -> x[1])
                .at(new double[] {0.6, 0.8});
        CheckResult result = only(height.gradient(x -> new double[] {0, 1}, GradientConvention.RIESZ)
                .run());

        assertThat(result.verdict().text())
                .isEqualTo("lies outside of its space: the gradient is not tangent to unit vectors of length 2:"
                        + " the part normal to the tangent space is 0.640 of it");
        assertThat(result.diagnosis())
                .containsExactly(new Diagnosis("normal-part", "not tangent: its projection would be confirmed"));
        assertThat(height.gradient(x -> sphere.projection(x, new double[] {0, 1}), GradientConvention.RIESZ)
                        .run()
                        .isConfirmed())
                .isTrue();
    }

    @Test
    void gradientThatIsOnlyRoundingAtAStationaryPointIsConfirmedInTheConventionRiesz() {
        UnitSphere sphere = new UnitSphere(3);
        CheckReport report = DerivativeCheck.of(sphere, Spaces.scalar(), (double[] x) -> x[0] * x[0] + 3 * x[1])
                .at(new double[] {0, 1, 0})
                .gradient(
                        x -> {
                            double[] g = sphere.projection(x, new double[] {2 * x[0], 3, 0});
                            g[1] += 1e-16;
                            return g;
                        },
                        GradientConvention.RIESZ)
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void conventionIndependentIsRefusedOnACurvedManifold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivativeCheck.of(new UnitSphere(2), Spaces.scalar(), (double[] x) -> x[1])
                        .at(new double[] {0.6, 0.8})
                        .gradient(x -> x, GradientConvention.INDEPENDENT)
                        .run())
                .withMessage("the convention INDEPENDENT needs a linear space, where some coordinates determine the"
                        + " others; the domain is unit vectors of length 2");
    }

    @Test
    void functionSeesMatricesOfTheSpaceOnly() {
        List<DMatrixRMaj> seen = new ArrayList<>();
        DerivativeCheck.of(Spaces.symmetric(3), Spaces.scalar(), x -> {
                    seen.add(x);
                    return CommonOps_DDRM.det(x);
                })
                .at(POINT)
                .gradient(x -> {
                    DMatrixRMaj g = inverse(x);
                    CommonOps_DDRM.scale(CommonOps_DDRM.det(x), g);
                    return g;
                })
                .run();

        assertThat(seen).hasSizeGreaterThan(10).allMatch(x -> MatrixFeatures_DDRM.isSymmetric(x, 0));
    }

    @Test
    void triangularFactorHasItsGradientOnItsEntriesOnly() {
        DMatrixRMaj factor = new DMatrixRMaj(new double[][] {{2, 0}, {1, 3}});
        Function<DMatrixRMaj, Double> logDet = l -> Math.log(l.get(0, 0)) + Math.log(l.get(1, 1));
        DerivativeCheck<DMatrixRMaj, Double> check = DerivativeCheck.of(
                        Spaces.lowerTriangular(2), Spaces.scalar(), logDet)
                .at(factor);
        Function<DMatrixRMaj, DMatrixRMaj> withGarbageAbove =
                l -> new DMatrixRMaj(new double[][] {{1 / l.get(0, 0), 7}, {0, 1 / l.get(1, 1)}});

        assertThat(check.gradient(withGarbageAbove).run().isConfirmed()).isTrue();
        CheckResult riesz =
                only(check.gradient(withGarbageAbove, GradientConvention.RIESZ).run());
        assertThat(riesz.verdict().text()).endsWith("entry (0, 1) is 7.00, not 0");
        assertThat(riesz.diagnosis().get(0).text()).isEqualTo("its lower triangular part would be confirmed");
    }

    @Test
    void skewDirectionsKeepTheirDiagonalAtZero() {
        CheckReport report = DerivativeCheck.of(
                        Spaces.skew(3), Spaces.scalar(), x -> x.get(0, 1) * x.get(1, 2) + Math.sin(x.get(2, 0)))
                .at(new DMatrixRMaj(new double[][] {{0, 1, -2}, {-1, 0, 0.5}, {2, -0.5, 0}}))
                .gradient(x -> new DMatrixRMaj(new double[][] {
                    {99, x.get(1, 2), 0}, {0, 0, x.get(0, 1)}, {Math.cos(x.get(2, 0)), 0, -5}
                }))
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void pushforwardIntoSymmetricMatricesMustBeSymmetric() {
        DerivativeCheck<DMatrixRMaj, DMatrixRMaj> square = DerivativeCheck.of(
                        Spaces.symmetric(3), Spaces.symmetric(3), x -> product(x, x))
                .at(POINT);
        CheckResult result = square.jvp((x, v) -> sum(product(x, v), product(x, v)))
                .run()
                .results()
                .get(0);

        assertThat(square.jvp((x, v) -> sum(product(x, v), product(v, x)))
                        .vjp((x, w) -> sum(product(x, w), product(w, x)))
                        .run()
                        .isConfirmed())
                .isTrue();
        assertThat(result.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        refuted -> assertThat(refuted.reason()).isEqualTo(RefutationReason.OUTSIDE_ITS_SPACE));
        assertThat(result.diagnosis())
                .containsExactly(new Diagnosis("normal-part", "its symmetric part would be confirmed"));
    }

    @Test
    void valueOutsideOfTheCodomainIsNoValue() {
        CheckReport report = DerivativeCheck.of(Spaces.matrix(2, 2), Spaces.symmetric(2), (DMatrixRMaj x) -> x)
                .at(new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}}))
                .jvp((x, v) -> v)
                .run();

        assertThat(report.verdict()).isInstanceOfSatisfying(Verdict.Inconclusive.class, verdict -> {
            assertThat(verdict.reason()).isEqualTo(InconclusiveReason.FUNCTION_FAILED);
            assertThat(verdict.text())
                    .contains("f returned a value that is not among symmetric 2×2 matrices:"
                            + " entries (0, 1) and (1, 0) are 2.00 and 3.00");
        });
    }

    @Test
    void pointOutsideOfTheDomainIsRefused() {
        assertThatExceptionOfType(OffManifoldException.class)
                .isThrownBy(() -> LOG_DET.at(new DMatrixRMaj(new double[][] {{2, 1, 0}, {0, 2, 0}, {0, 0, 1}}))
                        .gradient(StructuredMatrixTest::inverse)
                        .run())
                .withMessage("the point is not among symmetric 3×3 matrices: entries (0, 1) and (1, 0) are 1.00 and"
                        + " 0.00");
    }

    @Test
    void directionOutsideOfTheDomainIsRefused() {
        assertThatExceptionOfType(OffManifoldException.class)
                .isThrownBy(() -> LOG_DET.along(new DMatrixRMaj(new double[][] {{0, 1, 0}, {0, 0, 0}, {0, 0, 0}}))
                        .gradient(StructuredMatrixTest::inverse)
                        .run())
                .withMessage("the direction is not tangent to symmetric 3×3 matrices: entries (0, 1) and (1, 0) are"
                        + " 1.00 and 0.00");
    }
}
