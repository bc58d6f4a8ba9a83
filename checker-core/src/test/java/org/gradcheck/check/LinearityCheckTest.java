package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.GradientChecks.times;
import static org.gradcheck.check.Operators.diagnosis;
import static org.gradcheck.check.Operators.linearityOfJvp;
import static org.gradcheck.check.Operators.linearityOfVjp;
import static org.gradcheck.check.Operators.matrix;
import static org.gradcheck.check.Operators.vector;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.function.Precision;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right operators of all kinds are linear to the check, and the common ways to write one that is not are seen. */
class LinearityCheckTest {

    private static final int COLUMNS = 30;
    private static final int ROWS = 20;

    /**
     * Right operators, one a seed.
     *
     * @param seeds how many are tried
     */
    record Family(
            String name,
            int seeds,
            double scale,
            int inputs,
            int outputs,
            LongFunction<UnaryOperator<double[]>> operator) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static UnaryOperator<double[]> dense(int rows, int columns, long seed) {
        DMatrixRMaj matrix = matrix(rows, columns, seed);
        return v -> Operators.times(matrix, v);
    }

    static Stream<Family> right() {
        return Stream.of(
                new Family("dense", 300, 1, COLUMNS, ROWS, seed -> dense(ROWS, COLUMNS, seed)),
                new Family("long sums", 5, 1, 100_000, 3, seed -> dense(3, 100_000, seed)),
                new Family("one number", 200, 1, 1, 1, seed -> v -> times(0.1 * seed, v)),
                new Family("elementwise", 5, 1, 100_000, 100_000, seed -> v -> times(0.1 * seed, v)),
                new Family("cumulative sum", 30, 1, 5000, 5000, seed -> LinearityCheckTest::cumulativeSum),
                new Family("fast Fourier transform", 30, 1, 512, 512, seed -> Operators::fourier),
                new Family("at huge points", 100, 1e200, COLUMNS, ROWS, seed -> dense(ROWS, COLUMNS, seed)),
                new Family("at tiny points", 100, 1e-200, COLUMNS, ROWS, seed -> dense(ROWS, COLUMNS, seed)),
                new Family("results that underflow", 100, 1e-200, 9, 9, seed -> v -> times(1.1e-112, v)),
                new Family("results that nearly overflow", 100, 1e200, 9, 9, seed -> v -> times(1.1e107, v)),
                new Family(
                        "outputs in all units",
                        300,
                        1,
                        40,
                        40,
                        seed -> v -> inAllUnits(dense(40, 40, seed).apply(v))),
                new Family(
                        "inputs in all units",
                        300,
                        1,
                        40,
                        40,
                        seed -> v -> dense(40, 40, seed).apply(inAllUnits(v))),
                new Family("large terms that cancel", 300, 1, COLUMNS, ROWS, LinearityCheckTest::cancelling),
                new Family("outputs that are but rounding", 100, 1, COLUMNS, 100, LinearityCheckTest::dust),
                new Family("zero", 10, 1, 9, 9, seed -> v -> new double[9]));
    }

