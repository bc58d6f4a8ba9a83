package org.gradcheck.corpus;

import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.CorpusCase.vector;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/** Linear algebra: points are square matrices by rows unless said otherwise. */
final class MatrixFunctions {

    private static final int N = 4;
    private static final double[] A = shifted(Points.normal(N * N, 11), 3);
    private static final DMatrixRMaj B = new DMatrixRMaj(Points.matrix(N, N, 12));
    private static final DMatrixRMaj C = new DMatrixRMaj(Points.matrix(N, N, 13));

    private MatrixFunctions() {}

    static List<CorpusCase> all() {
        return List.of(
                matrix("determinant", CommonOps_DDRM::det, x -> scaled(transposed(inverse(x)), CommonOps_DDRM.det(x)))
                        .wrong("transposed", gradient(x -> scaled(inverse(x), CommonOps_DDRM.det(x))))
                        .wrong("determinant dropped", gradient(x -> transposed(inverse(x)))),
                matrix("log det", x -> Math.log(Math.abs(CommonOps_DDRM.det(x))), x -> transposed(inverse(x)))
                        .wrong("transposed", gradient(MatrixFunctions::inverse))
                        .wrong(
                                "of the determinant",
                                gradient(x -> scaled(transposed(inverse(x)), CommonOps_DDRM.det(x)))),
                matrix(
                                "trace of the inverse",
                                x -> CommonOps_DDRM.trace(inverse(x)),
                                x -> scaled(transposed(times(inverse(x), inverse(x))), -1))
                        .wrong("sign", gradient(x -> transposed(times(inverse(x), inverse(x)))))
                        .wrong("transposed", gradient(x -> scaled(times(inverse(x), inverse(x)), -1)))
                        .wrong("one inverse missing", gradient(x -> scaled(transposed(inverse(x)), -1))),
                matrix("trace of X B", x -> CommonOps_DDRM.trace(times(x, B)), x -> transposed(B))
                        .wrong("transposed", gradient(x -> B)),
                matrix(
                                "trace of X'BX",
                                x -> CommonOps_DDRM.trace(times(transposed(x), times(B, x))),
                                x -> plus(times(B, x), times(transposed(B), x)))
                        .wrong("B taken for symmetric", gradient(x -> scaled(times(B, x), 2)))
                        .wrong("missing term", gradient(x -> times(B, x)))
                        .wrong("swapped arguments", gradient(x -> plus(times(x, B), times(x, transposed(B))))),
                matrix(
                                "squared distance of BX to C",
                                x -> squaredNorm(minus(times(B, x), C)),
                                x -> scaled(times(transposed(B), minus(times(B, x), C)), 2))
                        .wrong("missing factor", gradient(x -> times(transposed(B), minus(times(B, x), C))))
                        .wrong("B not transposed", gradient(x -> scaled(times(B, minus(times(B, x), C)), 2)))
                        .wrong("constant dropped", gradient(x -> scaled(times(transposed(B), times(B, x)), 2))),
                matrix("Frobenius norm", NormOps_DDRM::normF, x -> scaled(x, 1 / NormOps_DDRM.normF(x)))
                        .wrong("normalisation dropped", gradient(x -> x)),
                matrix(
                                "bilinear form of the inverse",
                                x -> bilinear(inverse(x)),
                                x -> scaled(transposed(times(times(inverse(x), outer()), inverse(x))), -1))
                        .wrong("order", gradient(x -> scaled(times(times(inverse(x), outer()), inverse(x)), -1))),
                vector("matrix product", Category.MATRIX, A, x -> times(matrix(x), B).data, x -> kronecker(N, B))
                        .wrongJacobian("B transposed", x -> kronecker(N, transposed(B))),
                vector(
                                "linear solve",
                                Category.MATRIX,
                                Points.normal(N, 14),
                                b -> times(inverse(matrix(A)), column(b)).data,
                                b -> rowsOf(inverse(matrix(A))))
                        .wrongJacobian("transposed", b -> rowsOf(transposed(inverse(matrix(A)))))
                        .wrongJacobian("the matrix itself", b -> rowsOf(matrix(A))));
    }

    private static CorpusCase matrix(
            String name, ToDoubleFunction<DMatrixRMaj> f, UnaryOperator<DMatrixRMaj> gradient) {
        return scalar(name, Category.MATRIX, A, x -> f.applyAsDouble(matrix(x)), gradient(gradient));
    }

    private static UnaryOperator<double[]> gradient(UnaryOperator<DMatrixRMaj> gradient) {
        return x -> gradient.apply(matrix(x)).data.clone();
    }

    private static double[] shifted(double[] entries, double diagonal) {
        double[] shifted = entries.clone();
        for (int i = 0; i < N; i++) {
            shifted[i * N + i] += diagonal;
        }
        return shifted;
    }

    private static DMatrixRMaj matrix(double[] entries) {
        return DMatrixRMaj.wrap(N, N, entries.clone());
    }

    private static DMatrixRMaj column(double[] entries) {
        return DMatrixRMaj.wrap(entries.length, 1, entries.clone());
    }

    private static DMatrixRMaj inverse(DMatrixRMaj x) {
        DMatrixRMaj inverse = x.copy();
        CommonOps_DDRM.invert(inverse);
        return inverse;
    }

    private static DMatrixRMaj transposed(DMatrixRMaj x) {
        return CommonOps_DDRM.transpose(x, null);
    }

    private static DMatrixRMaj times(DMatrixRMaj x, DMatrixRMaj y) {
        return CommonOps_DDRM.mult(x, y, null);
    }

    private static DMatrixRMaj plus(DMatrixRMaj x, DMatrixRMaj y) {
        return CommonOps_DDRM.add(x, y, null);
    }

    private static DMatrixRMaj minus(DMatrixRMaj x, DMatrixRMaj y) {
        return CommonOps_DDRM.subtract(x, y, null);
    }

    private static DMatrixRMaj scaled(DMatrixRMaj x, double factor) {
        DMatrixRMaj scaled = x.copy();
        CommonOps_DDRM.scale(factor, scaled);
        return scaled;
    }

    private static double squaredNorm(DMatrixRMaj x) {
        return Vectors.dot(x.data, x.data);
    }

    /** a'Xb with a = (1, 2, 3, 4) and b of ones. */
    private static double bilinear(DMatrixRMaj x) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                sum += (i + 1) * x.get(i, j);
            }
        }
        return sum;
    }

    /** b a', so that the derivative of a'X⁻¹b is −(X⁻¹ b a' X⁻¹)'. */
    private static DMatrixRMaj outer() {
        DMatrixRMaj outer = new DMatrixRMaj(N, N);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                outer.set(i, j, j + 1);
            }
        }
        return outer;
    }

    /** The Jacobian of X ↦ XB on entries by rows: I ⊗ B'. */
    private static double[][] kronecker(int n, DMatrixRMaj b) {
        double[][] jacobian = new double[n * n][n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    jacobian[i * n + j][i * n + k] = b.get(k, j);
                }
            }
        }
        return jacobian;
    }

    private static double[][] rowsOf(DMatrixRMaj x) {
        double[][] rows = new double[x.numRows][x.numCols];
        for (int i = 0; i < x.numRows; i++) {
            for (int j = 0; j < x.numCols; j++) {
                rows[i][j] = x.get(i, j);
            }
        }
        return rows;
    }
}
