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
        String source = Files.readString(Path.of("src/test/java/org/gradcheck/junit/LogisticLossTest.java"));

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

    /** Mathematical functions may differ in the last digit from machine to machine. */
    private static String withoutNumbers(String text) {
        return text.replaceAll("-?\\d[\\d.]*(e[+-]\\d+)?", "#")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(language.length() + 4, block.length() - 3))
                .toList();
    }
}