    private static double[] cumulativeSum(double[] v) {
        double[] sums = v.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    private static double[] inAllUnits(double[] v) {
        double[] scaled = v.clone();
        for (int i = 0; i < v.length; i++) {
            scaled[i] *= Math.pow(10, -8 + 16.0 * i / (v.length - 1));
        }
        return scaled;
    }

    private static UnaryOperator<double[]> cancelling(long seed) {
        UnaryOperator<double[]> large = dense(ROWS, COLUMNS, seed);
        UnaryOperator<double[]> small = dense(ROWS, COLUMNS, seed + 1);
        return v -> {
            double[] y = small.apply(v);
            double[] z = large.apply(v);
            for (int i = 0; i < y.length; i++) {
                y[i] = (1e9 * z[i] + y[i]) - 1e9 * z[i];
            }
            return y;
        };
    }

    private static UnaryOperator<double[]> dust(long seed) {
        UnaryOperator<double[]> one = dense(100, COLUMNS, seed);
        UnaryOperator<double[]> other = dense(100, COLUMNS, seed + 1);
        return v -> {
            double[] y = one.apply(v);
            double[] z = other.apply(v);
            for (int i = 1; i < y.length; i++) {
                y[i] = (y[i] / 3 + z[i]) - z[i] - y[i] / 3;
            }
            return y;
        };
    }

    @ParameterizedTest
    @MethodSource("right")
    void rightOperatorsAreLinear(Family family) {
        for (long seed = 1; seed <= family.seeds(); seed++) {
            CheckResult result = linearityOfJvp(
                    family.operator().apply(seed),
                    times(family.scale(), vector(family.inputs(), seed)),
                    family.outputs(),
                    seed);

            assertThat(result.verdict()).as("seed %d: %s", seed, result).isInstanceOf(Verdict.Confirmed.class);
        }
    }

    @Test
    void coordinatesInAllUnitsAreNoObstacle() {
        for (long seed = 1; seed <= 200; seed++) {
            double[] x = inAllUnits(vector(COLUMNS, seed));

            assertThat(linearityOfJvp(dense(ROWS, COLUMNS, seed), x, ROWS, seed).verdict())
                    .isInstanceOf(Verdict.Confirmed.class);
            DMatrixRMaj matrix = matrix(ROWS, COLUMNS, seed);
            assertThat(linearityOfVjp(w -> Operators.transposedTimes(matrix, w), x, ROWS, seed)
                            .verdict())
                    .isInstanceOf(Verdict.Confirmed.class);
        }
    }

    @Test
    void singlePrecisionIsLinearToItsOwnPlaces() {
        for (long seed = 1; seed <= 200; seed++) {
            DMatrixRMaj matrix = matrix(ROWS, COLUMNS, seed);
            CheckResult floats = linearityOfJvp(
                    v -> Operators.singleTimes(matrix, v),
                    vector(COLUMNS, seed),
                    Spaces.floatVector(COLUMNS),
                    Spaces.floatVector(ROWS),
                    CheckSettings.defaults(),
                    seed);
            CheckResult inside = linearityOfJvp(
                    v -> times(1.0 / 3, Operators.singleTimes(matrix, v)), vector(COLUMNS, seed), ROWS, seed);

            assertThat(floats.verdict()).isInstanceOf(Verdict.Confirmed.class);
            assertThat(inside.verdict()).isInstanceOf(Verdict.Confirmed.class);
        }
    }

    private static double[] f(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.exp(x[i]) * Math.sin(2 * x[(i + 1) % x.length]);
        }
        return y;
    }

    /** (f(x + hv) − f(x − hv))/2h or (f(x + hv) − f(x))/h: linear neither to the last digits nor far out. */
    private static UnaryOperator<double[]> quotient(double h, boolean central, double[] x) {
        return v -> {
            double[] right = x.clone();
            double[] left = x.clone();
            for (int i = 0; i < v.length; i++) {
                right[i] += h * v[i];
                left[i] -= central ? h * v[i] : 0;
            }
            double[] y = f(right);
            double[] z = f(left);
            for (int i = 0; i < y.length; i++) {
                y[i] = (y[i] - z[i]) / (central ? 2 * h : h);
            }
            return y;
        };
    }

    @ParameterizedTest
    @CsvSource({"1e-9, true", "1e-8, true", "1e-6, true", "1e-5, true", "1e-9, false", "1e-8, false", "1e-7, false"})
    void differenceQuotientsAreNotRefuted(double h, boolean central) {
        for (long seed = 1; seed <= 100; seed++) {
            double[] x = vector(10, seed);

            assertThat(linearityOfJvp(quotient(h, central, x), x, 10, seed).verdict())
                    .isNotInstanceOf(Verdict.Refuted.class);
        }
    }

    @Test
    void coarseDifferenceQuotientIsRefuted() {
        double[] x = vector(10, 1);

        CheckResult result = linearityOfJvp(quotient(1e-5, false, x), x, 10, 1);

        assertNotLinear(result);
        assertThat(result.diagnosis()).isEmpty();
    }

    /** What is left far out by a step of 1e-10 into the complex plane is no mistake: h²·2⁴⁰. */
    @Test
    void smoothDepartureFarOutIsNotHeldAgainstAnOperator() {
        CheckResult result = linearityOfJvp(v -> new double[] {Math.sin(1e-9 * v[0]) / 1e-9}, new double[] {1.5}, 1, 1);

        assertThat(result.verdict()).isInstanceOf(Verdict.Confirmed.class);
    }

