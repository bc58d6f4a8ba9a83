package org.gradcheck.chain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gradcheck.space.Space;

/**
 * A stage of a {@link DerivativeChain}, which takes what the stage before it gives. Immutable.
 *
 * <pre>{@code
 * chain.then("tanh", Link.vector(Net::tanh).vjp(Net::tanhVjp))
 * }</pre>
 *
 * @param <X> the type of what it takes
 * @param <Y> the type of its values
 */
public final class Link<X, Y> {

    private final Function<X, Y> function;
    private final BiFunction<String, List<String>, Stage<Y>> stage;
    private final Optional<BiFunction<X, X, Y>> jvp;
    private final Optional<BiFunction<X, Y, X>> vjp;
    private final Optional<Space<X>> domain;
    private final Optional<X> kept;

    private Link(
            Function<X, Y> function,
            BiFunction<String, List<String>, Stage<Y>> stage,
            Optional<BiFunction<X, X, Y>> jvp,
            Optional<BiFunction<X, Y, X>> vjp,
            Optional<Space<X>> domain,
            Optional<X> kept) {
        this.function = function;
        this.stage = stage;
        this.jvp = jvp;
        this.vjp = vjp;
        this.domain = domain;
        this.kept = kept;
    }

    private static <X, Y> Link<X, Y> of(Function<X, Y> function, BiFunction<String, List<String>, Stage<Y>> stage) {
        return new Link<>(function, stage, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A function to vectors. */
    public static <X> Link<X, double[]> vector(Function<X, double[]> function) {
        return of(function, (name, takes) -> Stage.vector(name, takes, in -> function.apply(only(in))));
    }

    /** A function to numbers, such as a loss. */
    public static <X> Link<X, Double> scalar(ToDoubleFunction<X> function) {
        return of(
                function::applyAsDouble,
                (name, takes) -> Stage.scalar(name, takes, in -> function.applyAsDouble(only(in))));
    }

    /** A function to a space. */
    public static <X, Y> Link<X, Y> into(Space<Y> space, Function<X, Y> function) {
        return of(function, (name, takes) -> Stage.of(name, space, takes, in -> function.apply(only(in))));
    }

    /** The pushforward (x, v) ↦ f′(x)[v]. */
    public Link<X, Y> jvp(BiFunction<X, X, Y> pushforward) {
        return new Link<>(function, stage, Optional.of(pushforward), vjp, domain, kept);
    }

    /** The pullback (x, w) ↦ f′(x)*[w]. */
    public Link<X, Y> vjp(BiFunction<X, Y, X> pullback) {
        return new Link<>(function, stage, jvp, Optional.of(pullback), domain, kept);
    }

    /** States the space that the stage needs its argument to be in. */
    public Link<X, Y> from(Space<X> space) {
        return new Link<>(function, stage, jvp, vjp, Optional.of(space), kept);
    }

    /** States the value at which the user's own code linearised the stage, as {@link Stage#linearisedAt}. */
    public Link<X, Y> linearisedAt(X value) {
        return new Link<>(function, stage, jvp, vjp, domain, Optional.of(value));
    }

    /** The stage's function alone. */
    Function<X, Y> function() {
        return function;
    }

    /** The stage of a graph that takes {@code previous}. */
    Stage<Y> stage(String name, String previous) {
        Stage<Y> result = stage.apply(name, List.of(previous));
        if (jvp.isPresent()) {
            BiFunction<X, X, Y> pushforward = jvp.get();
            result = result.jvp((at, tangents) -> pushforward.apply(only(at), only(tangents)));
        }
        if (vjp.isPresent()) {
            BiFunction<X, Y, X> pullback = vjp.get();
            result = result.vjp((at, w) -> single(previous, pullback.apply(only(at), w)));
        }
        if (domain.isPresent()) {
            result = result.expects(previous, domain.get());
        }
        return kept.isPresent() ? result.linearisedAt(Map.of(previous, kept.get())) : result;
    }

    /** A map that may hold what the user's code returned, null included: the guard is to tell. */
    static Map<String, ?> single(String name, Object value) {
        return Collections.singletonMap(name, value);
    }

    /** The value of the only name; the types of a chain fit by construction. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <X> X only(Values values) {
        return (X) values.get(values.names().get(0), Object.class);
    }
}
