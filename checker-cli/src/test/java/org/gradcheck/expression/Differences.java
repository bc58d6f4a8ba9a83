package org.gradcheck.expression;

import static org.gradcheck.expression.Evaluations.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Derivatives from real values alone. */
final class Differences {

    private static final double LARGEST_STEP = 0x1p-4;
    private static final int LEVELS = 9;

    private Differences() {}

    /**
     * Central differences, extrapolated in the square of the step; the entry of the tableau that differs least from its neighbours is
     * taken (C. J. F. Ridders, "Accurate computation of F'(x) and F'(x)F''(x)", 1982).
     */
    static DMatrixRMaj extrapolated(
            String expression, Map<String, DMatrixRMaj> values, Map<String, DMatrixRMaj> direction) {
        DMatrixRMaj[] before = {};
        DMatrixRMaj best = central(expression, values, direction, LARGEST_STEP);
        double least = Double.POSITIVE_INFINITY;
        for (int level = 0; level < LEVELS; level++) {
            DMatrixRMaj[] row = new DMatrixRMaj[level + 1];
            row[0] = central(expression, values, direction, Math.scalb(LARGEST_STEP, -level));
            for (int k = 1; k <= level; k++) {
                double factor = Math.scalb(1.0, 2 * k);
                row[k] = new DMatrixRMaj(row[0].numRows, row[0].numCols);
                CommonOps_DDRM.add(factor / (factor - 1), row[k - 1], -1 / (factor - 1), before[k - 1], row[k]);
                double error = Math.max(distance(row[k], row[k - 1]), distance(row[k], before[k - 1]));
                if (error < least) {
                    least = error;
                    best = row[k];
                }
            }
            before = row;
        }
        return best;
    }

    private static DMatrixRMaj central(
            String expression, Map<String, DMatrixRMaj> values, Map<String, DMatrixRMaj> direction, double step) {
        DMatrixRMaj result = evaluate(expression, shifted(values, direction, step));
        CommonOps_DDRM.subtractEquals(result, evaluate(expression, shifted(values, direction, -step)));
        CommonOps_DDRM.scale(0.5 / step, result);
        return result;
    }

    private static Map<String, DMatrixRMaj> shifted(
            Map<String, DMatrixRMaj> values, Map<String, DMatrixRMaj> direction, double step) {
        Map<String, DMatrixRMaj> result = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            DMatrixRMaj moved = value.copy();
            CommonOps_DDRM.addEquals(moved, step, direction.get(name));
            result.put(name, moved);
        });
        return result;
    }

    private static double distance(DMatrixRMaj left, DMatrixRMaj right) {
        DMatrixRMaj difference = left.copy();
        CommonOps_DDRM.subtractEquals(difference, right);
        return CommonOps_DDRM.elementMaxAbs(difference);
    }
}
