package org.gradcheck.derivative;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * The matrix of f′(x) on coordinates: row i belongs to output i, column j to input j.
 *
 * @param jacobian x ↦ J(x), m×n
 */
public record Jacobian(JacobianFunction jacobian) implements Derivative {

    /** x ↦ J(x). */
    @FunctionalInterface
    public interface JacobianFunction {
        /** The Jacobian at the point with coordinates {@code x}: as many rows as f has outputs. */
        DMatrixRMaj apply(double[] x);
    }

    @Override
    public Form form() {
        return Form.JACOBIAN;
    }

    @Override
    public SuppliedOperator at(double[] x, Manifold<?> domain, Space<?> codomain) {
        DMatrixRMaj matrix = MatrixCall.of(jacobian, x, codomain.dimension(), x.length, "Jacobian", "outputs × inputs");
        return new SuppliedOperator() {
            @Override
            public double[] pair(double[] direction, double[][] cotangents) {
                return PairedTerms.inner(cotangents, product(direction), codomain);
            }

            @Override
            public Optional<double[]> image(double[] direction) {
                return Optional.of(product(direction));
            }

            private double[] product(double[] direction) {
                DMatrixRMaj image = new DMatrixRMaj(matrix.numRows, 1);
                CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(direction.length, 1, direction), image);
                return image.data;
            }

            @Override
            public double termSize(double[] direction, double[] cotangent) {
                double[] rows = new double[matrix.numRows];
                for (int i = 0; i < rows.length; i++) {
                    double[] row = new double[matrix.numCols];
                    for (int j = 0; j < row.length; j++) {
                        row[j] = matrix.unsafe_get(i, j);
                    }
                    rows[i] = Spaces.vector(row.length).termSize(row, direction);
                }
                return codomain.termSize(rows, cotangent);
            }
        };
    }
}
