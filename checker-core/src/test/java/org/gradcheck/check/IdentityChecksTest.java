package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.junit.jupiter.api.Test;

/** Which rows a report has beside the comparisons with f. */
class IdentityChecksTest {

    private static final double[] X = {1, 2};

    private static final DerivativeCheck<double[], double[]> CHECK =
            DerivativeCheck.ofVector(x -> new double[] {x[0] * x[1], x[0]}).at(X);

    private static double[] jvp(double[] x, double[] v) {
        return new double[] {x[1] * v[0] + x[0] * v[1], v[0]};
    }

    private static double[] vjp(double[] x, double[] w) {
        return new double[] {x[1] * w[0] + w[1], x[0] * w[0]};
    }

    private static List<String> rows(CheckReport report) {
        return report.results().stream()
                .map(result -> result.name() + " " + result.verdict().label())
                .toList();
    }

    private static BiFunction<double[], double[], double[]> failingAfter(int calls) {
        AtomicInteger count = new AtomicInteger();
        return (x, v) -> {
            if (count.incrementAndGet() > calls) {
                throw new IllegalStateException("closed");
            }
            return jvp(x, v);
        };
    }

    @Test
    void gradientAloneHasNoIdentities() {
        assertThat(rows(DerivativeCheck.ofScalar(x -> x[0])
                        .at(X)
                        .gradient(x -> new double[] {1, 0})
                        .run()))
                .containsExactly("gradient confirmed");
    }

    @Test
    void identitiesNeedNoEvaluations() {
        AtomicInteger evaluations = new AtomicInteger();
        CheckReport report = DerivativeCheck.ofVector(x -> {
                    evaluations.incrementAndGet();
                    return new double[] {x[0] * x[1], x[0]};
                })
                .at(X)
                .jvp(IdentityChecksTest::jvp)
                .vjp(IdentityChecksTest::vjp)
                .run();

        assertThat(rows(report))
                .containsExactly(
                        "jvp confirmed",
                        "vjp confirmed",
                        "linearity of jvp confirmed",
                        "linearity of vjp confirmed",
                        "adjoint confirmed");
        assertThat(report.evaluations()).isEqualTo(evaluations.get()).isEqualTo(26);
    }

    @Test
    void faultIsToldOnce() {
        assertThat(rows(CHECK.jvp(failingAfter(0)).vjp(IdentityChecksTest::vjp).run()))
                .containsExactly("jvp refuted", "vjp confirmed", "linearity of vjp confirmed");
        assertThat(rows(CHECK.jvp((x, v) -> {
                            double[] y = jvp(x, v);
                            v[0] = 0;
                            return y;
                        })
                        .vjp(IdentityChecksTest::vjp)
                        .run()))
                .containsExactly("jvp inconclusive", "vjp confirmed", "linearity of vjp confirmed");
    }

    @Test
    void faultThatOnlyAnIdentityMeetsIsToldThereAndNotAgain() {
        CheckReport report = CHECK.jvp((x, v) -> v[0] == 0 ? new double[] {Double.NaN, 0} : jvp(x, v))
                .vjp(IdentityChecksTest::vjp)
                .run();

        assertThat(rows(report))
                .containsExactly(
                        "jvp confirmed", "vjp confirmed", "linearity of jvp refuted", "linearity of vjp confirmed");
        assertThat(report.results().get(2).verdict().text())
                .isEqualTo("is not finite: the jvp returned NaN at index 0");
    }

    @Test
    void nonlinearityIsSeenWhereTheComparisonWithTheFunctionIsNot() {
        CheckReport report = CHECK.jvp((x, v) -> {
                    double[] y = jvp(x, v);
                    y[0] = Math.max(-50, Math.min(50, y[0]));
                    return y;
                })
                .run();

        assertThat(rows(report)).containsExactly("jvp confirmed", "linearity of jvp refuted");
    }

    /** Only along (1, 0) is |v₁| of no matter. */
    @Test
    void givenDirectionIsTheOnlyOneAsked() {
        BiFunction<double[], double[], double[]> jvp = (x, v) -> jvp(x, new double[] {v[0], Math.abs(v[1])});

        assertThat(CHECK.along(new double[] {1, 0}).jvp(jvp).run().isConfirmed())
                .isTrue();
        assertThat(CHECK.along(new double[] {1, 1}).jvp(jvp).run().isConfirmed())
                .isFalse();
    }

    @Test
    void zeroDirectionAsksNothing() {
        assertThat(rows(CHECK.along(new double[2]).jvp(IdentityChecksTest::jvp).run()))
                .containsExactly("jvp inconclusive");
    }

    @Test
    void seedDecidesTheArguments() {
        DerivativeCheck<double[], double[]> check = CHECK.jvp((x, v) -> jvp(x, new double[] {Math.abs(v[0]), v[1]}));

        assertThat(check.run()).hasToString(check.run().toString());
        assertThat(last(check.run()).verdict().text())
                .isNotEqualTo(last(check.seed(2).run()).verdict().text());
    }

    private static CheckResult last(CheckReport report) {
        return report.results().get(report.results().size() - 1);
    }

    @Test
    void reportShowsTheSidesTheArgumentAndTheCause() {
        CheckReport report = CHECK.jvp((x, v) -> {
                    double[] y = jvp(x, v);
                    y[1] += 0.25;
                    return y;
                })
                .run();

        assertThat(report.toString().substring(report.toString().indexOf("linearity")))
                .isEqualToNormalizingNewlines("""
                        linearity of jvp: REFUTED, is not linear: zero to zero fails, jvp(0) = 0.25 instead of 0 at output 1, where rounding explains a difference of 1.2e-14
                          left         jvp(0) = 0.25 at output 1
                          right        0 at output 1
                          discrepancy  2.5e-01, 3.0e-01 of the terms' size, where rounding explains 1.2e-14
                          argument     a = [-0.59375, -0.867188]
                          diagnosis    the operator adds the constant 0.25 to something linear: it is affine in its tangent
                          point        x = [1, 2]
                          evaluations  38 of f
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                        """);
    }
}
