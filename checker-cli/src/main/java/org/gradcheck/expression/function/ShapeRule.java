package org.gradcheck.expression.function;

import org.gradcheck.expression.shape.Shape;

/** The shape of a function's result. */
@FunctionalInterface
public interface ShapeRule {

    /** The shape that the arguments give; an {@link ArgumentException} when the function does not accept them. */
    Shape resultFor(ArgumentShapes in);
}
