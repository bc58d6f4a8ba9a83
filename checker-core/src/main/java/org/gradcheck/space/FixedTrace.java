package org.gradcheck.space;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Symmetric matrices of one trace, an affine set: flat, with the Frobenius inner product. Tangents have trace 0. */
record FixedTrace(int size, double trace) implements EmbeddedManifold<DMatrixRMaj> {

    FixedTrace {
        if (size < 2) {
            throw new IllegalArgumentException("a 1×1 matrix is its trace: there is nothing to vary");
        }
        if (!Double.isFinite(trace)) {
            throw new IllegalArgumentException("a trace is finite, got " + trace);
        }
    }

    @Override
    public Space<DMatrixRMaj> around() {
        return new PatternedMatrixSpace(MatrixPattern.SYMMETRIC, size);
    }

    @Override
    public int tangentDimension() {
        return around().tangentDimension() - 1;
    }

    /** sym(U) − tr(U)/n · I. */
    @Override
    public double[] projection(double[] x, double[] u) {
        return withTrace(around().projection(x, u), 0);
    }

    /** X + V, to the last place on the set. */
    @Override
    public double[] retraction(double[] x, double[] v) {
        return withTrace(around().projection(x, Coordinates.sum(x, v)), trace);
    }

    private double[] withTrace(double[] u, double wanted) {
        DMatrixRMaj matrix = element(u);
        double excess = (CommonOps_DDRM.trace(matrix) - wanted) / size;
        for (int i = 0; i < size; i++) {
            matrix.set(i, i, matrix.get(i, i) - excess);
        }
        return coordinates(matrix);
    }

    @Override
    public Violation violation(double[] x) {
        double actual = CommonOps_DDRM.trace(element(x));
        return around().violation(x)
                .or(new Violation(
                        actual == trace ? 0 : Math.abs(actual - trace) / Coordinates.largest(x),
                        "its trace is " + Violation.number(actual)));
    }

    @Override
    public String description() {
        return around().description() + " of trace " + trace;
    }
}
