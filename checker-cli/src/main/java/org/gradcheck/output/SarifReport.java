package org.gradcheck.output;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradcheck.derivative.Form;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.Place;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecInOptions;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;
import org.gradcheck.spec.json.Position;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What did not pass in the Static Analysis Results Interchange Format (SARIF) 2.1.0 of OASIS, which code hosts show at the lines of
 * specs. A rule a form of derivative, and one for specs that cannot be checked.
 *
 * @param replay how to obtain a result again
 */
public record SarifReport(Replay replay) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String PREFIX = "gradcheck/";
    private static final String UNREADABLE = "spec";
    private static final List<String> RULES = Stream.concat(
                    Arrays.stream(Form.values()).map(Form::label), Stream.of(UNREADABLE))
            .toList();

    /** The JSON text, ending with a line end. */
    public String of(SuiteResult suite) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "gradcheck");
        ArrayNode rules = driver.putArray("rules");
        RULES.forEach(rule -> rules.addObject()
                .put("id", PREFIX + rule)
                .putObject("shortDescription")
                .put(
                        "text",
                        rule.equals(UNREADABLE)
                                ? "A spec that cannot be checked."
                                : "A " + rule + " whose verdict is not the one expected."));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        for (SpecResult spec : suite.specs()) {
            spec.error()
                    .ifPresent(error -> add(
                            results,
                            spec,
                            UNREADABLE,
                            UNREADABLE,
                            Outcome.ERROR,
                            error,
                            spec.place().flatMap(Place::position)));
            for (SpecCheckResult check : spec.checks()) {
                if (check.outcome() != Outcome.PASSED) {
                    add(
                            results,
                            spec,
                            check.form(),
                            check.name(),
                            check.outcome(),
                            finding(spec, check),
                            position(spec, check));
                }
            }
        }
        return MAPPER.writeValueAsString(root) + "\n";
    }

    private static void add(
            ArrayNode results,
            SpecResult spec,
            String rule,
            String name,
            Outcome outcome,
            String text,
            Optional<Position> position) {
        ObjectNode result = results.addObject();
        result.put("ruleId", PREFIX + rule);
        result.put("ruleIndex", RULES.indexOf(rule));
        result.put("level", outcome == Outcome.INCONCLUSIVE ? "warning" : "error");
        result.putObject("message").put("text", text);
        if (isFile(spec.file())) {
            ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
            physical.putObject("artifactLocation").put("uri", uri(spec.file()));
            position.ifPresent(at ->
                    physical.putObject("region").put("startLine", at.line()).put("startColumn", at.column()));
        }
        result.putObject("partialFingerprints").put("gradcheck/v1", fingerprint(spec.file(), name));
    }

    /** The headline, the verdict's sentence, the likeliest cause, and how to see it again. */
    private String finding(SpecResult spec, SpecCheckResult check) {
        StringBuilder text = new StringBuilder(CheckFacts.headline(check))
                .append(": ")
                .append(check.result().verdict().text())
                .append('.');
        check.result().diagnosis().stream()
                .map(Diagnosis::text)
                .findFirst()
                .ifPresent(cause -> text.append(" Likely cause: ").append(cause).append('.'));
        return text.append(" Replay: ").append(replay.command(spec)).toString();
    }

    /** Where the derivative is written. */
    private static Optional<Position> position(SpecResult spec, SpecCheckResult check) {
        return spec.written()
                .flatMap(written -> written.derivative(check.name()))
                .flatMap(derivative -> derivative.formula().place().position());
    }

    private static boolean isFile(String name) {
        return !name.equals("<stdin>") && !name.equals(SpecInOptions.NAME);
    }

    /** Relative as the user named it, else with its scheme. */
    private static String uri(String file) {
        Path path = Path.of(file);
        if (path.isAbsolute()) {
            return path.toUri().toString();
        }
        try {
            return new URI(null, null, path.toString().replace('\\', '/'), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path is escaped, not parsed", e);
        }
    }

    /** The same as long as file and derivative have their names, wherever the line moves. */
    private static String fingerprint(String file, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((file.replace('\\', '/') + "\n" + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
