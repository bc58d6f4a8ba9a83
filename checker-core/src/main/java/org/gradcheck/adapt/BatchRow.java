package org.gradcheck.adapt;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * One row of a batch as the variable, with the other rows as they are: a function of the whole batch becomes one of a vector.
 *
 * <pre>{@code
 * BatchRow row = BatchRow.of(batch, 1);
 * assertThatFunction(row.value(net::losses)).at(row.point()).hasGradient(row.gradient(net::gradients));
 * }</pre>
 */
public final class BatchRow {

    private final double[][] batch;
    private final int row;

    private BatchRow(double[][] batch, int row) {
        this.batch = batch;
        this.row = row;
    }

    /**
     * A row of a batch, which is copied.
     *
     * @param row its number, from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public static BatchRow of(double[][] batch, int row) {
        if (row < 0 || row >= batch.length) {
            throw new IndexOutOfBoundsException(
                    "there is no row " + row + " in a batch of " + batch.length + " rows, which count from 0");
        }
        return new BatchRow(copied(batch), row);
    }

    /** The row as it is in the batch. */
    public double[] point() {
        return batch[row].clone();
    }

    /** The value for this row, of a function with one value for each row. */
    public ToDoubleFunction<double[]> value(Function<double[][], double[]> values) {
        return x -> values.apply(with(x))[row];
    }

    /** A function of the whole batch, such as the sum or the mean over its rows. */
    public ToDoubleFunction<double[]> total(ToDoubleFunction<double[][]> function) {
        return x -> function.applyAsDouble(with(x));
    }

    /** This row of an array with the gradient of each row. */
    public UnaryOperator<double[]> gradient(UnaryOperator<double[][]> gradients) {
        return x -> gradients.apply(with(x))[row].clone();
    }

    private double[][] with(double[] x) {
        double[][] changed = copied(batch);
        changed[row] = x;
        return changed;
    }

    private static double[][] copied(double[][] batch) {
        return Arrays.stream(batch).map(double[]::clone).toArray(double[][]::new);
    }
}
