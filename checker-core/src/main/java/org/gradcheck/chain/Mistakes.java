package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.gradcheck.chain.Wiring.Edge;

/** The mistakes that are made when derivatives are composed by hand, in the graph at hand. */
final class Mistakes {

    /** Beyond, a stage's derivative is not tried at every value of the graph, and only neighbours are exchanged. */
    private static final int MOST_STAGES = 24;

    private final Wiring wiring;
    private final ForwardPass forward;
    private final boolean backward;
    private final IntPredicate inFocus;
    private final List<Mistake> mistakes = new ArrayList<>();

    /** @param inFocus the stages in which, or on the way out of which, a mistake is looked for */
    private Mistakes(Wiring wiring, ForwardPass forward, boolean backward, IntPredicate inFocus) {
        this.wiring = wiring;
        this.forward = forward;
        this.backward = backward;
        this.inFocus = inFocus;
    }

    /** Those of a backward pass. */
    static List<Mistake> backward(Wiring wiring, ForwardPass forward, IntPredicate inFocus) {
        Mistakes all = new Mistakes(wiring, forward, true, inFocus);
        all.fanOuts();
        all.edges();
        all.points();
        all.orders();
        if (inFocus.test(wiring.output())) {
            all.mistakes.add(
                    Mistake.seedIgnored("the cotangent of the output is ignored: the backward pass begins with "
                            + (forward.set(wiring.output()).dimension() == 1 ? "1" : "ones")));
        }
        return all.mistakes;
    }

    /** Those of a pushforward. */
    static List<Mistake> forward(Wiring wiring, ForwardPass forward) {
        Mistakes all = new Mistakes(wiring, forward, false, stage -> true);
        all.edges();
        all.points();
        all.orders();
        return all.mistakes;
    }

    private int[] stages() {
        return wiring.stageValues().filter(wiring::isRelevant).toArray();
    }

    private String name(int value) {
        return "\"" + wiring.name(value) + "\"";
    }

    private String moved() {
        return backward ? "cotangent" : "tangent";
    }

    private void add(String kind, String text, Map<Edge, Mistake.Use> uses) {
        mistakes.add(Mistake.of(kind, text, uses));
    }

    private void fanOuts() {
        Map<Edge, Mistake.Use> lastWins = new HashMap<>();
        Map<Edge, Mistake.Use> firstWins = new HashMap<>();
        int fanOuts = 0;
        for (int value = 0; value < wiring.valueCount(); value++) {
            List<Edge> edges = wiring.edgesFrom(value);
            if (!wiring.isRelevant(value) || edges.size() < 2) {
                continue;
            }
            if (edges.stream().anyMatch(edge -> inFocus.test(edge.stage()))) {
                fanOut(value, edges);
            }
            fanOuts++;
            // A backward pass meets the last stage first.
            lastWins.putAll(allBut(edges, edges.get(0)));
            firstWins.putAll(allBut(edges, edges.get(edges.size() - 1)));
        }
        if (fanOuts > 1) {
            add(
                    "overwritten",
                    "every value that is taken more than once keeps one cotangent only, the last that is computed:"
                            + " overwritten where it must be added",
                    lastWins);
            add(
                    "overwritten",
                    "every value that is taken more than once keeps one cotangent only, the first that is computed,"
                            + " where all must be added",
                    firstWins);
        }
    }

    private void fanOut(int value, List<Edge> edges) {
        String takers = edges.stream().map(edge -> name(edge.stage())).collect(Collectors.joining(", "));
        for (Edge edge : edges) {
            if (edges.size() == 2) {
                Edge other = edges.get(0).equals(edge) ? edges.get(1) : edges.get(0);
                add(
                        "fan-out",
                        name(value) + " is taken by " + takers + ", and only the cotangent from " + name(edge.stage())
                                + " counts: that from " + name(other.stage())
                                + " is overwritten where it must be added, or missing",
                        allBut(edges, edge));
            } else {
                add(
                        "overwritten",
                        name(value) + " is taken by " + takers + ", and only the cotangent from " + name(edge.stage())
                                + " counts: overwritten where all must be added",
                        allBut(edges, edge));
                add(
                        "branch",
                        name(value) + " is taken by " + takers + ", and the cotangent from " + name(edge.stage())
                                + " is missing from the sum",
                        Map.of(edge, new Mistake.Scaled(0)));
            }
        }
        Map<Edge, Mistake.Use> mean = new HashMap<>();
        edges.forEach(edge -> mean.put(edge, new Mistake.Scaled(1.0 / edges.size())));
        add("averaged", "the cotangents of " + name(value) + " are averaged where they must be added", mean);
    }

    private static Map<Edge, Mistake.Use> allBut(List<Edge> edges, Edge kept) {
        Map<Edge, Mistake.Use> uses = new HashMap<>();
        edges.stream().filter(edge -> !edge.equals(kept)).forEach(edge -> uses.put(edge, new Mistake.Scaled(0)));
        return uses;
    }

    private void edges() {
        Map<Edge, Mistake.Use> transposed = new HashMap<>();
        for (int stage : stages()) {
            for (Edge edge : wiring.edgesInto(stage)) {
                if (inFocus.test(stage)) {
                    edge(edge);
                }
                if (isSquare(edge) && forward.set(stage).dimension() > 1) {
                    transposed.put(edge, new Mistake.Transposed());
                }
            }
        }
        if (transposed.size() > 1) {
            add(
                    "transposed",
                    backward
                            ? "the JVPs are used where the VJPs belong, of all stages that are square: not transposed"
                            : "the VJPs are used where the JVPs belong, of all stages that are square: transposed",
                    transposed);
        }
    }

