package org.gradcheck.output.json;

import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts in JSON: the word, the reason where it is not confirmed, the sentence, and what was resolved. */
final class VerdictJson {

    private VerdictJson() {}

    static void write(ObjectNode node, Verdict verdict) {
        node.put("verdict", verdict.label());
        if (verdict instanceof Verdict.Refuted refuted) {
            node.put("reason", Words.label(refuted.reason()));
        } else if (verdict instanceof Verdict.Inconclusive inconclusive) {
            node.put("reason", Words.label(inconclusive.reason()));
        } else if (verdict instanceof Verdict.Confirmed confirmed) {
            node.set("resolution", Reals.write(confirmed.resolution()));
        }
        node.put("text", verdict.text());
    }

    static Verdict read(JsonNode node) {
        String text = node.required("text").stringValue();
        return switch (node.required("verdict").stringValue()) {
            case "confirmed" -> new Verdict.Confirmed(Reals.read(node.required("resolution")), text);
            case "refuted" ->
                new Verdict.Refuted(
                        Words.constant(
                                RefutationReason.class, node.required("reason").stringValue()),
                        text);
            case "inconclusive" ->
                new Verdict.Inconclusive(
                        Words.constant(
                                InconclusiveReason.class,
                                node.required("reason").stringValue()),
                        text);
            default -> throw new IllegalArgumentException("unknown verdict");
        };
    }
}
