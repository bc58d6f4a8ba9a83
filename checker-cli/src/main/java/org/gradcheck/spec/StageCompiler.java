package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.Form;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.spec.wording.Words;

/** Turns the stages of a chain into functions and checks of their own. */
final class StageCompiler {

    private final Map<String, BoundVariable> variables;
    private final ExpressionCompiler expressions;
    private final Map<String, CompiledStage> stages = new LinkedHashMap<>();

    StageCompiler(Spec spec, Map<String, BoundVariable> variables, ExpressionCompiler expressions) {
        this.variables = variables;
        this.expressions = expressions;
        spec.chain().forEach(stage -> stages.put(stage.name(), stage(stage)));
    }

    List<CompiledStage> stages() {
        return List.copyOf(stages.values());
    }

    private CompiledStage stage(StageSpec stage) {
        BoundFunction function = expressions
                .compile(Map.of(stage.name(), stage.function()), Map.of(), Map.of())
                .given(stages.keySet());
        List<BoundVariable> inputs = inputs(stage, function);
        requireTaken(stage.name(), function, inputs, stage.function().place());
        return new CompiledStage(stage, function, inputs);
    }

    private List<BoundVariable> inputs(StageSpec stage, BoundFunction function) {
        List<BoundVariable> inputs = new ArrayList<>();
        if (stage.inputs().isPresent()) {
            stage.inputs().get().forEach(input -> inputs.add(input(stage, input)));
        } else if (stages.isEmpty()) {
            function.inputNames()
                    .forEach(name -> Optional.ofNullable(variables.get(name)).ifPresent(inputs::add));
        } else {
            inputs.add(ofStage(List.copyOf(stages.values()).get(stages.size() - 1)));
        }
        if (inputs.isEmpty()) {
            throw new SpecException(
                    stage.function().place(),
                    "the stage \"" + stage.name() + "\" takes no variable; expected a function of one");
        }
        return inputs;
    }

    private BoundVariable input(StageSpec stage, Variable.Located input) {
        Optional<BoundVariable> known = Optional.ofNullable(variables.get(input.text()))
                .or(() -> Optional.ofNullable(stages.get(input.text())).map(StageCompiler::ofStage));
        return known.orElseThrow(() -> {
            List<String> names = new ArrayList<>(variables.keySet());
            names.addAll(stages.keySet());
            return new SpecException(
                    input.place(),
                    "the stage \"" + stage.name() + "\" takes \"" + input.text()
                            + "\", which is neither a variable nor an earlier stage; expected one of "
                            + Words.listed(names) + Words.suggestion(input.text(), names));
        });
    }

    /** The value of a stage as something that moves freely; its value at a point is computed. */
    private static BoundVariable ofStage(CompiledStage stage) {
        Shape shape = stage.shape();
        return new BoundVariable(
                stage.spec().name(),
                shape,
                Geometry.PLAIN,
                Optional.empty(),
                new BoundVariable.Source.Fixed(new DMatrixRMaj(shape.rowCount(), shape.columnCount())));
    }

    /** Refuses values of stages that would be held constant unnoticed. */
    private void requireTaken(String stage, BoundFunction function, List<BoundVariable> inputs, Place place) {
        Set<String> taken = new LinkedHashSet<>();
        inputs.forEach(input -> taken.add(input.name()));
        for (String name : function.inputNames()) {
            if (!variables.containsKey(name) && !taken.contains(name)) {
                throw new SpecException(
                        place,
                        "the stage \"" + stage + "\" uses the stage \"" + name
                                + "\" and does not take it; expected it in \"input\": "
                                + Words.listed(List.copyOf(taken)) + " and " + name);
            }
        }
    }

