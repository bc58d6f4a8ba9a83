package org.gradcheck.spec;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.chain.DerivativeGraph;
import org.gradcheck.chain.Stage;
import org.gradcheck.chain.Values;
import org.gradcheck.derivative.Form;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** The chain of a spec as a graph of its stages at one point, with the derivatives of the whole that the spec claims. */
final class SpecChain {

    private final CompiledSpec spec;
    private final Map<String, DMatrixRMaj> point;
    private final Set<String> active;

    private SpecChain(CompiledSpec spec, Map<String, DMatrixRMaj> point) {
        this.spec = spec;
        this.point = point;
        this.active = active(spec);
    }

    /** What the debugger of chains finds; empty if no derivative in the spec is of use to it. */
    static Optional<ChainReport> report(CompiledSpec spec, Map<String, DMatrixRMaj> point, long seed) {
        SpecChain chain = new SpecChain(spec, point);
        DerivativeGraph<DMatrixRMaj> graph = chain.graph();
        boolean useful = spec.claims().stream()
                .anyMatch(claim -> isFirstOrder(claim.claim().form()));
        return useful ? Optional.of(graph.seed(seed).check()) : Optional.empty();
    }

    private static boolean isFirstOrder(Form form) {
        return form == Form.GRADIENT || form == Form.JVP || form == Form.VJP;
    }

    private static List<CompiledClaim> ofWhole(CompiledSpec spec) {
        return spec.claims().stream()
                .filter(claim -> claim.claim().stage().isEmpty()
                        && isFirstOrder(claim.claim().form()))
                .toList();
    }

    /** The variables that the whole is differentiated with respect to: those claimed, or else all that stages take. */
    private static Set<String> active(CompiledSpec spec) {
        Set<String> names = new LinkedHashSet<>();
        ofWhole(spec).forEach(claim -> names.addAll(claim.perturbedNames()));
        if (names.isEmpty()) {
            Set<String> stages = new LinkedHashSet<>();
            spec.stages().forEach(stage -> stages.add(stage.spec().name()));
            spec.stages().forEach(stage -> names.addAll(stage.inputNames()));
            names.removeAll(stages);
        }
        return names;
    }

    private DerivativeGraph<DMatrixRMaj> graph() {
        DerivativeGraph<?> graph = DerivativeGraph.of();
        Set<String> taken = new LinkedHashSet<>();
        spec.stages().forEach(stage -> taken.addAll(stage.takes()));
        for (BoundVariable variable : spec.variables()) {
            if (taken.contains(variable.name())) {
                DMatrixRMaj value = value(variable.name());
                graph = active.contains(variable.name())
                        ? graph.input(variable.name(), variable.domain(point), value)
                        : graph.constant(variable.name(), Spaces.matrix(value.numRows, value.numCols), value);
            }
        }
        Set<String> moving = new LinkedHashSet<>(active);
        DerivativeGraph<DMatrixRMaj> result = graph.stage(stage(spec.stages().get(0), moving));
        for (CompiledStage stage : spec.stages().subList(1, spec.stages().size())) {
            result = result.stage(stage(stage, moving));
        }
        return withWhole(result);
    }

    private DMatrixRMaj value(String name) {
        return Optional.ofNullable(point.get(name)).orElseThrow();
    }

