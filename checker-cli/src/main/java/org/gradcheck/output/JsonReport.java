package org.gradcheck.output;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Explanation;
import org.gradcheck.report.Hypothesis;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.RemainderPoint;
import org.gradcheck.report.Verdict;
import org.gradcheck.report.Where;
import org.gradcheck.report.WrongEntry;
import org.gradcheck.spec.CheckedPoint;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.Redraw;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results for machines, as the schema {@code results.schema.json} describes them. Times are left out: two runs with the
 * same seed give the same text.
 */
public final class JsonReport {

    /** The version of the format; it grows when a reader of the old one would misunderstand the new one. */
    public static final int VERSION = 1;

    /** Values of more entries are left out. */
    private static final int MOST_ENTRIES = 1000;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonReport() {}

    /** The JSON text, ending with a line end. */
    public static String of(SuiteResult suite) {
        ObjectNode root = NODES.objectNode();
        root.put("version", VERSION);
        root.put("seed", suite.seed());
        suite.shard()
                .ifPresent(shard ->
                        root.putObject("shard").put("number", shard.number()).put("count", shard.count()));
        summary(root, suite::count);
        ArrayNode specs = root.putArray("specs");
        suite.specs().forEach(spec -> specs.add(spec(spec)));
        return text(root);
    }

    static void summary(ObjectNode root, ToLongFunction<Outcome> count) {
        root.putObject("summary")
                .put("passed", count.applyAsLong(Outcome.PASSED))
                .put("failed", count.applyAsLong(Outcome.FAILED))
                .put("inconclusive", count.applyAsLong(Outcome.INCONCLUSIVE))
                .put("errors", count.applyAsLong(Outcome.ERROR));
    }

    static String text(ObjectNode root) {
        return MAPPER.writeValueAsString(root) + "\n";
    }

    private static ObjectNode spec(SpecResult spec) {
        ObjectNode node = NODES.objectNode();
        node.put("file", spec.file());
        node.put("title", spec.title());
        node.put("outcome", spec.outcome().label());
        spec.error().ifPresent(error -> node.put("error", error));
        ArrayNode checks = node.putArray("checks");
        spec.checks().forEach(check -> checks.add(check(check)));
        return node;
    }

    private static ObjectNode check(SpecCheckResult check) {
        ObjectNode node = NODES.objectNode();
        node.put("form", check.form());
        node.put("variable", check.variable().orElse(null));
        check.stage().ifPresent(stage -> node.put("stage", stage));
        Verdict verdict = check.result().verdict();
        node.put("verdict", verdict.label());
        if (verdict instanceof Verdict.Refuted refuted) {
            node.put("reason", label(refuted.reason()));
        } else if (verdict instanceof Verdict.Inconclusive inconclusive) {
            node.put("reason", label(inconclusive.reason()));
        }
        node.put("expected", check.expected().label());
        check.result().decisive().ifPresentOrElse(evidence -> numbers(node, evidence), () -> noNumbers(node));
        check.result().identities().stream().findFirst().ifPresent(identity -> numbers(node, identity));
        node.set("point", point(check.point()));
        ArrayNode redrawn = node.putArray("redrawn");
        for (Redraw redraw : check.redrawn()) {
            redrawn.addObject()
                    .put("point", redraw.number())
                    .put("times", redraw.times())
                    .put("reason", label(redraw.reason()))
                    .put("inVain", redraw.inVain());
        }
        node.put("evaluations", check.evaluations());
        node.put("precision", check.report().precision().orElse(null));
        node.put("reference", check.result().decisive().map(Evidence::method).orElse(null));
        ObjectNode details = node.putObject("details");
        check.result().details().forEach(fact -> details.put(fact.key(), fact.value()));
        ArrayNode diagnoses = node.putArray("diagnosis");
        for (Diagnosis diagnosis : check.result().diagnosis()) {
            diagnoses
                    .addObject()
                    .put("kind", diagnosis.kind())
                    .put("text", diagnosis.text())
                    .put("evidence", diagnosis.evidence());
        }
        explanation(node, check.result().explanation());
        ArrayNode remainder = node.putArray("remainder");
        check.result().decisive().map(Evidence::remainder).stream()
                .flatMap(java.util.List::stream)
                .forEach(point -> remainder.add(row(point)));
        return node;
    }

