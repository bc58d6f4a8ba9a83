package org.gradcheck.output.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Fact;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RemainderPoint;
import org.gradcheck.spec.Expectation;
import org.gradcheck.spec.ExpectedFinding;
import org.gradcheck.spec.Redraw;
import org.gradcheck.spec.SpecCheckResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The result of one check in JSON: first what most readers want, then what reports are made of. */
final class CheckJson {

    private CheckJson() {}

    static ObjectNode write(SpecCheckResult check) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        CheckResult result = check.result();
        node.put("form", check.form());
        node.put("variable", check.variable().orElse(null));
        check.stage().ifPresent(stage -> node.put("stage", stage));
        VerdictJson.write(node, result.verdict());
        node.put("expected", check.expected().label());
        node.put("outcome", check.outcome().label());
        node.put("metByAnother", check.met());
        if (check.finding().isAny()) {
            ObjectNode finding = node.putObject("finding");
            finding.put("diagnosis", check.finding().diagnosis().orElse(null));
            ArrayNode where = finding.putArray("where");
            check.finding().where().forEach(where::add);
        }
        Optional<Evidence> decisive = result.decisive();
        numbers(node, decisive, result.identities().stream().findFirst());
        node.set("point", PointJson.write(check.point()));
        ArrayNode redrawn = node.putArray("redrawn");
        for (Redraw redraw : check.redrawn()) {
            redrawn.addObject()
                    .put("point", redraw.number())
                    .put("times", redraw.times())
                    .put("reason", Words.label(redraw.reason()))
                    .put("inVain", redraw.inVain());
        }
        node.put("evaluations", check.evaluations());
        node.put("precision", check.report().precision().orElse(null));
        node.put("reference", decisive.map(Evidence::method).orElse(null));
        ObjectNode details = node.putObject("details");
        result.details().forEach(fact -> details.put(fact.key(), fact.value()));
        ExplanationJson.write(node.putArray("diagnosis"), result.diagnosis());
        ExplanationJson.write(node, result.explanation());
        ArrayNode remainder = node.putArray("remainder");
        decisive.stream().flatMap(evidence -> evidence.remainder().stream()).forEach(row -> remainder.add(row(row)));
        decisive.ifPresent(evidence -> node.set("evidence", EvidenceJson.write(evidence)));
        result.identities().stream()
                .findFirst()
                .ifPresent(identity -> node.set("identity", EvidenceJson.write(identity)));
        return node;
    }

    /** An identity has no reference; what rounding explains is its bound. */
    private static void numbers(ObjectNode node, Optional<Evidence> decisive, Optional<IdentityEvidence> identity) {
        OptionalDouble error = OptionalDouble.empty();
        OptionalDouble bound = OptionalDouble.empty();
        if (identity.isPresent()) {
            error = OptionalDouble.of(identity.get().relativeError());
            bound = OptionalDouble.of(identity.get().allowed() / identity.get().scale());
        } else if (decisive.isPresent()) {
            error = OptionalDouble.of(decisive.get().relativeError());
            bound = OptionalDouble.of(decisive.get().resolution());
        }
        Reals.putFinite(node, "relativeError", error);
        Reals.putFinite(node, "bound", bound);
        Reals.putFinite(node, "order", decisive.map(Evidence::order).orElse(OptionalDouble.empty()));
    }

    private static ArrayNode row(RemainderPoint point) {
        ArrayNode row = JsonNodeFactory.instance.arrayNode();
        for (double number : new double[] {point.step(), point.remainder()}) {
            if (Double.isFinite(number)) {
                row.add(number);
            } else {
                row.addNull();
            }
        }
        return row;
    }

    /** The result as far as reports tell of it: of its evidence the decisive one, of its report no other result. */
    static SpecCheckResult read(JsonNode node, long seed) {
        String form = node.required("form").stringValue();
        CheckResult result = new CheckResult(
                form,
                VerdictJson.read(node),
                Optional.ofNullable(node.get("evidence")).map(EvidenceJson::read).stream()
                        .toList(),
                Optional.ofNullable(node.get("identity")).map(EvidenceJson::readIdentity).stream()
                        .toList(),
                ExplanationJson.causes(node.required("diagnosis")),
                details(node.required("details")),
                ExplanationJson.read(node));
        int evaluations = node.required("evaluations").intValue();
        return new SpecCheckResult(
                form,
                Words.optional(node.required("variable")),
                Words.constant(Expectation.class, node.required("expected").stringValue()),
                node.required("metByAnother").booleanValue(),
                new CheckReport(
                        new double[0], List.of(result), evaluations, Words.optional(node.required("precision")), seed),
                result,
                PointJson.read(node.required("point")),
                node.required("redrawn").valueStream().map(CheckJson::redraw).toList(),
                evaluations,
                Words.optional(node.path("stage")),
                node.has("finding")
                        ? new ExpectedFinding(
                                Words.optional(node.get("finding").required("diagnosis")),
                                Words.list(node.get("finding").required("where")))
                        : ExpectedFinding.NONE);
    }

    private static Redraw redraw(JsonNode node) {
        return new Redraw(
                node.required("point").intValue(),
                node.required("times").intValue(),
                Words.constant(InconclusiveReason.class, node.required("reason").stringValue()),
                node.required("inVain").booleanValue());
    }

    private static List<Fact> details(JsonNode node) {
        List<Fact> details = new ArrayList<>();
        node.properties()
                .forEach(entry ->
                        details.add(new Fact(entry.getKey(), entry.getValue().stringValue())));
        return details;
    }
}
