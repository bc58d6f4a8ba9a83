package org.gradcheck.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final JsonNode RESULTS = MAPPER.readTree(JsonReport.of(SampleResults.suite(
            SampleResults.passed(),
            SampleResults.failed(),
            SampleResults.noisy(),
            SampleResults.inconclusive(),
            SampleResults.broken())));

    @Test
    void countsAndSeedComeFirst() {
        assertThat(RESULTS.propertyNames()).containsExactly("version", "seed", "summary", "specs");
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
                                  "expected": "confirmed", "relativeError": 0.5, "bound": 2.5e-13, "order": 1.0004,
                                  "point": {"number": 2, "of": 3, "magnitudes": {"x": "large"}, "values": {"x": [1.0, -2.0, 0.5]}},
                                  "redrawn": [], "evaluations": 98,
                                  "precision": "double precision assumed of f, as declared", "reference": "central differences",
                                  "details": {}, "diagnosis": [{"kind": "factor", "text": "0.5 times the reference", "evidence": ""}],
                                  "where": [], "hypotheses": [],
                                  "remainder": [[0.5, 0.5], [0.25, 0.25]]
                                }
                                """));
    }

    @Test
    void anIdentityHasItsNumbersAndWhatItIsRelativeTo() {
        JsonNode results = MAPPER.readTree(JsonReport.of(SampleResults.suite(SampleResults.notAdjoint())));
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
        JsonNode results = MAPPER.readTree(JsonReport.of(SampleResults.suite(SampleResults.redrawn())));
        JsonNode check = results.get("specs").get(0).get("checks").get(0);

        assertThat(SchemaCheck.problems(MAPPER.readTree(ResultsSchema.text()), results))
                .isEmpty();
        assertThat(check.get("point")).isEqualTo(MAPPER.readTree("""
                        {
                          "number": 3, "of": 3, "magnitudes": {"A": "ordinary", "b": "small"},
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
        assertThat(JsonReport.of(SampleResults.suite(SampleResults.failed())))
                .isEqualTo(JsonReport.of(SampleResults.suite(SampleResults.failed())));
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
                        "/: summary is missing",
                        "/specs/0: extra is not known",
                        "/specs/0/outcome: \"good\" is not one of the values allowed");
    }
}