    private static void explanation(ObjectNode node, Explanation explanation) {
        ArrayNode places = node.putArray("where");
        for (Where where : explanation.where()) {
            ObjectNode place = places.addObject()
                    .put("side", label(where.side()))
                    .put("extent", label(where.extent()))
                    .put("places", where.places())
                    .put("text", where.text())
                    .put("count", where.count());
            ArrayNode entries = place.putArray("entries");
            for (WrongEntry entry : where.entries()) {
                ObjectNode own = entries.addObject();
                own.put("name", entry.name());
                own.put("coordinate", entry.coordinate() + 1);
                put(own, "supplied", OptionalDouble.of(entry.supplied()));
                put(own, "reference", OptionalDouble.of(entry.reference()));
                put(own, "bound", OptionalDouble.of(entry.bound()));
            }
        }
        ArrayNode hypotheses = node.putArray("hypotheses");
        for (Hypothesis hypothesis : explanation.hypotheses()) {
            ObjectNode own = hypotheses.addObject();
            ArrayNode kinds = own.putArray("kinds");
            hypothesis.kinds().forEach(kinds::add);
            own.put("question", hypothesis.question());
            own.put("outcome", label(hypothesis.outcome()));
            own.put("text", hypothesis.text());
        }
    }

    private static ObjectNode point(CheckedPoint point) {
        ObjectNode node = NODES.objectNode();
        node.put("number", point.number());
        node.put("of", point.of());
        ObjectNode magnitudes = node.putObject("magnitudes");
        point.magnitudes().forEach((name, magnitude) -> magnitudes.put(name, magnitude.label()));
        ObjectNode values = node.putObject("values");
        point.values().forEach((name, value) -> {
            if (value.getNumElements() <= MOST_ENTRIES) {
                values.set(name, value(value));
            }
        });
        return node;
    }

    /** As a spec would write it. */
    private static JsonNode value(DMatrixRMaj value) {
        if (value.getNumElements() == 1) {
            return NODES.numberNode(value.data[0]);
        }
        ArrayNode rows = NODES.arrayNode();
        for (int i = 0; i < value.numRows; i++) {
            if (value.numCols == 1) {
                rows.add(value.unsafe_get(i, 0));
            } else {
                ArrayNode row = rows.addArray();
                for (int j = 0; j < value.numCols; j++) {
                    row.add(value.unsafe_get(i, j));
                }
            }
        }
        return rows;
    }

    private static void numbers(ObjectNode node, Evidence evidence) {
        put(node, "relativeError", OptionalDouble.of(evidence.relativeError()));
        put(node, "bound", OptionalDouble.of(evidence.resolution()));
        put(node, "order", evidence.order());
    }

    /** An identity has no reference; what rounding explains is its bound. */
    private static void numbers(ObjectNode node, IdentityEvidence identity) {
        put(node, "relativeError", OptionalDouble.of(identity.relativeError()));
        put(node, "bound", OptionalDouble.of(identity.allowed() / identity.scale()));
    }

    private static void noNumbers(ObjectNode node) {
        node.putNull("relativeError").putNull("bound").putNull("order");
    }

    private static ArrayNode row(RemainderPoint point) {
        ArrayNode row = NODES.arrayNode();
        for (double number : new double[] {point.step(), point.remainder()}) {
            if (Double.isFinite(number)) {
                row.add(number);
            } else {
                row.addNull();
            }
        }
        return row;
    }

    /** JSON has no infinities and no NaN: null stands for them. */
    private static void put(ObjectNode node, String key, OptionalDouble number) {
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            node.put(key, number.getAsDouble());
        } else {
            node.putNull(key);
        }
    }

    private static String label(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
