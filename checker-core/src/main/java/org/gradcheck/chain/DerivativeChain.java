package org.gradcheck.chain;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Spaces;

/**
 * A function made of stages one after the other, each with any of a JVP and a VJP. {@link #check()} says which of them is
 * wrong, or that all are right and are composed wrongly. An immutable builder; a {@link DerivativeGraph} in which every stage
 * takes the one before it.
 *
 * <pre>{@code
 * ChainReport report = DerivativeChain.start(x)
 *         .then("affine", Net::affine, Net::affineJvp, Net::affineVjp)
 *         .then("tanh", Net::tanh, Net::tanhJvp, Net::tanhVjp)
 *         .then("loss", Net::loss, Net::lossJvp, Net::lossVjp)
 *         .check();
 * }</pre>
 *
 * @param <X> the type of the points
 * @param <Y> the type of the values of the last stage
 */
public final class DerivativeChain<X, Y> {

    /** What the point is called. */
    private static final String POINT = "x";

    private final DerivativeGraph<Y> graph;
    private final String last;
    private final X point;
    private final Function<X, Y> function;

    private DerivativeChain(DerivativeGraph<Y> graph, String last, X point, Function<X, Y> function) {
        this.point = point;
        this.graph = graph;
        this.last = last;
        this.function = function;
    }

    /** Begins at a vector. Copied. */
    public static DerivativeChain<double[], double[]> start(double[] x) {
        return start(Spaces.vector(x.length), x);
    }

    /**
     * Begins at a point of a space or manifold.
     *
     * @throws IllegalArgumentException if the point is not in the set
     */
    @SuppressWarnings("unchecked") // before the first stage the value is the point, and nothing has its type yet
    public static <X> DerivativeChain<X, X> start(Manifold<X> set, X x) {
        return new DerivativeChain<>(
                (DerivativeGraph<X>) (DerivativeGraph<?>) DerivativeGraph.of().input(POINT, set, x),
                POINT,
                x,
                value -> value);
    }

    /** A stage to vectors, with both forms. For implicitly typed lambdas use {@link #then(String, Link)}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have Link
    public DerivativeChain<X, double[]> then(
            String name, Function<Y, double[]> f, BiFunction<Y, Y, double[]> jvp, BiFunction<Y, double[], Y> vjp) {
        return then(name, Link.<Y>vector(f).jvp(jvp).vjp(vjp));
    }

    /** A stage to numbers, such as a loss, with both forms. For implicitly typed lambdas use {@link #then(String, Link)}. */
    @SuppressWarnings("overloads") // method references resolve; lambdas have Link
    public DerivativeChain<X, Double> then(
            String name, ToDoubleFunction<Y> f, ToDoubleBiFunction<Y, Y> jvp, BiFunction<Y, Double, Y> vjp) {
        return then(name, Link.<Y>scalar(f).jvp(jvp::applyAsDouble).vjp(vjp));
    }

    /** A stage with any of the two forms, in any space. */
    public <Z> DerivativeChain<X, Z> then(String name, Link<Y, Z> link) {
        return new DerivativeChain<>(
                graph.stage(link.stage(name, last)),
                name,
                point,
                x -> link.function().apply(function.apply(x)));
    }

    /** A stage to vectors without a derivative. */
    public DerivativeChain<X, double[]> forward(String name, Function<Y, double[]> f) {
        return then(name, Link.vector(f));
    }

    /** A stage to numbers without a derivative. */
    public DerivativeChain<X, Double> forwardScalar(String name, ToDoubleFunction<Y> f) {
        return then(name, Link.scalar(f));
    }

    /** The user's own pushforward of the whole, (x, v) ↦ f′(x)[v]. */
    public DerivativeChain<X, Y> wholeJvp(BiFunction<X, X, Y> jvp) {
        return with(graph.wholeJvp((at, v) -> jvp.apply(Link.<X>only(at), Link.<X>only(v))));
    }

    /** The user's own pullback of the whole, (x, w) ↦ f′(x)*[w]. */
    public DerivativeChain<X, Y> wholeVjp(BiFunction<X, Y, X> vjp) {
        return with(graph.wholeVjp((at, w) -> Link.single(POINT, vjp.apply(Link.<X>only(at), w))));
    }

    /** The user's own gradient of the whole, which is a scalar. */
    public DerivativeChain<X, Y> gradient(Function<X, X> gradient) {
        return with(graph.gradient(at -> Link.single(POINT, gradient.apply(Link.<X>only(at)))));
    }

    /**
     * The user's own backward pass: (x, w) ↦ the cotangent of the point under the name "x" and, under the names of stages,
     * the intermediate cotangents that it can expose; as {@link DerivativeGraph#backward}.
     */
    public DerivativeChain<X, Y> backward(BiFunction<X, Y, Map<String, ?>> backward) {
        return with(graph.backward((at, w) -> backward.apply(Link.<X>only(at), w)));
    }

    private DerivativeChain<X, Y> with(DerivativeGraph<Y> newGraph) {
        return new DerivativeChain<>(newGraph, last, point, function);
    }

    /** The point that it begins at, as it was given. */
    public X point() {
        return point;
    }

    /** What the functions of the stages compose to, at any point. It is not guarded: what a stage throws is thrown. */
    public Function<X, Y> function() {
        return function;
    }

    /** The settings of every check that is made. */
    public DerivativeChain<X, Y> settings(CheckSettings settings) {
        return with(graph.settings(settings));
    }

    /** The seed that decides every random choice. */
    public DerivativeChain<X, Y> seed(long seed) {
        return with(graph.seed(seed));
    }

    /**
     * Checks every stage, every junction, the composition and, if given, the user's own derivative of the whole.
     *
     * @throws IllegalStateException if there is no stage, or no derivative at all
     */
    public ChainReport check() {
        return graph.check();
    }
}
