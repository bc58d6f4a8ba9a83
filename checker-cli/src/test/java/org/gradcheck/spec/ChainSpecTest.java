package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.chain.Conclusion;
import org.gradcheck.report.Diagnosis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ChainSpecTest {

    private static final Path CHAINS = Path.of("..", "specs", "chains");

    private static final String TWO_STAGES = """
            {
              'variables': { 'W': { 'shape': [2, 3] }, 'x': { 'shape': [3] } },
              'chain': [
                { 'name': 'a', 'function': 'W*x', 'vjp': { 'W': "abar*x'", 'x': "W'*abar" } },
                { 'name': 'h', 'function': 'tanh(a)', 'jvp': '(1 .- h.^2) .* da', 'vjp': { 'a': 'hbar' } }
              ]%s
            }
            """;

    @TempDir
    private Path folder;

    private SpecResult run(String text) throws Exception {
        Path file = folder.resolve("chain.json");
        StringBuilder json = new StringBuilder();
        // Single quotes where they do not transpose.
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inside ^= c == '"';
            json.append(c == '\'' && !inside ? '"' : c);
        }
        Files.writeString(file, json);
        return new SpecRunner(RunSettings.defaults()).run(file);
    }

    private static List<String> names(SpecResult result) {
        return result.checks().stream().map(SpecCheckResult::name).toList();
    }

    @TestFactory
    List<DynamicTest> theChainsOfTheCollectionAtManyPoints() {
        return LongStream.rangeClosed(5, 8)
                .mapToObj(seed -> DynamicTest.dynamicTest(
                        "seed " + seed,
                        () -> assertThat(new SuiteRunner(RunSettings.defaults().withSeed(seed), SuiteListener.SILENT)
                                        .run(List.of(CHAINS))
                                        .specs())
                                .allMatch(spec -> spec.outcome() == Outcome.PASSED)))
                .toList();
    }

    @Test
    void everyDerivativeOfAStageIsACheck() throws Exception {
        SpecResult result = run(TWO_STAGES.formatted(",\n'expect': { 'stage h': { 'vjp': 'refuted' } }"));

        assertThat(result.error()).isEmpty();
        assertThat(names(result))
                .containsExactly("vjp of W in stage a", "vjp of x in stage a", "jvp of stage h", "vjp of a in stage h");
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.chain().flatMap(ChainReport::firstWrongStage)).contains("h");
    }

    @Test
    void aStageMayBeExpectedToBeRefuted() throws Exception {
        assertThat(run(TWO_STAGES.formatted(",\n'expect': { 'stage h': 'refuted' }"))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(run(TWO_STAGES.formatted("")).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run(TWO_STAGES.formatted(",\n'expect': { 'stage g': 'refuted' }"))
                        .error()
                        .orElseThrow())
                .contains("chain.json:7:24 (/expect/stage g)", "the spec has no \"stage g\"");
    }

    @Test
    void namesTheMistakeInAWholeThatIsWrong() {
        SpecResult result =
                new SpecRunner(RunSettings.defaults()).run(CHAINS.resolve("residual-block--branch-dropped.json"));

        assertThat(result.chain().orElseThrow().conclusion().kind()).isEqualTo(Conclusion.Kind.COMPOSITION);
        assertThat(result.checks().get(0).result().diagnosis())
                .extracting(Diagnosis::kind)
                .contains("fan-out");
    }

    @Test
    void aChainStandsInPlaceOfAFunction() throws Exception {
        assertThat(run(TWO_STAGES.formatted(",\n'function': 'x'")).error().orElseThrow())
                .contains("chain.json:7:13 (/function): a \"chain\" stands in place of a \"function\"");
    }

    @Test
    void problemsAreShownInPlace() throws Exception {
        assertThat(problem("{ 'name': 'h', 'input': 'b', 'function': 'x', 'jvp': 'dx' }"))
                .contains(
                        "(/chain/0/input)", "the stage \"h\" takes \"b\", which is neither a variable nor an earlier");
        assertThat(problem("{ 'name': 'h', 'function': 'x', 'vjp': { 'y': 'hbar' } }"))
                .contains("(/chain/0/vjp/y)", "the stage \"h\" does not take \"y\"; it takes x");
        assertThat(problem("{ 'name': 'h', 'function': 'x', 'vjp': { 'x': \"hbar'\" } }"))
                .contains("(/chain/0/vjp/x)", "1×3", "3×1");
        assertThat(problem("{ 'name': 'h', 'function': 'x' }, { 'name': 'h', 'function': 'h' }"))
                .contains("(/chain/1)", "there is a stage \"h\" already");
        assertThat(problem("{ 'name': 'h', 'function': '2*x' }, { 'name': 'g', 'function': '2*h' },"
                        + " { 'name': 'r', 'function': 'h + g', 'jvp': 'dg' }"))
                .contains("(/chain/2/function)", "uses the stage \"h\" and does not take it");
        assertThat(problem("{ 'name': 'h', 'functio': '2*x' }"))
                .contains("(/chain/0/functio)", "unknown key \"functio\" in a stage");
    }

    private String problem(String stages) throws Exception {
        SpecResult result = run("{ 'variables': { 'x': { 'shape': [3] } }, 'chain': [ " + stages + " ] }");
        return result.error().orElse("no error");
    }

    @Test
    void theExampleOfTheGuideMeetsItsExpectation() throws Exception {
        String guide = Files.readString(Path.of("..", "docs", "chains.md"));
        int from = guide.indexOf("```json\n") + 8;
        Path file = folder.resolve("guide.json");
        Files.writeString(file, guide.substring(from, guide.indexOf("```", from)));

        SpecResult result = new SpecRunner(RunSettings.defaults()).run(file);

        assertThat(result.outcome()).as(result.error().orElse("")).isEqualTo(Outcome.PASSED);
        assertThat(names(result)).contains("jvp of stage r", "vjp of W in stage h");
    }

    @Test
    void aVariableOfTheWholeMustBeTaken() throws Exception {
        SpecResult result = run("""
                {
                  'variables': { 'x': { 'shape': [3] } },
                  'chain': [
                    { 'name': 'h', 'function': 'sin(x)', 'vjp': { 'x': 'cos(x) .* hbar' } },
                    { 'name': 'p', 'function': 'h .* x', 'vjp': { 'h': 'x .* pbar' } }
                  ],
                  'vjp': { 'x': '(sin(x) + x .* cos(x)) .* fbar' }
                }
                """);

        assertThat(result.error().orElse("")).contains("the stage \"p\" uses \"x\"", "expected it in \"input\"");
    }
}
