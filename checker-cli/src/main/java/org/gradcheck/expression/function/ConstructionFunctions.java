package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.constant;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/** Constant arrays and the sizes of given ones. */
final class ConstructionFunctions {

    private ConstructionFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                        "eye(n) | eye(m, n)",
                        "identity matrix, n-by-n, or m-by-n with zeros beside or below; eye or I alone is as large as its place needs",
                        "eye(2)",
                        "n → n×n; m, n → m×n",
                        constant("constant: 0"),
                        in -> new Shape(in.size(0), in.size(in.count() - 1)),
                        ConstructionFunctions::identity),
                analytic(
                        "zeros(n) | zeros(m, n)",
                        "column of n zeros, or m-by-n matrix of zeros",
                        "zeros(2, 3)",
                        "n → n×1; m, n → m×n",
                        constant("constant: 0"),
                        ConstructionFunctions::givenShape,
                        new Constant(0)),
                analytic(
                        "ones(n) | ones(m, n)",
                        "column of n ones, or m-by-n matrix of ones",
                        "ones(2, 3)",
                        "n → n×1; m, n → m×n",
                        constant("constant: 0"),
                        ConstructionFunctions::givenShape,
                        new Constant(1)),
                analytic(
                        "e(i, n)",
                        "i-th unit column of length n",
                        "e(2, 3)",
                        "i, n → n×1",
                        constant("constant: 0"),
                        ConstructionFunctions::unitShape,
                        ConstructionFunctions::unit),
                analytic(
                        "E(i, j, m, n)",
                        "m-by-n matrix with a single one, at row i and column j",
                        "E(1, 2, 2, 2)",
                        "i, j, m, n → m×n",
                        constant("constant: 0"),
                        ConstructionFunctions::unitMatrixShape,
                        ConstructionFunctions::unitMatrix),
                size("rows(X)", "number of rows", ConstructionFunctions::rows),
                size("cols(X)", "number of columns", ConstructionFunctions::columns),
                size("numel(X)", "number of entries", ConstructionFunctions::entries));
    }

    private static LanguageFunction size(String signature, String summary, ToDoubleFunction<Shape> size) {
        String example = signature.replace("X", "ones(2, 3)");
        return analytic(
                        signature,
                        summary,
                        example,
                        "m×n → scalar",
                        constant("the shape alone counts: 0"),
                        Rules::scalar,
                        new SizeKernel(size))
                .knownFromShapes(in -> size.applyAsDouble(in.shape(0)));
    }

    private record SizeKernel(ToDoubleFunction<Shape> size) implements Kernel {
        @Override
        public <M> M evaluate(Arithmetic<M> on, Arguments<M> in) {
            return on.scalar(size.applyAsDouble(in.shape(0)));
        }
    }

    private static double rows(Shape shape) {
        return shape.rowCount();
    }

    private static double columns(Shape shape) {
        return shape.columnCount();
    }

    private static double entries(Shape shape) {
        return shape.entryCount();
    }

    private static Shape givenShape(ArgumentShapes in) {
        return new Shape(in.size(0), in.count() == 1 ? Size.ONE : in.size(1));
    }

    private record Constant(double value) implements Kernel {
        @Override
        public <M> M evaluate(Arithmetic<M> on, Arguments<M> in) {
            return on.filled(in.result().rowCount(), in.result().columnCount(), value);
        }
    }

    private static <M> M identity(Arithmetic<M> on, Arguments<M> in) {
        int size = Math.min(in.result().rowCount(), in.result().columnCount());
        return on.assemble(
                in.result().rowCount(),
                in.result().columnCount(),
                List.of(new Arithmetic.Block<>(0, 0, on.identity(size))));
    }

    private static Shape unitShape(ArgumentShapes in) {
        in.wholeNumber(0, 1, in.size(1).value());
        return new Shape(in.size(1), Size.ONE);
    }

    private static <M> M unit(Arithmetic<M> on, Arguments<M> in) {
        return single(on, in, in.wholeNumber(0) - 1, 0);
    }

    private static Shape unitMatrixShape(ArgumentShapes in) {
        in.wholeNumber(0, 1, in.size(2).value());
        in.wholeNumber(1, 1, in.size(3).value());
        return new Shape(in.size(2), in.size(3));
    }

    private static <M> M unitMatrix(Arithmetic<M> on, Arguments<M> in) {
        return single(on, in, in.wholeNumber(0) - 1, in.wholeNumber(1) - 1);
    }

    private static <M> M single(Arithmetic<M> on, Arguments<M> in, int row, int column) {
        DMatrixRMaj matrix = new DMatrixRMaj(in.result().rowCount(), in.result().columnCount());
        matrix.set(row, column, 1);
        return on.embed(matrix);
    }
}
