package org.gradcheck.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final JsonNode RESULTS = MAPPER.readTree(new JsonReport(Replay.withDefaults())
            .of(SampleResults.suite(
                    SampleResults.passed(),
                    SampleResults.failed(),
                    SampleResults.noisy(),
                    SampleResults.inconclusive(),
                    SampleResults.broken())));

    @Test
    void countsAndSeedComeFirst() {
        assertThat(RESULTS.propertyNames())
                .containsExactly("version", "gradcheck", "seed", "settings", "summary", "specs");
        assertThat(RESULTS.get("gradcheck").stringValue()).isEqualTo("development");
        assertThat(RESULTS.get("settings"))
                .isEqualTo(MAPPER.readTree("{\"options\": [], \"others\": [], \"inputs\": {}}"));
        assertThat(RESULTS.get("version").intValue()).isEqualTo(1);
        assertThat(RESULTS.get("seed").longValue()).isEqualTo(7);
        assertThat(RESULTS.get("summary"))
                .isEqualTo(MAPPER.readTree("{\"passed\": 1, \"failed\": 1, \"inconclusive\": 2, \"errors\": 1}"));
    }

    @Test
    void aRefutedCheckHasAllItsNumbers() {
        assertThat(RESULTS.get("specs").get(1).get("checks").get(0)).isEqualTo(MAPPER.readTree("""
                                {
                                  "form": "gradient", "variable": "x", "verdict": "refuted", "reason": "disagreement",
                                  "text": "disagrees with the reference (half of the derivative's scale, far more than the bound explains)",
                                  "expected": "confirmed", "outcome": "failed", "metByAnother": false, "relativeError": 0.5, "bound": 2.5e-13, "order": 1.0004,
                                  "point": {"number": 2, "of": 3, "perturbed": ["x"], "magnitudes": {"x": "large"}, "values": {"x": [1.0, -2.0, 0.5]}},
                                  "redrawn": [], "evaluations": 98,
                                  "precision": "double precision assumed of f, as declared", "reference": "central differences",
                                  "details": {}, "diagnosis": [{"kind": "factor", "text": "0.5 times the reference", "evidence": ""}],
                                  "where": [], "hypotheses": [], "explaining": 0,
                                  "remainder": [[0.5, 0.5], [0.25, 0.25]],
                                  "evidence": {
                                    "number": 1, "kind": "isotropic", "dimension": 3, "direction": [0.75, -0.5, 0.625],
                                    "readOut": "f", "supplied": 2.0, "reference": 4.0, "bound": 1e-12, "scale": 4.0, "noise": 1e-16,
                                    "method": "central differences", "derivativeOrder": 1,
                                    "remainder": [[0.5, 4.25, 0.5, 0.125], [0.25, 4.0625, 0.25, 0.015625]],
                                    "order": 1.0004, "centralOrder": null, "verdict": "refuted", "reason": "disagreement",
                                    "text": "disagrees with the reference (half of the derivative's scale, far more than the bound explains)"
                                  }
                                }
                                """));
    }

    @Test
    void anIdentityHasItsNumbersAndWhatItIsRelativeTo() {
        JsonNode results = MAPPER.readTree(
                new JsonReport(Replay.withDefaults()).of(SampleResults.suite(SampleResults.notAdjoint())));
        JsonNode check = results.get("specs").get(0).get("checks").get(0);

        assertThat(SchemaCheck.problems(MAPPER.readTree(ResultsSchema.text()), results))
                .isEmpty();
        assertThat(check.get("relativeError").doubleValue()).isEqualTo(0.2);
        assertThat(check.get("bound").doubleValue()).isEqualTo(2e-15);
        assertThat(check.get("order").isNull()).isTrue();
        assertThat(check.get("details")).isEqualTo(MAPPER.readTree("{\"inner product\": \"uᵀWv\"}"));
    }

    @Test
    void aPointIsWrittenAsASpecWouldWriteIt() {
        JsonNode results =
                MAPPER.readTree(new JsonReport(Replay.withDefaults()).of(SampleResults.suite(SampleResults.redrawn())));
        JsonNode check = results.get("specs").get(0).get("checks").get(0);

        assertThat(SchemaCheck.problems(MAPPER.readTree(ResultsSchema.text()), results))
                .isEmpty();
        assertThat(check.get("point")).isEqualTo(MAPPER.readTree("""
                        {
                          "number": 3, "of": 3, "perturbed": ["A", "b"], "magnitudes": {"A": "ordinary", "b": "small"},
                          "values": {"A": [[1.0, 2.0], [3.0, 4.0]], "b": [5.0, 6.0], "c": 7.0}
                        }
                        """));
        assertThat(check.get("redrawn")).isEqualTo(MAPPER.readTree("""
                        [
                          {"point": 1, "times": 3, "reason": "function-failed", "inVain": false},
                          {"point": 2, "times": 1, "reason": "unresolved", "inVain": false},
                          {"point": 3, "times": 24, "reason": "domain", "inVain": true}
                        ]
                        """));
    }

    @Test
    void numbersThatAreNotFiniteAreNull() {
        JsonNode check = RESULTS.get("specs").get(2).get("checks").get(0);

        assertThat(check.get("relativeError").isNull()).isTrue();
        assertThat(check.get("bound").isNull()).isTrue();
        assertThat(check.get("order").isNull()).isTrue();
        assertThat(check.get("remainder").get(0).get(1).isNull()).isTrue();
    }

    @Test
    void onlyABrokenSpecHasAnError() {
        List<Boolean> errors = new ArrayList<>();
        RESULTS.get("specs").forEach(spec -> errors.add(spec.has("error")));

        assertThat(errors).containsExactly(false, false, false, false, true);
    }

    @Test
    void twoRendersOfOneRunAreEqual() {
        assertThat(new JsonReport(Replay.withDefaults()).of(SampleResults.suite(SampleResults.failed())))
                .isEqualTo(new JsonReport(Replay.withDefaults()).of(SampleResults.suite(SampleResults.failed())));
    }

    @Test
    void everythingWrittenIsInTheSchemaAndEverythingRequiredIsWritten() {
        JsonNode schema = MAPPER.readTree(ResultsSchema.text());

        assertThat(SchemaCheck.problems(schema, RESULTS)).isEmpty();
    }

    @Test
    void theSchemaNoticesAMissingAndAnUnknownKey() {
        JsonNode schema = MAPPER.readTree(ResultsSchema.text());
        JsonNode bad = MAPPER.readTree(
                "{\"version\": 1, \"seed\": 1, \"specs\": [{\"file\": \"f\", \"title\": \"t\", \"outcome\": \"good\","
                        + " \"checks\": [], \"extra\": 1}]}");

        assertThat(SchemaCheck.problems(schema, bad))
                .containsExactlyInAnyOrder(
                        ": required property 'gradcheck' not found",
                        ": required property 'settings' not found",
                        ": required property 'summary' not found",
                        "/specs/0: required property 'tags' not found",
                        "/specs/0: required property 'seed' not found",
                        "/specs/0: property 'extra' is not defined in the schema and the schema does not allow additional properties",
                        "/specs/0/outcome: does not have a value in the enumeration [\"passed\", \"failed\", \"inconclusive\", \"error\"]");
    }
}
