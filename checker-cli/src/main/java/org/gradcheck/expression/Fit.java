package org.gradcheck.expression;

import java.util.Optional;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/** What the surroundings of an expression tell of its shape; only constants without a size of their own look at it. */
record Fit(Optional<Size> rows, Optional<Size> columns) {

    static final Fit UNKNOWN = new Fit(Optional.empty(), Optional.empty());

    static Fit to(Shape shape) {
        return new Fit(Optional.of(shape.rows()), Optional.of(shape.columns()));
    }

    Fit transposed() {
        return new Fit(columns, rows);
    }

    /** For the right operand of an operation that itself has this fit, where nothing is known of the left one. */
    Fit ofRight(InfixOperator operator) {
        return switch (operator) {
            case TIMES, UNDER -> new Fit(Optional.empty(), columns);
            case OVER, POWER -> UNKNOWN;
            default -> this;
        };
    }

    /** For the right operand, by the shape of the left one. */
    Fit ofRight(InfixOperator operator, Shape left) {
        return switch (operator) {
            case TIMES -> left.isScalar() ? this : new Fit(Optional.of(left.columns()), columns);
            case UNDER -> left.isScalar() ? this : new Fit(Optional.of(left.rows()), columns);
            case OVER, POWER -> UNKNOWN;
            default -> left.isScalar() ? this : to(left);
        };
    }

    /** For the left operand, where nothing is known of the right one. */
    Fit ofLeft(InfixOperator operator) {
        return switch (operator) {
            case TIMES -> new Fit(rows, Optional.empty());
            case UNDER -> UNKNOWN;
            default -> this;
        };
    }

    /** For the left operand, by the shape of the right one. */
    Fit ofLeft(InfixOperator operator, Shape right) {
        return switch (operator) {
            case TIMES -> right.isScalar() ? this : new Fit(rows, Optional.of(right.rows()));
            case UNDER -> UNKNOWN;
            case OVER, POWER -> this;
            default -> right.isScalar() ? this : to(right);
        };
    }
}
