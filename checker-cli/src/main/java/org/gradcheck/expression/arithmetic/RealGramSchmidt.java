package org.gradcheck.expression.arithmetic;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;

/** Orthonormal columns by Gram–Schmidt orthogonalisation in two passes. */
final class RealGramSchmidt {

    /** Row by row, filled from the left. */
    private final double[][] basis;

    /** Column by column. */
    private final double[][] columns;

    private final double[][] upper;

    private RealGramSchmidt(DMatrixRMaj a) {
        this.basis = Rows.zero(a.numRows, a.numCols);
        this.columns = Rows.transposed(a.data, a.numRows, a.numCols);
        this.upper = Rows.zero(a.numCols, a.numCols);
    }

    static Arithmetic.Orthonormal<DMatrixRMaj> of(DMatrixRMaj a) {
        RealGramSchmidt result = new RealGramSchmidt(a);
        for (int k = 0; k < a.numCols; k++) {
            result.append(k);
        }
        return new Arithmetic.Orthonormal<>(matrix(result.basis), matrix(result.upper));
    }

    private static DMatrixRMaj matrix(double[][] rows) {
        DMatrixRMaj result = new DMatrixRMaj(rows.length, rows[0].length);
        Rows.join(rows, result.data);
        return result;
    }

    private void append(int k) {
        double[] column = columns[k];
        double before = norm(column);
        if (k > 0) {
            double[] first = removed(column, k);
            double[] second = removed(column, k);
            for (int j = 0; j < k; j++) {
                upper[j][k] = first[j] + second[j];
            }
        }
        double length = Math.sqrt(squares(column));
        if (!(length > leastLength(column.length, before))) {
            length = Double.NaN;
        }
        upper[k][k] = length;
        for (int i = 0; i < column.length; i++) {
            column[i] /= length;
            basis[i][k] = column[i];
        }
    }

    /** The length at which a column has become rounding. */
    static double leastLength(int rows, double before) {
        return rows * Math.ulp(before);
    }

    static double norm(double[] column) {
        return NormOps_DDRM.normF(DMatrixRMaj.wrap(column.length, 1, column));
    }

    private double[] removed(double[] column, int k) {
        double[] coefficients = new double[k];
        Rows.addProduct(new double[][] {coefficients}, 1, new double[][] {column}, basis);
        double[] projection = new double[column.length];
        Rows.addProduct(new double[][] {projection}, 1, new double[][] {coefficients}, columns);
        Rows.subtract(column, 1, projection, 0, column.length);
        return coefficients;
    }

    private static double squares(double[] column) {
        double sum = 0;
        for (double entry : column) {
            sum += entry * entry;
        }
        return sum;
    }
}
