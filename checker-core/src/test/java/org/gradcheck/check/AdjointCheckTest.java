package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.GradientChecks.times;
import static org.gradcheck.check.Operators.adjoint;
import static org.gradcheck.check.Operators.diagnosis;
import static org.gradcheck.check.Operators.matrix;
import static org.gradcheck.check.Operators.vector;

import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.function.Precision;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdjointCheckTest {

    private static final int COLUMNS = 30;
    private static final int ROWS = 20;

    private static CheckResult withFactor(double factor, long seed) {
        DMatrixRMaj matrix = matrix(ROWS, COLUMNS, seed);
        return adjoint(
                v -> Operators.times(matrix, v),
                w -> times(factor, Operators.transposedTimes(matrix, w)),
                vector(COLUMNS, seed),
                ROWS,
                seed);
    }

    private static void assertNotAdjoint(CheckResult result) {
        assertThat(result.verdict())
                .as(result.toString())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(RefutationReason.NOT_ADJOINT));
    }

    @Test
    void transposedMatricesAreAdjoint() {
        for (long seed = 1; seed <= 300; seed++) {
            assertThat(withFactor(1, seed).verdict()).isInstanceOf(Verdict.Confirmed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-8, 1e8, 1e200})
    void magnitudesDoNotMatter(double scale) {
        for (long seed = 1; seed <= 100; seed++) {
            DMatrixRMaj matrix = matrix(ROWS, COLUMNS, seed);
            UnaryOperator<double[]> vjp = w -> Operators.transposedTimes(matrix, w);
            double[] x = times(scale, vector(COLUMNS, seed));
            UnaryOperator<double[]> jvp = v -> Operators.times(matrix, v);

            assertThat(adjoint(jvp, vjp, x, ROWS, seed).verdict()).isInstanceOf(Verdict.Confirmed.class);
            assertNotAdjoint(adjoint(jvp, w -> times(1 + 1e-6, vjp.apply(w)), x, ROWS, seed));
        }
    }

    @Test
    void manyCoordinatesDoNotMatter() {
        int n = 100_000;
        UnaryOperator<double[]> half = v -> times(1.0 / 3, v);

        assertThat(adjoint(half, half, vector(n, 1), n, 1).verdict()).isInstanceOf(Verdict.Confirmed.class);
        assertNotAdjoint(adjoint(half, w -> times((1 + 1e-6) / 3, w), vector(n, 1), n, 1));
        assertNotAdjoint(adjoint(
                half,
                w -> {
                    double[] g = half.apply(w);
                    g[4242] = 0;
                    return g;
                },
                vector(n, 1),
                n,
                1));
    }

    @Test
    void singlePrecisionIsAdjointToItsOwnPlaces() {
        for (long seed = 1; seed <= 200; seed++) {
            DMatrixRMaj matrix = matrix(ROWS, COLUMNS, seed);
            DMatrixRMaj transposed = CommonOps_DDRM.transpose(matrix, null);

            assertThat(adjoint(
                                    v -> Operators.singleTimes(matrix, v),
                                    w -> Operators.singleTimes(transposed, w),
                                    vector(COLUMNS, seed),
                                    ROWS,
                                    seed)
                            .verdict())
                    .isInstanceOf(Verdict.Confirmed.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2        | factor: the VJP is 2 times the adjoint of the JVP, the same in all 4 pairs",
                "0.5      | factor: the VJP is 0.5 times the adjoint of the JVP, the same in all 4 pairs",
                "-1       | sign: the VJP has the opposite sign of the adjoint of the JVP, the same in all 4 pairs",
                "1.000001 | factor: the VJP is 1.000001 times the adjoint of the JVP, the same in all 4 pairs",
                "0        | zero: the VJP is zero, the adjoint of the JVP is not"
            })
    void constantFactorIsNamed(double factor, String diagnosis) {
        for (long seed = 1; seed <= 50; seed++) {
            CheckResult result = withFactor(factor, seed);

            assertNotAdjoint(result);
            assertThat(diagnosis(result)).containsExactly(diagnosis);
        }
    }

    @Test
    void oneWrongCoordinateIsSeenWithoutAFactor() {
        for (long seed = 1; seed <= 200; seed++) {
            DMatrixRMaj matrix = matrix(ROWS, COLUMNS, seed);
            CheckResult result = adjoint(
                    v -> Operators.times(matrix, v),
                    w -> {
                        double[] g = Operators.transposedTimes(matrix, w);
                        g[7] *= 1 + 1e-4;
                        return g;
                    },
                    vector(COLUMNS, seed),
                    ROWS,
                    seed);

            assertNotAdjoint(result);
            assertThat(result.diagnosis()).isEmpty();
        }
    }

    @Test
    void matrixInPlaceOfItsTransposeIsRefuted() {
        DMatrixRMaj matrix = matrix(ROWS, ROWS, 1);

        assertNotAdjoint(
                adjoint(v -> Operators.times(matrix, v), w -> Operators.times(matrix, w), vector(ROWS, 1), ROWS, 1));
    }

    @Test
    void messageHasBothSides() {
        CheckResult result = adjoint(v -> times(3, v), w -> times(6, w), new double[] {1, -2}, 2, 1);

        assertThat(result.name()).isEqualTo("adjoint");
        assertThat(result.verdict().text())
                .isEqualTo(
                        "JVP and VJP are not adjoint: ⟨w, f′(x)[v]⟩ = 4.08316040039 but ⟨f′(x)*[w], v⟩ = 8.16632080078, where"
                                + " rounding explains a difference of 1.2e-13");
    }

    /** Vectors with ⟨u, v⟩ = Σ wᵢuᵢvᵢ. */
    private record Weighted(double... weights) implements Space<double[]> {
        @Override
        public int dimension() {
            return weights.length;
        }

        @Override
        public double[] coordinates(double[] element) {
            return element.clone();
        }

        @Override
        public double[] element(double[] coordinates) {
            return coordinates.clone();
        }

        @Override
        public double inner(double[] u, double[] v) {
            double sum = 0;
            for (int i = 0; i < u.length; i++) {
                sum += weights[i] * u[i] * v[i];
            }
            return sum;
        }

        @Override
        public String description() {
            return "weighted vectors";
        }
    }

    @Test
    void innerProductsOfTheSpacesCount() {
        Weighted domain = new Weighted(1e-6, 2e-6);
        Space<double[]> codomain = Spaces.vector(2);
        AdjointCheck check = new AdjointCheck(
                Operators.subject(domain, codomain, new double[] {0.7, -1.2}),
                new IdentityDecision(CheckSettings.defaults(), Precision.DOUBLE, 0),
                Seeds.identities(1));
        Jvp jvp = new Jvp((x, v) -> new double[] {v[0] + v[1], v[1]});

        CheckResult weighted = check.run(jvp, new Vjp((x, w) -> new double[] {w[0] / 1e-6, (w[0] + w[1]) / 2e-6}));
        CheckResult slightlyWrong =
                check.run(jvp, new Vjp((x, w) -> new double[] {w[0] / 1e-6, (w[0] + w[1]) / 2e-6 * (1 + 1e-6)}));
        CheckResult euclidean = check.run(jvp, new Vjp((x, w) -> new double[] {w[0], w[0] + w[1]}));

        assertThat(weighted.verdict()).isInstanceOf(Verdict.Confirmed.class);
        assertNotAdjoint(slightlyWrong);
        assertNotAdjoint(euclidean);
    }

    @Test
    void smallFactorBelowTheLineIsInconclusive() {
        assertThat(withFactor(1 + 1e-9, 1).verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }
}
