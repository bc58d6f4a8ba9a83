package org.gradcheck.expression.algebra;

import java.util.Arrays;
import java.util.Comparator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** EJML's eigenvectors and singular vectors of real matrices, in the order of their values; NaN where there are none. */
final class RealEigenvectors {

    private RealEigenvectors() {}

    /** Eigenvectors as columns, by ascending eigenvalues; NaN when an eigenvalue is not real. */
    static DMatrixRMaj of(DMatrixRMaj a, boolean symmetric) {
        int size = a.numRows;
        DMatrixRMaj vectors = new DMatrixRMaj(size, size);
        vectors.fill(Double.NaN);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, symmetric);
        if (!isFinite(a) || !eigen.decompose(a.copy())) {
            return vectors;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        for (int i = 0; i < size; i++) {
            if (!eigen.getEigenvalue(i).isReal()) {
                return vectors;
            }
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> eigen.getEigenvalue(i).real));
        for (int j = 0; j < size; j++) {
            CommonOps_DDRM.insert(eigen.getEigenVector(order[j]), vectors, 0, j);
        }
        return vectors;
    }

    /**
     * The thin singular value decomposition of a matrix with at least as many rows as columns.
     *
     * @param left as columns
     * @param right as columns
     */
    record Singular(DMatrixRMaj left, DMatrixRMaj right) {}

    static Singular singular(DMatrixRMaj a) {
        DMatrixRMaj left = new DMatrixRMaj(a.numRows, a.numCols);
        DMatrixRMaj right = new DMatrixRMaj(a.numCols, a.numCols);
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(a.numRows, a.numCols, true, true, true);
        if (!isFinite(a) || !svd.decompose(a.copy())) {
            left.fill(Double.NaN);
            right.fill(Double.NaN);
            return new Singular(left, right);
        }
        svd.getU(left, false);
        svd.getV(right, false);
        SingularOps_DDRM.descendingOrder(left, false, svd.getSingularValues(), a.numCols, right, false);
        return new Singular(left, right);
    }

    private static boolean isFinite(DMatrixRMaj a) {
        return Double.isFinite(CommonOps_DDRM.elementSumAbs(a));
    }
}
