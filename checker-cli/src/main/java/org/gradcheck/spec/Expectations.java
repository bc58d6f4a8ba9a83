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

    private static final String FINDING = ONE_VERDICT + ", or an object with \"verdict\", \"diagnosis\" and \"where\"";

    private final Expected overall;
    private final Map<String, Expected> byForm = new HashMap<>();

    /** A verdict, and what is to be found out beside it. */
    private record Expected(Expectation verdict, ExpectedFinding finding) {
        static final Expected CONFIRMED = new Expected(Expectation.CONFIRMED, ExpectedFinding.NONE);
    }

    /** @param given the variables of a form that the spec has; empty if it does not have it */
    Expectations(Optional<JsonNode> node, Function<String, Optional<List<String>>> given) {
        if (node.isEmpty()) {
            overall = Expected.CONFIRMED;
        } else if (node.get().isObject() && !isFinding(node.get())) {
            overall = Expected.CONFIRMED;
            node.get().members("").forEach((form, value) -> readForm(form, value, given));
        } else {
            overall = expected(node.get(), ONE_VERDICT + ", or an object from form to one of them");
        }
    }

    private static boolean isFinding(JsonNode node) {
        return node.isObject() && node.members("").keySet().stream().anyMatch(Keys.EXPECTED.known()::contains);
    }

    private void readForm(String form, JsonNode node, Function<String, Optional<List<String>>> given) {
        List<String> forms = Arrays.stream(Form.values()).map(Form::label).toList();
        List<String> variables = (forms.contains(form) || form.startsWith(STAGE)
                        ? given.apply(form)
                        : Optional.<List<String>>empty())
                .orElseThrow(() -> node.problem("the spec has no \"" + form + "\" of which to expect anything"
                        + (forms.contains(form) ? "" : Words.suggestion(form, forms))));
        if (!node.isObject() || isFinding(node)) {
            byForm.put(form, expected(node, ONE_VERDICT));
            return;
        }
        node.members("").forEach((variable, value) -> {
            if (!variables.contains(variable)) {
                throw value.problem("the spec has no \"" + form + "\" of \"" + variable
                        + "\" of which to expect anything" + Words.suggestion(variable, variables));
            }
            byForm.put(form + "/" + variable, expected(value, ONE_VERDICT));
        });
    }

    private static Expected expected(JsonNode node, String what) {
        if (!node.isObject()) {
            return new Expected(expectation(node, what), ExpectedFinding.NONE);
        }
        JsonFields fields = node.fields(Keys.EXPECTED, FINDING);
        Expectation verdict = expectation(fields.require("verdict", ONE_VERDICT), ONE_VERDICT);
        ExpectedFinding finding = new ExpectedFinding(
                fields.find("diagnosis").map(kind -> kind.text("the kind of a diagnosis, such as \"factor\"")),
                fields.find("where")
                        .map(places -> places.items("an array of places, such as [\"W(2,3)\"]").stream()
                                .map(place -> place.text("a place, such as \"W(2,3)\" or \"column 2 of W\""))
                                .toList())
                        .orElse(List.of()));
        if (finding.isAny() && verdict != Expectation.REFUTED) {
            throw node.problem("\"diagnosis\" and \"where\" are about a wrong derivative, and \"" + verdict.label()
                    + "\" is expected; expected \"verdict\": \"refuted\" beside them");
        }
        return new Expected(verdict, finding);
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

    /** The verdict expected of what {@link #covering} or {@link #coveringStage} says. */
    Expectation verdict(String covered) {
        return byForm.getOrDefault(covered, overall).verdict();
    }

    /** What is to be found out beside it. */
    ExpectedFinding finding(String covered) {
        return byForm.getOrDefault(covered, overall).finding();
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
