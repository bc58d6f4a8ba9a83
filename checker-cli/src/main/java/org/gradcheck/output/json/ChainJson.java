package org.gradcheck.output.json;

import java.util.List;
import java.util.Optional;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.chain.Conclusion;
import org.gradcheck.chain.Station;
import org.gradcheck.report.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was found about a chain in JSON, as far as reports tell of it: the conclusion and the drawing. */
final class ChainJson {

    private ChainJson() {}

    static ObjectNode write(ChainReport chain) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        VerdictJson.write(node, chain.verdict());
        ObjectNode conclusion = node.putObject("conclusion");
        conclusion.put("kind", Words.label(chain.conclusion().kind()));
        conclusion.put("stage", chain.conclusion().stage().orElse(null));
        conclusion.put("text", chain.conclusion().text());
        ExplanationJson.write(conclusion.putArray("causes"), chain.conclusion().causes());
        ArrayNode stations = node.putArray("stations");
        for (Station station : chain.stations()) {
            ObjectNode own = stations.addObject();
            own.put("name", station.name());
            own.put("role", Words.label(station.role()));
            ArrayNode takes = own.putArray("takes");
            station.takes().forEach(takes::add);
            own.put("space", station.space());
            own.put("status", Words.label(station.status()));
            own.set("tangent", Reals.write(station.tangent()));
            own.set("cotangent", Reals.write(station.cotangent()));
        }
        ArrayNode remarks = node.putArray("remarks");
        chain.remarks().forEach(remarks::add);
        node.put("evaluations", chain.evaluations());
        return node;
    }

    static ChainReport read(JsonNode node, long seed) {
        Verdict verdict = VerdictJson.read(node);
        JsonNode conclusion = node.required("conclusion");
        return new ChainReport(
                verdict,
                new Conclusion(
                        Words.constant(
                                Conclusion.Kind.class,
                                conclusion.required("kind").stringValue()),
                        Words.optional(conclusion.required("stage")),
                        conclusion.required("text").stringValue(),
                        ExplanationJson.causes(conclusion.required("causes"))),
                node.required("stations").valueStream().map(ChainJson::station).toList(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Words.list(node.required("remarks")),
                node.required("evaluations").intValue(),
                seed);
    }

    private static Station station(JsonNode own) {
        return new Station(
                own.required("name").stringValue(),
                Words.constant(Station.Role.class, own.required("role").stringValue()),
                Words.list(own.required("takes")),
                own.required("space").stringValue(),
                Words.constant(Station.Status.class, own.required("status").stringValue()),
                Optional.empty(),
                Reals.readOptional(own.required("tangent")),
                Reals.readOptional(own.required("cotangent")));
    }
}
