package org.gradcheck.structure;

import java.util.SplittableRandom;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Random matrices of which eigenvalues or singular values are chosen. */
final class RandomSpectra {

    private static final double STABILITY_MARGIN = 0.5;
    private static final double SPECTRAL_RADIUS = 0.6;
    private static final double CONTRACTION_NORM = 0.5;

    private RandomSpectra() {}

    /** Eigenvalues spread over (−2, −0.3) and (0.3, 2.5). */
    static DMatrixRMaj symmetric(int size, SplittableRandom random) {
        return symmetric(indefinite(size, random), random);
    }

    /** Eigenvalues spread over (0.4, 3). */
    static DMatrixRMaj positiveDefinite(int size, SplittableRandom random) {
        return symmetric(positive(size, random), random);
    }

    /** The same but for one, which is 0. */
    static DMatrixRMaj positiveSemidefinite(int size, SplittableRandom random) {
        double[] eigenvalues = positive(size, random);
        eigenvalues[0] = 0;
        return symmetric(eigenvalues, random);
    }

    /** Symmetric positive definite with ones on the diagonal. */
    static DMatrixRMaj correlation(int size, SplittableRandom random) {
        DMatrixRMaj matrix = positiveDefinite(size, random);
        DMatrixRMaj correlation = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            correlation.set(i, i, 1);
            for (int j = 0; j < i; j++) {
                double entry = matrix.get(i, j) / Math.sqrt(matrix.get(i, i) * matrix.get(j, j));
                correlation.set(i, j, entry);
                correlation.set(j, i, entry);
            }
        }
        return correlation;
    }

    /** Real eigenvalues spread over (−2, −0.3) and (0.3, 2.5), and eigenvectors that are far from parallel. */
    static DMatrixRMaj realEigenvalues(int size, SplittableRandom random) {
        return similar(indefinite(size, random), random);
    }

    /** The same with eigenvalues spread over (0.4, 3). */
    static DMatrixRMaj positiveEigenvalues(int size, SplittableRandom random) {
        return similar(positive(size, random), random);
    }

    /** A normal matrix less a multiple of the identity, so that all real parts are −0.5 at most. */
    static DMatrixRMaj stable(int size, SplittableRandom random) {
        DMatrixRMaj matrix = RandomMatrices.normal(size, size, random);
        double shift = STABILITY_MARGIN * (1 + random.nextDouble());
        double rightmost = Double.NEGATIVE_INFINITY;
        for (Complex_F64 eigenvalue : eigenvalues(matrix)) {
            rightmost = Math.max(rightmost, eigenvalue.real);
        }
        for (int i = 0; i < size; i++) {
            matrix.add(i, i, -rightmost - shift);
        }
        return matrix;
    }

    /** A normal matrix, scaled. */
    static DMatrixRMaj schur(int size, SplittableRandom random) {
        DMatrixRMaj matrix = RandomMatrices.normal(size, size, random);
        double radius = 0;
        for (Complex_F64 eigenvalue : eigenvalues(matrix)) {
            radius = Math.max(radius, eigenvalue.getMagnitude());
        }
        CommonOps_DDRM.scale(SPECTRAL_RADIUS / radius, matrix);
        return matrix;
    }

    /** A normal matrix, scaled. */
    static DMatrixRMaj contraction(int rows, int columns, SplittableRandom random) {
        DMatrixRMaj matrix = RandomMatrices.normal(rows, columns, random);
        CommonOps_DDRM.scale(CONTRACTION_NORM / NormOps_DDRM.normP2(matrix), matrix);
        return matrix;
    }

    /**
     * Singular values spread over (0.5, 3).
     *
     * @param zeros how many of them are 0 instead
     */
    static DMatrixRMaj singularValues(int rows, int columns, int zeros, SplittableRandom random) {
        int count = Math.min(rows, columns);
        double[] values = spread(count, 2.5, random);
        for (int i = 0; i < count; i++) {
            values[i] = i < zeros ? 0 : values[i] + 0.5;
        }
        DMatrixRMaj left = RandomFrames.orthonormal(rows, count, random);
        DMatrixRMaj right = RandomFrames.orthonormal(columns, count, random);
        CommonOps_DDRM.multCols(left, values);
        return CommonOps_DDRM.multTransB(left, right, null);
    }

    private static double[] indefinite(int size, SplittableRandom random) {
        double[] eigenvalues = spread(size, 1.7 + 2.2, random);
        for (int i = 0; i < size; i++) {
            eigenvalues[i] = eigenvalues[i] < 1.7 ? eigenvalues[i] - 2 : eigenvalues[i] - 1.7 + 0.3;
        }
        return eigenvalues;
    }

    private static double[] positive(int size, SplittableRandom random) {
        double[] eigenvalues = spread(size, 2.6, random);
        for (int i = 0; i < size; i++) {
            eigenvalues[i] += 0.4;
        }
        return eigenvalues;
    }

    /** One number in the middle of each of {@code count} equal parts of (0, length): never two close together. */
    private static double[] spread(int count, double length, SplittableRandom random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = length * (i + 0.2 + 0.6 * random.nextDouble()) / count;
        }
        return values;
    }

    private static DMatrixRMaj symmetric(double[] eigenvalues, SplittableRandom random) {
        int size = eigenvalues.length;
        DMatrixRMaj vectors = RandomFrames.orthonormal(size, size, random);
        DMatrixRMaj scaled = vectors.copy();
        CommonOps_DDRM.multCols(scaled, eigenvalues);
        DMatrixRMaj product = CommonOps_DDRM.multTransB(scaled, vectors, null);
        DMatrixRMaj transposed = CommonOps_DDRM.transpose(product, null);
        // Symmetric to the last bit, which the product is not.
        DMatrixRMaj sum = CommonOps_DDRM.add(product, transposed, null);
        CommonOps_DDRM.scale(0.5, sum);
        return sum;
    }

    private static DMatrixRMaj similar(double[] eigenvalues, SplittableRandom random) {
        DMatrixRMaj vectors = RandomMatrices.wellConditioned(eigenvalues.length, eigenvalues.length, random);
        DMatrixRMaj inverse = new DMatrixRMaj(eigenvalues.length, eigenvalues.length);
        CommonOps_DDRM.invert(vectors, inverse);
        CommonOps_DDRM.multCols(vectors, eigenvalues);
        return CommonOps_DDRM.mult(vectors, inverse, null);
    }

    private static Complex_F64[] eigenvalues(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.numRows, false);
        if (!eigen.decompose(matrix.copy())) {
            throw new IllegalStateException("no eigenvalues of a normal matrix");
        }
        Complex_F64[] values = new Complex_F64[matrix.numRows];
        for (int i = 0; i < values.length; i++) {
            values[i] = eigen.getEigenvalue(i);
        }
        return values;
    }
}
