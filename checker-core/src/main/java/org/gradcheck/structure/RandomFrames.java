package org.gradcheck.structure;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/** Random directions, frames and rotations. */
final class RandomFrames {

    private static final double LEAST_ANGLE = 0.4;
    private static final double LARGEST_ANGLE = 2.7;

    private RandomFrames() {}

    /** Orthonormal columns, uniformly distributed (Stewart 1980: QR with positive diagonal of R). */
    static DMatrixRMaj orthonormal(int rows, int columns, SplittableRandom random) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(rows, columns);
        if (!qr.decompose(RandomMatrices.normal(rows, columns, random))) {
            throw new IllegalStateException("no QR factors of a normal matrix");
        }
        DMatrixRMaj q = qr.getQ(null, true);
        DMatrixRMaj r = qr.getR(null, true);
        for (int j = 0; j < columns; j++) {
            if (r.get(j, j) < 0) {
                for (int i = 0; i < rows; i++) {
                    q.set(i, j, -q.get(i, j));
                }
            }
        }
        return q;
    }

    /** A rotation by angles between 0.4 and 2.7, no two of them equal, in planes that are uniformly distributed. */
    static DMatrixRMaj rotation(int size, SplittableRandom random) {
        DMatrixRMaj planes = orthonormal(size, size, random);
        DMatrixRMaj turns = CommonOps_DDRM.identity(size);
        int count = size / 2;
        for (int k = 0; k < count; k++) {
            double angle = LEAST_ANGLE + (LARGEST_ANGLE - LEAST_ANGLE) * (k + 0.2 + 0.6 * random.nextDouble()) / count;
            turns.set(2 * k, 2 * k, Math.cos(angle));
            turns.set(2 * k, 2 * k + 1, -Math.sin(angle));
            turns.set(2 * k + 1, 2 * k, Math.sin(angle));
            turns.set(2 * k + 1, 2 * k + 1, Math.cos(angle));
        }
        return CommonOps_DDRM.multTransB(CommonOps_DDRM.mult(planes, turns, null), planes, null);
    }

    /** A column of length 0.5 to 2.2. */
    static DMatrixRMaj rotationVector(SplittableRandom random) {
        DMatrixRMaj vector = RandomMatrices.normal(3, 1, random);
        double length = 0.5 + 1.7 * random.nextDouble();
        CommonOps_DDRM.scale(length / NormOps_DDRM.normF(vector), vector);
        return vector;
    }
}