    private void edge(Edge edge) {
        String way = backward
                ? "from " + name(edge.stage()) + " to " + name(edge.value())
                : "from " + name(edge.value()) + " to " + name(edge.stage());
        if (!backward || wiring.edgesFrom(edge.value()).size() < 2) {
            add("branch", "the " + moved() + " " + way + " is missing", Map.of(edge, new Mistake.Scaled(0)));
        }
        add("twice", "the " + moved() + " " + way + " is added twice", Map.of(edge, new Mistake.Scaled(2)));
        if (isSquare(edge)) {
            add(
                    "skipped",
                    "the derivative of " + name(edge.stage())
                            + (wiring.edgesInto(edge.stage()).size() > 1
                                    ? " with respect to " + name(edge.value())
                                    : "")
                            + " is left out, as if it were the identity",
                    Map.of(edge, new Mistake.Identity()));
            if (forward.set(edge.stage()).dimension() > 1) {
                add(
                        "transposed",
                        backward
                                ? "the JVP of " + name(edge.stage()) + " is used where its VJP belongs: not transposed"
                                : "the VJP of " + name(edge.stage()) + " is used where its JVP belongs: transposed",
                        Map.of(edge, new Mistake.Transposed()));
            }
        }
    }

    private boolean isSquare(Edge edge) {
        return isAlike(edge.stage(), edge.value());
    }

    private boolean isAlike(int value, int other) {
        return forward.set(value).description().equals(forward.set(other).description());
    }

    private void points() {
        Map<Integer, double[]> atOutputs = new LinkedHashMap<>();
        for (int stage : stages()) {
            for (Edge edge : wiring.edgesInto(stage)) {
                for (int value : inFocus.test(stage) ? otherValues(edge) : List.<Integer>of()) {
                    mistakes.add(Mistake.atPoints(
                            value == stage ? "stale-output" : "stale",
                            "the derivative of " + name(stage) + " is taken at "
                                    + (value == stage ? "its own output" : "the value of " + name(value)) + " where "
                                    + name(edge.value()) + " belongs",
                            Map.of(stage, pointWith(edge, forward.value(value)))));
                }
            }
            List<Edge> edges = wiring.edgesInto(stage);
            if (edges.size() == 1 && isSquare(edges.get(0))) {
                atOutputs.put(stage, forward.value(stage));
            }
        }
        if (atOutputs.size() > 1) {
            mistakes.add(Mistake.atPoints(
                    "stale-output",
                    "the derivatives of all stages that keep the shape are taken at their outputs instead of at what they receive",
                    atOutputs));
        }
        atStart();
    }

    private void atStart() {
        wiring.activeInputs().filter(wiring::isRelevant).forEach(input -> {
            Map<Integer, double[]> atStart = new LinkedHashMap<>();
            for (int stage : stages()) {
                List<Edge> edges = wiring.edgesInto(stage);
                if (edges.size() == 1
                        && edges.get(0).value() != input
                        && isAlike(edges.get(0).value(), input)) {
                    atStart.put(stage, forward.value(input));
                }
            }
            if (atStart.size() > 1) {
                mistakes.add(Mistake.atPoints(
                        "stale", "the derivatives of all stages are taken at " + name(input) + ", the start", atStart));
            }
        });
    }

    /** Values that might be taken for the one that an edge brings: alike, and other numbers. */
    private List<Integer> otherValues(Edge edge) {
        List<Integer> others = new ArrayList<>();
        boolean all = stages().length <= MOST_STAGES;
        for (int value = 0; value < wiring.valueCount(); value++) {
            boolean near = value == edge.stage()
                    || value < wiring.inputCount()
                    || Math.abs(value - edge.value()) <= 1
                    || Math.abs(value - edge.stage()) <= 1;
            if (value != edge.value()
                    && (all || near)
                    && isAlike(value, edge.value())
                    && !Arrays.equals(forward.value(value), forward.value(edge.value()))) {
                others.add(value);
            }
        }
        return others;
    }

    private double[] pointWith(Edge edge, double[] value) {
        BoundStage stage = forward.bound(edge.stage());
        List<double[]> parts = StageCall.parts(stage.domain(), stage.point());
        parts.set(edge.position(), value);
        return StageCall.concatenated(parts);
    }

    private void orders() {
        List<Integer> square = new ArrayList<>();
        for (int stage : stages()) {
            List<Edge> edges = wiring.edgesInto(stage);
            if (edges.size() == 1 && isSquare(edges.get(0))) {
                square.add(stage);
            }
        }
        for (int i = 0; i < square.size(); i++) {
            for (int j = i + 1; j < square.size(); j++) {
                int first = square.get(i);
                int second = square.get(j);
                if (isAlike(first, second)
                        && (j == i + 1 || square.size() <= MOST_STAGES)
                        && (inFocus.test(first) || inFocus.test(second))) {
                    mistakes.add(Mistake.inOrder(
                            "the derivatives of " + name(first) + " and " + name(second)
                                    + " are applied in the wrong order: each in the place of the other",
                            Map.of(first, second, second, first)));
                }
            }
        }
        if (square.size() > 2 && square.stream().allMatch(stage -> isAlike(stage, square.get(0)))) {
            Map<Integer, Integer> reversed = new HashMap<>();
            for (int i = 0; i < square.size(); i++) {
                reversed.put(square.get(i), square.get(square.size() - 1 - i));
            }
            mistakes.add(Mistake.inOrder(
                    "the derivatives of " + name(square.get(0)) + " to " + name(square.get(square.size() - 1))
                            + " are applied in the reverse order",
                    reversed));
        }
    }
}
