package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.constant;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/**
 * The constant matrices that relate vec(A), vec(A') and vech(A) (J. R. Magnus and H. Neudecker, "Matrix Differential Calculus with
 * Applications in Statistics and Econometrics", chapter 3).
 */
final class VectorisationFunctions {

    private VectorisationFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                        "comm(m, n)",
                        "commutation matrix K with K*vec(A) = vec(A') for m-by-n A",
                        "comm(2, 3)",
                        "m, n → m*n×m*n",
                        constant("constant: 0"),
                        VectorisationFunctions::commutationShape,
                        VectorisationFunctions::commutation),
                analytic(
                        "dup(n)",
                        "duplication matrix D with D*vech(S) = vec(S) for symmetric n-by-n S",
                        "dup(2)",
                        "n → n^2×n*(n + 1)/2",
                        constant("constant: 0"),
                        in -> new Shape(full(in), half(in)),
                        VectorisationFunctions::duplication),
                analytic(
                        "elim(n)",
                        "elimination matrix L with L*vec(A) = vech(A) for n-by-n A",
                        "elim(2)",
                        "n → n*(n + 1)/2×n^2",
                        constant("constant: 0"),
                        in -> new Shape(half(in), full(in)),
                        VectorisationFunctions::elimination));
    }

    private static Shape commutationShape(ArgumentShapes in) {
        Size size = in.total((long) in.size(0).value() * in.size(1).value());
        return new Shape(size, size);
    }

    private static <M> M commutation(Arithmetic<M> on, Arguments<M> in) {
        int m = in.wholeNumber(0);
        int n = in.wholeNumber(1);
        DMatrixRMaj matrix = new DMatrixRMaj(m * n, m * n);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i * n + j, j * m + i, 1);
            }
        }
        return on.embed(matrix);
    }

    private static Size full(ArgumentShapes in) {
        return in.total((long) in.size(0).value() * in.size(0).value());
    }

    private static Size half(ArgumentShapes in) {
        return in.total(StructuredFunctions.triangleSize(in.size(0).value()));
    }

    private static <M> M duplication(Arithmetic<M> on, Arguments<M> in) {
        int n = in.wholeNumber(0);
        DMatrixRMaj matrix = new DMatrixRMaj(in.result().rowCount(), in.result().columnCount());
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                matrix.set(j * n + i, StructuredFunctions.trianglePosition(n, Math.max(i, j), Math.min(i, j)), 1);
            }
        }
        return on.embed(matrix);
    }

    private static <M> M elimination(Arithmetic<M> on, Arguments<M> in) {
        int n = in.wholeNumber(0);
        DMatrixRMaj matrix = new DMatrixRMaj(in.result().rowCount(), in.result().columnCount());
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                matrix.set(StructuredFunctions.trianglePosition(n, i, j), j * n + i, 1);
            }
        }
        return on.embed(matrix);
    }
}
