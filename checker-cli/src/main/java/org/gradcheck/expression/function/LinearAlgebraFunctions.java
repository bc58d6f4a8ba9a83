package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.linear;
import static org.gradcheck.expression.function.Derivative.rule;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryOperator;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/** Traces, determinants, inverses and products of matrices. */
final class LinearAlgebraFunctions {

    private LinearAlgebraFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                                "tr(X)",
                                "trace: sum of the diagonal",
                                "tr([1, 2; 3, 4])",
                                "n×n → scalar",
                                linear(),
                                Rules::squareToScalar,
                                LinearAlgebraFunctions::trace)
                        .alias("trace", "Tr"),
                analytic(
                        "det(X)",
                        "determinant",
                        "det([1, 2; 3, 4])",
                        "n×n → scalar",
                        rule("det(X)*tr(inv(X)*dX)", "X has an inverse, and tr(adj(X)*dX) everywhere"),
                        Rules::squareToScalar,
                        LinearAlgebraFunctions::determinant),
                analytic(
                        "logdet(X)",
                        "log(abs(det(X))), without overflow",
                        "logdet([1, 2; 3, 4])",
                        "n×n → scalar",
                        rule("tr(inv(X)*dX)"),
                        Rules::squareToScalar,
                        LinearAlgebraFunctions::logDeterminant),
                analytic(
                                "inv(X)",
                                "inverse; NaN for a singular matrix",
                                "inv([1, 2; 3, 4])",
                                "n×n → n×n",
                                rule("-inv(X)*dX*inv(X)"),
                                Rules::square,
                                LinearAlgebraFunctions::inverse)
                        .alias("inverse"),
                analytic(
                        "solve(A, B)",
                        "solution X of A*X = B for square A, the same as A \\ B; NaN for a singular matrix",
                        "solve([2, 0; 0, 4], [1; 1])",
                        "n×n, n×p → n×p",
                        rule("A \\ (dB - dA*(A \\ B))"),
                        LinearAlgebraFunctions::solutionShape,
                        LinearAlgebraFunctions::solution),
                analytic(
                        "kron(A, B)",
                        "Kronecker product",
                        "kron([1, 2], [1; 1])",
                        "m×n, p×q → m*p×n*q",
                        rule("kron(dA, B) + kron(A, dB)"),
                        LinearAlgebraFunctions::kroneckerShape,
                        LinearAlgebraFunctions::kronecker),
                analytic(
                        "outer(a, b)",
                        "outer product a*b' of two columns",
                        "outer([1; 2], [3; 4; 5])",
                        "m×1, n×1 → m×n",
                        rule("da*b' + a*db'"),
                        in -> new Shape(in.column(0).rows(), in.column(1).rows()),
                        LinearAlgebraFunctions::outer),
                analytic(
                        "cross(a, b)",
                        "cross product of two vectors with three entries",
                        "cross([1; 0; 0], [0; 1; 0])",
                        "3×1, 3×1 → 3×1; 1×3, 1×3 → 1×3",
                        rule("cross(da, b) + cross(a, db)"),
                        LinearAlgebraFunctions::crossShape,
                        LinearAlgebraFunctions::cross));
    }

    private static <M> M trace(Arithmetic<M> on, Arguments<M> in) {
        int size = in.shape(0).rowCount();
        return on.sum(on.rearrange(in.get(0), size, 1, (i, j) -> i * size + i));
    }

    private static <M> M determinant(Arithmetic<M> on, Arguments<M> in) {
        return on.determinant(in.get(0));
    }

    private static <M> M logDeterminant(Arithmetic<M> on, Arguments<M> in) {
        return on.logDeterminant(in.get(0));
    }

    private static <M> M inverse(Arithmetic<M> on, Arguments<M> in) {
        return on.inverse(in.get(0));
    }

    private static Shape solutionShape(ArgumentShapes in) {
        Shape left = in.square(0);
        Shape right = in.shape(1);
        if (!left.rows().sameAs(right.rows())) {
            throw in.problem(
                    in.name(0) + " (" + left.inline() + ") and " + in.name(1) + " (" + right.inline()
                            + ") must have the same number of rows",
                    "");
        }
        return new Shape(left.columns(), right.columns());
    }

    private static <M> M solution(Arithmetic<M> on, Arguments<M> in) {
        return on.solve(in.get(0), in.get(1));
    }

    private static Shape kroneckerShape(ArgumentShapes in) {
        Shape left = in.shape(0);
        Shape right = in.shape(1);
        return new Shape(product(in, left.rows(), right.rows()), product(in, left.columns(), right.columns()));
    }

    private static Size product(ArgumentShapes in, Size left, Size right) {
        if (left.isOne() || right.isOne()) {
            return left.isOne() ? right : left;
        }
        long product = (long) left.value() * right.value();
        if (product > Integer.MAX_VALUE) {
            throw in.problem("the result is too large", "");
        }
        return Size.of((int) product);
    }

    private static <M> M kronecker(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.result().rowCount();
        int columns = in.result().columnCount();
        int leftColumns = in.shape(0).columnCount();
        int rightRows = in.shape(1).rowCount();
        int rightColumns = in.shape(1).columnCount();
        M left = on.rearrange(in.get(0), rows, columns, (i, j) -> i / rightRows * leftColumns + j / rightColumns);
        M right = on.rearrange(in.get(1), rows, columns, (i, j) -> i % rightRows * rightColumns + j % rightColumns);
        return on.combine(EntryOperator.TIMES, left, right);
    }

    private static <M> M outer(Arithmetic<M> on, Arguments<M> in) {
        return on.multiplyByTransposed(in.get(0), in.get(1));
    }

    private static Shape crossShape(ArgumentShapes in) {
        Shape shape = Rules.equalShapes(in);
        in.vector(0);
        if (shape.entryCount() != 3) {
            throw in.problem(0, "must have 3 entries, it is " + shape, "");
        }
        return shape;
    }

    private static <M> M cross(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.result().rowCount();
        int columns = in.result().columnCount();
        M aNext = on.rearrange(in.get(0), rows, columns, (i, j) -> (i + j + 1) % 3);
        M aLast = on.rearrange(in.get(0), rows, columns, (i, j) -> (i + j + 2) % 3);
        M bNext = on.rearrange(in.get(1), rows, columns, (i, j) -> (i + j + 1) % 3);
        M bLast = on.rearrange(in.get(1), rows, columns, (i, j) -> (i + j + 2) % 3);
        return on.subtract(
                on.combine(EntryOperator.TIMES, aNext, bLast), on.combine(EntryOperator.TIMES, aLast, bNext));
    }
}
