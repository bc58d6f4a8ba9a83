package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.Operators.agreement;
import static org.gradcheck.check.Operators.diagnosis;
import static org.gradcheck.check.Operators.matrix;
import static org.gradcheck.check.Operators.vector;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.Gradient;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.Jacobian;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;

class ConsistencyCheckTest {

    private static final double[] X = {1.2, -0.7};

    private static void assertContradicts(CheckResult result) {
        assertThat(result.verdict())
                .as(result.toString())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(RefutationReason.CONTRADICTS));
    }

    @Test
    void sameMatrixInThreeFormsAgrees() {
        for (long seed = 1; seed <= 200; seed++) {
            DMatrixRMaj matrix = matrix(20, 30, seed);
            Jacobian jacobian = new Jacobian(x -> matrix.copy());

            assertThat(agreement(jacobian, new Jvp((x, v) -> Operators.times(matrix, v)), vector(30, seed), 20, seed)
                            .verdict())
                    .isInstanceOf(Verdict.Confirmed.class);
            assertThat(agreement(
                                    jacobian,
                                    new Vjp((x, w) -> Operators.transposedTimes(matrix, w)),
                                    vector(30, seed),
                                    20,
                                    seed)
                            .verdict())
                    .isInstanceOf(Verdict.Confirmed.class);
        }
    }

    @Test
    void oneEntryOfTheJacobianIsEnough() {
        for (long seed = 1; seed <= 200; seed++) {
            DMatrixRMaj matrix = matrix(20, 30, seed);
            DMatrixRMaj changed = matrix.copy();
            changed.set(3, 4, matrix.get(3, 4) + 1e-3);

            assertContradicts(agreement(
                    new Jacobian(x -> changed.copy()),
                    new Jvp((x, v) -> Operators.times(matrix, v)),
                    vector(30, seed),
                    20,
                    seed));
        }
    }

    @Test
    void constantFactorIsNamed() {
        CheckResult result = agreement(
                new Jacobian(x -> new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}})),
                new Jvp((x, v) -> new double[] {2 * (v[0] + 2 * v[1]), 2 * (3 * v[0] + 4 * v[1])}),
                X,
                2,
                1);

        assertThat(result.name()).isEqualTo("jacobian against jvp");
        assertThat(result.verdict().text())
                .isEqualTo(
                        "the supplied forms contradict each other: ⟨w, f′(x)[v]⟩ by the jacobian = 1.26475524902 but by the jvp ="
                                + " 2.52951049805, where rounding explains a difference of 3.6e-14");
        assertThat(diagnosis(result))
                .containsExactly("factor: the jvp is 2 times the jacobian, the same in all 4 pairs");
    }

    /** All pairs of forms of x₀x₁² have their row. */
    @Test
    void everyPairOfFormsIsCompared() {
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[1] * x[1])
                .at(X)
                .gradient(x -> new double[] {x[1] * x[1], 2 * x[0] * x[1]})
                .jacobianRows(x -> new double[][] {{x[1] * x[1], 2 * x[0] * x[1]}})
                .jvp((x, v) -> x[1] * x[1] * v[0] + 2 * x[0] * x[1] * v[1])
                .vjp((x, w) -> new double[] {w * x[1] * x[1], w * 2 * x[0] * x[1]})
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.results())
                .extracting(CheckResult::name)
                .containsExactly(
                        "gradient",
                        "jacobian",
                        "jvp",
                        "vjp",
                        "linearity of jvp",
                        "linearity of vjp",
                        "adjoint",
                        "jacobian against jvp",
                        "jacobian against vjp",
                        "jacobian against gradient",
                        "gradient against jvp",
                        "gradient against vjp");
    }

    @Test
    void contradictionLeavesItToTheComparisonsWithTheFunctionWhichIsWrong() {
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[1] * x[1])
                .at(X)
                .gradient(x -> new double[] {x[1] * x[1], x[0] * x[1]})
                .jvp((x, v) -> x[1] * x[1] * v[0] + 2 * x[0] * x[1] * v[1])
                .run();

        assertThat(report.results())
                .extracting(result -> result.name() + " " + result.verdict().label())
                .containsExactly(
                        "gradient refuted",
                        "jvp confirmed",
                        "linearity of jvp confirmed",
                        "gradient against jvp refuted");
    }

    @Test
    void gradientAgainstPullbackOfOne() {
        assertContradicts(agreement(
                new Gradient(x -> new double[] {3, 4}, GradientConvention.PAIRING),
                new Vjp((x, w) -> new double[] {3 * w[0], -4 * w[0]}),
                X,
                1,
                1));
    }
}
