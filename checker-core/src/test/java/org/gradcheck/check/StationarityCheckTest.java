package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Constraints;
import org.gradcheck.space.NotInSpaceException;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class StationarityCheckTest {

    /** The point of the circle of radius √2 where x + y is least is (−1, −1), with λ = ½. */
    private static final Constraints<double[], double[]> CIRCLE = Constraints.ofRows(
            1, x -> new double[] {x[0] * x[0] + x[1] * x[1] - 2}, x -> new double[][] {{2 * x[0], 2 * x[1]}});

    private static final double[] SOLUTION = {-1, -1};

    private static StationarityCheck<double[], double[]> sumOnCircle() {
        return StationarityCheck.of(Spaces.vector(2), (double[] x) -> x[0] + x[1], x -> new double[] {1, 1}, CIRCLE);
    }

    private static CheckResult row(CheckReport report, String name) {
        return report.results().stream()
                .filter(result -> result.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void solutionIsConfirmedWithItsMultipliers() {
        CheckReport report = sumOnCircle().run(SOLUTION, new double[] {0.5});

        assertThat(report.results())
                .extracting(CheckResult::name)
                .containsExactly(
                        "gradient",
                        "vjp of the constraints",
                        "linearity of vjp of the constraints",
                        "feasibility",
                        "stationarity");
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void multipliersOfTheOtherSignAreToldSo() {
        CheckResult row = row(sumOnCircle().run(SOLUTION, new double[] {-0.5}), "stationarity");

        assertThat(row.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class, v -> assertThat(v.reason()).isEqualTo(RefutationReason.NOT_STATIONARY));
        assertThat(row.diagnosis())
                .containsExactly(
                        new Diagnosis("sign", "−g′(x)*[λ] has the opposite sign of ∇f(x), the same in all 4 pairs"),
                        new Diagnosis("multipliers", "x is stationary, with the multipliers λ = [0.5]"));
    }

    @Test
    void pointThatIsNotStationaryHasNoMultipliers() {
        double[] elsewhere = {-Math.sqrt(2), 0};
        CheckReport report = sumOnCircle().run(elsewhere, new double[] {Math.sqrt(0.125)});

        assertThat(row(report, "feasibility").verdict()).isInstanceOf(Verdict.Confirmed.class);
        assertThat(row(report, "stationarity").verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(row(report, "stationarity").diagnosis())
                .containsExactly(new Diagnosis(
                        "not-stationary",
                        "no multipliers make x stationary: the nearest, λ = [0.353553], leave 1 of ∇f(x)"));
    }

    @Test
    void stationaryPointOffTheConstraintsIsRefusedForThat() {
        CheckReport report = sumOnCircle().run(new double[] {-2, -2}, new double[] {0.25});

        assertThat(row(report, "stationarity").verdict()).isInstanceOf(Verdict.Confirmed.class);
        assertThat(row(report, "feasibility").verdict())
                .isEqualTo(
                        new Verdict.Refuted(
                                RefutationReason.INFEASIBLE,
                                "violates the constraints: g(x) is 6 in its largest entry, which puts x 0.375 of its size off"));
    }

    @Test
    void wrongDerivativeOfTheConstraintsIsBlamedAndNotTheMultipliers() {
        Constraints<double[], double[]> half = new Constraints<>(
                Spaces.vector(1), CIRCLE.function(), (x, lambda) -> new double[] {lambda[0] * x[0], lambda[0] * x[1]});
        CheckReport report = StationarityCheck.of(
                        Spaces.vector(2), (double[] x) -> x[0] + x[1], x -> new double[] {1, 1}, half)
                .run(SOLUTION, new double[] {0.5});

        assertThat(row(report, "gradient").verdict()).isInstanceOf(Verdict.Confirmed.class);
        assertThat(row(report, "vjp of the constraints").verdict()).isInstanceOf(Verdict.Refuted.class);
    }

    /** As a solver leaves it; what it asked for may be declared. */
    @Test
    void solutionThatIsGoodToEightDigitsIsInconclusiveUnlessThatIsEnough() {
        double angle = 1.25 * Math.PI + 1e-8;
        double[] nearly = {Math.sqrt(2) * Math.cos(angle), Math.sqrt(2) * Math.sin(angle)};
        CheckReport undecided = sumOnCircle().run(nearly, new double[] {0.5});
        CheckReport declared = sumOnCircle()
                .settings(CheckSettings.defaults().withAccuracy(1e-7))
                .run(nearly, new double[] {0.5});

        assertThat(row(undecided, "stationarity").verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        v -> assertThat(v.reason()).isEqualTo(InconclusiveReason.SMALL_DISCREPANCY));
        assertThat(declared.isConfirmed()).as(declared.toString()).isTrue();
    }

    /** The nearest positive definite matrix of determinant 1 to 2I, on symmetric matrices: I, with λ = 1. */
    @Test
    void pointsMayBeMatricesAndTheConstraintASingleNumber() {
        Constraints<DMatrixRMaj, Double> unitDeterminant = Constraints.of(
                (DMatrixRMaj x) -> x.get(0, 0) * x.get(1, 1) - x.get(0, 1) * x.get(1, 0) - 1,
                x -> new DMatrixRMaj(2, 2, true, x.get(1, 1), -x.get(1, 0), -x.get(0, 1), x.get(0, 0)),
                Spaces.symmetric(2));
        CheckReport report = StationarityCheck.of(
                        Spaces.symmetric(2),
                        (DMatrixRMaj x) -> (square(x.get(0, 0) - 2)
                                        + square(x.get(1, 1) - 2)
                                        + square(x.get(0, 1))
                                        + square(x.get(1, 0)))
                                / 2,
                        x -> new DMatrixRMaj(2, 2, true, x.get(0, 0) - 2, x.get(0, 1), x.get(1, 0), x.get(1, 1) - 2),
                        unitDeterminant)
                .run(new DMatrixRMaj(2, 2, true, 1, 0, 0, 1), 1.0);

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void whereTheConstraintsCannotBeEvaluatedNothingIsSaidOfMultipliers() {
        Constraints<double[], double[]> failing = new Constraints<>(
                Spaces.vector(1),
                x -> {
                    throw new IllegalStateException("no value");
                },
                CIRCLE.vjp());
        CheckReport report = StationarityCheck.of(
                        Spaces.vector(2), (double[] x) -> x[0] + x[1], x -> new double[] {1, 1}, failing)
                .run(SOLUTION, new double[] {0.5});

        assertThat(report.results())
                .extracting(CheckResult::name)
                .isEqualTo(List.of("gradient", "vjp of the constraints"));
        assertThat(report.isInconclusive()).isTrue();
    }

    @Test
    void multipliersOfTheWrongNumberAreRefused() {
        assertThatThrownBy(() -> sumOnCircle().run(SOLUTION, new double[] {0.5, 1}))
                .isInstanceOf(NotInSpaceException.class);
    }

    private static double square(double t) {
        return t * t;
    }
}
