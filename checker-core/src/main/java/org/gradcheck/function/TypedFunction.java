package org.gradcheck.function;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.jspecify.annotations.Nullable;

/**
 * The user's code between typed spaces, as a function of coordinates, which it copies and leaves alone. If the user's code
 * changes the element it is given, an {@link FaultException} says so.
 */
public final class TypedFunction<X, Y> implements VectorFunction {

    private final Manifold<X> domain;
    private final Function<Y, Space<Y>> codomainOf;
    private final Function<X, Y> function;
    private final AtomicReference<@Nullable Space<Y>> codomain = new AtomicReference<>();

    /**
     * @param domain the space of the points
     * @param codomainOf the space of the values, from the first of them: the length of a vector is known only then
     * @param function the user's code
     */
    public TypedFunction(Manifold<X> domain, Function<Y, Space<Y>> codomainOf, Function<X, Y> function) {
        this.domain = domain;
        this.codomainOf = codomainOf;
        this.function = function;
    }

    /** The space of the values; empty before the first of them. */
    public Optional<Space<Y>> codomain() {
        return Optional.ofNullable(codomain.get());
    }

    @Override
    @SuppressWarnings("NullAway") // user code may return null whatever its type says; the guard names it
    public double[] apply(double[] x) {
        X element = domain.element(x);
        Y value;
        try {
            value = function.apply(element);
        } finally {
            requireUnchanged(x, element);
        }
        if (value == null) {
            return null;
        }
        Space<Y> known = codomain.get();
        if (known == null) {
            known = codomainOf.apply(value);
            codomain.set(known);
        }
        return known.coordinates(value);
    }

    /** A space may round on the way to the element: only what differs from an untouched one was changed. */
    private void requireUnchanged(double[] x, X element) {
        if (domain.hasCoordinates(element, x)) {
            return;
        }
        double[] after = domain.coordinates(element);
        if (!Arrays.equals(domain.coordinates(domain.element(x)), after)) {
            UserCall.mutation(x, after).ifPresent(fault -> {
                throw new FaultException(fault);
            });
        }
    }
}