    /** Refuses stages that use a variable and do not take it, where a derivative of the whole is with respect to it. */
    void requireTaken(List<CompiledClaim> claims) {
        for (CompiledClaim claim : claims) {
            for (String name : claim.claim().stage().isPresent() ? List.<String>of() : claim.perturbedNames()) {
                for (CompiledStage stage : stages.values()) {
                    if (stage.function().inputNames().contains(name)
                            && !stage.inputNames().contains(name)) {
                        throw new SpecException(
                                stage.spec().function().place(),
                                "the stage \"" + stage.spec().name() + "\" uses \"" + name
                                        + "\", which the "
                                        + claim.claim().form().label()
                                        + " of the whole is with respect to, and does not take it; expected it in \"input\"");
                    }
                }
            }
        }
    }

    /** A check of a stage alone. */
    CompiledClaim claim(Claim claim) {
        String name = claim.stage().orElseThrow();
        CompiledStage stage = Optional.ofNullable(stages.get(name)).orElseThrow();
        return claim.form() == Form.JVP ? jvp(claim, stage) : vjp(claim, stage);
    }

    private CompiledClaim jvp(Claim claim, CompiledStage stage) {
        Map<String, Shape> tangents = new LinkedHashMap<>();
        for (BoundVariable input : stage.inputs()) {
            String tangent = CompiledClaim.TANGENT + input.name();
            expressions.requireFree(
                    tangent, "the tangent of " + input.name(), claim.formula().place());
            tangents.put(tangent, input.shape());
        }
        return compiled(claim, stage, stage.spec().name(), stage.inputs(), tangents, stage.shape(), "the stage is");
    }

    private CompiledClaim vjp(Claim claim, CompiledStage stage) {
        String name = claim.variable().orElseThrow();
        BoundVariable input = stage.inputs().stream()
                .filter(own -> own.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SpecException(
                        claim.formula().place(),
                        "the stage \"" + stage.spec().name() + "\" does not take \"" + name + "\"; it takes "
                                + Words.listed(stage.inputNames()) + Words.suggestion(name, stage.inputNames())));
        String cotangent = stage.spec().name() + CompiledClaim.COTANGENT;
        expressions.requireFree(cotangent, "the cotangent", claim.formula().place());
        return compiled(
                claim, stage, name, List.of(input), Map.of(cotangent, stage.shape()), input.shape(), name + " is");
    }

    private CompiledClaim compiled(
            Claim claim,
            CompiledStage stage,
            String output,
            List<BoundVariable> perturbed,
            Map<String, Shape> arguments,
            Shape expected,
            String what) {
        Set<String> others = new LinkedHashSet<>(stages.keySet());
        others.remove(stage.spec().name());
        BoundFunction derivative = expressions
                .compile(Map.of(output, claim.formula()), arguments, Map.of(output, expected))
                .given(others);
        ResultShapes.require(claim, derivative.only(), expected, what);
        Set<String> known = new LinkedHashSet<>(derivative.inputNames());
        known.removeAll(arguments.keySet());
        List<BoundVariable> taken = new ArrayList<>(stage.inputs());
        for (String name : known) {
            if (!variables.containsKey(name)
                    && taken.stream().noneMatch(input -> input.name().equals(name))) {
                throw new SpecException(
                        claim.formula().place(),
                        "\"" + name + "\" is a stage that \"" + stage.spec().name() + "\" does not take; it takes "
                                + Words.listed(stage.inputNames()));
            }
        }
        return new CompiledClaim(
                claim, stage.function(), derivative, new Perturbed(perturbed), Optional.empty(), received(stage));
    }

    /** The values of earlier stages that a stage takes, from those of the variables. */
    private Optional<BoundFunction> received(CompiledStage stage) {
        Map<String, Formula> values = new LinkedHashMap<>();
        stage.inputs().stream()
                .filter(input -> stages.containsKey(input.name()))
                .forEach(input -> values.put(
                        input.name(), new Formula(input.name(), stage.spec().place())));
        return Optional.of(
                values.isEmpty()
                        ? BoundFunction.of(Map.of(), List.of())
                        : expressions.compile(values, Map.of(), Map.of()));
    }
}
