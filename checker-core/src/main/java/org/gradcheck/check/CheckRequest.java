package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.LinearizedFunction;
import org.gradcheck.derivative.SecondDerivative;
import org.gradcheck.derivative.ValuePart;
import org.gradcheck.space.CoordinateNames;
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
 * @param suppliedSecond the forms of the second derivative
 * @param complex f's analytic continuation, if any
 * @param names what the user calls the coordinates of the points, if anything
 * @param settings the settings
 */
record CheckRequest<X, Y>(
        Function<X, Manifold<X>> domain,
        Function<Y, Space<Y>> codomain,
        Function<X, Y> function,
        Optional<X> point,
        Optional<X> direction,
        List<Supplied<X, Y>> supplied,
        List<SuppliedSecond<X, Y>> suppliedSecond,
        Optional<Continuation> complex,
        Optional<CoordinateNames> names,
        CheckSettings settings) {

    /**
     * A supplied form, which becomes a derivative on coordinates once the spaces are known.
     *
     * @param form the form
     * @param inSpaces the derivative
     * @param value the value that comes with it, if any
     */
    record Supplied<X, Y>(
            Form form,
            Function<TypedSpaces<X, Y>, Derivative> inSpaces,
            Optional<Function<TypedSpaces<X, Y>, LinearizedFunction>> value) {

        Supplied(Form form, Function<TypedSpaces<X, Y>, Derivative> inSpaces) {
            this(form, inSpaces, Optional.empty());
        }

        Optional<ValuePart> valuePart(TypedSpaces<X, Y> spaces) {
            return value.map(function -> new ValuePart(form, function.apply(spaces)));
        }
    }

    /** A supplied form of the second derivative, likewise. */
    record SuppliedSecond<X, Y>(Form form, Function<TypedSpaces<X, Y>, SecondDerivative> inSpaces) {}

    static <X, Y> CheckRequest<X, Y> of(
            Function<X, Manifold<X>> domain, Function<Y, Space<Y>> codomain, Function<X, Y> function) {
        return new CheckRequest<>(
                domain,
                codomain,
                function,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                CheckSettings.defaults());
    }

    CheckRequest<X, Y> withPoint(X newPoint) {
        return new CheckRequest<>(
                domain,
                codomain,
                function,
                Optional.of(newPoint),
                direction,
                supplied,
                suppliedSecond,
                complex,
                names,
                settings);
    }

    CheckRequest<X, Y> withDirection(X newDirection) {
        return new CheckRequest<>(
                domain,
                codomain,
                function,
                point,
                Optional.of(newDirection),
                supplied,
                suppliedSecond,
                complex,
                names,
                settings);
    }

    CheckRequest<X, Y> on(Manifold<X> manifold) {
        return new CheckRequest<>(
                x -> manifold,
                codomain,
                function,
                point,
                direction,
                supplied,
                suppliedSecond,
                complex,
                names,
                settings);
    }

    CheckRequest<X, Y> with(Form form, Function<TypedSpaces<X, Y>, Derivative> inSpaces) {
        return with(new Supplied<>(form, inSpaces));
    }

    CheckRequest<X, Y> with(Supplied<X, Y> more) {
        List<Supplied<X, Y>> all = new ArrayList<>(supplied);
        all.add(more);
        return new CheckRequest<>(
                domain,
                codomain,
                function,
                point,
                direction,
                List.copyOf(all),
                suppliedSecond,
                complex,
                names,
                settings);
    }

    CheckRequest<X, Y> withSecond(Form form, Function<TypedSpaces<X, Y>, SecondDerivative> inSpaces) {
        List<SuppliedSecond<X, Y>> all = new ArrayList<>(suppliedSecond);
        all.add(new SuppliedSecond<>(form, inSpaces));
        return new CheckRequest<>(
                domain, codomain, function, point, direction, supplied, List.copyOf(all), complex, names, settings);
    }

    CheckRequest<X, Y> withComplex(Continuation continuation) {
        return new CheckRequest<>(
                domain,
                codomain,
                function,
                point,
                direction,
                supplied,
                suppliedSecond,
                Optional.of(continuation),
                names,
                settings);
    }

    CheckRequest<X, Y> withNames(CoordinateNames newNames) {
        return new CheckRequest<>(
                domain,
                codomain,
                function,
                point,
                direction,
                supplied,
                suppliedSecond,
                complex,
                Optional.of(newNames),
                settings);
    }

    /**
     * The set of the points, its coordinates named as the user names them.
     *
     * @throws IllegalArgumentException if there are more or fewer names than coordinates
     */
    Manifold<X> domainAround(X at) {
        Manifold<X> set = domain.apply(at);
        return names.map(given -> given.on(set)).orElse(set);
    }

    CheckRequest<X, Y> withSettings(CheckSettings newSettings) {
        return new CheckRequest<>(
                domain, codomain, function, point, direction, supplied, suppliedSecond, complex, names, newSettings);
    }
}
