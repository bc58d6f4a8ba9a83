package org.gradcheck.derivative;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.Jacobian.JacobianFunction;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * The matrix of f″(x) on coordinates, for scalar f: f″(x)[u, v] = uᵀ·H·v. The second partial derivatives, whatever the
 * inner product.
 *
 * @param hessian x ↦ H(x), n×n
 */
public record Hessian(JacobianFunction hessian) implements SecondDerivative {

    @Override
    public Form form() {
        return Form.HESSIAN;
    }

    @Override
    public SuppliedBilinearMap at(double[] x, Manifold<?> domain, Space<?> codomain) {
        DMatrixRMaj matrix = MatrixCall.of(hessian, x, x.length, x.length, "Hessian", "inputs × inputs");
        return new SuppliedBilinearMap() {
            @Override
            public double[] pair(double[] u, double[] v, double[][] cotangents) {
                double product = 0;
                for (int i = 0; i < u.length; i++) {
                    double row = 0;
                    for (int j = 0; j < v.length; j++) {
                        row += matrix.unsafe_get(i, j) * v[j];
                    }
                    product += u[i] * row;
                }
                return PairedTerms.inner(cotangents, new double[] {product}, codomain);
            }

            @Override
            public double termSize(double[] u, double[] v, double[] cotangent) {
                double[] rows = new double[u.length];
                double[] row = new double[v.length];
                for (int i = 0; i < rows.length; i++) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] = matrix.unsafe_get(i, j);
                    }
                    rows[i] = Spaces.vector(v.length).termSize(row, v);
                }
                return Math.abs(cotangent[0]) * Spaces.vector(u.length).termSize(rows, u);
            }
        };
    }
}
