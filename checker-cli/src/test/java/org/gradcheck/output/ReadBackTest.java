package org.gradcheck.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.gradcheck.spec.RunSettings;
import org.gradcheck.spec.SpecFiles;
import org.gradcheck.spec.SpecRunner;
import org.gradcheck.spec.SpecSchema;
import org.gradcheck.spec.SuiteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports as others read them: by the schema of their format, and by a parser that is not ours. */
class ReadBackTest {

    private static final SuiteResult SAMPLES = SampleResults.suite(
            SampleResults.passed(),
            SampleResults.failed(),
            SampleResults.noisy(),
            SampleResults.notAdjoint(),
            SampleResults.redrawn(),
            SampleResults.inconclusive(),
            SampleResults.broken());

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path folder;

    /** Specs as they are really checked: passed, failed, with causes and places, chains, errors with a line. */
    private SuiteResult checked() throws IOException {
        write("right.json", "\"function\": \"x'*x\", \"gradient\": {\"x\": \"2*x\"}, \"tags\": [\"a <b>\"]");
        write("wrong.json", "\"function\": \"x'*x\", \"gradient\": {\"x\": \"[2*x(1); x(2); 2*x(3)]\"}");
        write("odd name.json", "\"function\": \"x'*y\", \"gradient\": {\"x\": \"x\"}");
        write("kink.json", "\"function\": \"sum(log(x - 100))\", \"gradient\": {\"x\": \"1 ./ x\"}");
        write(
                "chain.json",
                "\"chain\": [{\"name\": \"h\", \"function\": \"sin(x)\", \"jvp\": \"-cos(x) .* dx\"},"
                        + " {\"name\": \"f\", \"function\": \"h'*h\", \"jvp\": \"2*h'*dh\"}]");
        SpecRunner runner = new SpecRunner(RunSettings.defaults());
        try (var files = Files.list(folder)) {
            return new SuiteResult(1, files.sorted().map(runner::run).toList(), Duration.ofMillis(1500));
        }
    }

    private void write(String name, String keys) throws IOException {
        Files.writeString(folder.resolve(name), "{\"variables\": {\"x\": {\"shape\": [3]}},\n " + keys + "}\n");
    }

    @Test
    void jsonIsValidByItsSchema() throws IOException {
        JsonNode schema = MAPPER.readTree(ResultsSchema.text());
        for (SuiteResult suite : List.of(SAMPLES, checked())) {
            assertThat(SchemaCheck.problems(schema, MAPPER.readTree(new JsonReport(Replay.withDefaults()).of(suite))))
                    .isEmpty();
        }
    }

    @Test
    void everySpecOfTheCollectionIsValidByTheSchemaOfSpecs() throws IOException {
        JsonNode schema = MAPPER.readTree(SpecSchema.text());
        List<Path> specs = SpecFiles.find(List.of(Path.of("..", "specs")));

        assertThat(specs)
                .hasSizeGreaterThan(600)
                .allSatisfy(spec -> assertThat(SchemaCheck.problems(schema, MAPPER.readTree(Files.readString(spec))))
                        .isEmpty());
    }

    @Test
    void theSchemaOfTheFormatNoticesWhatServersWouldNotRead() throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReadBackTest.class.getResource("junit.xsd"));
        String xml = new JUnitXmlReport(Replay.withDefaults()).of(SAMPLES);

        for (String bad : List.of(
                xml.replace(" errors=\"0\"", ""),
                xml.replace("<failure ", "<trouble ").replace("</failure>", "</trouble>"),
                xml.replace(" classname=", " class="),
                xml.replace(" time=\"", " time=\"0:"))) {
            assertThat(bad).isNotEqualTo(xml);
            assertThatThrownBy(() -> schema.newValidator().validate(new StreamSource(new StringReader(bad))))
                    .isInstanceOf(SAXException.class);
        }
    }

    @Test
    void junitXmlIsValidByTheSchemaOfTheFormat() throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReadBackTest.class.getResource("junit.xsd"));
        for (SuiteResult suite : List.of(SAMPLES, checked())) {
            String xml = new JUnitXmlReport(Replay.withDefaults()).of(suite);
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        }
    }

    @Test
    void junitXmlIsReadBySurefire() throws Exception {
        String xml = new JUnitXmlReport(Replay.withDefaults()).of(SAMPLES);

        List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));

        assertThat(suites)
                .extracting(
                        ReportTestSuite::getFullClassName,
                        ReportTestSuite::getNumberOfTests,
                        ReportTestSuite::getNumberOfFailures,
                        ReportTestSuite::getNumberOfErrors)
                .containsExactly(
                        tuple("specs/losses/ridge.json", 2, 0, 0),
                        tuple("specs/quadratic-forms/general.json", 1, 1, 0),
                        tuple("noisy.json", 1, 1, 0),
                        tuple("adjoint.json", 1, 1, 0),
                        tuple("log.json", 1, 0, 0),
                        tuple("root.json", 1, 1, 0),
                        tuple("specs/broken spec.json", 1, 0, 1));
        ReportTestCase failed = suites.get(1).getTestCases().get(0);
        assertThat(failed.getName()).isEqualTo("Quadratic form of a general matrix: gradient of x");
        assertThat(failed.getFailureType()).isEqualTo("failed");
        assertThat(failed.getFailureMessage())
                .isEqualTo("gradient of x: REFUTED at point 2 of 3, but confirmed was expected");
        assertThat(failed.getFailureDetail()).contains("replay: gradcheck check specs/quadratic-forms/general.json");
        assertThat(suites.get(6).getTestCases().get(0).hasError()).isTrue();
    }

    @Test
    void sarifIsValidByTheSchemaOfTheStandard() throws IOException {
        JsonNode schema;
        try (InputStream in = SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = MAPPER.readTree(Objects.requireNonNull(in));
        }
        for (SuiteResult suite : List.of(SAMPLES, checked())) {
            JsonNode sarif = MAPPER.readTree(new SarifReport(Replay.withDefaults()).of(suite));
            assertThat(SchemaCheck.problems(SpecificationVersion.DRAFT_7, schema, sarif))
                    .isEmpty();
        }
    }

    @Test
    void sarifIsReadByAModelOfIt() throws IOException {
        SarifSchema210 sarif = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(new SarifReport(Replay.withDefaults()).of(checked()), SarifSchema210.class);

        List<Result> results = sarif.getRuns().get(0).getResults();
        assertThat(results)
                .extracting(
                        result -> result.getLocations()
                                .get(0)
                                .getPhysicalLocation()
                                .getArtifactLocation()
                                .getUri()
                                .replaceFirst(".*/", ""),
                        Result::getRuleId,
                        result -> result.getLevel().value(),
                        result -> result.getLocations()
                                .get(0)
                                .getPhysicalLocation()
                                .getRegion()
                                .getStartLine())
                .containsExactly(
                        tuple("chain.json", "gradcheck/jvp", "error", 2),
                        tuple("kink.json", "gradcheck/gradient", "warning", 2),
                        tuple("odd%20name.json", "gradcheck/spec", "error", 2),
                        tuple("wrong.json", "gradcheck/gradient", "error", 2));
    }
}
