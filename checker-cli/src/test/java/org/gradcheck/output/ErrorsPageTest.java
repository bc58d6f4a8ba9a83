package org.gradcheck.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradcheck.spec.RunSettings;
import org.gradcheck.spec.SpecRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of error messages shows what is really said: each spec on it is checked, and what is printed compared. */
class ErrorsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "errors.md");

    /** A sentence, the data if there are some, the spec, and the message. */
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?m)^(\\S.*)\n\n(?:```csv\n((?s:.*?))```\n\n)?```json\n((?s:.*?))```\n\n```\n((?s:.*?))```$");

    @TempDir
    Path folder;

    private static List<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
    }

    static Stream<Arguments> shown() throws IOException {
        return examples().stream()
                .map(example -> Arguments.of(
                        example.group(1),
                        example.group(2) == null ? "" : example.group(2),
                        example.group(3),
                        example.group(4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void messagesAreAsShown(String title, String data, String spec, String message) throws IOException {
        Files.writeString(folder.resolve("data.csv"), data);
        Path file = Files.writeString(folder.resolve("loss.json"), spec);

        String error = new SpecRunner(RunSettings.defaults()).run(file).error().orElse("no error");

        assertThat(Paragraphs.hanging(
                        "",
                        error.replace(folder + file.getFileSystem().getSeparator(), "")
                                .replace(folder.toString(), ".")))
                .isEqualTo(message);
    }

    @Test
    void everySpecOnThePageIsAnExampleWithItsMessage() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(examples()).hasSizeGreaterThan(70);
        assertThat(Pattern.compile("^```json$", Pattern.MULTILINE).matcher(page).results())
                .hasSameSizeAs(examples());
    }
}
