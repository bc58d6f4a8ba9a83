package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.complex.Complex;
import org.gradcheck.complex.ComplexArray;
import org.gradcheck.complex.ComplexTwin;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;
import org.gradcheck.report.TwinFault;
import org.gradcheck.report.TwinReport;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A wrong twin never makes a right derivative wrong, nor a wrong one right. Whatever is wrong with it, the verdict is that without a
 * twin; where nothing can be seen to be wrong, what cannot be seen stays within the bound.
 */
class WrongTwinTest {

    private static final double[] X = {0.7, -1.2, 0.4, 2.1};

    /** log Σexp xᵢ + sin(x₀)x₃ + √(1 + x₁²). */
    private static double f(double[] x) {
        return Math.log(Math.exp(x[0]) + Math.exp(x[1]) + Math.exp(x[2]) + Math.exp(x[3]))
                + Math.sin(x[0]) * x[3]
                + Math.sqrt(1 + x[1] * x[1]);
    }

    private static Complex twin(ComplexArray z) {
        return z.map(Complex::exp)
                .sum()
                .log()
                .plus(z.get(0).sin().times(z.get(3)))
                .plus(z.get(1).square().plus(1).sqrt());
    }

    private static double[] gradient(double[] x) {
        double sum = Math.exp(x[0]) + Math.exp(x[1]) + Math.exp(x[2]) + Math.exp(x[3]);
        double[] g = new double[4];
        for (int i = 0; i < 4; i++) {
            g[i] = Math.exp(x[i]) / sum;
        }
        g[0] += Math.cos(x[0]) * x[3];
        g[1] += x[1] / Math.sqrt(1 + x[1] * x[1]);
        g[3] += Math.sin(x[0]);
        return g;
    }

    /** What is wrong with a twin, and of what kind it is found to be. */
    record Wrong(String mistake, Function<ComplexArray, Complex> twin, TwinFault.Kind kind) {
        @Override
        public String toString() {
            return mistake;
        }
    }

    private static Complex conjugate(Complex z) {
        return new Complex(z.re(), -z.im());
    }

    private static Complex modulus(Complex z) {
        return Complex.of(Math.hypot(z.re(), z.im()));
    }

