package org.gradcheck.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.function.FaultException;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;

class GradientsTest {

    private static final double[] X = {1, -2, 0.5};

    /** f = x₀²x₁ + exp x₂. */
    private static double f(double[] x) {
        return x[0] * x[0] * x[1] + Math.exp(x[2]);
    }

    private static double[] gradient(double[] x) {
        return new double[] {2 * x[0] * x[1], x[0] * x[0], Math.exp(x[2])};
    }

    private static void fill(double[] x, double[] g) {
        System.arraycopy(gradient(x), 0, g, 0, g.length);
    }

    private static void add(double[] x, double[] sum) {
        for (int i = 0; i < x.length; i++) {
            sum[i] += gradient(x)[i];
        }
    }

    private static CheckReport check(Function<double[], double[]> gradient) {
        return DerivativeCheck.of(GradientsTest::f).at(X).gradient(gradient).run();
    }

    private static void assertConfirmed(CheckReport report) {
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    private static void assertMisused(CheckReport report, String text) {
        assertThat(report.verdict())
                .isEqualTo(new Verdict.Refuted(
                        RefutationReason.MISUSED_BUFFER, "misuses the array it is handed: the gradient " + text));
    }

    @Test
    void gradientThatFillsAnArrayIsConfirmed() {
        assertConfirmed(check(Gradients.filling(GradientsTest::fill)));
    }

    @Test
    void wrongGradientThatFillsAnArrayIsRefutedAsAnyOther() {
        CheckReport report = check(Gradients.filling((x, g) -> {
            fill(x, g);
            g[1] = -g[1];
        }));

        assertThat(report.results().get(0).explanation().where().get(0).text())
                .isEqualTo("wrong in [1] alone, -1 instead of 1; the other 2 entries agree");
    }

    @Test
    void entryThatIsNotFilledIsNamed() {
        CheckReport report = check(Gradients.filling((x, g) -> {
            g[0] = 2 * x[0] * x[1];
            g[2] = Math.exp(x[2]);
        }));

        assertMisused(report, "left entry [1] of 3 unset in the array that it is handed to fill");
    }

    @Test
    void arrayThatIsNotTouchedIsUnsetInAllEntries() {
        assertMisused(
                check(Gradients.filling((x, g) -> {})),
                "left entries [0], [1], [2] of 3 unset in the array that it is handed to fill");
    }

    @Test
    void ofManyUnsetEntriesAFewAreListed() {
        double[] x = new double[10];

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> Gradients.filling((point, g) -> g[0] = 1).apply(x))
                .withMessage("left entries [1], [2], [3], [4], [5], [6] and 3 more of 10 unset in the array that it is"
                        + " handed to fill");
    }

    @Test
    void gradientThatAddsWhereItIsToFillIsToldSo() {
        assertMisused(
                check(Gradients.filling(GradientsTest::add)),
                "makes use of what is in the array that it is handed to fill, as if it added to it: entries [0], [1], [2]"
                        + " of 3");
    }

    @Test
    void notANumberThatIsComputedIsNotTakenForUnset() {
        CheckReport report = check(Gradients.filling((x, g) -> {
            fill(x, g);
            g[1] = Math.sqrt(-1);
        }));

        assertThat(report.verdict().text()).isEqualTo("is not finite: the gradient returned NaN at index 1");
    }

    @Test
    void gradientThatIsAddedIsConfirmed() {
        assertConfirmed(check(Gradients.adding(GradientsTest::add)));
    }

    @Test
    void gradientThatOverwritesWhereItIsToAddIsToldSo() {
        assertMisused(
                check(Gradients.adding(GradientsTest::fill)),
                "overwrites the array that it is to add to: entry [0] of 3 held 4.00000 before the call and -4.00000 after"
                        + " it, where 0.00000 is the sum");
    }

    @Test
    void oneEntryThatIsOverwrittenIsNamed() {
        assertMisused(
                check(Gradients.adding((x, sum) -> {
                    add(x, sum);
                    sum[2] = Math.exp(x[2]);
                })),
                "overwrites the array that it is to add to: entry [2] of 3 held 5.00000 before the call and 1.64872 after"
                        + " it, where 6.64872 is the sum");
    }

    @Test
    void gradientThatAlsoScalesTheSumDoesNotAdd() {
        assertMisused(
                check(Gradients.adding((x, sum) -> {
                    sum[0] *= 0.9;
                    add(x, sum);
                })),
                "does not add to the array that it is to add to: entry [0] of 3 held 4.00000 before the call and"
                        + " -0.400000 after it, where 0.00000 is the sum");
    }

    @Test
    void gradientThatForgetsToAddIsZero() {
        CheckReport report = check(Gradients.adding((x, sum) -> {}));

        assertThat(report.isRefuted()).isTrue();
        assertThat(report.results().get(0).diagnosis())
                .extracting(Diagnosis::kind)
                .contains("zero");
    }

