package org.gradcheck.expression.function;

import org.gradcheck.expression.shape.Shape;

/** Shape rules that many functions share. */
final class Rules {

    private Rules() {}

    static Shape sameAsFirst(ArgumentShapes in) {
        return in.shape(0);
    }

    static Shape scalar(ArgumentShapes in) {
        return Shape.SCALAR;
    }

    static Shape square(ArgumentShapes in) {
        return in.square(0);
    }

    static Shape squareToScalar(ArgumentShapes in) {
        in.square(0);
        return Shape.SCALAR;
    }

    static Shape broadcast(ArgumentShapes in) {
        Shape result = in.shape(0);
        for (int i = 1; i < in.count(); i++) {
            Shape next = in.shape(i);
            if (!result.broadcastsWith(next)) {
                throw in.problem(
                        i,
                        "(" + next.inline() + ") does not fit the shape of the others (" + result.inline() + ")",
                        "sizes must agree or be 1");
            }
            result = result.broadcast(next);
        }
        return result;
    }

    /** Two arrays of one shape. */
    static Shape equalShapes(ArgumentShapes in) {
        if (!in.shape(0).sameAs(in.shape(1))) {
            boolean transposed = in.shape(0).sameAs(in.shape(1).transposed());
            throw in.problem(
                    in.name(0) + " (" + in.shape(0).inline() + ") and " + in.name(1) + " ("
                            + in.shape(1).inline() + ") must have the same shape",
                    transposed ? "transpose one of them" : "");
        }
        return in.shape(0);
    }

    static Shape equalShapesToScalar(ArgumentShapes in) {
        equalShapes(in);
        return Shape.SCALAR;
    }

    /** All entries to a scalar, or along an axis: 1 sums over rows and leaves a row, 2 over columns and leaves a column. */
    static Shape alongAxis(ArgumentShapes in) {
        if (in.count() == 1) {
            return Shape.SCALAR;
        }
        if (in.isConstant(1) && in.constants().get(1).getAsDouble() == 0) {
            throw in.problem(
                    1, "must be between 1 and 2, found 0", "axis 1 sums over the rows, axis 2 over the columns");
        }
        return in.wholeNumber(1, 1, 2) == 1
                ? new Shape(Shape.SCALAR.rows(), in.shape(0).columns())
                : new Shape(in.shape(0).rows(), Shape.SCALAR.columns());
    }
}