    static Stream<Wrong> wrongTwins() {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        return Stream.of(
                new Wrong("a constant is wrong", z -> twin(z).plus(z.get(0).times(1e-3)), TwinFault.Kind.WRONG_VALUE),
                new Wrong(
                        "a term is missing",
                        z -> twin(z).minus(z.get(0).sin().times(z.get(3))),
                        TwinFault.Kind.WRONG_VALUE),
                new Wrong("a factor on everything", z -> twin(z).times(1 + 1e-12), TwinFault.Kind.WRONG_VALUE),
                new Wrong(
                        "a tiny smooth perturbation",
                        z -> twin(z).plus(z.get(0).sin().times(1e-9)),
                        TwinFault.Kind.WRONG_VALUE),
                new Wrong(
                        "a tiny smooth perturbation that vanishes at the point",
                        z -> twin(z).plus(z.get(0).minus(X[0]).sin().times(1e-9)),
                        TwinFault.Kind.WRONG_VALUE),
                new Wrong(
                        "right at the point to second order",
                        z -> twin(z).plus(z.get(0).minus(X[0]).square().times(1e-6)),
                        TwinFault.Kind.WRONG_VALUE),
                new Wrong(
                        "another branch on one side of the point",
                        z -> z.get(0).re() > X[0] ? twin(z).plus(z.get(0).minus(X[0])) : twin(z),
                        TwinFault.Kind.WRONG_VALUE),
                new Wrong(
                        "another branch further out",
                        z -> z.get(0).re() > X[0] + 0.04 ? twin(z).plus(1e-6) : twin(z),
                        TwinFault.Kind.WRONG_VALUE),
                new Wrong("all conjugate", z -> conjugate(twin(z)), TwinFault.Kind.NOT_ANALYTIC),
                new Wrong(
                        "one term conjugate",
                        z -> twin(z).minus(z.get(0).sin().times(z.get(3)))
                                .plus(conjugate(z.get(0).sin()).times(z.get(3))),
                        TwinFault.Kind.NOT_ANALYTIC),
                new Wrong(
                        "a tiny term conjugate",
                        z -> twin(z).plus(new Complex(0, 2e-9 * z.get(0).sin().im())),
                        TwinFault.Kind.NOT_ANALYTIC),
                new Wrong(
                        "modulus for absolute value",
                        z -> twin(z).plus(modulus(z.get(1))).minus(z.get(1).abs()),
                        TwinFault.Kind.NOT_ANALYTIC),
                new Wrong(
                        "|z|² for z²",
                        z -> twin(z).minus(z.get(1).square().plus(1).sqrt())
                                .plus(z.get(1)
                                        .times(conjugate(z.get(1)))
                                        .plus(1)
                                        .sqrt()),
                        TwinFault.Kind.NOT_ANALYTIC),
                new Wrong("the imaginary part is lost", z -> Complex.of(f(z.real())), TwinFault.Kind.NOT_ANALYTIC),
                new Wrong(
                        "the imaginary part of one term is lost",
                        z -> twin(z).minus(new Complex(0, z.get(0).sin().im())),
                        TwinFault.Kind.NOT_ANALYTIC),
                new Wrong(
                        "the imaginary part is scaled",
                        z -> new Complex(twin(z).re(), twin(z).im() * (1 + 1e-9)),
                        TwinFault.Kind.NOT_ANALYTIC),
                new Wrong(
                        "only tiny imaginary parts are scaled",
                        z -> new Complex(
                                twin(z).re(), twin(z).im() * (Math.abs(z.get(0).im()) < 1e-15 ? 1 + 1e-9 : 1)),
                        TwinFault.Kind.NOT_ANALYTIC),
                new Wrong(
                        "the sign of the imaginary part decides",
                        z -> z.get(0).im() < 0 ? conjugate(twin(z)) : twin(z),
                        TwinFault.Kind.NOT_SYMMETRIC),
                new Wrong("a complex constant", z -> twin(z).plus(new Complex(0, 1e-6)), TwinFault.Kind.NOT_REAL),
                new Wrong("NaN everywhere", z -> Complex.NAN, TwinFault.Kind.NOT_FINITE),
                new Wrong(
                        "NaN off the real axis",
                        z -> z.get(0).im() == 0 ? twin(z) : Complex.NAN,
                        TwinFault.Kind.NOT_FINITE),
                new Wrong(
                        "throws",
                        z -> {
                            throw new UnsupportedOperationException("complex arguments");
                        },
                        TwinFault.Kind.FAILED),
                new Wrong(
                        "throws beside the point",
                        z -> {
                            if (z.get(0).re() != X[0]) {
                                throw new IllegalStateException();
                            }
                            return twin(z);
                        },
                        TwinFault.Kind.FAILED),
                new Wrong(
                        "drifts from call to call",
                        z -> twin(z).plus(1e-6 * calls.getAndIncrement()),
                        TwinFault.Kind.WRONG_VALUE),
                new Wrong(
                        "other slopes from the fifth call on",
                        z -> later.incrementAndGet() < 5
                                ? twin(z)
                                : new Complex(twin(z).re(), twin(z).im() * (1 + 1e-6)),
                        TwinFault.Kind.NOT_ANALYTIC));
    }

    private static List<Fact> setAside(CheckReport report) {
        List<Fact> facts = new ArrayList<>();
        report.results()
                .forEach(result -> result.details().stream()
                        .filter(fact -> fact.key().equals("complex step"))
                        .forEach(facts::add));
        return facts;
    }

    private static DerivativeCheck<double[], Double> check(boolean strict) {
        DerivativeCheck<double[], Double> check =
                DerivativeCheck.ofScalar(WrongTwinTest::f).at(X);
        return strict ? check.strict() : check;
    }

    @ParameterizedTest
    @MethodSource("wrongTwins")
    void rightDerivativeIsConfirmedByRealDifferencesAsWithoutTheTwin(Wrong wrong) {
        for (boolean strict : new boolean[] {false, true}) {
            CheckReport without =
                    check(strict).gradient(WrongTwinTest::gradient).run();
            CheckReport with = check(strict)
                    .gradient(WrongTwinTest::gradient)
                    .complexTwin(wrong.twin())
                    .run();

            assertThat(with.verdict()).as(with.toString()).isEqualTo(without.verdict());
            assertThat(with.isConfirmed()).as(with.toString()).isTrue();
            assertThat(setAside(with)).hasSize(1);
            assertThat(setAside(with).get(0).value()).startsWith("set aside: the twin ");
        }
    }

