package org.gradcheck.check;

import java.util.Optional;
import java.util.SplittableRandom;
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
        Optional<Continuation> complex,
        Manifold<?> domain,
        Space<?> codomain,
        double[] x,
        double[] value,
        double repeatDeviation,
        Optional<Direction> given) {

    /** The same with another continuation, or none. */
    Subject continuedBy(Optional<Continuation> continuation) {
        return new Subject(function, continuation, domain, codomain, x, value, repeatDeviation, given);
    }

    /** The direction that is tried as the n-th: the given one, or a random one that lies by turns. */
    Direction direction(int number, SplittableRandom random) {
        Direction.Kind kind = number % 2 == 1 ? Direction.Kind.SCALED : Direction.Kind.ISOTROPIC;
        return given.orElseGet(() -> randomDirection(kind, random));
    }

    /** A random tangent at the point. */
    Direction randomDirection(Direction.Kind kind, SplittableRandom random) {
        return Direction.random(kind, domain, x, random);
    }
}
