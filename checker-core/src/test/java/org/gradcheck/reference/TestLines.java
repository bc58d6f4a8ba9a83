package org.gradcheck.reference;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.VectorFunction;
import org.gradcheck.space.Spaces;

/** Lines through a point of the real axis along which t is the change of x itself. */
final class TestLines {

    private TestLines() {}

    static Line along(DoubleUnaryOperator f, double x) {
        return alongVector(p -> new double[] {f.applyAsDouble(p[0])}, x);
    }

    static Line alongVector(VectorFunction f, double x) {
        return Line.within(
                neighbourhood(f, x),
                new Direction(Direction.Kind.GIVEN, new double[] {1}),
                new SplittableRandom(1),
                100);
    }

    static Neighbourhood neighbourhood(VectorFunction f, double... x) {
        GuardedFunction function = new GuardedFunction(f);
        if (function.evaluate(x) instanceof Evaluation.Value value) {
            return new Neighbourhood(
                    function,
                    Spaces.vector(x.length),
                    x,
                    value.coordinates(),
                    Spaces.vector(value.coordinates().length),
                    Optional.empty(),
                    false);
        }
        throw new IllegalArgumentException("f has no value at the point");
    }
}
