package org.gradcheck.function;

/** A function between coordinate spaces: what the engine sees of the user's f, whatever types it takes. */
@FunctionalInterface
public interface VectorFunction {

    /** f(x): the coordinates of the value at the point with coordinates {@code x}. */
    double[] apply(double[] x);
}
