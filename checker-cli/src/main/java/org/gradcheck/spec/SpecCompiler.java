package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.spec.wording.Words;

/** Turns a spec into checks: loads its data and checks every name and shape, before anything is evaluated. */
public final class SpecCompiler {

    private final Map<String, BoundVariable> variables = new LinkedHashMap<>();
    private final ExpressionCompiler expressions;
    private final BoundFunction function;
    private final StageCompiler stages;

    private SpecCompiler(Spec spec, Limits limits) {
        List<BoundVariable> bound = VariableBinder.bind(spec, limits);
        expressions = new ExpressionCompiler(spec, bound, limits);
        bound.forEach(variable -> variables.put(variable.name(), withInnerProduct(variable)));
        stages = new StageCompiler(spec, variables, expressions);
        function = expressions.compile(spec.function(), Map.of(), Map.of());
    }

    private BoundVariable withInnerProduct(BoundVariable variable) {
        return variable.geometry()
                .weight()
                .map(weight -> InnerProducts.of(variable, weight, expressions))
                .map(variable::withInnerProduct)
                .orElse(variable);
    }

    /** Compiles a spec within the limits that hold where nothing else is said. */
    public static CompiledSpec compile(Spec spec) {
        return compile(spec, Limits.defaults());
    }

    /**
     * Compiles a spec.
     *
     * @throws SpecException if data cannot be read, a name, expression or shape does not fit, or something is larger than it may be
     */
    public static CompiledSpec compile(Spec spec, Limits limits) {
        SpecCompiler compiler = new SpecCompiler(spec, limits);
        List<CompiledClaim> claims = new ArrayList<>();
        for (Claim claim : spec.claims()) {
            claims.add(compiler.claim(claim, claims));
        }
        compiler.expressions.requireAllLetsCompiled();
        compiler.stages.requireTaken(claims);
        return new CompiledSpec(
                spec, List.copyOf(compiler.variables.values()), compiler.function, compiler.stages.stages(), claims);
    }

    /** @param before the claims compiled so far, first derivatives among them */
    private CompiledClaim claim(Claim claim, List<CompiledClaim> before) {
        if (claim.stage().isPresent()) {
            return stages.claim(claim);
        }
        return switch (claim.form()) {
            case GRADIENT -> gradient(claim);
            case JACOBIAN -> jacobian(claim);
            case JVP -> jvp(claim);
            case VJP -> vjp(claim);
            case HESSIAN -> hessian(claim).comparedWith(before);
            case HVP -> hessianVectorProduct(claim).comparedWith(before);
            case BILINEAR -> bilinear(claim).comparedWith(before);
        };
    }

    private CompiledClaim gradient(Claim claim) {
        requireScalar(claim, "gradient", "a \"jacobian\", \"jvp\" or \"vjp\"");
        BoundVariable variable = variable(claim);
        BoundExpression gradient = expressions.compile(claim.formula(), Map.of(), variable.shape());
        ResultShapes.require(claim, gradient.shape(), variable.shape(), variable.name() + " is");
        return ofOne(claim, gradient, variable);
    }

    private CompiledClaim jacobian(Claim claim) {
        BoundVariable variable = variable(claim);
        Shape expected = Shape.of(function.entryCount(), (int) variable.shape().entryCount());
        BoundExpression jacobian = expressions.compile(claim.formula(), Map.of(), expected);
        ResultShapes.require(
                claim,
                jacobian.shape(),
                expected,
                "the entries of \"function\" by those of " + variable.name() + " are");
        return ofOne(claim, jacobian, variable);
    }

    private CompiledClaim vjp(Claim claim) {
        BoundVariable variable = variable(claim);
        Map<String, Shape> cotangents = new LinkedHashMap<>();
        function.shapes().forEach((output, shape) -> {
            String cotangent = output + CompiledClaim.COTANGENT;
            expressions.requireFree(cotangent, "the cotangent", claim.formula().place());
            cotangents.put(cotangent, shape);
        });
        BoundExpression vjp = expressions.compile(claim.formula(), cotangents, variable.shape());
        ResultShapes.require(claim, vjp.shape(), variable.shape(), variable.name() + " is");
        return ofOne(claim, vjp, variable);
    }

    private CompiledClaim jvp(Claim claim) {
        return inTangents(claim, List.of(""));
    }

    private CompiledClaim bilinear(Claim claim) {
        return inTangents(claim, List.of(CompiledClaim.FIRST, CompiledClaim.SECOND));
    }

