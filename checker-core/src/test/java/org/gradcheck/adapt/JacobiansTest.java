package org.gradcheck.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Diagnosis;
import org.junit.jupiter.api.Test;

class JacobiansTest {

    private static final double[] X = {0.7, -1.3};

    /** Three outputs of two inputs. */
    private static double[] f(double[] x) {
        return new double[] {x[0] * x[1], Math.sin(x[0]), x[1] * x[1]};
    }

    private static double[] byRows(double[] x) {
        return new double[] {x[1], x[0], Math.cos(x[0]), 0, 0, 2 * x[1]};
    }

    private static double[] byColumns(double[] x) {
        return new double[] {x[1], Math.cos(x[0]), 0, x[0], 0, 2 * x[1]};
    }

    private static double[][] gradientsAsColumns(double[] x) {
        return new double[][] {{x[1], Math.cos(x[0]), 0}, {x[0], 0, 2 * x[1]}};
    }

    private static void copy(double[] entries, double[] into) {
        System.arraycopy(entries, 0, into, 0, entries.length);
    }

    private static CheckReport check(Function<double[], DMatrixRMaj> jacobian) {
        return DerivativeCheck.of(JacobiansTest::f).at(X).jacobian(jacobian).run();
    }

    private static void assertConfirmed(Function<double[], DMatrixRMaj> jacobian) {
        CheckReport report = check(jacobian);
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    private static void assertText(Function<double[], DMatrixRMaj> jacobian, String text) {
        assertThat(check(jacobian).verdict().text()).isEqualTo(text);
    }

    @Test
    void flatArraysAreConfirmedInTheirOrder() {
        assertConfirmed(Jacobians.rowMajor(JacobiansTest::byRows));
        assertConfirmed(Jacobians.columnMajor(JacobiansTest::byColumns));
        assertConfirmed(Jacobians.fillingRowMajor(3, (x, j) -> copy(byRows(x), j)));
        assertConfirmed(Jacobians.fillingColumnMajor(3, (x, j) -> copy(byColumns(x), j)));
    }

    @Test
    void flatArrayInTheOtherOrderIsToldSo() {
        for (Function<double[], DMatrixRMaj> wrong : Arrays.asList(
                Jacobians.rowMajor(JacobiansTest::byColumns),
                Jacobians.columnMajor(JacobiansTest::byRows),
                Jacobians.fillingRowMajor(3, (x, j) -> copy(byColumns(x), j)),
                Jacobians.fillingColumnMajor(3, (x, j) -> copy(byRows(x), j)))) {
            assertThat(check(wrong).results().get(0).diagnosis())
                    .extracting(Diagnosis::text)
                    .contains(
                            "the entries of the supplied Jacobian are stored by rows where they are read by columns, or"
                                    + " the reverse");
        }
    }

    @Test
    void flatArrayOfAnotherLengthIsNoJacobian() {
        assertText(
                Jacobians.rowMajor(x -> new double[5]),
                "has the wrong shape: the jacobian returned 5 entries, which is no multiple of the 2 inputs: a Jacobian has"
                        + " outputs × inputs");
        assertText(
                Jacobians.columnMajor(x -> new double[4]),
                "has the wrong shape: the jacobian returned a 2×2 Jacobian where 3×2 is expected (outputs × inputs)");
    }

    @Test
    void wrongNumberOfOutputsIsQuestioned() {
        assertText(
                Jacobians.fillingRowMajor(2, (x, j) -> copy(byRows(x), j)),
                "threw an exception: the jacobian threw ArrayIndexOutOfBoundsException: arraycopy: last destination index 6"
                        + " out of bounds for double[4]; it is handed an array for 2 outputs × 2 inputs: is 2 the number of"
                        + " outputs?");
        assertText(
                Jacobians.fillingRowMajor(4, (x, j) -> copy(byRows(x), j)),
                "misuses the array it is handed: the jacobian left entries [6], [7] of 8 unset in the array that it is"
                        + " handed to fill; it is handed an array for 4 outputs × 2 inputs: is 4 the number of outputs?");
    }

    @Test
    void arrayOfRowsIsFilled() {
        assertConfirmed(Jacobians.fillingRows(3, (x, rows) -> {
            rows[0][0] = x[1];
            rows[0][1] = x[0];
            rows[1] = new double[] {Math.cos(x[0]), 0};
            rows[2][0] = 0;
            rows[2][1] = 2 * x[1];
        }));
        assertText(
                Jacobians.fillingRows(3, (x, rows) -> {
                    rows[0][0] = x[1];
                    rows[0][1] = x[0];
                    rows[1][0] = Math.cos(x[0]);
                    rows[2][1] = 2 * x[1];
                }),
                "misuses the array it is handed: the jacobian left entries [3], [4] of 6 unset in the array that it is"
                        + " handed to fill");
    }

    @Test
    void arrayOfRowsThatIsFilledTransposedIsToldSo() {
        assertText(
                Jacobians.fillingRows(3, (x, rows) -> {
                    for (int j = 0; j < 2; j++) {
                        for (int i = 0; i < 3; i++) {
                            rows[j][i] = gradientsAsColumns(x)[j][i];
                        }
                    }
                }),
                "threw an exception: the jacobian threw ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 2;"
                        + " it is handed an array of 3 rows, one for each output, and 2 columns: transposed it would fit;"
                        + " does the code fill the transpose?");
        assertText(
                Jacobians.fillingRows(3, (x, rows) -> rows[3][3] = 1),
                "threw an exception: the jacobian threw ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3;"
                        + " it is handed an array of 3 rows, one for each output, and 2 columns: is 3 the number of"
                        + " outputs?");
    }

    @Test
    void matrixOfEjmlIsFilled() {
        assertConfirmed(Jacobians.fillingMatrix(3, (x, j) -> copy(byRows(x), j.data)));
        assertConfirmed(Jacobians.fillingMatrix(3, (x, j) -> j.setTo(new DMatrixRMaj(3, 2, true, byRows(x)))));
        assertConfirmed(Jacobians.fillingMatrix(3, (x, j) -> {
            j.reshape(5, 5);
            j.reshape(3, 2);
            copy(byRows(x), j.data);
        }));
        assertText(
                Jacobians.fillingMatrix(3, (x, j) -> j.set(0, 0, x[1])),
                "misuses the array it is handed: the jacobian left entries [1], [2], [3], [4], [5] of 6 unset in the array"
                        + " that it is handed to fill; it is handed an array for 3 outputs × 2 inputs: is 3 the number of"
                        + " outputs?");
        assertText(
                Jacobians.fillingMatrix(3, (x, j) -> {
                    j.reshape(2, 3);
                    copy(byColumns(x), j.data);
                }),
                "has the wrong shape: the jacobian returned a 2×3 Jacobian where 3×2 is expected (outputs × inputs); is it"
                        + " transposed?");
    }

    @Test
    void gradientsAsColumnsAreTransposed() {
        assertConfirmed(Jacobians.transposed(JacobiansTest::gradientsAsColumns));
        assertText(
                x -> new DMatrixRMaj(gradientsAsColumns(x)),
                "has the wrong shape: the jacobian returned a 2×3 Jacobian where 3×2 is expected (outputs × inputs); is it"
                        + " transposed?");
    }

    @Test
    void bufferThatIsReturnedAgainAndAgainIsCopied() {
        double[] buffer = new double[6];

        Function<double[], DMatrixRMaj> jacobian = Jacobians.rowMajor(x -> {
            copy(byRows(x), buffer);
            return buffer;
        });
        DMatrixRMaj first = jacobian.apply(X);
        double[] entries = first.data.clone();
        assertThat(jacobian.apply(new double[] {3, 4}).data).isNotEqualTo(entries);

        assertThat(first.data).containsExactly(entries);
        assertConfirmed(jacobian);
    }

    @Test
    void outputsAreFilledAndCounted() {
        assertThat(DerivativeCheck.of(Outputs.filling(3, (x, y) -> copy(f(x), y)))
                        .at(X)
                        .jacobian(Jacobians.rowMajor(JacobiansTest::byRows))
                        .run()
                        .isConfirmed())
                .isTrue();
        assertThat(DerivativeCheck.of(Outputs.filling(4, (x, y) -> copy(f(x), y)))
                        .at(X)
                        .jacobian(Jacobians.rowMajor(JacobiansTest::byRows))
                        .run()
                        .verdict()
                        .text())
                .contains(
                        "f left entry [3] of 4 unset in the array that it is handed to fill; it is handed an array for 4"
                                + " values: is that how many f has?");
    }

    @Test
    void diagonalOfAnElementwiseFunction() {
        DerivativeCheck<double[], double[]> check =
                DerivativeCheck.of(Elementwise.of(Math::sin)).at(X);

        assertThat(check.jacobian(Jacobians.diagonal(Elementwise.of(Math::cos)))
                        .run()
                        .isConfirmed())
                .isTrue();
        assertThat(check.jacobian(Jacobians.diagonal(Elementwise.of(Math::sin)))
                        .run()
                        .isRefuted())
                .isTrue();
    }
}
