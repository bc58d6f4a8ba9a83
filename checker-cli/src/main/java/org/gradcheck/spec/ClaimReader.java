package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.derivative.Form;
import org.gradcheck.spec.wording.Words;

/** Reads the derivatives of a spec and what is expected of each. */
final class ClaimReader {

    /** In the order in which they are checked. */
    private static final List<Form> FORMS =
            List.of(Form.GRADIENT, Form.JACOBIAN, Form.JVP, Form.VJP, Form.HESSIAN, Form.HVP, Form.BILINEAR);

    private static final List<String> LABELS = FORMS.stream().map(Form::label).toList();

    private final JsonFields fields;
    private final List<String> variables;
    private final List<StageSpec> chain;

    ClaimReader(JsonFields fields, List<Variable> variables, List<StageSpec> chain) {
        this.fields = fields;
        this.variables = variables.stream().map(Variable::name).toList();
        this.chain = chain;
    }

    List<Claim> claims() {
        List<Variable.Located> wrt = wrt();
        Expectations expectations = new Expectations(fields.find("expect"), this::given);
        List<Claim> claims = new ArrayList<>();
        for (Form form : FORMS) {
            Optional<JsonNode> node = fields.find(form.label());
            if (node.isEmpty()) {
                continue;
            }
            if (isInTangents(form)) {
                claims.add(claim(form, Optional.empty(), SpecReader.outputs(node.get()), wrt, expectations));
            } else {
                perVariable(form, node.get())
                        .forEach((variable, formula) -> claims.add(claim(
                                form,
                                Optional.of(variable),
                                Map.of(variable, SpecReader.formula(formula)),
                                List.of(),
                                expectations)));
            }
        }
        chain.forEach(stage -> claims.addAll(ofStage(stage, expectations)));
        if (claims.isEmpty()) {
            throw fields.owner()
                    .problem("the spec has no derivative to check; expected at least one of " + Words.oneOf(LABELS)
                            + ", such as \"gradient\": { \"" + variables.get(0) + "\": \"…\" }");
        }
        return claims;
    }

    private static List<Claim> ofStage(StageSpec stage, Expectations expectations) {
        List<Claim> claims = new ArrayList<>();
        stage.jvp()
                .ifPresent(formula -> claims.add(
                        ofStage(stage, Form.JVP, Optional.empty(), Map.of(stage.name(), formula), expectations)));
        stage.vjp()
                .forEach((input, formula) ->
                        claims.add(ofStage(stage, Form.VJP, Optional.of(input), Map.of(input, formula), expectations)));
        return claims;
    }

    private static Claim ofStage(
            StageSpec stage,
            Form form,
            Optional<String> input,
            Map<String, Formula> formulas,
            Expectations expectations) {
        String covered = expectations.coveringStage(stage.name(), form);
        return new Claim(
                form,
                input,
                formulas,
                List.of(),
                expectations.verdict(covered),
                covered,
                expectations.finding(covered),
                Optional.of(stage.name()));
    }

    /** A derivative of the whole, with what is expected of it. */
    private static Claim claim(
            Form form,
            Optional<String> variable,
            Map<String, Formula> formulas,
            List<Variable.Located> wrt,
            Expectations expectations) {
        String covered = expectations.covering(form, variable.orElse(""));
        return new Claim(
                form,
                variable,
                formulas,
                wrt,
                expectations.verdict(covered),
                covered,
                expectations.finding(covered),
                Optional.empty());
    }

    /** Whether a form is one expression in the tangents of whatever variables occur. */
    private static boolean isInTangents(Form form) {
        return form == Form.JVP || form == Form.BILINEAR;
    }

    /** The variables for which a form is given; none for one in tangents. */
    private Optional<List<String>> given(String form) {
        if (form.startsWith(Expectations.STAGE)) {
            return chain.stream()
                    .filter(stage -> form.equals(Expectations.STAGE + stage.name()))
                    .findFirst()
                    .map(ClaimReader::formsOf);
        }
        return fields.find(form)
                .map(node -> form.equals(Form.JVP.label()) || form.equals(Form.BILINEAR.label())
                        ? List.of()
                        : List.copyOf(node.members("an object from variable to expression")
                                .keySet()));
    }

    private static List<String> formsOf(StageSpec stage) {
        List<String> forms = new ArrayList<>();
        stage.jvp().ifPresent(formula -> forms.add(Form.JVP.label()));
        if (!stage.vjp().isEmpty()) {
            forms.add(Form.VJP.label());
        }
        return forms;
    }

    private Map<String, JsonNode> perVariable(Form form, JsonNode node) {
        Map<String, JsonNode> members =
                node.members("an object from variable to expression, such as { \"" + variables.get(0) + "\": \"…\" }");
        if (members.isEmpty()) {
            throw node.expected("a " + form.label() + " for at least one variable");
        }
        members.forEach((name, value) -> requireVariable(name, value.place()));
        return members;
    }

    private void requireVariable(String name, Place place) {
        if (!variables.contains(name)) {
            throw new SpecException(
                    place,
                    "there is no variable \"" + name + "\" to differentiate with respect to; expected one of "
                            + Words.listed(variables) + Words.suggestion(name, variables));
        }
    }

    private List<Variable.Located> wrt() {
        Optional<JsonNode> node = fields.find("wrt");
        if (node.isEmpty()) {
            return List.of();
        }
        if (!fields.has(Form.JVP.label()) && !fields.has(Form.BILINEAR.label())) {
            throw node.get()
                    .problem(
                            "\"wrt\" lists the variables that a \"jvp\" or \"bilinear\" perturbs, and there is neither");
        }
        List<Variable.Located> listed = node.get().items("an array of variables").stream()
                .map(item -> VariableReader.located(item, "the name of a variable"))
                .toList();
        if (listed.isEmpty()) {
            throw node.get().expected("at least one variable");
        }
        listed.forEach(item -> requireVariable(item.text(), item.place()));
        if (listed.stream().map(Variable.Located::text).distinct().count() != listed.size()) {
            throw node.get().problem("a variable is listed twice; expected each at most once");
        }
        return listed;
    }
}
