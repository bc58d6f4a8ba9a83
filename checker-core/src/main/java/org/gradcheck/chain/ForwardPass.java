package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Space;

/** One evaluation of the graph: what each stage really received, and gave, as far as it went. */
final class ForwardPass {

    private final Wiring wiring;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Manifold<Object>> sets = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final Map<Integer, StageCall> stageCalls = new HashMap<>();
    private final Map<Integer, BoundStage> bound = new LinkedHashMap<>();
    private Optional<JunctionFault> misfit = Optional.empty();
    private Optional<Failure> failure = Optional.empty();

    /**
     * A stage that could not be evaluated.
     *
     * @param stage the number of its value
     * @param text what it did, beginning with its name
     */
    record Failure(int stage, String text) {}

    ForwardPass(Wiring wiring) {
        this.wiring = wiring;
        for (int i = 0; i < wiring.inputCount(); i++) {
            sets.add(wiring.input(i).set());
            values.add(wiring.input(i).point());
        }
        for (int value = wiring.inputCount(); value < wiring.valueCount() && isWhole(); value++) {
            evaluate(value);
        }
    }

    private void evaluate(int value) {
        Stage<?> stage = wiring.stage(value);
        List<Integer> taken = wiring.takes(value);
        misfit = Junctions.misfit(wiring, value, sets);
        if (misfit.isPresent()) {
            return;
        }
        List<double[]> arguments = taken.stream().map(values::get).toList();
        StageCall call = StageCall.of(stage, taken.stream().map(sets::get).toList(), calls);
        try {
            StageCall.Result result = call.evaluate(arguments);
            stageCalls.put(value, call);
            sets.add(result.space());
            values.add(result.value());
            if (wiring.isActive(value)) {
                List<Boolean> active = taken.stream().map(wiring::isActive).toList();
                bound.put(value, new BoundStage(call, arguments, active, result.space()));
            }
        } catch (StageFailureException e) {
            failure = Optional.of(new Failure(value, e.getMessage() + received(taken)));
        }
    }

    private String received(List<Integer> taken) {
        return "; it received "
                + String.join(
                        ", ",
                        taken.stream()
                                .map(value -> "\"" + wiring.name(value) + "\" ("
                                        + sets.get(value).description() + ")")
                                .toList());
    }

    /** Whether every stage was evaluated. */
    boolean isWhole() {
        return failure.isEmpty() && misfit.isEmpty();
    }

    Optional<Failure> failure() {
        return failure;
    }

    /** The junction that the pass stopped at. */
    Optional<JunctionFault> misfit() {
        return misfit;
    }

    /** Whether a value was computed. */
    boolean has(int value) {
        return value < values.size();
    }

    Manifold<Object> set(int value) {
        return sets.get(value);
    }

    double[] value(int value) {
        return values.get(value).clone();
    }

    /** The stages that were evaluated and do not depend on constants only, by the numbers of their values. */
    Map<Integer, BoundStage> bound() {
        return bound;
    }

    BoundStage bound(int value) {
        return Optional.ofNullable(bound.get(value)).orElseThrow();
    }

    /** The space of the whole's values. */
    @SuppressWarnings("unchecked") // the values of stages lie in spaces
    Space<Object> codomain() {
        return (Space<Object>) sets.get(wiring.output());
    }

    /** The set of the inputs that are not constant. */
    Manifold<Map<String, Object>> domain() {
        Map<String, Manifold<Object>> named = new LinkedHashMap<>();
        wiring.activeInputs().forEach(value -> named.put(wiring.name(value), sets.get(value)));
        return Manifolds.named(named);
    }

    /** The values of all inputs, those that are not constant replaced. */
    Values inputs(Map<String, Object> replaced) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int value = 0; value < wiring.inputCount(); value++) {
            String name = wiring.name(value);
            Object element = replaced.get(name);
            all.put(name, element == null ? sets.get(value).element(values.get(value)) : element);
        }
        return new Values(all);
    }

    /**
     * The value of the whole if some values were others: stages that depend on these are evaluated again.
     *
     * @param replaced coordinates by number
     * @throws StageFailureException if a stage misbehaves
     */
    double[] output(Map<Integer, double[]> replaced) {
        Map<Integer, double[]> changed = new HashMap<>(replaced);
        for (int value = wiring.inputCount(); value <= wiring.output(); value++) {
            List<Integer> taken = wiring.takes(value);
            if (!changed.containsKey(value)
                    && wiring.isNeeded(value)
                    && taken.stream().anyMatch(changed::containsKey)) {
                List<double[]> arguments = taken.stream()
                        .map(number -> changed.getOrDefault(number, values.get(number)))
                        .toList();
                changed.put(
                        value,
                        Optional.ofNullable(stageCalls.get(value))
                                .orElseThrow()
                                .evaluate(arguments)
                                .value());
            }
        }
        return changed.getOrDefault(wiring.output(), values.get(wiring.output()));
    }

    /** How often functions of stages were called. */
    int evaluations() {
        return calls.get();
    }
}
