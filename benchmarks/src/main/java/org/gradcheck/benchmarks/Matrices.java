package org.gradcheck.benchmarks;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.gradcheck.expression.arithmetic.ComplexArithmetic;
import org.gradcheck.expression.shape.Shape;

/**
 * The variables of the formulas, with random entries, the same ones every time.
 *
 * @param a square
 * @param b square
 * @param c square
 * @param s symmetric and positive definite
 * @param x a column
 */
record Matrices(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c, DMatrixRMaj s, DMatrixRMaj x) {

    private static final int SEED = 1;
    private static final double STEP = 1e-24;

    static Matrices random(int size) {
        Random random = new Random(SEED);
        DMatrixRMaj a = RandomMatrices_DDRM.rectangle(size, size, -1, 1, random);
        DMatrixRMaj b = RandomMatrices_DDRM.rectangle(size, size, -1, 1, random);
        DMatrixRMaj c = RandomMatrices_DDRM.rectangle(size, size, -1, 1, random);
        DMatrixRMaj s = CommonOps_DDRM.multTransB(a, a, null);
        CommonOps_DDRM.addEquals(s, CommonOps_DDRM.identity(size));
        return new Matrices(a, b, c, s, RandomMatrices_DDRM.rectangle(size, 1, -1, 1, random));
    }

    Map<String, DMatrixRMaj> real() {
        return Map.of("A", a, "B", b, "C", c, "S", s, "x", x);
    }

    Map<String, Shape> shapes() {
        return real().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Shape.of(entry.getValue().numRows, entry.getValue().numCols)));
    }

    /** The variables, all of them shifted by the imaginary part of a complex step. */
    Map<String, ZMatrixRMaj> complex() {
        return real().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> shifted(entry.getValue())));
    }

    private static ZMatrixRMaj shifted(DMatrixRMaj real) {
        ZMatrixRMaj result = ComplexArithmetic.INSTANCE.embed(real);
        for (int at = 0; at < real.getNumElements(); at++) {
            result.data[2 * at + 1] = STEP * (1 + real.data[at] / 2);
        }
        return result;
    }
}
