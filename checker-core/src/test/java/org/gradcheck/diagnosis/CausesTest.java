package org.gradcheck.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Hypothesis;
import org.gradcheck.space.Indexing;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** Mistakes that people make, each told by its name and in its own words, and right only where it was made. */
class CausesTest {

    private static final double[] X = {0.4, -1.3, 0.9, -0.6, 1.7};

    private static double f(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (i + 1) * Math.sin(x[i]) + 0.05 * x[i] * x[i];
        }
        return sum;
    }

    private static double[] gradient(double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = (i + 1) * Math.cos(x[i]) + 0.1 * x[i];
        }
        return gradient;
    }

    private static List<String> causes(CheckReport report) {
        return result(report).diagnosis().stream()
                .map(d -> d.kind() + ": " + d.text())
                .toList();
    }

    private static CheckResult result(CheckReport report) {
        assertThat(report.isRefuted()).as(report.toString()).isTrue();
        return report.results().get(0);
    }

    private static List<String> causesOf(UnaryOperator<double[]> wrong) {
        return causes(
                DerivativeCheck.ofScalar(CausesTest::f).at(X).gradient(wrong).run());
    }

    private static List<String> causesOfEntries(UnaryOperator<double[]> mistake) {
        return causesOf(x -> mistake.apply(gradient(x)));
    }

    @Test
    void multiplesOfTheWhole() {
        assertThat(causesOfEntries(g -> scaled(g, 2)))
                .containsExactly("factor: the supplied derivative is 2 times the reference");
        assertThat(causesOfEntries(g -> scaled(g, 0.2)))
                .containsExactly("factor: the supplied derivative is 1/5 times the reference");
        assertThat(causesOfEntries(g -> scaled(g, Math.PI / 180)))
                .containsExactly("factor: the supplied derivative is π/180 times the reference");
        assertThat(causesOfEntries(g -> scaled(g, 1.0002)))
                .containsExactly("factor: the supplied derivative is 1.0002 times the reference");
        assertThat(causesOfEntries(g -> scaled(g, -1)))
                .containsExactly(
                        "sign: the supplied derivative has the opposite sign, as that of −f, which one maximises");
        assertThat(causesOfEntries(g -> scaled(g, 0)))
                .containsExactly("zero: the supplied derivative is zero, the reference is not");
    }

    @Test
    void multiplesInPlaces() {
        assertThat(causesOfEntries(g -> at(g, 3, -g[3])))
                .containsExactly("sign: the supplied derivative has the opposite sign in [3]");
        assertThat(causesOfEntries(g -> at(g, 3, g[3] / 3)))
                .containsExactly("factor: the supplied derivative is 1/3 times the reference in [3]");
        assertThat(causesOfEntries(g -> at(g, 3, 0)))
                .containsExactly("zero: the supplied derivative is zero in [3], as if never filled in");
    }

    @Test
    void aSingleEntryThatIsNoSimpleMultipleHasNoCause() {
        assertThat(causesOfEntries(g -> at(g, 3, 1.017 * g[3]))).isEmpty();
        assertThat(causesOfEntries(g -> at(g, 3, g[3] + 0.2))).isEmpty();
    }

    @Test
    void entriesAtWrongPlaces() {
        assertThat(causesOfEntries(g -> new double[] {g[4], g[0], g[1], g[2], g[3]}))
                .containsExactly(
                        "shifted: the supplied derivative has the right numbers, but its entries are shifted by one: each"
                                + " stands one place too late");
        assertThat(causesOfEntries(g -> new double[] {g[4], g[3], g[2], g[1], g[0]}))
                .containsExactly(
                        "reversed: the supplied derivative has the right numbers, but its entries are in reverse order");
        assertThat(causesOfEntries(g -> new double[] {g[0], g[3], g[2], g[1], g[4]}))
                .containsExactly("permuted: the right entries stand at each other's places: [1], [3]");
    }

    @Test
    void termsThatAreForgotten() {
        assertThat(causesOf(x -> {
                    double[] g = gradient(x);
                    for (int i = 0; i < g.length; i++) {
                        g[i] -= 0.1 * x[i];
                    }
                    return g;
                }))
                .containsExactly("missing-term: the term 1/10·x is missing in each of the wrong entries");
        assertThat(causesOfEntries(g -> {
                    for (int i = 0; i < g.length; i++) {
                        g[i] += 0.7;
                    }
                    return g;
                }))
                .containsExactly("missing-term: the constant 0.7 is too much in each of the wrong entries");
    }

    @Test
    void aDerivativeThatWasComputedOnce() {
        double[] frozen = gradient(new double[] {1, 1, 1, 1, 1});

        assertThat(causesOf(x -> frozen.clone()))
                .containsExactly(
                        "constant: the supplied derivative does not change with the point, and the reference does:"
                                + " a placeholder, or one that was computed once");
    }

    @Test
    void aDerivativeThatIsRightInARegion() {
        CheckReport report = DerivativeCheck.ofScalar(x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += Math.abs(v) * v * v;
                    }
                    return sum;
                })
                .at(new double[] {-1.3, -0.4, -2})
                .gradient(x -> new double[] {3 * x[0] * x[0], 3 * x[1] * x[1], 3 * x[2] * x[2]})
                .run();

        // −3x² is also minus the right one: both are told.
        assertThat(causes(report))
                .contains("sign: the supplied derivative has the opposite sign, as that of −f, which one maximises");
    }

    @Test
    void aBranchThatIsWrong() {
        UnaryOperator<double[]> elu = x ->
                new double[] {3 * (x[0] > 0 ? x[0] : Math.exp(x[0]) - 1) + 2 * (x[1] > 0 ? x[1] : Math.exp(x[1]) - 1)};
        CheckReport report = DerivativeCheck.ofVector(elu)
                .at(new double[] {-0.8, 1.4})
                .jacobianRows(x -> new double[][] {{3, 2}})
                .settings(CheckSettings.defaults().withWandering(true))
                .run();

        assertThat(causes(report))
                .containsExactly(
                        "region: the supplied derivative is right where all entries are positive; it is wrong at the"
                                + " point and where all entries are negative, at unit length, at a tenth of the point, at twice the"
                                + " point");
    }

    @Test
    void theOtherSideOfAKinkBesideThePoint() {
        CheckReport report = DerivativeCheck.ofScalar(x -> Math.abs(x[0] - 1e-5) + Math.sin(x[1]))
                .at(new double[] {0, 2})
                .gradient(x -> new double[] {1, Math.cos(x[1])})
                .run();

        assertThat(causes(report).get(0))
                .matches(
                        "kink: f has a kink beside the point, at about \\d\\.\\de-\\d\\d of the direction: up to it the slope is "
                                + "-?\\S+, beyond it -?\\S+, which is the supplied one");
    }

    @Test
    void anActivationWrittenInTermsOfItsOutput() {
        CheckReport report = DerivativeCheck.ofVector(x -> map(x, v -> 1 / (1 + Math.exp(-v))))
                .at(X)
                .jvp((x, v) -> product(map(x, y -> y * (1 - y)), v))
                .run();

        assertThat(causes(report))
                .containsExactly(
                        "output-for-input: the supplied derivative is written in terms of the output: it would be"
                                + " right if taken at f(x) instead of x");
    }

    @Test
    void aPathAroundThatIsForgotten() {
        CheckReport report = DerivativeCheck.ofVector(x -> {
                    double[] y = map(x, Math::tanh);
                    for (int i = 0; i < y.length; i++) {
                        y[i] += x[i];
                    }
                    return y;
                })
                .at(X)
                .vjp((x, w) -> product(map(x, v -> 1 - Math.tanh(v) * Math.tanh(v)), w))
                .run();

        assertThat(causes(report))
                .containsExactly("missing-term: the identity, as from a path around the function, is missing");
    }

    private static final DMatrixRMaj A = random(4, 4, 1);
    private static final DMatrixRMaj B = random(4, 3, 2);

    @Test
    void operatorsThatAreTransposed() {
        DerivativeCheck<double[], double[]> check =
                DerivativeCheck.ofVector(x -> times(A, x)).at(new double[] {1, -2, 0.5, 0.7});
        DMatrixRMaj transposed = CommonOps_DDRM.transpose(A, null);

        assertThat(causes(check.jvp((x, v) -> times(transposed, v)).run()))
                .contains(
                        "transposed: the supplied JVP applies the adjoint: it is a VJP, or uses a transposed Jacobian");
        assertThat(causes(check.vjp((x, w) -> times(A, w)).run()))
                .contains("transposed: the supplied VJP is not transposed: it is a JVP, or uses J where Jᵀ belongs");
        assertThat(causes(check.jacobian(x -> transposed).run()))
                .contains("transposed: the supplied Jacobian is transposed");
    }

    @Test
    void aJacobianThatIsStoredTheOtherWay() {
        DMatrixRMaj byColumns = new DMatrixRMaj(4, 3);
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 4; i++) {
                byColumns.data[j * 4 + i] = B.get(i, j);
            }
        }
        CheckReport report = DerivativeCheck.ofVector(x -> times(B, x))
                .at(new double[] {1, -2, 0.5})
                .jacobian(x -> byColumns)
                .run();

        assertThat(causes(report))
                .contains("transposed: the entries of the supplied Jacobian are stored by rows where they are read by"
                        + " columns, or the reverse");
    }

    @Test
    void gradientsOfMatrices() {
        Space<DMatrixRMaj> square = Spaces.matrix(4, 4);
        DMatrixRMaj point = random(4, 4, 3);
        DerivativeCheck<DMatrixRMaj, Double> trace =
                DerivativeCheck.of(square, Spaces.scalar(), x -> inner(A, x)).at(point);

        assertThat(causes(trace.gradient(x -> CommonOps_DDRM.transpose(A, null)).run()))
                .contains("transposed: the supplied derivative has the right numbers, but it is transposed");

        DerivativeCheck<DMatrixRMaj, Double> quadratic = DerivativeCheck.of(
                        square, Spaces.scalar(), x -> inner(CommonOps_DDRM.mult(x, x, null), A))
                .at(point);
        // Σ (XX)ᵢⱼAᵢⱼ has the gradient A Xᵀ + Xᵀ A.
        assertThat(causes(quadratic
                        .gradient(x -> {
                            DMatrixRMaj right = CommonOps_DDRM.multTransB(A, x, null);
                            CommonOps_DDRM.addEquals(right, CommonOps_DDRM.multTransA(x, A, null));
                            for (int i = 0; i < 4; i++) {
                                right.set(i, 2, 0);
                            }
                            return right;
                        })
                        .run()))
                .contains("zero: the supplied derivative is zero in column 2, as if never filled in");
    }

    @Test
    void entriesAreCountedAsTheUserCounts() {
        CheckReport report = DerivativeCheck.ofScalar(CausesTest::f)
                .at(X)
                .gradient(x -> at(gradient(x), 3, 0))
                .settings(CheckSettings.defaults().withIndexing(Indexing.FROM_ONE))
                .run();

        assertThat(result(report).explanation().where().get(0).places()).isEqualTo("(4)");
    }

    @Test
    void partsOfATupleAreNamed() {
        Manifold<Map<String, double[]>> both = Manifolds.named(Map.of("weights", Spaces.vector(3)));
        CheckReport report = DerivativeCheck.of(both, Spaces.scalar(), m -> f(part(m)))
                .at(Map.of("weights", new double[] {0.4, -1.3, 0.9}))
                .gradient(m -> Map.of("weights", at(gradient(part(m)), 1, 0)))
                .run();

        assertThat(result(report).explanation().where().get(0).text())
                .startsWith("wrong in weights[1] alone, 0 instead of ");
    }

    @Test
    void everyHypothesisSaysHowItFared() {
        CheckReport report = DerivativeCheck.ofScalar(CausesTest::f)
                .at(X)
                .gradient(x -> at(gradient(x), 3, 0.123))
                .run();

        assertThat(result(report).explanation().hypotheses())
                .hasSizeGreaterThan(8)
                .noneMatch(hypothesis -> hypothesis.outcome() == Hypothesis.Outcome.FITS)
                .anySatisfy(hypothesis -> {
                    assertThat(hypothesis.question()).isEqualTo("is it a multiple of the right one?");
                    assertThat(hypothesis.outcome()).isEqualTo(Hypothesis.Outcome.REJECTED);
                    assertThat(hypothesis.text()).startsWith("without it the derivative would still be off");
                });
    }

    @SuppressWarnings("NullAway") // it is there
    private static double[] part(Map<String, double[]> whole) {
        return whole.get("weights");
    }

    private static double inner(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.elementSum(CommonOps_DDRM.elementMult(a, b, null));
    }

    private static double[] scaled(double[] g, double factor) {
        return map(g, v -> factor * v);
    }

    private static double[] at(double[] g, int index, double value) {
        g[index] = value;
        return g;
    }

    private static double[] map(double[] x, java.util.function.DoubleUnaryOperator of) {
        return java.util.Arrays.stream(x).map(of).toArray();
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    private static double[] times(DMatrixRMaj matrix, double[] x) {
        return CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(x.length, 1, x.clone()), null).data;
    }

    private static DMatrixRMaj random(int rows, int columns, long seed) {
        return DMatrixRMaj.wrap(
                rows,
                columns,
                new SplittableRandom(seed)
                        .doubles((long) rows * columns, -1.5, 1.5)
                        .toArray());
    }
}
