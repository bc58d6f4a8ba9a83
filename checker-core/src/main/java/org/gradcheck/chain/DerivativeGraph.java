package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * A function made of stages, each of named inputs and earlier stages, that are joined by the chain rule: networks with
 * parameters, residual connections and shared weights. {@link #check()} says which stage's derivative is wrong, or that all
 * are right and are composed wrongly. An immutable builder.
 *
 * <pre>{@code
 * ChainReport report = DerivativeGraph.of()
 *         .input("W", Spaces.matrix(2, 2), w)
 *         .input("x", x)
 *         .stage(Stage.vector("h", List.of("W", "x"), in -> tanh(times(in.matrix("W"), in.vector("x"))))
 *                 .vjp((in, hbar) -> Map.of("W", …, "x", …)))
 *         .stage(Stage.scalar("loss", List.of("h", "x"), in -> …).vjp((in, bar) -> …))
 *         .check();
 * }</pre>
 *
 * <p>The last stage is the value of the whole. Nothing that the user's code does ends {@link #check} with an exception.
 *
 * @param <Y> the type of the values of the last stage
 */
public final class DerivativeGraph<Y> {

    private final List<Input> inputs;
    private final List<Stage<?>> stages;
    private final WholeForms whole;
    private final CheckSettings settings;

    /** A named input at its point. */
    record Input(String name, Manifold<Object> set, double[] point, boolean isConstant) {}

    private DerivativeGraph(List<Input> inputs, List<Stage<?>> stages, WholeForms whole, CheckSettings settings) {
        this.inputs = List.copyOf(inputs);
        this.stages = List.copyOf(stages);
        this.whole = whole;
        this.settings = settings;
    }

    /** A graph without anything in it. */
    public static DerivativeGraph<Void> of() {
        return new DerivativeGraph<>(List.of(), List.of(), WholeForms.none(), CheckSettings.defaults());
    }

    /** A vector that the whole is differentiated with respect to, and its value. Copied. */
    public DerivativeGraph<Y> input(String name, double[] value) {
        return input(name, Spaces.vector(value.length), value);
    }

    /**
     * An input that the whole is differentiated with respect to: the point, or a parameter.
     *
     * @param set its space or manifold
     * @throws IllegalArgumentException if the name is taken, or the value is not in the set
     */
    public <T> DerivativeGraph<Y> input(String name, Manifold<T> set, T value) {
        return with(name, set, value, false);
    }

    /** An input that no derivative is taken of, such as data or labels. */
    public <T> DerivativeGraph<Y> constant(String name, Space<T> space, T value) {
        return with(name, space, value, true);
    }

    private <T> DerivativeGraph<Y> with(String name, Manifold<T> set, T value, boolean isConstant) {
        requireFree(name);
        List<Input> more = new ArrayList<>(inputs);
        more.add(new Input(name, untyped(set), set.coordinates(value), isConstant));
        return new DerivativeGraph<>(more, stages, whole, settings);
    }

    /** The elements of a set are of its type only; nothing else is ever handed to it unnoticed. */
    @SuppressWarnings("unchecked")
    static Manifold<Object> untyped(Manifold<?> set) {
        return (Manifold<Object>) set;
    }

    /**
     * Adds a stage, which is then the last.
     *
     * @throws IllegalArgumentException if its name is taken, or it takes what there is not
     * @throws IllegalStateException if a derivative of the whole was given already
     */
    public <Z> DerivativeGraph<Z> stage(Stage<Z> stage) {
        requireFree(stage.name());
        for (String taken : stage.takes()) {
            if (!names().contains(taken)) {
                throw new IllegalArgumentException("the stage \"" + stage.name() + "\" takes \"" + taken
                        + "\", which is neither an input nor an earlier stage; there are " + names());
            }
        }
        if (!whole.isEmpty()) {
            throw new IllegalStateException(
                    "the stage \"" + stage.name() + "\" comes after a derivative of the whole: add all stages first");
        }
        List<Stage<?>> more = new ArrayList<>(stages);
        more.add(stage);
        return new DerivativeGraph<>(inputs, more, whole, settings);
    }

    private void requireFree(String name) {
        if (names().contains(name)) {
            throw new IllegalArgumentException("there is a \"" + name + "\" already; expected another name");
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        inputs.forEach(input -> names.add(input.name()));
        stages.forEach(stage -> names.add(stage.name()));
        return names;
    }

    /** The user's own pushforward of the whole: (inputs, their tangents) ↦ tangent of the last stage. */
    public DerivativeGraph<Y> wholeJvp(BiFunction<Values, Values, Y> jvp) {
        return with(whole.withJvp((at, v) -> jvp.apply(at, v)));
    }

    /** The user's own pullback of the whole: (inputs, cotangent of the last stage) ↦ a cotangent for each input, by name. */
    public DerivativeGraph<Y> wholeVjp(BiFunction<Values, Y, Map<String, ?>> vjp) {
        return with(whole.withVjp(untyped(vjp)));
    }

    /** The user's own gradient of the whole, which is a scalar: inputs ↦ a gradient for each, by name. */
    public DerivativeGraph<Y> gradient(Function<Values, Map<String, ?>> gradient) {
        return with(whole.withGradient(gradient));
    }

    /**
     * The user's own backward pass, which returns everything at once: for each input its cotangent and, under the names of
     * stages, as many of the intermediate cotangents as it can expose. If it is wrong these are compared with references of
     * their own, and the stage behind which they go wrong is found by bisection, though no stage has a derivative.
     */
    public DerivativeGraph<Y> backward(BiFunction<Values, Y, Map<String, ?>> backward) {
        return with(whole.withBackward(untyped(backward)));
    }

    /** The cotangents handed over are elements of the last stage's space. */
    @SuppressWarnings("unchecked")
    private BiFunction<Values, Object, Map<String, ?>> untyped(BiFunction<Values, Y, Map<String, ?>> pullback) {
        return (at, w) -> pullback.apply(at, (Y) w);
    }

    private DerivativeGraph<Y> with(WholeForms forms) {
        return new DerivativeGraph<>(inputs, stages, forms, settings);
    }

    /** The settings of every check that is made. */
    public DerivativeGraph<Y> settings(CheckSettings newSettings) {
        return new DerivativeGraph<>(inputs, stages, whole, newSettings);
    }

    /** The seed that decides every random choice. */
    public DerivativeGraph<Y> seed(long seed) {
        return settings(settings.withSeed(seed));
    }

    /**
     * Checks every stage, every junction, the composition and, if given, the user's own derivative of the whole.
     *
     * @throws IllegalStateException if there is no stage or no input to differentiate with respect to, or no derivative at all
     */
    public ChainReport check() {
        if (stages.isEmpty() || inputs.stream().allMatch(Input::isConstant)) {
            throw new IllegalStateException("a chain needs a stage, and an input that is not constant");
        }
        if (whole.isEmpty() && stages.stream().allMatch(stage -> stage.forms().isEmpty())) {
            throw new IllegalStateException(
                    "a chain needs a derivative: give a stage a jvp or vjp, or the whole a gradient, wholeJvp, wholeVjp or backward");
        }
        return new ChainRun(new Wiring(inputs, stages), whole, settings).report();
    }

    /** The name of the last stage, if there is one. */
    Optional<String> last() {
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.of(stages.get(stages.size() - 1).name());
    }
}
