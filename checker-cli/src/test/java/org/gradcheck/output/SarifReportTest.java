package org.gradcheck.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gradcheck.spec.RunSettings;
import org.gradcheck.spec.SpecRunner;
import org.gradcheck.spec.SuiteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path folder;

    private static JsonNode sarif(SuiteResult suite) {
        return MAPPER.readTree(new SarifReport(Replay.withDefaults()).of(suite));
    }

    private static List<JsonNode> results(JsonNode sarif) {
        return sarif.get("runs").get(0).get("results").valueStream().toList();
    }

    private JsonNode checked(String name, String spec) throws IOException {
        Path file = Files.writeString(folder.resolve(name), spec);
        return sarif(new SuiteResult(1, List.of(new SpecRunner(RunSettings.defaults()).run(file)), Duration.ZERO));
    }

    /** What section 3 of the standard requires of the parts that are used. */
    @Test
    void whatTheStandardRequiresIsThere() {
        JsonNode sarif = sarif(SampleResults.suite(
                SampleResults.passed(), SampleResults.failed(), SampleResults.inconclusive(), SampleResults.broken()));

        assertThat(sarif.get("version").stringValue()).isEqualTo("2.1.0");
        assertThat(sarif.get("$schema").stringValue()).endsWith("sarif-2.1.0.json");
        assertThat(sarif.get("runs").size()).isEqualTo(1);
        JsonNode run = sarif.get("runs").get(0);
        assertThat(run.propertyNames()).containsExactly("tool", "columnKind", "results");
        JsonNode driver = run.get("tool").get("driver");
        assertThat(driver.get("name").stringValue()).isEqualTo("gradcheck");
        List<String> rules = new ArrayList<>();
        driver.get("rules").forEach(rule -> rules.add(rule.get("id").stringValue()));
        assertThat(rules)
                .containsExactly(
                        "gradcheck/gradient",
                        "gradcheck/jvp",
                        "gradcheck/vjp",
                        "gradcheck/jacobian",
                        "gradcheck/hessian",
                        "gradcheck/hvp",
                        "gradcheck/bilinear",
                        "gradcheck/spec");
        assertThat(results(sarif)).hasSize(3).allSatisfy(result -> {
            assertThat(rules.get(result.get("ruleIndex").intValue()))
                    .isEqualTo(result.get("ruleId").stringValue());
            assertThat(result.get("level").stringValue()).isIn("error", "warning", "note", "none");
            assertThat(result.get("message").get("text").stringValue()).isNotBlank();
            assertThat(result.get("locations")
                            .get(0)
                            .get("physicalLocation")
                            .get("artifactLocation")
                            .get("uri")
                            .stringValue())
                    .isNotBlank();
            assertThat(result.get("partialFingerprints").get("gradcheck/v1").stringValue())
                    .matches("[0-9a-f]{64}");
        });
    }

    @Test
    void onlyWhatDidNotPassIsAResult() {
        JsonNode sarif = sarif(SampleResults.suite(SampleResults.passed(), SampleResults.refutedAsExpected()));

        assertThat(results(sarif)).isEmpty();
    }

    @Test
    void theMessageIsTheFinding() {
        JsonNode result =
                results(sarif(SampleResults.suite(SampleResults.failed()))).get(0);

        assertThat(result.get("message").get("text").stringValue())
                .isEqualTo(
                        "gradient of x: REFUTED at point 2 of 3, but confirmed was expected: disagrees with the reference"
                                + " (half of the derivative's scale, far more than the bound explains). Likely cause: 0.5 times the"
                                + " reference. Replay: gradcheck check specs/quadratic-forms/general.json --seed 7");
        assertThat(result.get("level").stringValue()).isEqualTo("error");
    }

    @Test
    void whatIsInconclusiveIsAWarning() {
        JsonNode result = results(sarif(SampleResults.suite(SampleResults.inconclusive())))
                .get(0);

        assertThat(result.get("ruleId").stringValue()).isEqualTo("gradcheck/jvp");
        assertThat(result.get("level").stringValue()).isEqualTo("warning");
    }

    @Test
    void namesOfFilesAreEscaped() {
        JsonNode result =
                results(sarif(SampleResults.suite(SampleResults.broken()))).get(0);

        assertThat(result.get("locations")
                        .get(0)
                        .get("physicalLocation")
                        .get("artifactLocation")
                        .get("uri")
                        .stringValue())
                .isEqualTo("specs/broken%20spec.json");
    }

    @Test
    void aResultIsAtTheLineOfTheDerivativeAndItsFingerprintStays() throws IOException {
        JsonNode first = results(checked("loss.json", """
                {"variables": {"x": {"shape": [2]}}, "function": "x'*x",
                 "gradient": {"x": "x"}}
                """)).get(0);
        JsonNode moved = results(checked("loss.json", """
                {"variables": {"x": {"shape": [2]}},
                 "function": "x'*x",
                 "gradient":
                   {"x": "3*x"}}
                """)).get(0);

        assertThat(region(first)).isEqualTo(MAPPER.readTree("{\"startLine\": 2, \"startColumn\": 20}"));
        assertThat(region(moved)).isEqualTo(MAPPER.readTree("{\"startLine\": 4, \"startColumn\": 10}"));
        assertThat(moved.get("partialFingerprints")).isEqualTo(first.get("partialFingerprints"));
    }

    @Test
    void anErrorIsAtItsPlace() throws IOException {
        JsonNode result = results(checked("loss.json", """
                {"variables": {"x": {"shape": [2]}},
                 "function": "x'*y", "gradient": {"x": "x"}}
                """)).get(0);

        assertThat(result.get("ruleId").stringValue()).isEqualTo("gradcheck/spec");
        assertThat(region(result)).isEqualTo(MAPPER.readTree("{\"startLine\": 2, \"startColumn\": 14}"));
    }

    private static JsonNode region(JsonNode result) {
        return result.get("locations").get(0).get("physicalLocation").get("region");
    }
}
