package org.gradcheck.space;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Matrices with the Frobenius inner product. Coordinates are vec(X), the columns one below the other, as the Jacobian
 * of a matrix function is usually written.
 */
record MatrixSpace(int rows, int columns) implements Space<DMatrixRMaj> {

    MatrixSpace {
        Dimensions.requirePositive(rows);
        Dimensions.requirePositive(columns);
    }

    @Override
    public int dimension() {
        return Math.multiplyExact(rows, columns);
    }

    @Override
    public double[] coordinates(DMatrixRMaj element) {
        if (element.numRows != rows || element.numCols != columns) {
            throw new NotInSpaceException(
                    "expected a " + rows + "×" + columns + " matrix, got " + element.numRows + "×" + element.numCols,
                    dimension(),
                    element.numRows * element.numCols);
        }
        double[] coordinates = new double[dimension()];
        for (int j = 0, k = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                coordinates[k++] = element.get(i, j);
            }
        }
        return coordinates;
    }

    @Override
    public DMatrixRMaj element(double[] coordinates) {
        DMatrixRMaj element = new DMatrixRMaj(rows, columns);
        for (int j = 0, k = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                element.set(i, j, coordinates[k++]);
            }
        }
        return element;
    }

    @Override
    public List<Grid> grids(double[] x) {
        return List.of(new Grid("", 0, rows, columns));
    }

    @Override
    public String description() {
        return rows + "×" + columns + " matrices";
    }
}
