package org.gradcheck.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final double[][] BATCH = {{1, -2}, {0.5, 3}, {-1, 0.25}};

    /** x₀²x₁ of each row. */
    private static double[] values(double[][] batch) {
        return Arrays.stream(batch).mapToDouble(x -> x[0] * x[0] * x[1]).toArray();
    }

    private static double total(double[][] batch) {
        return Arrays.stream(values(batch)).sum();
    }

    private static double[][] gradients(double[][] batch) {
        return Arrays.stream(batch)
                .map(x -> new double[] {2 * x[0] * x[1], x[0] * x[0]})
                .toArray(double[][]::new);
    }

    /** The gradient of the first row for all. */
    private static double[][] firstForAll(double[][] batch) {
        return Arrays.stream(batch).map(x -> gradients(batch)[0]).toArray(double[][]::new);
    }

    private static CheckReport checkAll(UnaryOperator<double[][]> gradients) {
        return DerivativeCheck.of(Spaces.rows(3, 2), Spaces.vector(3), BatchesTest::values)
                .at(BATCH)
                .jvp(Batches.jvp(gradients))
                .vjp(Batches.vjp(gradients))
                .run();
    }

    private static CheckReport checkRow(int row, UnaryOperator<double[][]> gradients) {
        BatchRow one = BatchRow.of(BATCH, row);
        return DerivativeCheck.of(one.value(BatchesTest::values))
                .at(one.point())
                .gradient(one.gradient(gradients))
                .run();
    }

    @Test
    void wholeBatchAsOnePoint() {
        assertThat(checkAll(BatchesTest::gradients).isConfirmed())
                .as(checkAll(BatchesTest::gradients).toString())
                .isTrue();
        assertThat(checkAll(BatchesTest::firstForAll).isRefuted()).isTrue();
    }

    @Test
    void rowsThatAreMixedAreFoundOnlyWithTheOthersThere() {
        assertThat(checkRow(0, BatchesTest::firstForAll).isConfirmed()).isTrue();
        assertThat(checkRow(1, BatchesTest::firstForAll).isRefuted()).isTrue();
        assertThat(checkRow(1, BatchesTest::gradients).isConfirmed()).isTrue();
    }

    @Test
    void valueThatDependsOnOtherRowsIsFound() {
        CheckReport report = DerivativeCheck.of(
                        Spaces.rows(3, 2),
                        Spaces.vector(3),
                        (double[][] batch) -> Arrays.stream(values(batch))
                                .map(value -> value - total(batch) / 3)
                                .toArray())
                .at(BATCH)
                .jvp(Batches.jvp(BatchesTest::gradients))
                .run();

        assertThat(report.isRefuted()).isTrue();
    }

    @Test
    void sumOverTheBatch() {
        DerivativeCheck<double[][], Double> check = DerivativeCheck.of(
                        Spaces.rows(3, 2), Spaces.scalar(), BatchesTest::total)
                .at(BATCH);

        assertThat(check.gradient(BatchesTest::gradients).run().isConfirmed()).isTrue();
        CheckReport wrong = check.gradient(batch -> {
                    double[][] g = gradients(batch);
                    g[2][0] = 0;
                    return g;
                })
                .run();
        assertThat(wrong.results().get(0).explanation().where().get(0).text())
                .isEqualTo("wrong in [2, 0] alone, 0 instead of -0.5; the other 5 entries agree");
        BatchRow row = BatchRow.of(BATCH, 2);
        assertThat(DerivativeCheck.of(row.total(BatchesTest::total))
                        .at(row.point())
                        .gradient(row.gradient(BatchesTest::gradients))
                        .run()
                        .isConfirmed())
                .isTrue();
    }

    @Test
    void gradientsOfAnotherShapeAreCounted() {
        assertThat(checkAll(batch -> new double[2][2]).verdict().text())
                .isEqualTo("has the wrong shape: the jvp returned 2 gradients for a batch of 3 rows");
        assertThat(checkAll(batch -> new double[3][4]).verdict().text())
                .isEqualTo("has the wrong shape: the jvp returned 4 entries for row 0, which has 2");
    }

    @Test
    void rowsThatDoNotFitTheSpaceAreRefused() {
        assertThatThrownBy(() -> Spaces.rows(2, 2).coordinates(new double[][] {{1, 2}, {3}}))
                .hasMessage("expected a 2×2 array of rows, got one whose row 1 has 1 entries");
        assertThatThrownBy(() -> Spaces.rows(2, 2).coordinates(new double[3][2]))
                .hasMessage("expected a 2×2 array of rows, got a 3×2 one");
        assertThatThrownBy(() -> BatchRow.of(BATCH, 3))
                .hasMessage("there is no row 3 in a batch of 3 rows, which count from 0");
    }

    @Test
    void batchIsCopied() {
        double[][] batch = {{1, 2}};
        BatchRow row = BatchRow.of(batch, 0);
        batch[0][0] = 7;
        row.point()[1] = 7;

        assertThat(row.point()).containsExactly(1, 2);
    }
}
