package org.gradcheck.check;

import java.util.Optional;
import java.util.SplittableRandom;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.VectorFunction;
import org.gradcheck.reference.Direction;
import org.gradcheck.reference.Line;
import org.gradcheck.reference.Neighbourhood;
import org.gradcheck.reference.StepLadder;
import org.gradcheck.space.Spaces;

/**
 * A function with its supplied derivative on an evaluated line through a point, for tests of what is made of the supplied
 * numbers.
 */
record SuppliedAlongALine(Subject subject, Line line, Derivative derivative) {

    static SuppliedAlongALine of(VectorFunction f, Derivative derivative, double[] x, double... v) {
        GuardedFunction function = new GuardedFunction(f);
        if (!(function.evaluate(x) instanceof Evaluation.Value value)) {
            throw new IllegalArgumentException("f has no value at the point");
        }
        Subject subject = new Subject(
                function,
                Optional.empty(),
                Spaces.vector(x.length),
                Spaces.vector(value.coordinates().length),
                x,
                value.coordinates(),
                0,
                Optional.empty());
        Line line = Line.within(
                new Neighbourhood(
                        function, subject.domain(), x, subject.value(), subject.codomain(), Optional.empty(), false),
                new Direction(Direction.Kind.GIVEN, v),
                new SplittableRandom(1),
                100);
        line.evaluatePairs(StepLadder.first());
        return new SuppliedAlongALine(subject, line, derivative);
    }

    /** What is supplied for the read-outs. */
    double[] values() {
        return derivative
                .at(subject.x(), subject.domain(), subject.codomain())
                .pair(line.direction().tangent(), line.readOuts().cotangents());
    }

    SuppliedError error() {
        return new SuppliedError(SuppliedSlope.of(subject, derivative, line, 0));
    }

    SuppliedValues suppliedValues() {
        return SuppliedValues.on(line, subject, derivative, values());
    }
}
