package org.gradcheck.structure;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.gradcheck.point.Distribution;

/** Random matrices that functions of matrices can be differentiated at without accidents. */
final class RandomMatrices {

    private static final double LARGEST_CONDITION = 12;

    private static final double LEAST_LENGTH = 0.3;

    private static final Distribution.Normal STANDARD_NORMAL = new Distribution.Normal(0, 1);

    private RandomMatrices() {}

    /**
     * A normal matrix; where its condition number is 12 or more, the singular values are lifted linearly to a ratio of
     * 11, which keeps them distinct. A single entry is kept away from zero.
     */
    static DMatrixRMaj wellConditioned(int rows, int columns, SplittableRandom random) {
        DMatrixRMaj matrix = normal(rows, columns, random);
        if (Math.min(rows, columns) == 1) {
            return awayFromZero(matrix);
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(rows, columns, true, true, true);
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
        for (int i = 0; i < values.numRows; i++) {
            values.unsafe_set(i, i, floor + slope * (values.unsafe_get(i, i) - smallest));
        }
        DMatrixRMaj left = CommonOps_DDRM.mult(svd.getU(null, false), values, null);
        return CommonOps_DDRM.mult(left, svd.getV(null, true), null);
    }

    /** The same with a positive determinant. */
    static DMatrixRMaj positiveDeterminant(int size, SplittableRandom random) {
        DMatrixRMaj matrix = wellConditioned(size, size, random);
        if (CommonOps_DDRM.det(matrix) < 0) {
            for (int j = 0; j < size; j++) {
                matrix.set(0, j, -matrix.get(0, j));
            }
        }
        return matrix;
    }

    /** L·U with a unit triangle L, entries off the diagonals between −1 and 1, on that of U of size 0.6 to 1.8. */
    static DMatrixRMaj leadingMinors(int size, SplittableRandom random) {
        DMatrixRMaj lower = CommonOps_DDRM.identity(size);
        DMatrixRMaj upper = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            double pivot = 0.6 + 1.2 * random.nextDouble();
            upper.set(i, i, random.nextBoolean() ? pivot : -pivot);
            for (int j = 0; j < i; j++) {
                lower.set(i, j, 2 * random.nextDouble() - 1);
                upper.set(j, i, 2 * random.nextDouble() - 1);
            }
        }
        return CommonOps_DDRM.mult(lower, upper, null);
    }

    /** Independent standard normal entries. */
    static DMatrixRMaj normal(int rows, int columns, SplittableRandom random) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int at = 0; at < matrix.getNumElements(); at++) {
            matrix.data[at] = STANDARD_NORMAL.draw(random);
        }
        return matrix;
    }

    private static DMatrixRMaj awayFromZero(DMatrixRMaj vector) {
        double length = NormOps_DDRM.normF(vector);
        if (length < LEAST_LENGTH) {
            CommonOps_DDRM.scale(LEAST_LENGTH / length, vector);
        }
        return vector;
    }

    private static double smallestOnDiagonal(DMatrixRMaj diagonal) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < diagonal.numRows; i++) {
            smallest = Math.min(smallest, diagonal.unsafe_get(i, i));
        }
        return smallest;
    }
}
