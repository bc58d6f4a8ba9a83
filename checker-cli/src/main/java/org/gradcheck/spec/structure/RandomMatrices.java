package org.gradcheck.spec.structure;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.gradcheck.point.Distribution;

/** Random matrices that functions of matrices can be differentiated at without accidents. */
final class RandomMatrices {

    private static final double LARGEST_CONDITION = 12;

    private static final Distribution.Normal STANDARD_NORMAL = new Distribution.Normal(0, 1);

    private RandomMatrices() {}

    /**
     * A normal matrix; where its condition number is 12 or more, the singular values are lifted linearly to a ratio of
     * 11, which keeps them distinct. For sizes of two and more.
     */
    static DMatrixRMaj nonsingular(int size, SplittableRandom random) {
        DMatrixRMaj matrix = normal(size, size, random);
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(size, size, true, true, false);
        if (!svd.decompose(matrix.copy())) {
            throw new IllegalStateException("no singular values of a normal matrix");
        }
        DMatrixRMaj values = svd.getW(null);
        double largest = CommonOps_DDRM.elementMaxAbs(values);
        double smallest = smallestOnDiagonal(values);
        if (LARGEST_CONDITION * smallest > largest) {
            return matrix;
        }
        double floor = largest / (LARGEST_CONDITION - 1);
        double slope = (largest - floor) / (largest - smallest);
        for (int i = 0; i < size; i++) {
            values.unsafe_set(i, i, floor + slope * (values.unsafe_get(i, i) - smallest));
        }
        DMatrixRMaj left = CommonOps_DDRM.mult(svd.getU(null, false), values, null);
        return CommonOps_DDRM.mult(left, svd.getV(null, true), null);
    }

    /** Eigenvalues spread over (−2, −0.3) and (0.3, 2.5). */
    static DMatrixRMaj symmetric(int size, SplittableRandom random) {
        double[] eigenvalues = spread(size, 1.7 + 2.2, random);
        for (int i = 0; i < size; i++) {
            eigenvalues[i] = eigenvalues[i] < 1.7 ? eigenvalues[i] - 2 : eigenvalues[i] - 1.7 + 0.3;
        }
        return withEigenvalues(eigenvalues, random);
    }

    /** Eigenvalues spread over (0.4, 3). */
    static DMatrixRMaj positiveDefinite(int size, SplittableRandom random) {
        double[] eigenvalues = spread(size, 2.6, random);
        for (int i = 0; i < size; i++) {
            eigenvalues[i] += 0.4;
        }
        return withEigenvalues(eigenvalues, random);
    }

    /** One number in the middle of each of {@code count} equal parts of (0, length): never two close together. */
    private static double[] spread(int count, double length, SplittableRandom random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = length * (i + 0.2 + 0.6 * random.nextDouble()) / count;
        }
        return values;
    }

    private static DMatrixRMaj withEigenvalues(double[] eigenvalues, SplittableRandom random) {
        int size = eigenvalues.length;
        DMatrixRMaj vectors = orthogonal(size, random);
        DMatrixRMaj scaled = vectors.copy();
        CommonOps_DDRM.multCols(scaled, eigenvalues);
        DMatrixRMaj product = CommonOps_DDRM.multTransB(scaled, vectors, null);
        DMatrixRMaj transposed = CommonOps_DDRM.transpose(product, null);
        // Symmetric to the last bit, which the product is not.
        DMatrixRMaj sum = CommonOps_DDRM.add(product, transposed, null);
        CommonOps_DDRM.scale(0.5, sum);
        return sum;
    }

    private static DMatrixRMaj orthogonal(int size, SplittableRandom random) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(size, size);
        if (!qr.decompose(normal(size, size, random))) {
            throw new IllegalStateException("no QR factors of a normal matrix");
        }
        return qr.getQ(null, false);
    }

    /** Independent standard normal entries. */
    static DMatrixRMaj normal(int rows, int columns, SplittableRandom random) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int at = 0; at < matrix.getNumElements(); at++) {
            matrix.data[at] = STANDARD_NORMAL.draw(random);
        }
        return matrix;
    }

    private static double smallestOnDiagonal(DMatrixRMaj diagonal) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < diagonal.numRows; i++) {
            smallest = Math.min(smallest, diagonal.unsafe_get(i, i));
        }
        return smallest;
    }
}
