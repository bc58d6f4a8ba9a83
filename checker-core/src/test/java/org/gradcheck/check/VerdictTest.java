package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final double[] X = {1.2, -0.7};
    private static final ToDoubleFunction<double[]> F = x -> Math.sin(x[0]) * x[1];
    private static final UnaryOperator<double[]> G = x -> new double[] {Math.cos(x[0]) * x[1], Math.sin(x[0])};

    /** z ↦ sin(z₀)·z₁, written out in real and imaginary parts. */
    private static final ComplexFunction CONTINUATION = z -> {
        double a = Math.sin(z.real()[0]) * Math.cosh(z.imaginary()[0]);
        double b = Math.cos(z.real()[0]) * Math.sinh(z.imaginary()[0]);
        return new ComplexVector(
                new double[] {a * z.real()[1] - b * z.imaginary()[1]},
                new double[] {a * z.imaginary()[1] + b * z.real()[1]});
    };

    private static CheckReport gradient(ToDoubleFunction<double[]> f, UnaryOperator<double[]> g, double... x) {
        return DerivativeCheck.ofScalar(f).at(x).gradient(g).run();
    }

    private static double[] times(double factor, double[] v) {
        double[] scaled = v.clone();
        for (int i = 0; i < v.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 1, 1e6, 1e12})
    void verdictDoesNotDependOnTheScaleOfTheFunction(double c) {
        assertThat(gradient(x -> c * F.applyAsDouble(x), x -> times(c, G.apply(x)), X)
                        .isConfirmed())
                .isTrue();
        assertThat(gradient(x -> c * F.applyAsDouble(x), x -> times(-c, G.apply(x)), X)
                        .isRefuted())
                .isTrue();
        assertThat(gradient(x -> c * F.applyAsDouble(x), x -> times(c * (1 + 1e-6), G.apply(x)), X)
                        .isRefuted())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 1, 1e6, 1e12})
    void verdictDoesNotDependOnTheScaleOfThePoint(double c) {
        ToDoubleFunction<double[]> f = x -> F.applyAsDouble(times(1 / c, x));
        UnaryOperator<double[]> g = x -> times(1 / c, G.apply(times(1 / c, x)));

        assertThat(gradient(f, g, times(c, X)).isConfirmed()).isTrue();
        assertThat(gradient(f, x -> times(1 + 1e-6, g.apply(x)), times(c, X)).isRefuted())
                .isTrue();
    }

    @Test
    void offsetOfAMillionCostsDigitsButNoVerdict() {
        assertThat(gradient(x -> 1e6 + F.applyAsDouble(x), G, X).isConfirmed()).isTrue();
        assertThat(gradient(x -> 1e6 + F.applyAsDouble(x), x -> times(1.001, G.apply(x)), X)
                        .isRefuted())
                .isTrue();
    }

    @Test
    void offsetThatDrownsTheFunctionIsSaid() {
        CheckReport report = gradient(x -> 1e17 + F.applyAsDouble(x), G, X);

        assertThat(report.isConfirmed()).as(report.toString()).isFalse();
        assertThat(gradient(x -> 1e14 + F.applyAsDouble(x), G, X).isRefuted()).isFalse();
    }

    @Test
    void zeroGradientOfAFunctionThatIsNotFlatIsRefuted() {
        assertThat(gradient(F, x -> new double[2], X).isRefuted()).isTrue();
    }

    @Test
    void nonZeroGradientOfAConstantIsRefuted() {
        assertThat(gradient(x -> 3, x -> new double[] {1e-3, 0}, X).isRefuted()).isTrue();
    }

    @Test
    void angleRightButLengthWrongIsRefuted() {
        assertThat(gradient(F, x -> times(1e6, G.apply(x)), X).isRefuted()).isTrue();
        assertThat(gradient(F, x -> times(1e-6, G.apply(x)), X).isRefuted()).isTrue();
    }

    @Test
    void kinkIsInconclusiveBetweenItsSidesAndRefutedOutside() {
        ToDoubleFunction<double[]> f = x -> Math.abs(x[0]) + x[1];

        assertThat(gradient(f, x -> new double[] {0.3, 1}, 0, 2).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        v -> assertThat(v.reason()).isEqualTo(InconclusiveReason.NONSMOOTH));
        assertThat(gradient(f, x -> new double[] {5, 1}, 0, 2).isRefuted()).isTrue();
    }

    @Test
    void infiniteSlopeIsInconclusive() {
        assertThat(gradient(x -> Math.cbrt(x[0]), x -> new double[] {1}, 0).isInconclusive())
                .isTrue();
    }

    @Test
    void discrepancyBelowTheLineOfRefutationIsReportedAsSmall() {
        CheckReport report = gradient(F, x -> times(1 + 1e-8, G.apply(x)), X);

        assertThat(report.verdict()).isInstanceOfSatisfying(Verdict.Inconclusive.class, v -> {
            assertThat(v.reason()).isEqualTo(InconclusiveReason.SMALL_DISCREPANCY);
            assertThat(v.text())
                    .matches("small consistent discrepancy: agrees to 8\\.0 digits where the reference "
                            + "resolves 1[0-9]\\.[0-9]; .*");
        });
    }

    @Test
    void strictnessRefutesASmallDiscrepancyAndDeclaredAccuracyConfirmsIt() {
        DerivativeCheck<double[], Double> check =
                DerivativeCheck.of(F).at(X).gradient(x -> times(1 + 1e-8, G.apply(x)));

        assertThat(check.strict().run().isRefuted()).isTrue();
        assertThat(check.accuracy(1e-7).run().isConfirmed()).isTrue();
    }

    @Test
    void complexStepSeesWhatDifferencesCannot() {
        CheckReport right = DerivativeCheck.of(F)
                .at(X)
                .gradient(G)
                .complexStep(CONTINUATION)
                .run();
        CheckReport wrong = DerivativeCheck.of(F)
                .at(X)
                .gradient(x -> times(1 + 1e-12, G.apply(x)))
                .complexStep(CONTINUATION)
                .strict()
                .run();

        assertThat(right.isConfirmed()).isTrue();
        assertThat(evidence(right)).allSatisfy(e -> assertThat(e.method()).isEqualTo("complex step"));
        assertThat(evidence(right)).allSatisfy(e -> assertThat(e.resolution()).isLessThan(1e-13));
        assertThat(wrong.isRefuted()).as(wrong.toString()).isTrue();
    }

    @Test
    void complexProgramThatIsNotAnalyticIsIgnored() {
        ComplexFunction conjugating = z -> CONTINUATION.apply(new ComplexVector(z.real(), times(-1, z.imaginary())));
        CheckReport report =
                DerivativeCheck.of(F).at(X).gradient(G).complexStep(conjugating).run();

        assertThat(report.isConfirmed()).isTrue();
        assertThat(evidence(report)).allSatisfy(e -> assertThat(e.method()).isEqualTo("central differences"));
    }

    @Test
    void orderOfTheRemainderTellsRightFromWrong() {
        Evidence wrong = evidence(gradient(F, x -> times(1.01, G.apply(x)), X)).get(0);
        Evidence right = evidence(gradient(F, G, X)).get(0);

        assertThat(wrong.order().orElseThrow()).isCloseTo(1, within(0.05));
        assertThat(wrong.centralOrder().orElseThrow()).isCloseTo(1, within(0.05));
        assertThat(right.order().orElseThrow()).isCloseTo(2, within(0.1));
        assertThat(right.centralOrder().orElseThrow()).isCloseTo(3, within(0.1));
    }

    @Test
    void jvpAndVjpAreAlsoComparedWithEachOther() {
        DerivativeCheck<double[], double[]> check = DerivativeCheck.ofVector(
                        x -> new double[] {x[0] * x[1], x[0], x[1] * x[1]})
                .at(X)
                .jvp((x, v) -> new double[] {x[1] * v[0] + x[0] * v[1], v[0], 2 * x[1] * v[1]});

        CheckReport right = check.vjp((x, w) -> new double[] {x[1] * w[0] + w[1], x[0] * w[0] + 2 * x[1] * w[2]})
                .run();
        CheckReport wrong = check.vjp((x, w) -> new double[] {x[1] * w[0], x[0] * w[0] + 2 * x[1] * w[2]})
                .run();

        assertThat(right.results())
                .extracting(CheckResult::name)
                .containsExactly("jvp", "vjp", "linearity of jvp", "linearity of vjp", "adjoint");
        assertThat(right.isConfirmed()).isTrue();
        assertThat(wrong.results())
                .extracting(result -> result.verdict().label())
                .containsExactly("confirmed", "refuted", "confirmed", "confirmed", "refuted");
    }

    @Test
    void matricesAreCheckedAsMatrices() {
        DMatrixRMaj point = new DMatrixRMaj(new double[][] {{2, 0.5}, {-1, 3}, {0.3, 0.1}});
        DerivativeCheck<DMatrixRMaj, Double> check = DerivativeCheck.of(
                        Spaces.matrix(3, 2), Spaces.scalar(), x -> CommonOps_DDRM.elementSum(x) * x.get(2, 0))
                .at(point);

        CheckReport report = check.gradient(x -> {
                    DMatrixRMaj g = new DMatrixRMaj(3, 2);
                    CommonOps_DDRM.fill(g, x.get(2, 0));
                    g.add(2, 0, CommonOps_DDRM.elementSum(x));
                    return g;
                })
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void floatsAreCheckedAtTheirOwnPrecision() {
        CheckReport report = DerivativeCheck.of(
                        Spaces.floatVector(2), Spaces.floatVector(1), x -> new float[] {x[0] * x[0] * x[1]})
                .at(new float[] {1.3f, -0.4f})
                .jvp((x, v) -> new float[] {2 * x[0] * x[1] * v[0] + x[0] * x[0] * v[1]})
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void sameSeedGivesTheSameReport() {
        DerivativeCheck<double[], Double> check =
                DerivativeCheck.of(F).at(X).gradient(x -> times(2, G.apply(x))).seed(42);

        assertThat(check.run()).hasToString(check.run().toString());
        assertThat(check.run()).doesNotHaveToString(check.seed(43).run().toString());
    }

    @Test
    void givenDirectionDecidesAlone() {
        DerivativeCheck<double[], Double> check =
                DerivativeCheck.of(F).at(X).gradient(x -> new double[] {G.apply(x)[0], 0});

        assertThat(check.along(new double[] {1, 0}).run().isConfirmed()).isTrue();
        assertThat(check.along(new double[] {0, 1}).run().isRefuted()).isTrue();
        assertThat(check.along(new double[] {0, 1})
                        .settings(CheckSettings.defaults().withExplained(false))
                        .run()
                        .evaluations())
                .isLessThanOrEqualTo(28);
    }

    @Test
    void factorsAndSignsAreDiagnosed() {
        assertThat(diagnosis(gradient(F, x -> times(2, G.apply(x)), X)))
                .containsExactly("factor: the supplied derivative is 2 times the reference");
        assertThat(diagnosis(gradient(F, x -> times(-1, G.apply(x)), X)))
                .containsExactly(
                        "sign: the supplied derivative has the opposite sign, as that of −f, which one maximises");
        assertThat(diagnosis(gradient(F, x -> new double[2], X)))
                .containsExactly("zero: the supplied derivative is zero, the reference is not");
        assertThat(diagnosis(gradient(F, x -> new double[] {G.apply(x)[0], 0}, X)))
                .containsExactly("zero: the supplied derivative is zero in [1], as if never filled in");
    }

    private static List<Evidence> evidence(CheckReport report) {
        return report.results().get(0).evidence();
    }

    private static List<String> diagnosis(CheckReport report) {
        return report.results().get(0).diagnosis().stream()
                .map(d -> d.kind() + ": " + d.text())
                .toList();
    }
}
