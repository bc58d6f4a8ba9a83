package org.gradcheck.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradcheck.expression.shape.Shape;

/** Turns a spec into checks: loads its data and checks every name and shape, before anything is evaluated. */
public final class SpecCompiler {

    private final Map<String, BoundVariable> variables = new LinkedHashMap<>();
    private final ExpressionCompiler expressions;
    private final BoundExpression function;

    private SpecCompiler(Spec spec) {
        List<BoundVariable> bound = VariableBinder.bind(spec);
        bound.forEach(variable -> variables.put(variable.name(), variable));
        expressions = new ExpressionCompiler(spec, bound);
        function = expressions.compile(spec.function(), Map.of());
    }

    /**
     * Compiles a spec.
     *
     * @throws SpecException if data cannot be read, or a name, expression or shape does not fit
     */
    public static CompiledSpec compile(Spec spec) {
        SpecCompiler compiler = new SpecCompiler(spec);
        List<CompiledClaim> claims = spec.claims().stream().map(compiler::claim).toList();
        return new CompiledSpec(spec, List.copyOf(compiler.variables.values()), compiler.function.shape(), claims);
    }

    private CompiledClaim claim(Claim claim) {
        return switch (claim.form()) {
            case GRADIENT -> gradient(claim);
            case JACOBIAN -> jacobian(claim);
            case JVP -> jvp(claim);
            case VJP -> vjp(claim);
        };
    }

    private CompiledClaim gradient(Claim claim) {
        if (!function.shape().isScalar()) {
            throw new SpecException(
                    claim.formula().place(),
                    "only a scalar function has a gradient, and \"function\" is " + function.shape()
                            + "; expected a \"jacobian\", \"jvp\" or \"vjp\"");
        }
        BoundVariable variable = variable(claim);
        BoundExpression gradient = expressions.compile(claim.formula(), Map.of());
        ResultShapes.require(claim, gradient.shape(), variable.shape(), variable.name() + " is");
        return new CompiledClaim(claim, function, gradient, List.of(variable));
    }

    private CompiledClaim jacobian(Claim claim) {
        BoundVariable variable = variable(claim);
        BoundExpression jacobian = expressions.compile(claim.formula(), Map.of());
        Shape expected = Shape.of(
                (int) function.shape().entryCount(), (int) variable.shape().entryCount());
        ResultShapes.require(
                claim,
                jacobian.shape(),
                expected,
                "the entries of \"function\" by those of " + variable.name() + " are");
        return new CompiledClaim(claim, function, jacobian, List.of(variable));
    }

    private CompiledClaim vjp(Claim claim) {
        BoundVariable variable = variable(claim);
        expressions.requireFree(
                CompiledClaim.COTANGENT, "the cotangent", claim.formula().place());
        BoundExpression vjp = expressions.compile(claim.formula(), Map.of(CompiledClaim.COTANGENT, function.shape()));
        ResultShapes.require(claim, vjp.shape(), variable.shape(), variable.name() + " is");
        return new CompiledClaim(claim, function, vjp, List.of(variable));
    }

    private CompiledClaim jvp(Claim claim) {
        List<BoundVariable> perturbed = perturbed(claim);
        Map<String, Shape> tangents = new LinkedHashMap<>();
        for (BoundVariable variable : perturbed) {
            String tangent = tangent(variable.name());
            expressions.requireFree(
                    tangent,
                    "the tangent of " + variable.name(),
                    claim.formula().place());
            tangents.put(tangent, variable.shape());
        }
        BoundExpression jvp = expressions.compile(claim.formula(), tangents);
        ResultShapes.require(claim, jvp.shape(), function.shape(), "\"function\" is");
        return new CompiledClaim(claim, function, jvp, perturbed);
    }

    /** Those listed, or else those whose tangents occur. */
    private List<BoundVariable> perturbed(Claim claim) {
        Set<String> names = ExpressionCompiler.parse(claim.formula()).freeNames();
        Set<String> listed = claim.wrt().stream().map(Variable.Located::text).collect(Collectors.toSet());
        if (!listed.isEmpty()) {
            variables.keySet().stream()
                    .filter(name -> names.contains(tangent(name)) && !listed.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new SpecException(
                                claim.formula().place(),
                                "the JVP uses " + tangent(name) + ", but \"wrt\" does not list \"" + name + "\"");
                    });
        }
        List<BoundVariable> perturbed = variables.values().stream()
                .filter(variable ->
                        listed.isEmpty() ? names.contains(tangent(variable.name())) : listed.contains(variable.name()))
                .toList();
        if (perturbed.isEmpty()) {
            throw new SpecException(
                    claim.formula().place(),
                    "a JVP is linear in the tangents "
                            + variables.keySet().stream()
                                    .map(SpecCompiler::tangent)
                                    .collect(Collectors.joining(", "))
                            + ", and none of them occurs; \"wrt\" can list the variables that are perturbed");
        }
        return perturbed;
    }

    private static String tangent(String variable) {
        return CompiledClaim.TANGENT + variable;
    }

    private BoundVariable variable(Claim claim) {
        return Optional.ofNullable(variables.get(claim.variable().orElseThrow()))
                .orElseThrow();
    }
}
