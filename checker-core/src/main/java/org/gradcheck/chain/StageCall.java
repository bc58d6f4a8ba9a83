package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.TypedFunction;
import org.gradcheck.space.CoordinateRange;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Space;

/**
 * The function of a stage on the coordinates of all that it takes, guarded and counted.
 *
 * @param stage the stage
 * @param sets the sets of what it takes, in order
 * @param calls counts the evaluations
 */
record StageCall(Stage<Object> stage, List<Manifold<Object>> sets, AtomicInteger calls) {

    StageCall {
        sets = List.copyOf(sets);
    }

    /** The values of a stage are of its type only; nothing else is ever handed to it unnoticed. */
    @SuppressWarnings("unchecked")
    static StageCall of(Stage<?> stage, List<Manifold<Object>> sets, AtomicInteger calls) {
        return new StageCall((Stage<Object>) stage, sets, calls);
    }

    /** A value with the space that it is in. */
    record Result(double[] value, Space<Object> space) {}

    /**
     * The value at arguments.
     *
     * @throws StageFailureException if the function misbehaves, with the stage's name
     */
    Result evaluate(List<double[]> arguments) {
        TypedFunction<Map<String, Object>, Object> typed = new TypedFunction<>(domain(), stage.codomain(), this::value);
        Evaluation evaluation = new GuardedFunction(typed).evaluate(concatenated(arguments));
        if (evaluation instanceof Evaluation.Failure failure) {
            throw new StageFailureException(
                    "stage \"" + stage.name() + "\" " + failure.fault().detail());
        }
        return new Result(
                ((Evaluation.Value) evaluation).coordinates(), typed.codomain().orElseThrow());
    }

    private Object value(Map<String, Object> arguments) {
        return counted().apply(arguments);
    }

    /** The function of elements by name. */
    Function<Map<String, Object>, Object> counted() {
        return arguments -> {
            calls.incrementAndGet();
            return stage.function().apply(new Values(arguments));
        };
    }

    Manifold<Map<String, Object>> domain() {
        Map<String, Manifold<Object>> named = new LinkedHashMap<>();
        for (int k = 0; k < sets.size(); k++) {
            named.put(stage.takes().get(k), sets.get(k));
        }
        return Manifolds.named(named);
    }

    /** The coordinates of several things one after the other. */
    static double[] concatenated(List<double[]> parts) {
        double[] all = new double[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** The parts of coordinates of a product. */
    static List<double[]> parts(Manifold<?> product, double[] coordinates) {
        List<double[]> parts = new ArrayList<>();
        for (CoordinateRange range : product.parts(coordinates)) {
            parts.add(range.of(coordinates));
        }
        return parts;
    }
}
