package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.complex.Complex;
import org.gradcheck.complex.ComplexArray;
import org.gradcheck.complex.ComplexTwin;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;

/** The guide to complex steps shows nothing that does not compile, pass and print as it says, and no figure that is not measured. */
class ComplexStepGuideTest {

    private static final double[][] INPUTS = {{1, 0.5, -1}, {-0.3, 2, 0.7}, {0.2, -1.1, 1.4}, {2, 0.4, 0.9}};
    private static final double[] LABELS = {1, -1, 1, -1};
    private static final double[] W = {0.8, -0.6, 0.3};
    private static final double[] FAR = {1000.7, 998.8, 1000.4, 1002.1};

    private static final class Loss {

        static double value(double[] w) {
            double sum = 0;
            for (int i = 0; i < INPUTS.length; i++) {
                double score = 0;
                for (int j = 0; j < w.length; j++) {
                    score += INPUTS[i][j] * w[j];
                }
                sum += Math.log1p(Math.exp(-LABELS[i] * score)) + 0.1 * Math.abs(score);
            }
            return sum / INPUTS.length;
        }

        static Complex twin(ComplexArray w) {
            Complex sum = Complex.ZERO;
            for (int i = 0; i < INPUTS.length; i++) {
                Complex score = Complex.ZERO;
                for (int j = 0; j < w.length(); j++) {
                    score = score.plus(w.get(j).times(INPUTS[i][j]));
                }
                sum = sum.plus(score.times(-LABELS[i]).exp().log1p())
                        .plus(score.abs().times(0.1));
            }
            return sum.over(INPUTS.length);
        }

        static Complex shortTwin(ComplexArray w) {
            ComplexArray scores = w.leftTimes(INPUTS);
            Complex losses =
                    scores.times(LABELS).map(s -> s.negate().softplus()).sum();
            return losses.plus(scores.map(Complex::abs).sum().times(0.1)).over(INPUTS.length);
        }

        static Complex twinWithModulus(ComplexArray w) {
            ComplexArray scores = w.leftTimes(INPUTS);
            Complex losses =
                    scores.times(LABELS).map(s -> s.negate().softplus()).sum();
            Complex sizes =
                    scores.map(s -> Complex.of(Math.hypot(s.re(), s.im()))).sum();
            return losses.plus(sizes.times(0.1)).over(INPUTS.length);
        }

        static double[] gradient(double[] w) {
            double[] gradient = new double[w.length];
            for (int i = 0; i < INPUTS.length; i++) {
                double score = 0;
                for (int j = 0; j < w.length; j++) {
                    score += INPUTS[i][j] * w[j];
                }
                double slope = -LABELS[i] / (1 + Math.exp(LABELS[i] * score)) + 0.1 * Math.signum(score);
                for (int j = 0; j < w.length; j++) {
                    gradient[j] += slope * INPUTS[i][j] / INPUTS.length;
                }
            }
            return gradient;
        }
    }

    private static double variance(double[] x) {
        double sum = 0;
        double squares = 0;
        for (double entry : x) {
            sum += entry;
            squares += entry * entry;
        }
        return squares - sum * sum / x.length;
    }