    /** @param moving what depends on the active variables; the stage is added if it does */
    private Stage<DMatrixRMaj> stage(CompiledStage compiled, Set<String> moving) {
        String name = compiled.spec().name();
        Space<DMatrixRMaj> space =
                Spaces.matrix(compiled.shape().rowCount(), compiled.shape().columnCount());
        Stage<DMatrixRMaj> stage = Stage.of(
                name, space, List.copyOf(compiled.takes()), in -> evaluated(compiled.function(), in, Map.of()));
        List<String> own =
                compiled.inputNames().stream().filter(moving::contains).toList();
        List<CompiledClaim> claims = spec.claims().stream()
                .filter(claim -> claim.claim().stage().equals(Optional.of(name)))
                .toList();
        Optional<CompiledClaim> jvp = claims.stream()
                .filter(claim -> claim.claim().form() == Form.JVP)
                .findFirst();
        if (jvp.isPresent()) {
            stage = stage.jvp((in, tangents) -> evaluated(jvp.get().derivative(), in, tangents(compiled, tangents)));
        }
        Map<String, BoundFunction> pullbacks = new LinkedHashMap<>();
        claims.forEach(claim -> claim.claim().variable().ifPresent(input -> pullbacks.put(input, claim.derivative())));
        if (!own.isEmpty() && pullbacks.keySet().containsAll(own)) {
            stage = stage.vjp((in, cotangent) -> {
                Map<String, DMatrixRMaj> result = new HashMap<>();
                own.forEach(input -> result.put(
                        input,
                        evaluated(
                                Optional.ofNullable(pullbacks.get(input)).orElseThrow(),
                                in,
                                Map.of(name + CompiledClaim.COTANGENT, cotangent))));
                return result;
            });
        }
        if (!own.isEmpty()) {
            moving.add(name);
        }
        return stage;
    }

    /** With zeros for inputs that do not move. */
    private static Map<String, DMatrixRMaj> tangents(CompiledStage stage, Values moving) {
        Map<String, DMatrixRMaj> tangents = new HashMap<>();
        for (BoundVariable input : stage.inputs()) {
            tangents.put(
                    CompiledClaim.TANGENT + input.name(),
                    moving.names().contains(input.name())
                            ? moving.matrix(input.name())
                            : new DMatrixRMaj(
                                    input.shape().rowCount(), input.shape().columnCount()));
        }
        return tangents;
    }

    private DMatrixRMaj evaluated(BoundFunction function, Values in, Map<String, DMatrixRMaj> more) {
        Map<String, DMatrixRMaj> values = new HashMap<>(point);
        in.names().forEach(name -> values.put(name, in.matrix(name)));
        values.putAll(more);
        return function.evaluate(RealArithmetic.INSTANCE, values).get(0);
    }

    /** The gradient, VJP and JVP of the whole, where they are with respect to all that moves. */
    private DerivativeGraph<DMatrixRMaj> withWhole(DerivativeGraph<DMatrixRMaj> graph) {
        DerivativeGraph<DMatrixRMaj> result = graph;
        for (Form form : List.of(Form.VJP, Form.GRADIENT)) {
            Map<String, BoundFunction> parts = new LinkedHashMap<>();
            ofWhole(spec).stream()
                    .filter(claim -> claim.claim().form() == form)
                    .forEach(claim -> parts.put(claim.claim().variable().orElseThrow(), claim.derivative()));
            if (!parts.isEmpty() && parts.keySet().equals(active)) {
                result = form == Form.GRADIENT
                        ? result.gradient(in -> cotangents(parts, in, Map.of()))
                        : result.wholeVjp(
                                (in, w) -> cotangents(parts, in, Map.of(Spec.OUTPUT + CompiledClaim.COTANGENT, w)));
            }
        }
        for (CompiledClaim claim : ofWhole(spec)) {
            if (claim.claim().form() == Form.JVP
                    && Set.copyOf(claim.perturbedNames()).equals(active)) {
                result = result.wholeJvp((in, v) -> {
                    Map<String, DMatrixRMaj> tangents = new HashMap<>();
                    v.names().forEach(name -> tangents.put(CompiledClaim.TANGENT + name, v.matrix(name)));
                    return evaluated(claim.derivative(), in, tangents);
                });
            }
        }
        return result;
    }

    private Map<String, DMatrixRMaj> cotangents(
            Map<String, BoundFunction> parts, Values in, Map<String, DMatrixRMaj> cotangent) {
        Map<String, DMatrixRMaj> result = new HashMap<>();
        parts.forEach((name, derivative) -> result.put(name, evaluated(derivative, in, cotangent)));
        return result;
    }
}
