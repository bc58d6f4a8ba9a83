package org.gradcheck.expression.arithmetic;

import java.util.Arrays;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.complex.Complex;

/** The Cholesky factor of a symmetric, not Hermitian, complex matrix: {@link RealCholesky}, with its order of operations. */
final class ComplexCholesky {

    private ComplexCholesky() {}

    static ZMatrixRMaj factor(ZMatrixRMaj a) {
        int n = a.numRows;
        Planes rest = Planes.of(a);
        Planes column = new Planes(new double[1][n], new double[1][n]);
        for (int k = 0; k < n; k++) {
            Complex pivot = rest.entry(k, k).sqrt();
            for (int i = k; i < n; i++) {
                Complex entry = rest.entry(i, k).over(pivot);
                column.put(0, i, entry);
                rest.put(i, k, entry);
            }
            for (int i = k + 1; i < n; i++) {
                rest.subtract(i, column.entry(0, i), column, 0, k + 1, i + 1);
            }
        }
        for (int i = 0; i < n; i++) {
            Arrays.fill(rest.re()[i], i + 1, n, 0);
            Arrays.fill(rest.im()[i], i + 1, n, 0);
        }
        return rest.matrix();
    }
}
