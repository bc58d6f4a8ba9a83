package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points beside the edge of f's domain, and on it. */
class DomainEdgeTest {

    private static CheckReport check(DoubleUnaryOperator f, double derivative, double x) {
        return DerivativeCheck.ofScalar(p -> f.applyAsDouble(p[0]))
                .at(new double[] {x})
                .gradient(p -> new double[] {derivative})
                .run();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-4, 1e-6, 1e-8, 1e-9, 1e-10})
    void stepsAreShortenedUntilTheyStayInTheDomain(double distance) {
        double x = 1 + distance;
        double d = x - 1;
        DoubleUnaryOperator f = p -> Math.log(p - 1) + p;

        assertThat(check(f, 1 / d + 1, x).isConfirmed()).isTrue();
        assertThat(check(f, (1 / d + 1) * (1 + 1e-5), x).isRefuted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-14, 1e-15})
    void edgeTooNearForAnyStepIsSaid(double distance) {
        double x = 1 + distance;

        assertThat(check(p -> Math.log(p - 1) + p, 1 / (x - 1) + 1, x).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(InconclusiveReason.DOMAIN));
    }

    @Test
    void onTheEdgeTheDerivativeFromInsideCounts() {
        DoubleUnaryOperator f = p -> p >= 2 ? Math.pow(p - 2, 2.5) + Math.sin(p) : Double.NaN;

        CheckReport right = check(f, Math.cos(2), 2);
        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(right.results().get(0).decisive().orElseThrow().method()).isEqualTo("one-sided differences");
        assertThat(check(f, Math.cos(2) + 1e-5, 2).isRefuted()).isTrue();
        assertThat(check(f, -Math.cos(2), 2).isRefuted()).isTrue();
    }

    @Test
    void infiniteSlopeOnTheEdgeIsInconclusive() {
        CheckReport report = check(p -> Math.sqrt(p - 2), 1, 2);

        assertThat(report.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(InconclusiveReason.NOT_CONVERGING));
    }

    @Test
    void exceptionOutsideOfTheDomainIsAnEdgeToo() {
        DoubleUnaryOperator f = p -> {
            if (p < 0) {
                throw new IllegalArgumentException("negative");
            }
            return p * p + 3 * p;
        };

        assertThat(check(f, 3, 0).isConfirmed()).isTrue();
        assertThat(check(f, 2, 0).isRefuted()).isTrue();
    }
}
