package org.gradcheck.space;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Matrices as arrays of rows. */
record RowsSpace(MatrixSpace base) implements DerivedSpace<double[][]> {

    @Override
    public double[] coordinates(double[][] element) {
        for (int i = 0; i < element.length; i++) {
            if (element[i].length != base.columns()) {
                throw misfit("one whose row " + i + " has " + element[i].length + " entries", element);
            }
        }
        if (element.length != base.rows()) {
            throw misfit("a " + element.length + "×" + base.columns() + " one", element);
        }
        return base.coordinates(new DMatrixRMaj(element));
    }

    @Override
    public double[][] element(double[] coordinates) {
        DMatrixRMaj matrix = base.element(coordinates);
        return IntStream.range(0, base.rows())
                .mapToObj(i -> Arrays.copyOfRange(matrix.data, i * base.columns(), (i + 1) * base.columns()))
                .toArray(double[][]::new);
    }

    private NotInSpaceException misfit(String found, double[][] element) {
        return new NotInSpaceException(
                "expected a " + base.rows() + "×" + base.columns() + " array of rows, got " + found,
                dimension(),
                Arrays.stream(element).mapToInt(row -> row.length).sum());
    }
}
