package org.gradcheck.expression.arithmetic;

import org.ejml.data.DMatrixRMaj;

/** The Cholesky factor by outer products (G. H. Golub and C. F. Van Loan, "Matrix Computations", 4.2). */
final class RealCholesky {

    private RealCholesky() {}

    static DMatrixRMaj factor(DMatrixRMaj a) {
        int n = a.numRows;
        double[][] rest = Rows.of(a.data, n, n);
        double[] column = new double[n];
        for (int k = 0; k < n; k++) {
            double pivot = Math.sqrt(rest[k][k]);
            for (int i = k; i < n; i++) {
                column[i] = rest[i][k] / pivot;
                rest[i][k] = column[i];
            }
            for (int i = k + 1; i < n; i++) {
                Rows.subtract(rest[i], column[i], column, k + 1, i + 1);
            }
        }
        DMatrixRMaj result = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            System.arraycopy(rest[i], 0, result.data, i * n, i + 1);
        }
        return result;
    }
}