    private static double[] varianceGradient(double[] x) {
        double mean = 0;
        for (double entry : x) {
            mean += entry / x.length;
        }
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = 2 * (x[i] - mean);
        }
        return gradient;
    }

    private static double beside(double[] x) {
        return 1e6 + Math.sin(x[0]) * x[1] * Math.exp(x[2]);
    }

    private static double[] besideGradient(double[] x) {
        double e = Math.exp(x[2]);
        return new double[] {Math.cos(x[0]) * x[1] * e, Math.sin(x[0]) * e, Math.sin(x[0]) * x[1] * e};
    }

    @Test
    void twinOfALoss() {
        assertThatFunction(Loss::value).at(W).hasComplexTwin(Loss::twin);
        assertThatFunction(Loss::value).at(W).hasComplexTwin(Loss::shortTwin);
        assertThatFunction(Loss::value).at(W).withComplexTwin(Loss::twin).hasGradient(Loss::gradient);
    }

    @Test
    void otherTwins() {
        assertThatFunction((double[] x) -> new double[] {x[0] * x[1], Math.sin(x[2])})
                .at(W)
                .withComplexVectorTwin(
                        z -> ComplexArray.of(z.get(0).times(z.get(1)), z.get(2).sin()))
                .hasJacobianRows(x -> new double[][] {{x[1], x[0], 0}, {0, 0, Math.cos(x[2])}});
        assertThatUnivariateFunction(t -> t * Math.exp(-t))
                .at(0.3)
                .withComplexTwin(t -> t.times(t.negate().exp()))
                .hasDerivative(t -> (1 - t) * Math.exp(-t));
        CheckReport report = DerivativeCheck.of(Loss::value)
                .at(W)
                .complexTwin(Loss::twin)
                .gradient(Loss::gradient)
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void believedAsItStands() {
        assertThatFunction(Loss::value)
                .at(W)
                .withComplexStep(ComplexTwin.ofScalar(Loss::twin))
                .hasGradient(Loss::gradient);
    }

    @Test
    void wrongTwin() throws IOException {
        String message = String.valueOf(
                catchThrowable(() -> assertThatFunction(Loss::value).at(W).hasComplexTwin(Loss::twinWithModulus))
                        .getMessage());
        String report = DerivativeCheck.of(Loss::value)
                .at(W)
                .complexTwin(Loss::twinWithModulus)
                .gradient(Loss::gradient)
                .run()
                .toString();

        assertThat(rounded(blocks("text").get(0))).isEqualTo(rounded(message));
        assertThat(rounded(report)).startsWith(rounded(blocks("text").get(1)));
    }

    /** Last digits, and how far a check could see, may differ from machine to machine. */
    private static String rounded(String text) {
        return onOneLine(text).replaceAll("\\d\\.\\de", "#e").replaceAll("(\\d\\.\\d{6})\\d+", "$1");
    }

    /** A function of the table with its twin and gradient. */
    private record Row(
            ToDoubleFunction<double[]> function,
            Function<ComplexArray, Complex> twin,
            Function<double[], double[]> gradient,
            double[] point) {

        List<CheckReport> reports() {
            DerivativeCheck<double[], Double> check =
                    DerivativeCheck.ofScalar(function).at(point).gradient(gradient);
            return List.of(
                    check.run(),
                    check.complexTwin(twin).run(),
                    check.complexStep(ComplexTwin.ofScalar(twin)).run());
        }
    }

    @Test
    void figuresAreMeasured() throws IOException {
        Map<String, Row> rows = Map.of(
                "the loss above", new Row(Loss::value, Loss::twin, Loss::gradient, W),
                "a variance as `Σx² − (Σx)²/n`, entries near 1000",
                        new Row(
                                ComplexStepGuideTest::variance,
                                z -> z.dot(z).minus(z.sum().square().over(z.length())),
                                ComplexStepGuideTest::varianceGradient,
                                FAR),
                "`1e6 + sin(x₀)x₁exp(x₂)`",
                        new Row(
                                ComplexStepGuideTest::beside,
                                z -> z.get(0)
                                        .sin()
                                        .times(z.get(1))
                                        .times(z.get(2).exp())
                                        .plus(1e6),
                                ComplexStepGuideTest::besideGradient,
                                W));
        String guide = guide();
        rows.forEach((name, row) -> {
            String line = guide.lines()
                    .filter(text -> text.startsWith("| " + name + " |"))
                    .findFirst()
                    .orElse("");
            String[] cells = line.split("\\|", -1);
            assertThat(cells).as(name + " in " + line).hasSize(6);
            List<CheckReport> reports = row.reports();
            for (int i = 0; i < 3; i++) {
                CheckReport report = reports.get(i);
                double resolution =
                        report.results().get(0).decisive().orElseThrow().resolution();
                String[] figures = cells[i + 2].strip().split(" in ", -1);
                assertThat(report.isConfirmed()).as(report.toString()).isTrue();
                assertThat(Integer.toString(report.evaluations()))
                        .as(name + ", column " + i)
                        .isEqualTo(figures[1]);
                assertThat(resolution / Double.parseDouble(figures[0]))
                        .as("%s, column %s: %s", name, i, resolution)
                        .isBetween(0.3, 3.0);
            }
        });
    }

    @Test
    void wrongEntryAmongAThousandTakesAsManyEvaluationsAsItSays() throws IOException {
        double[] x = new Random(4).doubles(1000, -2, 2).toArray();
        DerivativeCheck<double[], Double> check = DerivativeCheck.ofScalar(
                        point -> Arrays.stream(point).map(Math::sin).sum())
                .at(x)
                .gradient(point -> {
                    double[] gradient = Arrays.stream(point).map(Math::cos).toArray();
                    gradient[617] *= 1.5;
                    return gradient;
                });
        Function<ComplexArray, Complex> twin = z -> z.map(Complex::sin).sum();
        int[] evaluations =
                List.of(check, check.complexTwin(twin), check.complexStep(ComplexTwin.ofScalar(twin))).stream()
                        .map(DerivativeCheck::run)
                        .peek(report -> assertThat(report.toString()).contains("wrong in [617] alone"))
                        .mapToInt(CheckReport::evaluations)
                        .toArray();

        assertThat(onOneLine(guide()))
                .contains("was found with %d evaluations without a twin, %d with one, and %d with one that is believed"
                        .formatted(evaluations[0], evaluations[1], evaluations[2]));
    }

    @Test
    void everyExampleOfTheGuideIsHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/gradcheck/assertj/ComplexStepGuideTest.java"));

        assertThat(blocks("java"))
                .hasSize(6)
                .allSatisfy(block -> assertThat(onOneLine(source)).contains(onOneLine(block)));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" .", ".")
                .strip();
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("../docs/complex-step.md"));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(guide())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
