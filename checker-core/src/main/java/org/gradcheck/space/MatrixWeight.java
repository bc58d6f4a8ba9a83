package org.gradcheck.space;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** A full weight matrix. */
record MatrixWeight(DMatrixRMaj matrix) implements Weight {

    MatrixWeight {
        requireSymmetric(matrix);
        requirePositiveDefinite(matrix);
        matrix = matrix.copy();
    }

    private static void requireSymmetric(DMatrixRMaj matrix) {
        if (matrix.numRows != matrix.numCols) {
            throw new IllegalArgumentException(
                    "the weight matrix of an inner product is square, got " + matrix.numRows + "×" + matrix.numCols);
        }
        Space<DMatrixRMaj> symmetric = Spaces.symmetric(matrix.numRows);
        Violation violation = symmetric.violation(symmetric.coordinates(matrix));
        if (!violation.isRounding()) {
            throw new IllegalArgumentException(
                    "the weight matrix of an inner product is symmetric; its " + violation.text());
        }
    }

    private static void requirePositiveDefinite(DMatrixRMaj matrix) {
        if (Matrices.isPositiveDefinite(matrix)) {
            return;
        }
        throw new IllegalArgumentException("the weight matrix of an inner product is positive definite;"
                + " its smallest eigenvalue is " + Violation.number(Matrices.smallestEigenvalue(matrix)));
    }

    @Override
    public double[] times(double[] u) {
        DMatrixRMaj product = new DMatrixRMaj(u.length, 1);
        CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(u.length, 1, u), product);
        return product.data;
    }

    @Override
    public double[] solve(double[] u) {
        return solve(matrix, u);
    }

    /** A⁻¹u for a symmetric positive definite A. */
    static double[] solve(DMatrixRMaj a, double[] u) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(a.numRows);
        DMatrixRMaj solution = new DMatrixRMaj(u.length, 1);
        if (!solver.setA(a.copy())) {
            throw new ArithmeticException("a positive definite matrix lost that in a Cholesky decomposition");
        }
        solver.solve(new DMatrixRMaj(u.length, 1, true, u), solution);
        return solution.data;
    }

    @Override
    public double termSize(double[] u, double[] v) {
        double[] rows = new double[u.length];
        for (int i = 0; i < rows.length; i++) {
            double[] row = new double[u.length];
            for (int j = 0; j < row.length; j++) {
                row[j] = matrix.unsafe_get(i, j);
            }
            rows[i] = Coordinates.termSize(row, u);
        }
        return Coordinates.termSize(rows, v);
    }

    @Override
    public String metric() {
        return "⟨u, v⟩ = uᵀWv with a " + matrix.numRows + "×" + matrix.numRows + " weight matrix W";
    }
}
