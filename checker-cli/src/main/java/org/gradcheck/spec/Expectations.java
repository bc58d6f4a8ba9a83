package org.gradcheck.spec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gradcheck.derivative.Form;
import org.gradcheck.spec.wording.Words;

/** What "expect" says: one verdict for the whole spec, or one a form, or one a form and variable. */
final class Expectations {

    private static final List<String> LABELS =
            Arrays.stream(Expectation.values()).map(Expectation::label).toList();
    private static final String ONE_VERDICT = "one of " + Words.oneOf(LABELS) + " in a string";

    /** What stands before the name of a stage. */
    static final String STAGE = "stage ";

    private final Expectation overall;
    private final Map<String, Expectation> byForm = new HashMap<>();

    /** @param given the variables of a form that the spec has; empty if it does not have it */
    Expectations(Optional<JsonNode> node, Function<String, Optional<List<String>>> given) {
        if (node.isEmpty()) {
            overall = Expectation.CONFIRMED;
        } else if (node.get().isObject()) {
            overall = Expectation.CONFIRMED;
            node.get().members("").forEach((form, value) -> readForm(form, value, given));
        } else {
            overall = expectation(node.get(), ONE_VERDICT + ", or an object from form to one of them");
        }
    }

    private void readForm(String form, JsonNode node, Function<String, Optional<List<String>>> given) {
        if (form.equals("diagnosis")) {
            throw node.problem("an expected diagnosis is part of the format, but not supported yet in this version");
        }
        List<String> forms = Arrays.stream(Form.values()).map(Form::label).toList();
        List<String> variables = (forms.contains(form) || form.startsWith(STAGE)
                        ? given.apply(form)
                        : Optional.<List<String>>empty())
                .orElseThrow(() -> node.problem("the spec has no \"" + form + "\" of which to expect anything"
                        + (forms.contains(form) ? "" : Words.suggestion(form, forms))));
        if (!node.isObject()) {
            byForm.put(form, expectation(node, ONE_VERDICT));
            return;
        }
        node.members("").forEach((variable, value) -> {
            if (!variables.contains(variable)) {
                throw value.problem("the spec has no \"" + form + "\" of \"" + variable
                        + "\" of which to expect anything" + Words.suggestion(variable, variables));
            }
            byForm.put(form + "/" + variable, expectation(value, ONE_VERDICT));
        });
    }

    private static Expectation expectation(JsonNode node, String what) {
        if (!node.isText()) {
            throw node.expected(what);
        }
        String label = node.text(what);
        return Arrays.stream(Expectation.values())
                .filter(expectation -> expectation.label().equals(label))
                .findFirst()
                .orElseThrow(() -> node.problem(
                        "expected " + what + ", found \"" + label + "\"" + Words.suggestion(label, LABELS)));
    }

    Expectation of(Form form, String variable) {
        return byForm.getOrDefault(covering(form, variable), overall);
    }

    Expectation ofStage(String stage, Form form) {
        return byForm.getOrDefault(coveringStage(stage, form), overall);
    }

    /** The same for a derivative of a stage: its form, the stage, or, empty, the whole spec. */
    String coveringStage(String stage, Form form) {
        String own = STAGE + stage + "/" + form.label();
        if (byForm.containsKey(own)) {
            return own;
        }
        return byForm.containsKey(STAGE + stage) ? STAGE + stage : "";
    }

    /** What the expectation of a derivative was stated of: itself, its form, or, empty, the whole spec. */
    String covering(Form form, String variable) {
        String own = form.label() + "/" + variable;
        if (byForm.containsKey(own)) {
            return own;
        }
        return byForm.containsKey(form.label()) ? form.label() : "";
    }
}
