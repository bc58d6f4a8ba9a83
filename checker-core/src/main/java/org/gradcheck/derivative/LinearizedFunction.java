package org.gradcheck.derivative;

/** A function of a point that is linear in its second argument: a pushforward or a pullback. */
@FunctionalInterface
public interface LinearizedFunction {

    /**
     * The operator at the point, applied.
     *
     * @param x the coordinates of the point
     * @param argument the coordinates of a tangent (pushforward) or a cotangent (pullback)
     */
    double[] apply(double[] x, double[] argument);
}
