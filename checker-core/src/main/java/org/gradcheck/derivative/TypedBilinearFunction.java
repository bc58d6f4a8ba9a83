package org.gradcheck.derivative;

import java.util.Arrays;
import org.gradcheck.function.Conversions;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * The user's second derivative between typed spaces, as a function of coordinates. Changes to the arguments are written
 * back into the coordinates, where the guard looks for them.
 *
 * @param domain the space of the points and tangents
 * @param codomain the space of the values
 * @param function the user's code
 */
public record TypedBilinearFunction<X, Y>(Manifold<X> domain, Space<Y> codomain, Function3<X, Y> function)
        implements BilinearForm.BilinearFunction {

    /** (x, u, v) ↦ f″(x)[u, v] on the user's types. */
    @FunctionalInterface
    public interface Function3<X, Y> {
        /** f″(x)[u, v]. */
        Y apply(X x, X u, X v);
    }

    @Override
    public double[] apply(double[] x, double[] u, double[] v) {
        X point = domain.element(x);
        X first = domain.element(u);
        X second = domain.element(v);
        Y result = function.apply(point, first, second);
        writeBack(point, x);
        writeBack(first, u);
        writeBack(second, v);
        return Conversions.coordinatesOrNull(codomain, result);
    }

    private void writeBack(X element, double[] coordinates) {
        double[] after = domain.coordinates(element);
        if (!Arrays.equals(after, coordinates)
                && !Arrays.equals(after, domain.coordinates(domain.element(coordinates)))) {
            System.arraycopy(after, 0, coordinates, 0, coordinates.length);
        }
    }
}
