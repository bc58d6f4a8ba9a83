package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands on the page of error messages say what the page shows. */
class CommandErrorsTest {

    private static final Path PAGE = Path.of("..", "docs", "errors.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^(\\S.*)\n\n```sh\n((?s:.*?))```\n\n```\n((?s:.*?))```$");

    static List<Arguments> shown() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(example -> Arguments.of(example.group(1), example.group(2), example.group(3)))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void messagesAreAsShown(String title, String command, String message) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code =
                GradcheckCli.run(new PrintWriter(out, true), new PrintWriter(err, true), ShellWords.arguments(command));

        assertThat(code).isEqualTo(2);
        if (out.toString().isEmpty()) { // a line of a terminal, which the page wraps
            assertThat(oneLine(err.toString())).isEqualTo(oneLine(message));
        } else {
            assertThat(out.toString().split("\n\n", 2)[0] + "\n").isEqualTo(message);
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @Test
    void everyCommandOnThePageIsAnExample() throws IOException {
        Stream<String> lines = Files.readString(PAGE).lines();

        assertThat(shown()).hasSize((int) lines.filter("```sh"::equals).count()).hasSize(10);
    }
}
