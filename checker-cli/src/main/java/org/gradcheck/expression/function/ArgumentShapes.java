package org.gradcheck.expression.function;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/** What is known of the arguments of a call before anything is evaluated: shapes, and values and names of constant scalars. */
public record ArgumentShapes(
        LanguageFunction function,
        List<Shape> shapes,
        List<OptionalDouble> constants,
        List<Optional<String>> constantNames) {

    public ArgumentShapes {
        shapes = List.copyOf(shapes);
        constants = List.copyOf(constants);
        constantNames = List.copyOf(constantNames);
    }

    public int count() {
        return shapes.size();
    }

    public Shape shape(int argument) {
        return shapes.get(argument);
    }

    public boolean isConstant(int argument) {
        return constants.get(argument).isPresent();
    }

    /** The name of an argument, as in the signature. */
    public String name(int argument) {
        return function.parameterNames(count()).get(argument);
    }

    /** The value of an argument that must be a whole number known before evaluation and lie between the limits. */
    public int wholeNumber(int argument, int least, int most) {
        if (!isConstant(argument)) {
            throw problem(
                    argument,
                    "must be a number known before evaluation",
                    "use a number, a named size, rows(A) or cols(A)");
        }
        double value = constants.get(argument).getAsDouble();
        if (value != Math.rint(value)) {
            throw problem(argument, "must be a whole number, found " + value, "");
        }
        if (value < least || value > most) {
            String range = most == Integer.MAX_VALUE ? "at least " + least : "between " + least + " and " + most;
            throw problem(argument, "must be " + range + ", found " + (long) value, "");
        }
        return (int) value;
    }

    /** An argument that gives a number of rows or columns. */
    public Size size(int argument) {
        return new Size(wholeNumber(argument, 1, Integer.MAX_VALUE), constantNames.get(argument));
    }

    /** A number of rows or columns that was computed from others. */
    public Size total(long value) {
        if (value > Integer.MAX_VALUE) {
            throw problem("the result is too large", "");
        }
        return Size.of((int) value);
    }

    public Shape square(int argument) {
        if (!shape(argument).isSquare()) {
            throw problem(argument, "must be square, it is " + shape(argument), "");
        }
        return shape(argument);
    }

    /** An argument that must have the given shape. */
    public Shape shaped(int argument, Shape expected) {
        if (!shape(argument).sameAs(expected)) {
            throw problem(argument, "must be " + expected + ", it is " + shape(argument), "");
        }
        return shape(argument);
    }

    public void scalar(int argument) {
        if (!shape(argument).isScalar()) {
            throw problem(argument, "must be a scalar, it is " + shape(argument), "");
        }
    }

    /** A single row or column. */
    public Shape vector(int argument) {
        if (!shape(argument).isVector()) {
            throw problem(argument, "must be a vector, it is " + shape(argument), "");
        }
        return shape(argument);
    }

    public Shape column(int argument) {
        if (!shape(argument).isColumn()) {
            String hint = shape(argument).isRow() ? "transpose it" : "";
            throw problem(argument, "must be a column, it is " + shape(argument), hint);
        }
        return shape(argument);
    }

    /** A complaint about one argument; the text goes on after the argument's name. */
    public ArgumentException problem(int argument, String text, String hint) {
        return ArgumentException.of(argument, function.name() + ": " + name(argument) + " " + text, hint);
    }

    /** A complaint about the arguments together. */
    public ArgumentException problem(String text, String hint) {
        return ArgumentException.of(function.name() + ": " + text, hint);
    }
}
