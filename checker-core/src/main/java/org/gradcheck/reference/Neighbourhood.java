package org.gradcheck.reference;

import java.util.Optional;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.Precision;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * f around a point: what a line through the point needs.
 *
 * @param function f under guard
 * @param domain the set of the points
 * @param x the point; never modified
 * @param value f(x)
 * @param codomain the space of the values
 * @param declared the precision the user says f computes in; empty to go by its outputs
 * @param parallel whether f may be called by several threads at once
 */
public record Neighbourhood(
        GuardedFunction function,
        Manifold<?> domain,
        double[] x,
        double[] value,
        Space<?> codomain,
        Optional<Precision> declared,
        boolean parallel) {

    /** The same with a precision that f has been seen to compute in. */
    public Neighbourhood assuming(Precision precision) {
        return new Neighbourhood(function, domain, x, value, codomain, Optional.of(precision), parallel);
    }

    /** The same function around another point. */
    public Neighbourhood at(double[] point, double[] newValue) {
        return new Neighbourhood(function, domain, point, newValue, codomain, declared, parallel);
    }
}
