package org.gradcheck.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradcheck.report.Fact;
import org.gradcheck.spec.BoundVariable;
import org.gradcheck.spec.CompiledClaim;
import org.gradcheck.spec.CompiledSpec;
import org.gradcheck.spec.CompiledStage;
import org.gradcheck.spec.Formula;
import org.gradcheck.spec.RunSettings;

/** What a spec says, and what a check of it would do. */
public final class SpecText {

    private SpecText() {}

    /** The variables, the function, and each derivative with what it is compared with. */
    public static String of(CompiledSpec compiled) {
        StringBuilder text =
                new StringBuilder(Paragraphs.hanging("", compiled.spec().title()));
        List<Fact> facts = new ArrayList<>();
        compiled.spec().source().ifPresent(source -> facts.add(new Fact("source", source)));
        for (BoundVariable variable : compiled.variables()) {
            facts.add(new Fact(variable.name(), describe(variable)));
        }
        compiled.spec().definitions().forEach((head, body) -> facts.add(new Fact(head, "defined as " + body.text())));
        Map<String, CompiledStage> stages = new HashMap<>();
        compiled.stages().forEach(stage -> stages.put(stage.spec().name(), stage));
        compiled.spec()
                .lets()
                .forEach((name, formula) -> facts.add(new Fact(
                        name,
                        Optional.ofNullable(stages.get(name))
                                .map(SpecText::describe)
                                .orElseGet(() -> "let, " + formula.text()))));
        facts.add(new Fact(
                "f", compiled.functionShape() + ": " + code(compiled.spec().function())));
        text.append(Paragraphs.facts(2, facts));
        for (CompiledClaim claim : compiled.claims()) {
            text.append(claim.claim().name()).append('\n');
            text.append(Paragraphs.facts(2, facts(claim)));
        }
        return text.append(Paragraphs.hanging("", points(compiled))).toString();
    }

    private static String describe(CompiledStage stage) {
        return stage.shape().inline() + ", stage of " + String.join(", ", stage.inputNames()) + ": "
                + stage.spec().function().text();
    }

    private static String describe(BoundVariable variable) {
        return variable.shape().inline()
                + variable.structure()
                        .map(structure -> ", " + structure.label())
                        .orElse("")
                + (variable.isRandom() ? ", drawn at random" : ", given");
    }

    private static List<Fact> facts(CompiledClaim claim) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("formula", code(claim.claim().formulas())));
        facts.add(new Fact(
                "perturbed",
                String.join(", ", claim.perturbedNames()) + ", in " + claim.dimension() + " dimensions"
                        + among(claim)));
        claim.convention().ifPresent(convention -> facts.add(new Fact("convention", convention)));
        claim.innerProducts().forEach(product -> facts.add(new Fact("product", product)));
        facts.add(new Fact("reference", reference(claim)));
        facts.add(new Fact("expected", claim.claim().expected().label()));
        return facts;
    }

    /** The sets that the variables keep to, where these are not all matrices. */
    private static String among(CompiledClaim claim) {
        return claim.sets().isEmpty() ? "" : ": " + String.join("; ", claim.sets());
    }

    private static String reference(CompiledClaim claim) {
        String second = "second differences of f along each direction";
        if (claim.first().isPresent()) {
            return "differences of the " + claim.first().get().claim().form().label()
                    + " supplied, if that is confirmed, and " + second;
        }
        if (claim.isSecondOrder()) {
            return claim.hasContinuation() ? "differences of complex-step derivatives, and " + second : second;
        }
        return claim.hasContinuation()
                ? "complex step and central differences"
                : "central differences, for f has no complex continuation";
    }

    private static String points(CompiledSpec compiled) {
        int points = RunSettings.defaults().points(compiled);
        String where = compiled.isRandom()
                ? "Checked at " + (points == 1 ? "1 point" : points + " points")
                        + " drawn at random, ordinary, large and small in turn unless the spec says otherwise,"
                        + " along a few random directions each"
                : "Checked at the one point given, along a few random directions";
        return where + "; the cost does not grow with the dimension.";
    }

    /** One formula alone, several with their names. */
    private static String code(Map<String, Formula> formulas) {
        return formulas.size() == 1
                ? formulas.values().iterator().next().text()
                : formulas.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue().text())
                        .collect(Collectors.joining("; "));
    }
}