    @Test
    void termsThatCancelWhenAddedOneByOneAreNoMisuse() {
        BiConsumer<double[], double[]> inTwoParts = (x, sum) -> {
            for (int i = 0; i < x.length; i++) {
                sum[i] += 1e8;
                sum[i] += gradient(x)[i] - 1e8;
            }
        };

        assertThat(Gradients.adding(inTwoParts).apply(X)).hasSize(3);
    }

    @Test
    void singlePrecisionInsideIsNoMisuse() {
        assertThat(Gradients.adding((x, sum) -> {
                            for (int i = 0; i < x.length; i++) {
                                sum[i] = (float) (sum[i] + gradient(x)[i]);
                            }
                        })
                        .apply(X))
                .hasSize(3);
    }

    @Test
    void valueThatIsReturnedByTheFillingCallIsComparedToo() {
        assertConfirmed(DerivativeCheck.of(GradientsTest::f)
                .at(X)
                .valueAndGradient(Gradients.fillingWithValue((x, g) -> {
                    fill(x, g);
                    return f(x);
                }))
                .run());
        assertThat(DerivativeCheck.of(GradientsTest::f)
                        .at(X)
                        .valueAndGradient(Gradients.fillingWithValue((x, g) -> {
                            fill(x, g);
                            return f(x) / 2;
                        }))
                        .run()
                        .verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(RefutationReason.WRONG_VALUE));
    }

    @Test
    void valueThatIsReturnedByTheAddingCallIsComparedToo() {
        assertConfirmed(DerivativeCheck.of(GradientsTest::f)
                .at(X)
                .valueAndGradient(Gradients.addingWithValue((x, sum) -> {
                    add(x, sum);
                    return f(x);
                }))
                .run());
        assertMisused(
                DerivativeCheck.of(GradientsTest::f)
                        .at(X)
                        .valueAndGradient(Gradients.addingWithValue((x, sum) -> {
                            fill(x, sum);
                            return f(x);
                        }))
                        .run(),
                "overwrites the array that it is to add to: entry [0] of 3 held 4.00000 before the call and -4.00000 after"
                        + " it, where 0.00000 is the sum");
    }

    @Test
    void codeThatChangesItsArgumentIsStillFoundOut() {
        CheckReport report = check(Gradients.filling((x, g) -> {
            fill(x, g);
            x[0] = 7;
        }));

        assertThat(report.verdict().text()).contains("changed its argument: index 0 held 1.0 before the call");
    }

    @Test
    void codeThatThrowsIsSaidToThrow() {
        CheckReport report = check(Gradients.filling((x, g) -> g[3] = 1));

        assertThat(report.verdict().text())
                .isEqualTo(
                        "threw an exception: the gradient threw ArrayIndexOutOfBoundsException: Index 3 out of bounds"
                                + " for length 3");
    }

    record Evaluation(double value, double[] gradient) {
        double partial(int i) {
            return gradient[i];
        }
    }

    private static Evaluation evaluate(double[] x) {
        return new Evaluation(f(x), gradient(x));
    }

    private static Evaluation withWrongPartial(double[] x) {
        double[] g = gradient(x);
        g[2] = 0;
        return new Evaluation(f(x), g);
    }

    @Test
    void valueAndGradientInOneObjectAreTakenByItsAccessors() {
        DerivativeCheck<double[], Double> check =
                DerivativeCheck.of(GradientsTest::f).at(X);

        assertConfirmed(check.valueAndGradient(
                        Gradients.withValue(GradientsTest::evaluate, Evaluation::value, Evaluation::gradient))
                .run());
        assertConfirmed(check.valueAndGradient(
                        Gradients.withPartials(GradientsTest::evaluate, Evaluation::value, Evaluation::partial))
                .run());
        assertThat(check.valueAndGradient(Gradients.withValue(
                                GradientsTest::withWrongPartial, Evaluation::value, Evaluation::gradient))
                        .run()
                        .isRefuted())
                .isTrue();
        assertThat(check.valueAndGradient(Gradients.withPartials(
                                GradientsTest::withWrongPartial, Evaluation::value, Evaluation::partial))
                        .run()
                        .isRefuted())
                .isTrue();
    }

    @Test
    void ascentDirectionIsNegated() {
        DerivativeCheck<double[], Double> ofMinusF =
                DerivativeCheck.ofScalar(x -> -f(x)).at(X);

        assertConfirmed(
                ofMinusF.gradient(Gradients.negated(GradientsTest::gradient)).run());
        assertThat(ofMinusF.gradient(GradientsTest::gradient)
                        .run()
                        .results()
                        .get(0)
                        .diagnosis())
                .extracting(Diagnosis::kind)
                .contains("sign");
    }
}
