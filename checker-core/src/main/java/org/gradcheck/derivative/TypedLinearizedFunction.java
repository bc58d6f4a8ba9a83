package org.gradcheck.derivative;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.gradcheck.function.Conversions;
import org.gradcheck.space.Manifold;

/**
 * The user's pushforward or pullback between typed spaces, as a function of coordinates. Changes to the arguments are
 * written back into the coordinates, where the guard looks for them.
 *
 * @param domain the space of the points
 * @param argumentSpace the space of the tangents or cotangents
 * @param resultSpace the space of the results
 * @param function the user's code
 */
public record TypedLinearizedFunction<X, A, R>(
        Manifold<X> domain, Manifold<A> argumentSpace, Manifold<R> resultSpace, BiFunction<X, A, R> function)
        implements LinearizedFunction {

    @Override
    public double[] apply(double[] x, double[] argument) {
        X point = domain.element(x);
        A tangent = argumentSpace.element(argument);
        double[] pointBefore = domain.coordinates(point);
        double[] tangentBefore = argumentSpace.coordinates(tangent);
        R result = function.apply(point, tangent);
        writeBack(pointBefore, domain.coordinates(point), x);
        writeBack(tangentBefore, argumentSpace.coordinates(tangent), argument);
        return Conversions.coordinatesOrNull(resultSpace, result);
    }

    private static void writeBack(double[] before, double[] after, double[] target) {
        if (!Arrays.equals(before, after)) {
            System.arraycopy(after, 0, target, 0, target.length);
        }
    }
}
