package org.gradcheck.output.json;

import java.util.List;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.RemainderPoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The numbers along one direction, and those behind an identity, in JSON. */
final class EvidenceJson {

    /** More entries of a direction are not shown anywhere. */
    private static final int MOST_ENTRIES = 12;

    private EvidenceJson() {}

    static ObjectNode write(Evidence evidence) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", evidence.number());
        node.put("kind", evidence.directionKind());
        node.put("dimension", evidence.direction().length);
        node.set("direction", Reals.first(evidence.direction(), MOST_ENTRIES));
        node.put("readOut", evidence.readOut());
        node.set("supplied", Reals.write(evidence.supplied()));
        node.set("reference", Reals.write(evidence.reference()));
        node.set("bound", Reals.write(evidence.bound()));
        node.set("scale", Reals.write(evidence.scale()));
        node.set("noise", Reals.write(evidence.noise()));
        node.put("method", evidence.method());
        node.put("derivativeOrder", evidence.derivativeOrder());
        ArrayNode rows = node.putArray("remainder");
        for (RemainderPoint row : evidence.remainder()) {
            rows.addArray()
                    .add(Reals.write(row.step()))
                    .add(Reals.write(row.quotient()))
                    .add(Reals.write(row.remainder()))
                    .add(Reals.write(row.centralRemainder()));
        }
        node.set("order", Reals.write(evidence.order()));
        node.set("centralOrder", Reals.write(evidence.centralOrder()));
        VerdictJson.write(node, evidence.verdict());
        return node;
    }

    static Evidence read(JsonNode node) {
        List<RemainderPoint> rows = node.required("remainder")
                .valueStream()
                .map(row -> new RemainderPoint(
                        Reals.read(row.required(0)),
                        Reals.read(row.required(1)),
                        Reals.read(row.required(2)),
                        Reals.read(row.required(3))))
                .toList();
        return new Evidence(
                node.required("number").intValue(),
                node.required("kind").stringValue(),
                Reals.readFirst(
                        node.required("direction"), node.required("dimension").intValue()),
                node.required("readOut").stringValue(),
                Reals.read(node.required("supplied")),
                Reals.read(node.required("reference")),
                Reals.read(node.required("bound")),
                Reals.read(node.required("scale")),
                Reals.read(node.required("noise")),
                node.required("method").stringValue(),
                node.required("derivativeOrder").intValue(),
                rows,
                Reals.readOptional(node.required("order")),
                Reals.readOptional(node.required("centralOrder")),
                VerdictJson.read(node));
    }

    static ObjectNode write(IdentityEvidence identity) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("property", identity.property());
        node.put("left", identity.left());
        node.set("leftValue", Reals.write(identity.leftValue()));
        node.put("right", identity.right());
        node.set("rightValue", Reals.write(identity.rightValue()));
        node.put("place", identity.place());
        node.set("allowed", Reals.write(identity.allowed()));
        node.set("scale", Reals.write(identity.scale()));
        node.put("argument", identity.argument());
        return node;
    }

    static IdentityEvidence readIdentity(JsonNode node) {
        return new IdentityEvidence(
                node.required("property").stringValue(),
                node.required("left").stringValue(),
                Reals.read(node.required("leftValue")),
                node.required("right").stringValue(),
                Reals.read(node.required("rightValue")),
                node.required("place").stringValue(),
                Reals.read(node.required("allowed")),
                Reals.read(node.required("scale")),
                node.required("argument").stringValue());
    }
}