    @Test
    void operatorThatCannotBeAskedFarOutIsJudgedByTheRest() {
        UnaryOperator<double[]> guarded = v -> {
            if (Math.abs(v[0]) > 100) {
                throw new IllegalArgumentException("out of range");
            }
            return v.clone();
        };

        assertThat(linearityOfJvp(guarded, new double[] {1.5}, 1, 1).verdict()).isInstanceOf(Verdict.Confirmed.class);
    }

    private static void assertNotLinear(CheckResult result) {
        assertThat(result.verdict())
                .as(result.toString())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(RefutationReason.NOT_LINEAR));
    }

    /** An operator followed by something that is not linear. */
    private static UnaryOperator<double[]> then(DoubleUnaryOperator last, long seed) {
        return v -> Arrays.stream(dense(ROWS, COLUMNS, seed).apply(v)).map(last).toArray();
    }

    private static UnaryOperator<double[]> after(DoubleUnaryOperator first, int entry, long seed) {
        return v -> {
            double[] changed = v.clone();
            changed[entry] = first.applyAsDouble(v[entry]);
            return dense(ROWS, COLUMNS, seed).apply(changed);
        };
    }

    /** Wrong operators, one a seed, with the kind of diagnosis they get. */
    record Wrong(String name, String property, String diagnosis, LongFunction<UnaryOperator<double[]>> operator) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong("|Jv|", "homogeneity", "even", seed -> then(Math::abs, seed)),
                new Wrong("one |v|", "homogeneity", "", seed -> after(Math::abs, 3, seed)),
                new Wrong("max(v, 0)", "homogeneity", "", seed -> after(t -> Math.max(t, 0), 3, seed)),
                new Wrong("Jv + c", "zero to zero", "offset", seed -> then(y -> y + 1e-5, seed)),
                new Wrong("(Jv)²", "homogeneity", "quadratic", seed -> then(y -> y * y, seed)),
                new Wrong("Jv + 1e-5 (Jv)²", "homogeneity", "", seed -> then(y -> y + 1e-5 * y * y, seed)),
                new Wrong("(Jv)³", "additivity", "", seed -> then(y -> y * y * y, seed)),
                new Wrong("tanh", "additivity", "saturating", seed -> then(Math::tanh, seed)),
                new Wrong(
                        "clipped",
                        "homogeneity",
                        "saturating",
                        seed -> then(y -> Math.max(-100, Math.min(y, 100)), seed)),
                new Wrong("cut off", "homogeneity", "", seed -> then(y -> Math.abs(y) < 1e-3 ? 0 : y, seed)),
                new Wrong("forgetting", "zero to zero", "constant", seed -> v -> vector(ROWS, seed)),
                new Wrong("normalised", "additivity", "saturating", LinearityCheckTest::normalised));
    }

    /** Of unit length whatever the tangent: right at unit tangents only. */
    private static UnaryOperator<double[]> normalised(long seed) {
        return v -> {
            double length = Math.sqrt(Arrays.stream(v).map(t -> t * t).sum());
            return length == 0
                    ? new double[ROWS]
                    : times(1 / length, dense(ROWS, COLUMNS, seed).apply(v));
        };
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongOperatorsAreRefuted(Wrong wrong) {
        for (long seed = 1; seed <= 100; seed++) {
            CheckResult result = linearityOfJvp(wrong.operator().apply(seed), vector(COLUMNS, seed), ROWS, seed);

            assertNotLinear(result);
            assertThat(result.identities().get(0).property()).isEqualTo(wrong.property());
            assertThat(result.diagnosis().stream().map(Diagnosis::kind))
                    .as(diagnosis(result).toString())
                    .containsExactlyElementsOf(wrong.diagnosis().isEmpty() ? List.of() : List.of(wrong.diagnosis()));
        }
    }

    @Test
    void oneOutputAmongManyThatIsNotLinearIsSeen() {
        assertNotLinear(linearityOfJvp(
                v -> {
                    double[] y = v.clone();
                    y[4242] = Math.abs(y[4242]);
                    return y;
                },
                vector(100_000, 1),
                100_000,
                1));
    }

    @Test
    void pullbackThatForgetsItsCotangentIsRefuted() {
        CheckResult result = linearityOfVjp(w -> new double[] {1.25, -3.1}, new double[] {1, 2}, 1, 1);

        assertNotLinear(result);
        assertThat(result.name()).isEqualTo("linearity of vjp");
        assertThat(result.verdict().text())
                .isEqualTo(
                        "is not linear: zero to zero fails, vjp(0) = 1.25 instead of 0 at coordinate 0, where rounding"
                                + " explains a difference of 1.8e-14");
        assertThat(diagnosis(result))
                .containsExactly("constant: the operator is the same whatever its cotangent is: it forgets it");
    }

    @Test
    void messagesNameThePropertyAndTheNumbers() {
        CheckResult result =
                linearityOfJvp(v -> new double[] {0.3 * Math.abs(v[0]), 0.7 * v[1]}, new double[] {1.3, -0.4}, 2, 1);

        assertThat(result.verdict().text())
                .isEqualTo(
                        "is not linear: homogeneity fails, jvp(-a) = 0.0890625 but -jvp(a) = -0.0890625 at output 0, where rounding"
                                + " explains a difference of 2.1e-15");
        assertThat(diagnosis(result))
                .containsExactly("even: the operator does not change with the sign of its tangent");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-10, 1e-9})
    void smallOffsetIsReportedButNotRefuted(double offset) {
        CheckResult result = linearityOfJvp(v -> new double[] {v[0] / 3 + offset}, new double[] {1}, 1, 1);

        assertThat(result.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(InconclusiveReason.SMALL_DISCREPANCY));
    }

    @Test
    void declaredAccuracyAndStrictnessDecideOnSmallOffsets() {
        UnaryOperator<double[]> offset = v -> new double[] {v[0] / 3 + 1e-9};

        assertThat(smallOffset(offset, CheckSettings.defaults().withAccuracy(1e-6))
                        .verdict())
                .isInstanceOf(Verdict.Confirmed.class);
        assertThat(smallOffset(offset, CheckSettings.defaults().withStrict(true))
                        .verdict())
                .isInstanceOf(Verdict.Refuted.class);
    }

    private static CheckResult smallOffset(UnaryOperator<double[]> jvp, CheckSettings settings) {
        return linearityOfJvp(jvp, new double[] {1}, Spaces.vector(1), Spaces.vector(1), settings, 1);
    }

    @Test
    void whatTheComparisonWithTheFunctionCannotResolveDoesNotRefute() {
        Subject subject = Operators.subject(Spaces.vector(1), Spaces.vector(1), new double[] {1});
        LinearOperator operator = new LinearOperator(
                org.gradcheck.derivative.Form.JVP,
                Spaces.vector(1),
                v -> new double[] {v[0] / 3 + 1e-7},
                new double[] {1},
                new double[] {0});

        assertThat(new LinearityCheck(
                                subject,
                                operator,
                                new IdentityDecision(CheckSettings.defaults(), Precision.DOUBLE, 1e-4),
                                Seeds.identities(1))
                        .run()
                        .verdict()
                        .text())
                .matches("the jvp is linear to \\d\\.\\de-0\\d, where f resolves 1\\.0e-04");
    }

    @Test
    void operatorThatChangesItsMindIsNotDeterministic() {
        AtomicInteger calls = new AtomicInteger();

        assertThat(linearityOfJvp(v -> times(calls.incrementAndGet(), v), new double[] {1, 2}, 2, 1)
                        .verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(InconclusiveReason.NOT_DETERMINISTIC));
    }

    @Test
    void confirmationSaysHowFar() {
        assertThat(linearityOfJvp(v -> times(0.5, v), new double[] {1}, 1, 1)
                        .verdict()
                        .text())
                .isEqualTo("the jvp is linear exactly");
        assertThat(linearityOfJvp(dense(ROWS, COLUMNS, 1), vector(COLUMNS, 1), ROWS, 1)
                        .verdict()
                        .text())
                .matches("the jvp is linear to \\d\\.\\de-16");
    }

    @Test
    void argumentsReachSinglePrecisionUnrounded() {
        double[] a = FewBits.like(new double[] {3e-5, 700, 1}, new java.util.SplittableRandom(1));

        for (int i = 0; i < a.length; i++) {
            assertThat((double) (float) (a[i] * (1 + 3 * 0x1p-12))).isEqualTo(a[i] * (1 + 3 * 0x1p-12));
        }
        assertThat(Math.abs(a[1])).isBetween(700 / 4.0, 700.0);
    }
}
