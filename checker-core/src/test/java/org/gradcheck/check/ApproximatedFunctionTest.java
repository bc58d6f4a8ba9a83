package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions that are right to seven or nine digits with derivatives that are right to all: they differ, and no one errs. */
class ApproximatedFunctionTest {

    /** An approximation with the exact derivative of what it approximates. */
    record Approximation(String name, DoubleUnaryOperator f, DoubleUnaryOperator derivative, double... points) {

        Stream<DerivativeCheck<double[], Double>> checks(double factor) {
            return Stream.of(1L, 2L)
                    .flatMap(seed -> Arrays.stream(points)
                            .mapToObj(x -> DerivativeCheck.ofScalar(p -> f.applyAsDouble(p[0]))
                                    .at(new double[] {x})
                                    .gradient(p -> new double[] {factor * derivative.applyAsDouble(p[0])})
                                    .seed(seed)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Approximation> approximations() {
        return Stream.of(
                new Approximation(
                        "logarithm of the gamma function by three terms of Stirling's series",
                        ApproximatedFunctionTest::stirling,
                        ApproximatedFunctionTest::digamma,
                        6,
                        8,
                        12),
                new Approximation(
                        "Bessel function by a rational approximation of eight digits",
                        ApproximatedFunctionTest::besselJ0,
                        x -> -besselJ1(x),
                        0.5,
                        1,
                        2,
                        4),
                new Approximation(
                        "sine integral by the trapezoidal rule",
                        ApproximatedFunctionTest::sineIntegral,
                        x -> Math.sin(x) / x,
                        0.5,
                        1),
                new Approximation(
                        "π typed with eight digits",
                        x -> Math.sin(3.1415927 * x),
                        x -> Math.PI * Math.cos(Math.PI * x),
                        0.2,
                        0.7,
                        1.3),
                new Approximation(
                        "1/log 10 typed with eight digits",
                        x -> Math.log(x) / 2.3025851,
                        x -> 1 / (x * Math.log(10)),
                        0.2,
                        0.7,
                        1.3),
                new Approximation(
                        "1/√(2π) typed with eight digits",
                        x -> 0.39894228 * Math.exp(-x * x / 2),
                        x -> -x / Math.sqrt(2 * Math.PI) * Math.exp(-x * x / 2),
                        0.2,
                        0.7,
                        1.3),
                new Approximation(
                        "sine by six terms of its series", ApproximatedFunctionTest::sineSeries, Math::cos, 0.9, 1.1));
    }

    private static double stirling(double x) {
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x * x * x);
    }

    /** By recurrence up to 30 and the asymptotic series. */
    private static double digamma(double x) {
        double sum = 0;
        double y = x;
        while (y < 30) {
            sum -= 1 / y;
            y++;
        }
        double u = 1 / (y * y);
        return sum + Math.log(y) - 0.5 / y - u * (1 / 12.0 - u * (1 / 120.0 - u * (1 / 252.0 - u / 240)));
    }

    /** J₀ below 8 (Hart and others, "Computer Approximations", 1968). */
    private static double besselJ0(double x) {
        double u = x * x;
        return polynomial(u, 57568490574.0, -13362590354.0, 651619640.7, -11214424.18, 77392.33017, -184.9052456)
                / polynomial(u, 57568490411.0, 1029532985.0, 9494680.718, 59272.64853, 267.8532712, 1);
    }

    /** J₁ = (1/π)∫cos(θ − x sin θ)dθ over 0 … π; the trapezoidal rule converges geometrically. */
    private static double besselJ1(double x) {
        int n = 64;
        double sum = 0;
        for (int i = 0; i < 2 * n; i++) {
            double theta = Math.PI * i / n;
            sum += Math.cos(theta - x * Math.sin(theta));
        }
        return sum / (2 * n);
    }

    private static double polynomial(double u, double... coefficients) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * u + coefficients[i];
        }
        return value;
    }

    private static double sineIntegral(double x) {
        int n = 2000;
        double h = x / n;
        double sum = (1 + Math.sin(x) / x) / 2;
        for (int i = 1; i < n; i++) {
            sum += Math.sin(i * h) / (i * h);
        }
        return sum * h;
    }

    private static double sineSeries(double x) {
        double u = x * x;
        return x * polynomial(u, 1, -1 / 6.0, 1 / 120.0, -1 / 5040.0, 1 / 362880.0, -1 / 39916800.0);
    }

    /** The digits named in the text: those of agreement and those the reference resolves. */
    private static double[] digits(Verdict verdict) {
        Matcher matcher = Pattern.compile("agrees to ([0-9.]+) digits where the reference resolves ([0-9.]+);")
                .matcher(verdict.text());
        assertThat(matcher.find()).as(verdict.text()).isTrue();
        return new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))};
    }

    @ParameterizedTest
    @MethodSource("approximations")
    void exactDerivativeIsNotRefutedButReportedWithBothCountsOfDigits(Approximation approximation) {
        assertThat(approximation.checks(1).map(DerivativeCheck::run)).allSatisfy(report -> {
            GradientChecks.assertInconclusive(report, InconclusiveReason.SMALL_DISCREPANCY);
            double[] digits = digits(report.verdict());
            assertThat(digits[0]).isBetween(7.0, 9.6);
            assertThat(digits[1]).isBetween(digits[0] + 1, 16.0);
        });
    }

    @ParameterizedTest
    @MethodSource("approximations")
    void declaredAccuracyConfirms(Approximation approximation) {
        assertThat(approximation.checks(1).map(check -> check.accuracy(1e-6).run()))
                .allSatisfy(report ->
                        assertThat(report.isConfirmed()).as(report.toString()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("approximations")
    void accuracyBetterThanTheApproximationDoesNotConfirm(Approximation approximation) {
        assertThat(approximation.checks(1).map(check -> check.accuracy(1e-10).run()))
                .allSatisfy(report ->
                        assertThat(report.isConfirmed()).as(report.toString()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("approximations")
    void strictnessRefutes(Approximation approximation) {
        assertThat(approximation.checks(1).map(check -> check.strict().run()))
                .allSatisfy(report ->
                        assertThat(report.isRefuted()).as(report.toString()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("approximations")
    void wrongDerivativeIsRefutedAllTheSame(Approximation approximation) {
        for (double factor : new double[] {-1, 1.01, 1 + 1e-5}) {
            assertThat(approximation.checks(factor).map(DerivativeCheck::run))
                    .allSatisfy(report ->
                            assertThat(report.isRefuted()).as(report.toString()).isTrue());
        }
    }
}
