package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who takes what. The values of a graph are numbered, the inputs first and then the stages in their order; a stage takes
 * values with smaller numbers only.
 */
final class Wiring {

    private final List<DerivativeGraph.Input> inputs;
    private final List<Stage<?>> stages;
    private final List<List<Integer>> takes = new ArrayList<>();
    private final boolean[] active;
    private final boolean[] relevant;

    /**
     * A value that a stage takes and is differentiated with respect to.
     *
     * @param stage the number of the stage's value
     * @param position its place among what the stage is differentiated with respect to
     * @param value the number of the value
     */
    record Edge(int stage, int position, int value) {}

    Wiring(List<DerivativeGraph.Input> inputs, List<Stage<?>> stages) {
        this.inputs = inputs;
        this.stages = stages;
        this.active = new boolean[inputs.size() + stages.size()];
        this.relevant = new boolean[active.length];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            numbers.put(inputs.get(i).name(), i);
            active[i] = !inputs.get(i).isConstant();
            takes.add(List.of());
        }
        for (int value = inputs.size(); value < active.length; value++) {
            Stage<?> stage = stage(value);
            List<Integer> taken = stage.takes().stream()
                    .map(name -> Optional.ofNullable(numbers.get(name)).orElseThrow())
                    .toList();
            takes.add(taken);
            active[value] = taken.stream().anyMatch(number -> active[number]);
            numbers.put(stage.name(), value);
        }
        relevant[output()] = true;
        for (int value = output(); value >= inputs.size(); value--) {
            if (relevant[value]) {
                takes.get(value).forEach(number -> relevant[number] = true);
            }
        }
    }

    int valueCount() {
        return active.length;
    }

    int inputCount() {
        return inputs.size();
    }

    /** The value of the last stage. */
    int output() {
        return active.length - 1;
    }

    boolean isStage(int value) {
        return value >= inputs.size();
    }

    Stage<?> stage(int value) {
        return stages.get(value - inputs.size());
    }

    DerivativeGraph.Input input(int value) {
        return inputs.get(value);
    }

    String name(int value) {
        return isStage(value) ? stage(value).name() : inputs.get(value).name();
    }

    Optional<Integer> number(String name) {
        return IntStream.range(0, valueCount())
                .filter(value -> name(value).equals(name))
                .boxed()
                .findFirst();
    }

    /** The values that a stage takes, constants included. */
    List<Integer> takes(int stage) {
        return takes.get(stage);
    }

    /** Whether a value depends on an input that is not constant. */
    boolean isActive(int value) {
        return active[value];
    }

    /** Whether the value of the whole depends on a value that is not constant. */
    boolean isRelevant(int value) {
        return active[value] && relevant[value];
    }

    /** Whether a value is needed to compute the value of the whole. */
    boolean isNeeded(int value) {
        return relevant[value];
    }

    /** What a stage takes that is not constant. */
    List<Edge> edgesInto(int stage) {
        List<Edge> edges = new ArrayList<>();
        for (int value : takes.get(stage)) {
            if (active[value]) {
                edges.add(new Edge(stage, edges.size(), value));
            }
        }
        return edges;
    }

    /** The stages that take a value and lead to the value of the whole, in order. */
    List<Edge> edgesFrom(int value) {
        return stageValues()
                .filter(this::isRelevant)
                .boxed()
                .flatMap(stage -> edgesInto(stage).stream())
                .filter(edge -> edge.value() == value)
                .toList();
    }

    IntStream stageValues() {
        return IntStream.range(inputs.size(), active.length);
    }

    IntStream activeInputs() {
        return IntStream.range(0, inputs.size()).filter(value -> active[value]);
    }
}
