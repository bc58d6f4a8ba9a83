package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first example of the README says what the program says, and those without a file are right. */
class ReadmeTest {

    private static final Pattern SECONDS = Pattern.compile("in \\d+\\.\\d s");

    @TempDir
    private Path folder;

    @Test
    void theFirstExamplePrintsWhatTheReadmeShows() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String spec = readme.split("```json\n", 2)[1].split("```", 2)[0];
        String shown = readme.split("`gradcheck check penalty.json` says:\n\n```\n", 2)[1]
                .split("```", 2)[0];
        Path file = Files.writeString(folder.resolve("penalty.json"), spec);

        StringWriter out = new StringWriter();
        GradcheckCli.run(
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                "check",
                "--color=never",
                file.toString());

        // The README shows it from inside of the folder, which then has no heading of its own.
        String text = out.toString().replace(folder + "\n", "").replace(file.toString(), "penalty.json");
        assertThat(withoutTime(text)).isEqualTo(withoutTime(shown));
    }

    @Test
    void theExamplesWithoutAFileAreConfirmed() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        List<String> commands = Pattern.compile("(?m)^gradcheck check --function (?:.*\\\\\n)*.*$")
                .matcher(readme)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(commands).hasSize(3).allSatisfy(command -> {
            StringWriter out = new StringWriter();
            assertThat(GradcheckCli.run(
                            new PrintWriter(out, true),
                            new PrintWriter(new StringWriter(), true),
                            ShellWords.arguments(command)))
                    .as(out.toString())
                    .isZero();
        });
    }

    private static String withoutTime(String text) {
        return SECONDS.matcher(text).replaceAll("in some time");
    }
}