    @ParameterizedTest
    @MethodSource("wrongTwins")
    void whatIsWrongIsSaid(Wrong wrong) {
        TwinReport report = check(false).complexTwin(wrong.twin()).checkTwin();

        assertThat(report.fault())
                .as(report.toString())
                .hasValueSatisfying(
                        fault -> assertThat(fault.kind()).as(fault.text()).isEqualTo(wrong.kind()));
    }

    /** The derivative of the wrong twin itself, by its own complex step: what a naive check would compare with and confirm. */
    @ParameterizedTest
    @MethodSource("wrongTwins")
    void derivativeOfTheWrongTwinIsJudgedAsWithoutTheTwin(Wrong wrong) {
        ComplexTwin twin = ComplexTwin.ofScalar(wrong.twin());
        Function<double[], double[]> own = x -> {
            double[] g = new double[x.length];
            for (int i = 0; i < g.length; i++) {
                ComplexArray z = ComplexArray.ofReal(x);
                double[] step = new double[x.length];
                step[i] = 1e-30;
                try {
                    g[i] = twin.apply(new ComplexVector(z.real(), step)).imaginary()[0] / 1e-30;
                } catch (RuntimeException e) {
                    g[i] = 0;
                }
            }
            return g;
        };
        double[] fixed = own.apply(X);
        CheckReport without = check(false).gradient(x -> fixed).run();
        CheckReport with =
                check(false).gradient(x -> fixed).complexTwin(wrong.twin()).run();

        assertThat(with.verdict()).as(with.toString()).isEqualTo(without.verdict());
    }

    /**
     * Perturbations of all sizes and kinds, of functions with and without an offset: strictly, the right derivative is never refuted,
     * and no derivative is verified to less than it is off by.
     */
    @Test
    void noPerturbationIsHeldAgainstTheRightDerivativeOrForAWrongOne() {
        SplittableRandom random = new SplittableRandom(20);
        for (int n = 0; n < 600; n++) {
            double offset = n % 3 == 0 ? 0 : Math.pow(10, random.nextInt(12));
            double size = Math.pow(10, -1 - 15 * random.nextDouble());
            double frequency = Math.pow(10, random.nextDouble() * 2 - 0.5);
            int kind = random.nextInt(6);
            double[] x = random.doubles(4, -2, 2).toArray();
            Function<ComplexArray, Complex> wrong = z -> {
                Complex right = twin(z).plus(offset);
                Complex first = z.get(0).minus(x[0]);
                return switch (kind) {
                    case 0 -> right.plus(z.get(0).times(frequency).sin().times(size));
                    case 1 -> right.plus(first.times(frequency).sin().times(size));
                    case 2 -> right.plus(new Complex(0, size * z.get(0).im()));
                    case 3 ->
                        right.plus(
                                conjugate(z.get(0).sin()).minus(z.get(0).sin()).times(size));
                    case 4 ->
                        right.plus(first.times(frequency)
                                .square()
                                .negate()
                                .exp()
                                .times(first)
                                .times(size));
                    default ->
                        right.plus(first.times(z.get(1).minus(x[1])).plus(first).times(size));
                };
            };
            double error = size * random.nextDouble();
            CheckReport right = DerivativeCheck.ofScalar(p -> f(p) + offset)
                    .at(x)
                    .strict()
                    .seed(n)
                    .gradient(WrongTwinTest::gradient)
                    .complexTwin(wrong)
                    .run();
            CheckReport off = DerivativeCheck.ofScalar(p -> f(p) + offset)
                    .at(x)
                    .seed(n)
                    .gradient(p -> {
                        double[] g = gradient(p);
                        g[0] += error;
                        return g;
                    })
                    .complexTwin(wrong)
                    .run();

            assertThat(right.isRefuted()).as(right.toString()).isFalse();
            assertThat(off.results().get(0).evidence())
                    .as(off.toString())
                    .allSatisfy(evidence -> assertThat(evidence.bound() * 4 + evidence.discrepancy())
                            .isGreaterThanOrEqualTo(0.99 * error * Math.abs(evidence.direction()[0])));
        }
    }

