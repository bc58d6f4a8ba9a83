package org.gradcheck.space;

import java.util.List;
import org.ejml.data.ZMatrixRMaj;

/**
 * Complex matrices as the real space of twice the dimension. Coordinates go by columns, real and imaginary part of an entry
 * side by side; their Euclidean inner product is Re Σ conj(uᵢ)vᵢ.
 */
record ComplexMatrixSpace(int rows, int columns) implements Space<ZMatrixRMaj> {

    ComplexMatrixSpace {
        Dimensions.requirePositive(rows);
        Dimensions.requirePositive(columns);
    }

    @Override
    public int dimension() {
        return Math.multiplyExact(2, Math.multiplyExact(rows, columns));
    }

    @Override
    public double[] coordinates(ZMatrixRMaj element) {
        if (element.numRows != rows || element.numCols != columns) {
            throw new NotInSpaceException(
                    "expected a complex " + rows + "×" + columns + " matrix, got " + element.numRows + "×"
                            + element.numCols,
                    dimension(),
                    2 * element.numRows * element.numCols);
        }
        double[] coordinates = new double[dimension()];
        for (int j = 0, k = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                coordinates[k++] = element.getReal(i, j);
                coordinates[k++] = element.getImag(i, j);
            }
        }
        return coordinates;
    }

    @Override
    public ZMatrixRMaj element(double[] coordinates) {
        ZMatrixRMaj element = new ZMatrixRMaj(rows, columns);
        for (int j = 0, k = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                element.set(i, j, coordinates[k], coordinates[k + 1]);
                k += 2;
            }
        }
        return element;
    }

    /** W. Wirtinger, "Zur formalen Theorie der Funktionen von mehr komplexen Veränderlichen", 1927: ∂f/∂z and ∂f/∂z̄. */
    @Override
    public List<Misreading> misreadings() {
        return List.of(
                new Misreading(
                        "conjugated",
                        "is conjugated: ∂f/∂Re z − i ∂f/∂Im z where ∂f/∂Re z + i ∂f/∂Im z would be confirmed",
                        (x, g) -> scaled(g, 1, -1)),
                new Misreading(
                        "wirtinger",
                        "is the Wirtinger derivative ∂f/∂z: twice its conjugate would be confirmed",
                        (x, g) -> scaled(g, 2, -2)),
                new Misreading(
                        "wirtinger-conjugate",
                        "is the conjugate Wirtinger derivative ∂f/∂z̄: twice it would be confirmed",
                        (x, g) -> scaled(g, 2, 2)));
    }

    private static double[] scaled(double[] g, double real, double imaginary) {
        double[] scaled = g.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= k % 2 == 0 ? real : imaginary;
        }
        return scaled;
    }

    @Override
    public String description() {
        return "complex " + (columns == 1 ? "vectors of length " + rows : rows + "×" + columns + " matrices")
                + " with the inner product Re Σ conj(uᵢ)vᵢ";
    }
}
