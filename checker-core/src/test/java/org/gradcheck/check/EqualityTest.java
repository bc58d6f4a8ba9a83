package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** Whether two functions are the same, and functions whose spaces are told by their points. */
class EqualityTest {

    private static final double[] X = {1, -2};

    private static CheckReport compared(Function<double[], Double> other) {
        return DerivativeCheck.ofScalar(x -> Math.exp(x[0]) * x[1]).at(X).sameAs("other", other);
    }

    private static void assertRefuted(CheckReport report, RefutationReason reason) {
        assertThat(report.verdict())
                .as(report.toString())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        refuted -> assertThat(refuted.reason()).isEqualTo(reason));
    }

    @Test
    void sameValuesToRoundingAreConfirmed() {
        assertThat(compared(x -> Math.exp(x[0]) * x[1]).verdict().text()).isEqualTo("the other has the values of f");
        assertThat(compared(x -> x[1] / Math.exp(-x[0])).isConfirmed()).isTrue();
    }

    @Test
    void anotherValueIsRefutedWhereverItIs() {
        assertRefuted(compared(x -> Math.exp(x[0]) * x[1] + 1e-3), RefutationReason.WRONG_VALUE);
        assertRefuted(compared(x -> Math.E * x[1]), RefutationReason.WRONG_VALUE);
        assertRefuted(compared(x -> x[0] == 1 ? Math.E * x[1] : 0), RefutationReason.WRONG_VALUE);
    }

    @Test
    void aTinyDifferenceIsUndecidedUnlessItIsDeclaredOrStrict() {
        Function<double[], Double> other = x -> Math.exp(x[0]) * x[1] * (1 + 1e-9);
        DerivativeCheck<double[], Double> check =
                DerivativeCheck.ofScalar(x -> Math.exp(x[0]) * x[1]).at(X);

        assertThat(compared(other).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        i -> assertThat(i.reason()).isEqualTo(InconclusiveReason.SMALL_DISCREPANCY));
        assertThat(check.accuracy(1e-8).sameAs("other", other).isConfirmed()).isTrue();
        assertRefuted(check.strict().sameAs("other", other), RefutationReason.WRONG_VALUE);
    }

    @Test
    void whatTheOtherDoesIsSaid() {
        assertRefuted(
                compared(x -> {
                    throw new UnsupportedOperationException();
                }),
                RefutationReason.THREW);
        assertRefuted(compared(x -> Double.NaN), RefutationReason.NOT_FINITE);
        assertRefuted(
                DerivativeCheck.ofVector(x -> x).at(X).sameAs("other", x -> new double[3]),
                RefutationReason.WRONG_SHAPE);
    }

    @Test
    void pointsAndValuesTellTheirSpaces() {
        DerivativeCheck<DMatrixRMaj, DMatrixRMaj> square = DerivativeCheck.ofShapes(
                x -> Spaces.matrix(x.numRows, x.numCols),
                y -> Spaces.matrix(y.numRows, y.numCols),
                x -> CommonOps_DDRM.multTransA(x, x, null));

        for (int rows = 1; rows < 4; rows++) {
            DMatrixRMaj point = new DMatrixRMaj(rows, 2);
            point.fill(rows);
            assertThat(square.domainOf(point)).isEqualTo(Spaces.matrix(rows, 2));
            assertThat(square.at(point)
                            .jvp((x, v) -> {
                                DMatrixRMaj jvp = CommonOps_DDRM.multTransA(v, x, null);
                                CommonOps_DDRM.multAddTransA(x, v, jvp);
                                return jvp;
                            })
                            .run()
                            .isConfirmed())
                    .isTrue();
        }
    }

    @Test
    void settingsCanBeRead() {
        assertThat(DerivativeCheck.ofScalar(x -> 1).seed(7).directions(3).settings())
                .isEqualTo(CheckSettings.defaults().withSeed(7).withDirections(3));
    }
}
