package org.gradcheck.check;

import java.util.Optional;
import java.util.SplittableRandom;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.reference.Direction;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * What a check is about: f at a point where it has a value.
 *
 * @param function f under guard
 * @param complex its analytic continuation, if it has one
 * @param domain the set of the points
 * @param codomain the space of the values
 * @param x the point
 * @param value f(x)
 * @param repeatDeviation |f(x) − f(x)′|/√2 of evaluating f(x) twice, per output the largest; usually 0
 * @param given the direction the user asks for, if any
 */
record Subject(
        GuardedFunction function,
        Optional<ComplexFunction> complex,
        Manifold<?> domain,
        Space<?> codomain,
        double[] x,
        double[] value,
        double repeatDeviation,
        Optional<Direction> given) {

    /** A random tangent at the point. */
    Direction randomDirection(Direction.Kind kind, SplittableRandom random) {
        return Direction.random(kind, domain, x, random);
    }
}
