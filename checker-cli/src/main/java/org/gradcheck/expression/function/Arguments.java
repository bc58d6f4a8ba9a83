package org.gradcheck.expression.function;

import java.util.List;
import org.gradcheck.expression.shape.Shape;

/** The values of the arguments of a call, with what the check found: constants and the shape of the result. */
public record Arguments<M>(List<M> values, ArgumentShapes checked, Shape result) {

    public M get(int argument) {
        return values.get(argument);
    }

    public int count() {
        return values.size();
    }

    public Shape shape(int argument) {
        return checked.shape(argument);
    }

    /** A constant that the shape rule has already accepted as a whole number. */
    public int wholeNumber(int argument) {
        return (int) checked.constants().get(argument).orElseThrow();
    }
}