    /** @param suffixes of the tangents: one for each argument that the form is linear in */
    private CompiledClaim inTangents(Claim claim, List<String> suffixes) {
        List<BoundVariable> perturbed = perturbed(claim, suffixes);
        Map<String, Shape> tangents = new LinkedHashMap<>();
        for (BoundVariable variable : perturbed) {
            for (String suffix : suffixes) {
                tangents.putAll(tangent(claim, variable, suffix));
            }
        }
        requireOutputs(claim);
        BoundFunction form = expressions.compile(inOrderOfTheFunction(claim), tangents, function.shapes());
        form.shapes()
                .forEach((output, shape) -> ResultShapes.require(
                        claim,
                        shape,
                        function.shape(output),
                        function.isSingle() ? "\"function\" is" : "the output " + output + " is"));
        return new CompiledClaim(claim, function, form, new Perturbed(perturbed), Optional.empty());
    }

    private void requireOutputs(Claim claim) {
        Set<String> outputs = function.shapes().keySet();
        if (!claim.formulas().keySet().equals(outputs)) {
            throw new SpecException(
                    claim.formula().place(),
                    "the " + claim.form().label() + " is of "
                            + Words.listed(claim.formulas().keySet()) + ", and the outputs of \"function\" are "
                            + Words.listed(outputs) + "; expected an expression for each of them");
        }
    }

    private Map<String, Formula> inOrderOfTheFunction(Claim claim) {
        Map<String, Formula> formulas = new LinkedHashMap<>();
        function.shapes()
                .keySet()
                .forEach(output -> formulas.put(output, claim.formulas().get(output)));
        return formulas;
    }

    private CompiledClaim ofOne(Claim claim, BoundExpression derivative, BoundVariable variable) {
        return new CompiledClaim(
                claim,
                function,
                BoundFunction.of(variable.name(), derivative),
                new Perturbed(List.of(variable)),
                Optional.empty());
    }

    private CompiledClaim hessian(Claim claim) {
        requireScalar(claim, "Hessian", "a \"bilinear\"");
        BoundVariable variable = variable(claim);
        int entries = (int) variable.shape().entryCount();
        Shape expected = Shape.of(entries, entries);
        BoundExpression hessian = expressions.compile(claim.formula(), Map.of(), expected);
        ResultShapes.require(claim, hessian.shape(), expected, "the entries of " + variable.name() + " squared are");
        return ofOne(claim, hessian, variable);
    }

    private CompiledClaim hessianVectorProduct(Claim claim) {
        requireScalar(claim, "Hessian", "a \"bilinear\"");
        BoundVariable variable = variable(claim);
        BoundExpression product = expressions.compile(claim.formula(), tangent(claim, variable, ""), variable.shape());
        ResultShapes.require(claim, product.shape(), variable.shape(), variable.name() + " is");
        return ofOne(claim, product, variable);
    }

    private void requireScalar(Claim claim, String what, String instead) {
        if (!function.isScalar()) {
            throw new SpecException(
                    claim.formula().place(),
                    "only a scalar function has a " + what + ", and \"function\" is " + function.describedShape()
                            + "; expected " + instead);
        }
    }

    private Map<String, Shape> tangent(Claim claim, BoundVariable variable, String suffix) {
        String tangent = tangent(variable.name()) + suffix;
        expressions.requireFree(
                tangent, "the tangent of " + variable.name(), claim.formula().place());
        return Map.of(tangent, variable.shape());
    }

    /** Those listed, or else those whose tangents occur. */
    private List<BoundVariable> perturbed(Claim claim, List<String> suffixes) {
        Set<String> names = claim.formulas().values().stream()
                .flatMap(formula -> expressions.namesUsedBy(formula).stream())
                .collect(Collectors.toSet());
        Predicate<String> occurs = name -> suffixes.stream().anyMatch(suffix -> names.contains(tangent(name) + suffix));
        Set<String> listed = claim.wrt().stream().map(Variable.Located::text).collect(Collectors.toSet());
        if (!listed.isEmpty()) {
            variables.keySet().stream()
                    .filter(name -> occurs.test(name) && !listed.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new SpecException(
                                claim.formula().place(),
                                "the " + claim.form().label() + " uses " + tangent(name) + suffixes.get(0)
                                        + ", but \"wrt\" does not list \"" + name + "\"");
                    });
        }
        List<BoundVariable> perturbed = variables.values().stream()
                .filter(variable -> listed.isEmpty() ? occurs.test(variable.name()) : listed.contains(variable.name()))
                .toList();
        if (perturbed.isEmpty()) {
            throw new SpecException(
                    claim.formula().place(),
                    "a " + claim.form().label() + " is linear in the tangents "
                            + variables.keySet().stream()
                                    .flatMap(name -> suffixes.stream().map(suffix -> tangent(name) + suffix))
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
