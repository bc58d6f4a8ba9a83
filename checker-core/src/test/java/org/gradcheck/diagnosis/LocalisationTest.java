package org.gradcheck.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Explanation;
import org.gradcheck.report.Where;
import org.gradcheck.report.WrongEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a gradient of many coordinates is wrong, and what it costs to find out. */
class LocalisationTest {

    /** Σ aᵢ sin xᵢ. */
    private record Sines(double[] a, double[] x) {

        static Sines of(int n) {
            SplittableRandom random = new SplittableRandom(n);
            return new Sines(
                    random.doubles(n, 0.5, 1.5).toArray(),
                    random.doubles(n, -1.4, 1.4).toArray());
        }

        double value(double[] at) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * Math.sin(at[i]);
            }
            return sum;
        }

        ComplexVector complexValue(ComplexVector z) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < a.length; i++) {
                re += a[i] * Math.sin(z.real()[i]) * Math.cosh(z.imaginary()[i]);
                im += a[i] * Math.cos(z.real()[i]) * Math.sinh(z.imaginary()[i]);
            }
            return new ComplexVector(new double[] {re}, new double[] {im});
        }

        double[] gradient(double[] at) {
            double[] gradient = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                gradient[i] = a[i] * Math.cos(at[i]);
            }
            return gradient;
        }

        DerivativeCheck<double[], Double> wrongIn(int[] coordinates) {
            return wrongIn(coordinates, 1);
        }

        DerivativeCheck<double[], Double> wrongIn(int[] coordinates, double error) {
            UnaryOperator<double[]> wrong = at -> {
                double[] gradient = gradient(at);
                Arrays.stream(coordinates).forEach(k -> gradient[k] += error);
                return gradient;
            };
            return DerivativeCheck.ofScalar(this::value).at(x).gradient(wrong);
        }
    }

    private static int[] coordinates(int n, int count) {
        return new SplittableRandom(count)
                .ints(0, n)
                .distinct()
                .limit(count)
                .sorted()
                .toArray();
    }

    private static Explanation explanation(CheckReport report) {
        assertThat(report.isRefuted()).as(report.toString()).isTrue();
        return report.results().get(0).explanation();
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 40", "10000, 1, 40", "1000000, 1, 60", "10000, 3, 70", "100000, 10, 400"})
    void fewWrongCoordinatesAmongManyAreFoundExactly(int n, int wrong, int mostReferences) {
        int[] planted = coordinates(n, wrong);

        CheckReport report = Sines.of(n).wrongIn(planted).run();

        Where where = explanation(report).where().get(0);
        assertThat(where.extent()).as(where.text()).isEqualTo(Where.Extent.EXACT);
        assertThat(where.count()).isEqualTo(wrong);
        assertThat(planted)
                .contains(where.entries().stream()
                        .mapToInt(WrongEntry::coordinate)
                        .toArray());
        assertThat(explanation(report).references()).isLessThanOrEqualTo(mostReferences);
    }

    @Test
    void complexStepTakesOneEvaluationADirection() {
        Sines sines = Sines.of(1000);

        CheckReport report = sines.wrongIn(new int[] {77}, sines.gradient(sines.x())[77])
                .complexStep(sines::complexValue)
                .run();

        Explanation explanation = explanation(report);
        assertThat(explanation.where().get(0).places()).isEqualTo("[77]");
        assertThat(explanation.evaluations()).isLessThan(2 * explanation.references());
    }

    @Test
    void theNumbersOfAWrongEntryAreThoseOfTheEntry() {
        Sines sines = Sines.of(50);

        WrongEntry entry = explanation(sines.wrongIn(new int[] {7}).run())
                .where()
                .get(0)
                .entries()
                .get(0);

        double right = sines.gradient(sines.x())[7];
        assertThat(entry.reference()).isCloseTo(right, org.assertj.core.data.Offset.offset(entry.bound()));
        assertThat(entry.supplied()).isCloseTo(right + 1, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void aWrongDerivativeOfEverythingIsSaidToBeAtOnce() {
        Sines sines = Sines.of(5000);
        CheckReport report = DerivativeCheck.ofScalar(sines::value)
                .at(sines.x())
                .gradient(at -> {
                    double[] gradient = sines.gradient(at);
                    for (int i = 0; i < gradient.length; i++) {
                        gradient[i] += Math.sin(i + 1);
                    }
                    return gradient;
                })
                .run();

        assertThat(explanation(report).where().get(0).text())
                .isEqualTo("wrong everywhere: in each of 12 entries looked at, of 5000");
        assertThat(explanation(report).references()).isLessThan(40);
    }

    @Test
    void aBudgetIsKept() {
        CheckReport report = Sines.of(1000).wrongIn(new int[] {77}).budget(60).run();

        assertThat(report.evaluations()).isLessThanOrEqualTo(60);
    }
}
