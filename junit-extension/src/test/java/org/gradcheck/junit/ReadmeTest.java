package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gradcheck.assertj.DerivativeAssertions;
import org.junit.jupiter.api.Test;

/** The guide shows nothing that does not compile, pass and print as it says. */
class ReadmeTest {

    @Test
    void everyExampleIsPartOfATestThatPasses() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/gradcheck/junit/LogisticLossTest.java"))
                + Files.readString(Path.of("src/test/java/org/gradcheck/junit/PointExamplesTest.java"));

        assertThat(blocks("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(source).contains(block));
    }

    @Test
    void theFailureIsTheOneThatIsPrinted() throws IOException {
        LogisticLoss loss = LogisticLoss.ofFourSamples();
        String message = String.valueOf(catchThrowable(() -> DerivativeAssertions.assertThatFunction(loss::value)
                        .at(new double[] {1, -1, 2})
                        .hasGradient(loss::gradientWithoutRidge))
                .getMessage());

        assertThat(blocks("text"))
                .singleElement()
                .satisfies(block -> assertThat(withoutNumbers(block)).isEqualTo(withoutNumbers(message)));
    }

    @Test
    void sectionOnSpacesOfTheProjectsReadmeIsPartOfATestThatPasses() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String section = readme.substring(readme.indexOf("### Spaces\n"), readme.indexOf("### Chains\n"));
        String source = Files.readString(Path.of("src/test/java/org/gradcheck/junit/SpacesExampleTest.java"));

        assertThat(blocks("java", section))
                .hasSize(2)
                .allSatisfy(block -> assertThat(unindented(source)).contains(unindented(block)));
        assertThat(blocks("text", section))
                .singleElement()
                .satisfies(block -> assertThat(block.replaceAll("\\s+", " ").strip())
                        .isEqualTo("diagnosis " + SpacesExampleTest.DIAGNOSIS));
    }

    private static String unindented(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    /** Mathematical functions may differ in the last digit from machine to machine. */
    private static String withoutNumbers(String text) {
        return text.replaceAll("-?\\d[\\d.]*(e[+-]\\d+)?", "#")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<String> blocks(String language) throws IOException {
        return blocks(language, Files.readString(Path.of("README.md")));
    }

    private static List<String> blocks(String language, String text) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(language.length() + 4, block.length() - 3))
                .toList();
    }
}
