package org.gradcheck.space;

import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Sums and products with fresh results. */
final class Matrices {

    private Matrices() {}

    static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }

    /** AᵀB. */
    static DMatrixRMaj gram(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numCols, b.numCols);
        CommonOps_DDRM.multTransA(a, b, product);
        return product;
    }

    /** A + sB. */
    static DMatrixRMaj sum(DMatrixRMaj a, double s, DMatrixRMaj b) {
        DMatrixRMaj sum = new DMatrixRMaj(a.numRows, a.numCols);
        CommonOps_DDRM.add(a, s, b, sum);
        return sum;
    }

    /** (A + Aᵀ)/2, the same to the last bit on both sides of the diagonal. */
    static DMatrixRMaj symmetricPart(DMatrixRMaj a) {
        DMatrixRMaj part = new DMatrixRMaj(a.numRows, a.numCols);
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < a.numCols; j++) {
                part.set(i, j, (a.get(i, j) + a.get(j, i)) / 2);
            }
        }
        return part;
    }

    static DMatrixRMaj each(DMatrixRMaj a, DoubleUnaryOperator operator) {
        DMatrixRMaj result = a.copy();
        for (int k = 0; k < result.getNumElements(); k++) {
            result.set(k, operator.applyAsDouble(result.get(k)));
        }
        return result;
    }

    /** Whether a symmetric matrix has a Cholesky decomposition. */
    static boolean isPositiveDefinite(DMatrixRMaj a) {
        return DecompositionFactory_DDRM.chol(a.numRows, true).decompose(a.copy());
    }

    /** The smallest eigenvalue of a symmetric matrix; NaN if it cannot be found. */
    static double smallestEigenvalue(DMatrixRMaj a) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(a.numRows, false, true);
        if (!eigen.decompose(a.copy())) {
            return Double.NaN;
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            smallest = Math.min(smallest, eigen.getEigenvalue(i).getReal());
        }
        return smallest;
    }
}
