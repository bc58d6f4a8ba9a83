package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.Form;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * What was asked for.
 *
 * @param domain the set of the points, from a point
 * @param codomain the space of the values, from a value
 * @param function the user's f
 * @param point where to check
 * @param direction the one direction to check along, if any
 * @param supplied the forms of the derivative
 * @param complex f's analytic continuation, if any
 * @param settings the settings
 */
record CheckRequest<X, Y>(
        Function<X, Manifold<X>> domain,
        Function<Y, Space<Y>> codomain,
        Function<X, Y> function,
        Optional<X> point,
        Optional<X> direction,
        List<Supplied<X, Y>> supplied,
        Optional<ComplexFunction> complex,
        CheckSettings settings) {

    /** A supplied form, which becomes a derivative on coordinates once the spaces are known. */
    record Supplied<X, Y>(Form form, Function<TypedSpaces<X, Y>, Derivative> inSpaces) {}

    static <X, Y> CheckRequest<X, Y> of(
            Function<X, Manifold<X>> domain, Function<Y, Space<Y>> codomain, Function<X, Y> function) {
        return new CheckRequest<>(
                domain,
                codomain,
                function,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                CheckSettings.defaults());
    }

    CheckRequest<X, Y> withPoint(X newPoint) {
        return new CheckRequest<>(
                domain, codomain, function, Optional.of(newPoint), direction, supplied, complex, settings);
    }

    CheckRequest<X, Y> withDirection(X newDirection) {
        return new CheckRequest<>(
                domain, codomain, function, point, Optional.of(newDirection), supplied, complex, settings);
    }

    CheckRequest<X, Y> with(Form form, Function<TypedSpaces<X, Y>, Derivative> inSpaces) {
        List<Supplied<X, Y>> all = new ArrayList<>(supplied);
        all.add(new Supplied<>(form, inSpaces));
        return new CheckRequest<>(domain, codomain, function, point, direction, List.copyOf(all), complex, settings);
    }

    CheckRequest<X, Y> withComplex(ComplexFunction continuation) {
        return new CheckRequest<>(
                domain, codomain, function, point, direction, supplied, Optional.of(continuation), settings);
    }

    CheckRequest<X, Y> withSettings(CheckSettings newSettings) {
        return new CheckRequest<>(domain, codomain, function, point, direction, supplied, complex, newSettings);
    }
}
