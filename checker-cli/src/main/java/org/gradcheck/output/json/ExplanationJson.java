package org.gradcheck.output.json;

import java.util.List;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Explanation;
import org.gradcheck.report.Hypothesis;
import org.gradcheck.report.Where;
import org.gradcheck.report.WrongEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Why and where a derivative is wrong, in JSON. */
final class ExplanationJson {

    private ExplanationJson() {}

    static void write(ObjectNode node, Explanation explanation) {
        ArrayNode places = node.putArray("where");
        explanation.where().forEach(where -> write(places.addObject(), where));
        ArrayNode hypotheses = node.putArray("hypotheses");
        for (Hypothesis hypothesis : explanation.hypotheses()) {
            ObjectNode own = hypotheses.addObject();
            ArrayNode kinds = own.putArray("kinds");
            hypothesis.kinds().forEach(kinds::add);
            own.put("question", hypothesis.question());
            own.put("outcome", Words.label(hypothesis.outcome()));
            own.put("text", hypothesis.text());
        }
        node.put("explaining", explanation.evaluations());
    }

    private static void write(ObjectNode place, Where where) {
        place.put("side", Words.label(where.side()))
                .put("extent", Words.label(where.extent()))
                .put("places", where.places())
                .put("text", where.text())
                .put("count", where.count());
        ArrayNode entries = place.putArray("entries");
        for (WrongEntry entry : where.entries()) {
            ObjectNode own = entries.addObject();
            own.put("name", entry.name());
            own.put("coordinate", entry.coordinate() + 1);
            own.set("supplied", Reals.write(entry.supplied()));
            own.set("reference", Reals.write(entry.reference()));
            own.set("bound", Reals.write(entry.bound()));
        }
    }

    static Explanation read(JsonNode node) {
        return new Explanation(
                node.required("where").valueStream().map(ExplanationJson::where).toList(),
                node.required("hypotheses")
                        .valueStream()
                        .map(own -> new Hypothesis(
                                Words.list(own.required("kinds")),
                                own.required("question").stringValue(),
                                Words.constant(
                                        Hypothesis.Outcome.class,
                                        own.required("outcome").stringValue()),
                                own.required("text").stringValue()))
                        .toList(),
                0,
                node.required("explaining").intValue());
    }

    private static Where where(JsonNode place) {
        return new Where(
                Words.constant(Where.Side.class, place.required("side").stringValue()),
                Words.constant(Where.Extent.class, place.required("extent").stringValue()),
                place.required("places").stringValue(),
                place.required("text").stringValue(),
                place.required("entries")
                        .valueStream()
                        .map(own -> new WrongEntry(
                                own.required("name").stringValue(),
                                own.required("coordinate").intValue() - 1,
                                Reals.read(own.required("supplied")),
                                Reals.read(own.required("reference")),
                                Reals.read(own.required("bound"))))
                        .toList(),
                place.required("count").intValue());
    }

    static void write(ArrayNode causes, List<Diagnosis> diagnoses) {
        for (Diagnosis diagnosis : diagnoses) {
            causes.addObject()
                    .put("kind", diagnosis.kind())
                    .put("text", diagnosis.text())
                    .put("evidence", diagnosis.evidence());
        }
    }

    static List<Diagnosis> causes(JsonNode causes) {
        return causes.valueStream()
                .map(cause -> new Diagnosis(
                        cause.required("kind").stringValue(),
                        cause.required("text").stringValue(),
                        cause.required("evidence").stringValue()))
                .toList();
    }
}
