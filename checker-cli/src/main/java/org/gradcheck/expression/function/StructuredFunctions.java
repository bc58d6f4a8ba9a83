package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.linear;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryMap;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/** Matrices of a pattern, made from their free entries: circulant, Toeplitz, Hankel, block diagonal, skew, and by half-vectorisation. */
final class StructuredFunctions {

    private StructuredFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                        "bdiag(A, B)",
                        "block diagonal matrix",
                        "bdiag([1, 2], [3; 4])",
                        "m×n, p×q → m + p×n + q",
                        linear(),
                        StructuredFunctions::blockDiagonalShape,
                        StructuredFunctions::blockDiagonal),
                analytic(
                        "circ(c)",
                        "circulant matrix with first column c",
                        "circ([1; 2; 3])",
                        "n×1 → n×n",
                        linear(),
                        in -> squareOf(in, 0),
                        StructuredFunctions::circulant),
                analytic(
                        "toep(c, r)",
                        "Toeplitz matrix with first column c and first row r; c(1) stands in the corner",
                        "toep([1; 2; 3], [1; 4])",
                        "m×1, n×1 → m×n",
                        linear(),
                        in -> new Shape(length(in, 0), length(in, 1)),
                        StructuredFunctions::toeplitz),
                analytic(
                        "symtoep(c)",
                        "symmetric Toeplitz matrix with first column c",
                        "symtoep([1; 2; 3])",
                        "n×1 → n×n",
                        linear(),
                        in -> squareOf(in, 0),
                        StructuredFunctions::symmetricToeplitz),
                analytic(
                        "hankel(c, r)",
                        "Hankel matrix: entry (i, j) is entry i + j - 1 of c followed by r without its first entry",
                        "hankel([1; 2; 3], [3; 4])",
                        "m×1, n×1 → m×n",
                        linear(),
                        in -> new Shape(length(in, 0), length(in, 1)),
                        StructuredFunctions::hankel),
                analytic(
                        "vech(X)",
                        "the columns of the lower triangle of X, with the diagonal, stacked into one column",
                        "vech([1, 2; 2, 3])",
                        "n×n → n*(n + 1)/2×1",
                        linear(),
                        in -> new Shape(in.total(triangleSize(in.square(0).rowCount())), Size.ONE),
                        StructuredFunctions::halfVector),
                analytic(
                        "unvech(x, n)",
                        "symmetric n-by-n matrix S with vech(S) = x",
                        "unvech([1; 2; 3], 2)",
                        "n*(n + 1)/2×1, n → n×n",
                        linear(),
                        StructuredFunctions::unstackedShape,
                        StructuredFunctions::unstacked),
                analytic(
                        "hat(w)",
                        "3-by-3 skew matrix with hat(w)*x = cross(w, x)",
                        "hat([1; 2; 3])",
                        "3×1 → 3×3",
                        linear(),
                        StructuredFunctions::skewShape,
                        StructuredFunctions::skew),
                analytic(
                        "vee(W)",
                        "column of the entries (3,2), (1,3) and (2,1) of a 3-by-3 matrix: the inverse of hat",
                        "vee([0, -3, 2; 3, 0, -1; -2, 1, 0])",
                        "3×3 → 3×1",
                        linear(),
                        StructuredFunctions::axisShape,
                        StructuredFunctions::axis));
    }

    private static Size length(ArgumentShapes in, int argument) {
        Shape shape = in.vector(argument);
        return shape.isColumn() ? shape.rows() : shape.columns();
    }

    private static Shape squareOf(ArgumentShapes in, int argument) {
        Size size = length(in, argument);
        return new Shape(size, size);
    }

    private static Shape blockDiagonalShape(ArgumentShapes in) {
        Shape first = in.shape(0);
        Shape second = in.shape(1);
        return new Shape(
                in.total((long) first.rowCount() + second.rowCount()),
                in.total((long) first.columnCount() + second.columnCount()));
    }

    private static <M> M blockDiagonal(Arithmetic<M> on, Arguments<M> in) {
        Shape first = in.shape(0);
        return on.assemble(
                in.result().rowCount(),
                in.result().columnCount(),
                List.of(
                        new Arithmetic.Block<>(0, 0, in.get(0)),
                        new Arithmetic.Block<>(first.rowCount(), first.columnCount(), in.get(1))));
    }

    private static <M> M circulant(Arithmetic<M> on, Arguments<M> in) {
        int size = in.result().rowCount();
        return on.rearrange(in.get(0), size, size, (i, j) -> Math.floorMod(i - j, size));
    }

    /** c and r in one column. */
    private static <M> M stacked(Arithmetic<M> on, Arguments<M> in) {
        int first = in.result().rowCount();
        int second = in.result().columnCount();
        M column = on.rearrange(in.get(0), first, 1, (i, j) -> i);
        M row = on.rearrange(in.get(1), second, 1, (i, j) -> i);
        return on.assemble(
                first + second,
                1,
                List.of(new Arithmetic.Block<>(0, 0, column), new Arithmetic.Block<>(first, 0, row)));
    }

    private static <M> M toeplitz(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.result().rowCount();
        return on.rearrange(stacked(on, in), rows, in.result().columnCount(), (i, j) -> i >= j ? i - j : rows + j - i);
    }

    private static <M> M symmetricToeplitz(Arithmetic<M> on, Arguments<M> in) {
        int size = in.result().rowCount();
        return on.rearrange(in.get(0), size, size, (i, j) -> Math.abs(i - j));
    }

    private static <M> M hankel(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.result().rowCount();
        // Behind c stands all of r, whose first entry is skipped.
        return on.rearrange(
                stacked(on, in), rows, in.result().columnCount(), (i, j) -> i + j < rows ? i + j : i + j + 1);
    }

    static long triangleSize(int size) {
        return (long) size * (size + 1) / 2;
    }

    /** Position in vech of the entry (row, column) of the lower triangle, n rows high. */
    static int trianglePosition(int n, int row, int column) {
        return column * n - column * (column - 1) / 2 + row - column;
    }

    private static <M> M halfVector(Arithmetic<M> on, Arguments<M> in) {
        int n = in.shape(0).rowCount();
        int[] source = new int[in.result().rowCount()];
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                source[trianglePosition(n, i, j)] = i * n + j;
            }
        }
        return on.rearrange(in.get(0), source.length, 1, (i, j) -> source[i]);
    }

    private static Shape unstackedShape(ArgumentShapes in) {
        Size size = in.size(1);
        long needed = triangleSize(size.value());
        if (in.vector(0).entryCount() != needed) {
            throw in.problem(
                    0,
                    "has " + in.shape(0).entryCount() + " entries, a symmetric matrix of " + size.value()
                            + " rows needs " + needed,
                    "");
        }
        return new Shape(size, size);
    }

    private static <M> M unstacked(Arithmetic<M> on, Arguments<M> in) {
        int n = in.result().rowCount();
        return on.rearrange(in.get(0), n, n, (i, j) -> trianglePosition(n, Math.max(i, j), Math.min(i, j)));
    }

    private static Shape skewShape(ArgumentShapes in) {
        if (in.vector(0).entryCount() != 3) {
            throw in.problem(0, "must have 3 entries, it is " + in.shape(0), "");
        }
        return Shape.of(3, 3);
    }

    /** Entry (i, j) with k as the third of 1, 2, 3 is the k-th of w, negative where i, j, k is an even permutation. */
    static <M> M skew(Arithmetic<M> on, M w) {
        M above = on.rearrange(w, 3, 3, (i, j) -> j == (i + 2) % 3 ? (i + 1) % 3 : EntryMap.ZERO);
        return on.subtract(above, on.transpose(above));
    }

    private static <M> M skew(Arithmetic<M> on, Arguments<M> in) {
        return skew(on, in.get(0));
    }

    private static Shape axisShape(ArgumentShapes in) {
        if (!in.shape(0).sameAs(Shape.of(3, 3))) {
            throw in.problem(0, "must be 3×3, it is " + in.shape(0), "");
        }
        return Shape.vector(3);
    }

    static <M> M axis(Arithmetic<M> on, M matrix) {
        int[] source = {7, 2, 3};
        return on.rearrange(matrix, 3, 1, (i, j) -> source[i]);
    }

    private static <M> M axis(Arithmetic<M> on, Arguments<M> in) {
        return axis(on, in.get(0));
    }
}
