package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chain rule: tangents pushed from the inputs to the output, cotangents pulled from the output to the inputs and summed
 * where a value is taken more than once; rightly, or with a mistake.
 */
final class Composition {

    private final Wiring wiring;
    private final ForwardPass forward;
    private final Map<Integer, StageOperator> operators = new HashMap<>();

    Composition(Wiring wiring, ForwardPass forward) {
        this.wiring = wiring;
        this.forward = forward;
        forward.bound().forEach((value, stage) -> operators.put(value, new StageOperator(stage)));
    }

    StageOperator operator(int stage) {
        return Optional.ofNullable(operators.get(stage)).orElseThrow();
    }

    /** Whether it is made of what the user gave alone. */
    boolean isExact() {
        return wiring.stageValues()
                .filter(wiring::isRelevant)
                .allMatch(stage -> operator(stage).isExact());
    }

    /**
     * The tangents of all values, by number; zeros where nothing arrives.
     *
     * @param tangent of the inputs that are not constant, one after the other
     * @throws StageFailureException if a derivative misbehaves
     */
    List<double[]> push(double[] tangent, Mistake mistake) {
        List<double[]> tangents = zeros();
        List<double[]> given = StageCall.parts(forward.domain(), tangent);
        int[] active = wiring.activeInputs().toArray();
        for (int k = 0; k < active.length; k++) {
            tangents.set(active[k], given.get(k));
        }
        wiring.stageValues()
                .filter(wiring::isRelevant)
                .forEach(stage -> tangents.set(stage, pushed(stage, tangents, mistake)));
        return tangents;
    }

    private double[] pushed(int stage, List<double[]> tangents, Mistake mistake) {
        Applied applied = applied(stage, mistake);
        List<double[]> arguments = new ArrayList<>();
        double[] extra = new double[dimension(stage)];
        for (Wiring.Edge edge : wiring.edgesInto(stage)) {
            double[] own = tangents.get(edge.value());
            double factor = 0;
            Mistake.Use use = mistake.uses().get(edge);
            if (use instanceof Mistake.Identity) {
                Coordinates.add(extra, 1, own);
            } else if (use instanceof Mistake.Transposed) {
                Coordinates.add(extra, 1, slice(edge, applied.operator().pull(applied.point(), own)));
            } else {
                factor = use instanceof Mistake.Scaled scaled ? scaled.factor() : 1;
            }
            arguments.add(Coordinates.times(factor, own));
        }
        double[] result = applied.operator().push(applied.point(), StageCall.concatenated(arguments));
        Coordinates.add(extra, 1, result);
        return extra;
    }

    /**
     * The cotangents of all values, by number; zeros where nothing arrives.
     *
     * @param cotangent of the value of the whole
     * @throws StageFailureException if a derivative misbehaves
     */
    List<double[]> pull(double[] cotangent, Mistake mistake) {
        List<double[]> cotangents = zeros();
        double[] seed = cotangent.clone();
        if (mistake.seedIgnored()) {
            Arrays.fill(seed, 1);
        }
        cotangents.set(wiring.output(), seed);
        for (int stage = wiring.output(); stage >= wiring.inputCount(); stage--) {
            if (wiring.isRelevant(stage)) {
                // What lies outside of the space is seen by no tangent, and nothing is known of what a pullback makes
                // of it.
                double[] own = forward.set(stage).projection(forward.value(stage), cotangents.get(stage));
                cotangents.set(stage, own);
                pulled(stage, own, cotangents, mistake);
            }
        }
        return cotangents;
    }

    private void pulled(int stage, double[] own, List<double[]> cotangents, Mistake mistake) {
        Applied applied = applied(stage, mistake);
        List<Wiring.Edge> edges = wiring.edgesInto(stage);
        double[] all = applied.operator().pull(applied.point(), own);
        for (Wiring.Edge edge : edges) {
            double[] target = cotangents.get(edge.value());
            Mistake.Use use = mistake.uses().get(edge);
            if (use instanceof Mistake.Identity) {
                Coordinates.add(target, 1, own);
            } else if (use instanceof Mistake.Transposed) {
                List<double[]> arguments = new ArrayList<>();
                edges.forEach(other -> arguments.add(other.equals(edge) ? own : new double[dimension(other.value())]));
                Coordinates.add(target, 1, applied.operator().push(applied.point(), StageCall.concatenated(arguments)));
            } else {
                double factor = use instanceof Mistake.Scaled scaled ? scaled.factor() : 1;
                Coordinates.add(target, factor, slice(edge, all));
            }
        }
    }

    /** The operator that is applied in the place of a stage, and where it is linearised. */
    private record Applied(StageOperator operator, double[] point) {}

    private Applied applied(int place, Mistake mistake) {
        int stage = mistake.derivativeOf().getOrDefault(place, place);
        double[] point = mistake.points().get(stage);
        return new Applied(operator(stage), point == null ? forward.bound(stage).point() : point);
    }

    private double[] slice(Wiring.Edge edge, double[] all) {
        return StageCall.parts(forward.bound(edge.stage()).domain(), all).get(edge.position());
    }

    private List<double[]> zeros() {
        List<double[]> zeros = new ArrayList<>();
        for (int value = 0; value < wiring.valueCount(); value++) {
            zeros.add(new double[dimension(value)]);
        }
        return zeros;
    }

    private int dimension(int value) {
        return forward.set(value).dimension();
    }
}
