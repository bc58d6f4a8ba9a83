package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.linear;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryMap;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/** Linear functions that take entries to other places. */
final class ArrangementFunctions {

    private ArrangementFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                        "diag(x)",
                        "diagonal matrix with the vector x on its diagonal; of a square matrix its diagonal, as diagv",
                        "diag([1; 2])",
                        "n×1 → n×n; 1×n → n×n; n×n → n×1",
                        linear(),
                        ArrangementFunctions::diagonalMatrixShape,
                        ArrangementFunctions::diagonalMatrix),
                analytic(
                        "diagv(X)",
                        "diagonal of X as a column",
                        "diagv([1, 2; 3, 4])",
                        "m×n → min(m, n)×1",
                        linear(),
                        in -> new Shape(shorterSide(in.shape(0)), Size.ONE),
                        ArrangementFunctions::diagonal),
                analytic(
                        "transpose(X)",
                        "transpose, the same as X'",
                        "transpose([1, 2; 3, 4])",
                        "m×n → n×m",
                        linear(),
                        in -> in.shape(0).transposed(),
                        ArrangementFunctions::transposed),
                analytic(
                        "vec(X)",
                        "the columns of X stacked into one column",
                        "vec([1, 2; 3, 4])",
                        "m×n → m*n×1",
                        linear(),
                        ArrangementFunctions::stackedShape,
                        ArrangementFunctions::stacked),
                analytic(
                        "unvec(x, m, n)",
                        "m-by-n matrix whose columns, stacked, are x: the inverse of vec",
                        "unvec([1; 2; 3; 4], 2, 2)",
                        "m*n×1, m, n → m×n",
                        linear(),
                        ArrangementFunctions::unstackedShape,
                        ArrangementFunctions::unstacked),
                triangle("tril(X)", "lower triangle with the diagonal, zeros above", 0, true),
                triangle("triu(X)", "upper triangle with the diagonal, zeros below", 0, false),
                triangle("stril(X)", "strictly lower triangle, zeros elsewhere", 1, true),
                triangle("striu(X)", "strictly upper triangle, zeros elsewhere", 1, false),
                analytic(
                        "sym(X)",
                        "symmetric part (X + X')/2",
                        "sym([1, 2; 4, 3])",
                        "n×n → n×n",
                        linear(),
                        Rules::square,
                        ArrangementFunctions::symmetricPart),
                analytic(
                        "skewpart(X)",
                        "skew part (X - X')/2",
                        "skewpart([1, 2; 4, 3])",
                        "n×n → n×n",
                        linear(),
                        Rules::square,
                        ArrangementFunctions::skewPart),
                analytic(
                        "repmat(X, m, n)",
                        "m-by-n copies of X side by side",
                        "repmat([1; 2], 1, 3)",
                        "p×q, m, n → m*p×n*q",
                        linear(),
                        ArrangementFunctions::repeatedShape,
                        ArrangementFunctions::repeated));
    }

    private static Shape diagonalMatrixShape(ArgumentShapes in) {
        Shape shape = in.shape(0);
        if (!shape.isVector() && shape.isSquare()) {
            return new Shape(shape.rows(), Size.ONE);
        }
        if (!shape.isVector()) {
            throw in.problem(
                    0,
                    "must be a vector or a square matrix, it is " + shape,
                    "diagv(X) is the diagonal of a matrix as a column");
        }
        Size size = shape.isColumn() ? shape.rows() : shape.columns();
        return new Shape(size, size);
    }

    private static <M> M diagonalMatrix(Arithmetic<M> on, Arguments<M> in) {
        if (!in.shape(0).isVector()) {
            return diagonal(on, in);
        }
        int size = in.result().rowCount();
        return on.rearrange(in.get(0), size, size, (i, j) -> i == j ? i : EntryMap.ZERO);
    }

    private static <M> M transposed(Arithmetic<M> on, Arguments<M> in) {
        return on.transpose(in.get(0));
    }

    private static Size shorterSide(Shape shape) {
        return shape.rowCount() <= shape.columnCount() ? shape.rows() : shape.columns();
    }

    private static <M> M diagonal(Arithmetic<M> on, Arguments<M> in) {
        int width = in.shape(0).columnCount();
        return on.rearrange(in.get(0), in.result().rowCount(), 1, (i, j) -> i * width + i);
    }

    private static Shape stackedShape(ArgumentShapes in) {
        Shape shape = in.shape(0);
        if (shape.isVector()) {
            return new Shape(shape.isColumn() ? shape.rows() : shape.columns(), Size.ONE);
        }
        return Shape.vector((int) shape.entryCount());
    }

    private static <M> M stacked(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.shape(0).rowCount();
        int width = in.shape(0).columnCount();
        return on.rearrange(in.get(0), in.result().rowCount(), 1, (i, j) -> i % rows * width + i / rows);
    }

    private static Shape unstackedShape(ArgumentShapes in) {
        Shape result = new Shape(in.size(1), in.size(2));
        if (in.vector(0).entryCount() != result.entryCount()) {
            throw in.problem(
                    0,
                    "has " + in.shape(0).entryCount() + " entries, an array of " + result + " needs "
                            + result.entryCount(),
                    "");
        }
        return result;
    }

    private static <M> M unstacked(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.result().rowCount();
        return on.rearrange(in.get(0), rows, in.result().columnCount(), (i, j) -> j * rows + i);
    }

    private static LanguageFunction triangle(String signature, String summary, int offset, boolean lower) {
        String example = signature.replace("(X)", "([1, 2; 3, 4])");
        return analytic(
                signature, summary, example, "m×n → m×n", linear(), Rules::sameAsFirst, new Triangle(offset, lower));
    }

    /** Keeps the entries at least {@code offset} below (or above) the diagonal. */
    private record Triangle(int offset, boolean lower) implements Kernel {
        @Override
        public <M> M evaluate(Arithmetic<M> on, Arguments<M> in) {
            int rows = in.result().rowCount();
            int columns = in.result().columnCount();
            return on.rearrange(in.get(0), rows, columns, (i, j) -> keeps(i, j) ? i * columns + j : EntryMap.ZERO);
        }

        private boolean keeps(int row, int column) {
            return lower ? row - column >= offset : column - row >= offset;
        }
    }

    private static <M> M symmetricPart(Arithmetic<M> on, Arguments<M> in) {
        return on.scale(on.scalar(0.5), on.add(in.get(0), on.transpose(in.get(0))));
    }

    private static <M> M skewPart(Arithmetic<M> on, Arguments<M> in) {
        return on.scale(on.scalar(0.5), on.subtract(in.get(0), on.transpose(in.get(0))));
    }

    private static Shape repeatedShape(ArgumentShapes in) {
        return new Shape(
                repeated(in, in.shape(0).rows(), 1), repeated(in, in.shape(0).columns(), 2));
    }

    private static Size repeated(ArgumentShapes in, Size size, int argument) {
        int times = in.wholeNumber(argument, 1, Integer.MAX_VALUE / size.value());
        return times == 1 ? size : size.isOne() ? in.size(argument) : Size.of(times * size.value());
    }

    private static <M> M repeated(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.shape(0).rowCount();
        int columns = in.shape(0).columnCount();
        return on.rearrange(
                in.get(0),
                in.result().rowCount(),
                in.result().columnCount(),
                (i, j) -> i % rows * columns + j % columns);
    }
}
