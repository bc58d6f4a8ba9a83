package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.columnOf;
import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.times;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Decompositions with order and signs fixed, so that they are smooth functions where they have a derivative. */
final class Decompositions {

    private Decompositions() {}

    /** Eigenvalues in ascending order, with unit eigenvectors as columns. */
    record Eigen(double[] values, DMatrixRMaj vectors) {
        double[] vector(int j) {
            return columnOf(vectors, j);
        }
    }

    /** Orthogonal and triangular factor. */
    record Factors(DMatrixRMaj q, DMatrixRMaj r) {}

    /** Singular values in descending order, with the vectors as columns. */
    record Singular(DMatrixRMaj u, double[] values, DMatrixRMaj v) {}

    /** Of a symmetric matrix; the j-th eigenvector has a positive j-th entry. */
    static Eigen eigen(DMatrixRMaj x) {
        EigenDecomposition_F64<DMatrixRMaj> found = DecompositionFactory_DDRM.eig(x.numRows, true, true);
        if (!found.decompose(x.copy())) {
            throw new IllegalStateException("no eigenvalues found");
        }
        int n = x.numRows;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> found.getEigenvalue(j).getReal()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = Arrays.stream(order)
                .mapToDouble(j -> found.getEigenvalue(j).getReal())
                .toArray();
        DMatrixRMaj vectors = new DMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            double[] vector = found.getEigenVector(order[j]).data;
            setColumn(vectors, j, scaled(Math.signum(vector[j]) / Math.sqrt(dot(vector, vector)), vector));
        }
        return new Eigen(values, vectors);
    }

    static Singular singular(DMatrixRMaj x) {
        SingularValueDecomposition_F64<DMatrixRMaj> found =
                DecompositionFactory_DDRM.svd(x.numRows, x.numCols, true, true, true);
        if (!found.decompose(x.copy())) {
            throw new IllegalStateException("no singular values found");
        }
        DMatrixRMaj u = found.getU(null, false);
        DMatrixRMaj v = found.getV(null, false);
        double[] values = found.getSingularValues();
        int n = x.numCols;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -values[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        DMatrixRMaj sortedU = new DMatrixRMaj(x.numRows, n);
        DMatrixRMaj sortedV = new DMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            setColumn(sortedU, j, columnOf(u, order[j]));
            setColumn(sortedV, j, columnOf(v, order[j]));
        }
        return new Singular(
                sortedU, Arrays.stream(order).mapToDouble(j -> values[j]).toArray(), sortedV);
    }

    /** By Gram and Schmidt, twice; R has a positive diagonal. */
    static Factors orthogonalTriangular(DMatrixRMaj x) {
        int n = x.numCols;
        DMatrixRMaj q = new DMatrixRMaj(x.numRows, n);
        DMatrixRMaj r = new DMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            double[] column = columnOf(x, j);
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < j; k++) {
                    double share = dot(columnOf(q, k), column);
                    r.add(k, j, share);
                    column = minus(column, scaled(share, columnOf(q, k)));
                }
            }
            r.set(j, j, Math.sqrt(dot(column, column)));
            setColumn(q, j, scaled(1 / r.get(j, j), column));
        }
        return new Factors(q, r);
    }

    /** The eigenvector of a positive matrix for its largest eigenvalue, of length 1 and positive, by iteration to the end. */
    static double[] perron(DMatrixRMaj x) {
        double[] r = new double[x.numRows];
        Arrays.fill(r, 1);
        for (int k = 0; k < 200; k++) {
            r = times(x, r);
            r = scaled(1 / Math.sqrt(dot(r, r)), r);
        }
        return r;
    }

    /** By the Taylor series at X/64, squared six times; for matrices of size one. */
    static DMatrixRMaj exponential(DMatrixRMaj x) {
        DMatrixRMaj small = scaled(1.0 / 64, x);
        DMatrixRMaj sum = Algebra.identity(x.numRows);
        for (int k = 12; k >= 1; k--) {
            sum = plus(Algebra.identity(x.numRows), scaled(1.0 / k, times(small, sum)));
        }
        for (int k = 0; k < 6; k++) {
            sum = times(sum, sum);
        }
        return sum;
    }

    private static void setColumn(DMatrixRMaj a, int j, double[] column) {
        for (int i = 0; i < column.length; i++) {
            a.set(i, j, column[i]);
        }
    }
}