    @Test
    void twinThatGoesWrongOnlyAfterItsExaminationIsNotUsed() {
        AtomicInteger calls = new AtomicInteger();
        int examined = check(false)
                .complexTwin(z -> {
                    calls.incrementAndGet();
                    return twin(z);
                })
                .checkTwin()
                .evaluations();
        int last = calls.get();
        calls.set(0);
        CheckReport report = check(true)
                .gradient(WrongTwinTest::gradient)
                .complexTwin(z -> calls.incrementAndGet() <= last
                        ? twin(z)
                        : new Complex(twin(z).re(), twin(z).im() * (1 + 1e-10)))
                .run();

        assertThat(examined).isGreaterThan(last);
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.results().get(0).decisive().orElseThrow().method()).isEqualTo("central differences");
    }

    /** Beside 1e10 a twin may be wrong by 1e-6 without its values telling; it is then believed to no more than that. */
    @Test
    void whatValuesCannotTellIsNotHeldAgainstTheDerivative() {
        Function<ComplexArray, Complex> offByTheInvisible =
                z -> z.get(0).sin().times(1 + 1e-6).plus(z.get(1).square()).plus(1e10);
        for (boolean strict : new boolean[] {false, true}) {
            DerivativeCheck<double[], Double> check = DerivativeCheck.ofScalar(x -> Math.sin(x[0]) + x[1] * x[1] + 1e10)
                    .at(X);
            CheckReport right = (strict ? check.strict() : check)
                    .gradient(x -> new double[] {Math.cos(x[0]), 2 * x[1], 0, 0})
                    .complexTwin(offByTheInvisible)
                    .run();
            CheckReport wrong = (strict ? check.strict() : check)
                    .gradient(x -> new double[] {Math.cos(x[0]) * (1 + 1e-6), 2 * x[1], 0, 0})
                    .complexTwin(offByTheInvisible)
                    .run();

            assertThat(right.isRefuted()).as(right.toString()).isFalse();
            assertThat(wrong.results().get(0).evidence())
                    .as(wrong.toString())
                    .allSatisfy(evidence -> assertThat(evidence.resolution()).isGreaterThan(1e-7));
        }
    }

    /** The small output beside a large one, in which a difference is no more than the rounding of the large one. */
    @Test
    void smallOutputsBesideLargeOnesAreNotBelievedBlindly() {
        DerivativeCheck<double[], double[]> check = DerivativeCheck.ofVector(
                        x -> new double[] {1e10 * Math.exp(x[0]), Math.sin(x[1])})
                .at(X)
                .strict()
                .complexVectorTwin(z -> ComplexArray.of(
                        z.get(0).exp().times(1e10), z.get(1).sin().times(1 + 1e-7)));
        CheckReport report = check.jacobianRows(x ->
                        new double[][] {{1e10 * Math.exp(x[0]), 0, 0, 0}, {0, Math.cos(x[1]), 0, 0}})
                .run();

        assertThat(report.isRefuted()).as(report.toString()).isFalse();
    }

    @Test
    void budgetThatDoesNotReachForAnExaminationLeavesTheTwinAside() {
        CheckReport report = check(false)
                .budget(200)
                .gradient(WrongTwinTest::gradient)
                .complexTwin(WrongTwinTest::twin)
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(setAside(report))
                .extracting(Fact::value)
                .containsExactly("set aside: the twin was not examined, which the budget leaves too little for");
    }

    @Test
    void functionWithoutValueHasNoTwin() {
        TwinReport report = DerivativeCheck.ofScalar(x -> Math.log(x[0]))
                .at(new double[] {-1})
                .complexTwin(z -> z.get(0).log())
                .checkTwin();

        assertThat(report).hasToString("""
                the twin was not examined: f cannot be evaluated at the point: f returned NaN; mend f, or check at a point of its domain
                  point        x = [-1]
                  evaluations  1 of f and the twin
                """);
    }

    @Test
    void withoutTwinThereIsNothingToExamine() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(false).checkTwin())
                .withMessage("there is no twin to check: call complexTwin or complexVectorTwin before checkTwin()");
    }

    @Test
    void reportSaysWhatWasSetAsideAndWhy() {
        String report = check(false)
                .gradient(WrongTwinTest::gradient)
                .complexTwin(z -> twin(z).plus(z.get(0).times(1e-3)))
                .run()
                .toString();

        assertThat(report)
                .contains(
                        "  complex step  set aside: the twin differs from f by 7.0e-04 at x: it is 5.39825630958 where f is 5.39755630958");
    }

    @Test
    void flatPointsAndFastVariationAreNoFaultOfATwin() {
        TwinReport flat = DerivativeCheck.ofScalar(x -> x[0] * x[0])
                .at(new double[] {0})
                .complexTwin(z -> z.get(0).square())
                .checkTwin();
        TwinReport constant = DerivativeCheck.ofScalar(x -> 0)
                .at(X)
                .complexTwin(z -> Complex.ZERO)
                .checkTwin();
        TwinReport fast = DerivativeCheck.ofScalar(x -> Math.sin(300 * x[0]))
                .at(new double[] {0.7})
                .complexTwin(z -> z.get(0).times(300).sin())
                .checkTwin();

        assertThat(flat.agrees()).as(flat.toString()).isTrue();
        assertThat(constant.agrees()).as(constant.toString()).isTrue();
        assertThat(fast.agrees()).as(fast.toString()).isTrue();
        assertThat(fast.resolution()).isLessThan(1e-11);
    }

    @Test
    void twinsOfNoisyFunctionsAreBelievedAsFarAsTheNoiseLetsSee() {
        double[] far = {1000.7, 998.8, 1000.4, 1002.1};
        DerivativeCheck<double[], Double> variance = DerivativeCheck.ofScalar(x -> {
                    double sum = 0;
                    double squares = 0;
                    for (double entry : x) {
                        sum += entry;
                        squares += entry * entry;
                    }
                    return squares - sum * sum / 4;
                })
                .at(far)
                .complexTwin(z -> z.dot(z).minus(z.sum().square().over(4)));

        assertThat(variance.checkTwin().agrees())
                .as(variance.checkTwin().toString())
                .isTrue();
        assertThat(variance.checkTwin().resolution()).isBetween(1e-13, 1e-9);
    }

    @Test
    void twinsGoWithTypedSpacesAndManifolds() {
        CheckReport matrix = DerivativeCheck.of(
                        Spaces.matrix(2, 2),
                        Spaces.scalar(),
                        (DMatrixRMaj a) -> a.get(0, 0) * a.get(1, 1) - a.get(0, 1) * a.get(1, 0))
                .at(new DMatrixRMaj(new double[][] {{1, 2}, {-0.5, 3}}))
                .gradient(a ->
                        new DMatrixRMaj(new double[][] {{a.get(1, 1), -a.get(1, 0)}, {-a.get(0, 1), a.get(0, 0)}}))
                .complexTwin(z -> z.get(0).times(z.get(3)).minus(z.get(1).times(z.get(2))))
                .run();
        CheckReport sphere = DerivativeCheck.ofScalar(x -> Math.exp(x[0]) * x[1])
                .on(Manifolds.sphere(2))
                .at(new double[] {0.6, 0.8})
                .gradient(x -> new double[] {Math.exp(x[0]) * x[1], Math.exp(x[0])})
                .complexTwin(z -> z.get(0).exp().times(z.get(1)))
                .run();

        for (CheckReport report : List.of(matrix, sphere)) {
            assertThat(report.isConfirmed()).as(report.toString()).isTrue();
            assertThat(report.results().get(0).decisive().orElseThrow().method())
                    .isEqualTo("complex step");
        }
    }

    @Test
    void severalOutputsAreSingledOut() {
        TwinReport report = DerivativeCheck.ofVector(x -> new double[] {x[0], x[1] * x[1], x[2]})
                .at(X)
                .complexVectorTwin(z -> ComplexArray.of(z.get(0), z.get(1).times(conjugate(z.get(1))), z.get(2)))
                .checkTwin();
        TwinReport shorter = DerivativeCheck.ofVector(x -> x)
                .at(X)
                .complexVectorTwin(z -> z.slice(0, 3))
                .checkTwin();

        assertThat(report.fault().orElseThrow().text())
                .startsWith("is not analytic in output 1: its slope is 0 along iv, and ");
        assertThat(shorter.fault().orElseThrow().toString()).isEqualTo("the twin returned 3 values where f has 4");
    }

    @Test
    void rightTwinIsBelievedToTheLastDigits() {
        CheckReport report = check(false)
                .gradient(WrongTwinTest::gradient)
                .complexTwin(WrongTwinTest::twin)
                .run();
        TwinReport twin = check(false).complexTwin(WrongTwinTest::twin).checkTwin();

        assertThat(report.results().get(0).decisive().orElseThrow().method()).isEqualTo("complex step");
        assertThat(report.results().get(0).decisive().orElseThrow().resolution())
                .isLessThan(1e-13);
        assertThat(setAside(report)).isEmpty();
        assertThat(twin.agrees()).as(twin.toString()).isTrue();
        assertThat(twin.resolution()).isLessThan(1e-13);
    }
}
