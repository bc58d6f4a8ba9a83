package org.gradcheck.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The blocks of a guide in docs, to be compared with what is compiled and printed. */
record Guide(String text) {

    static Guide of(String file) throws IOException {
        return new Guide(Files.readString(Path.of("../docs").resolve(file)));
    }

    /** The source of a test in this package, without indentation. */
    static String source(Class<?> test) throws IOException {
        return unindented(
                Files.readString(Path.of("src/test/java/org/gradcheck/guide/" + test.getSimpleName() + ".java")));
    }

    static String unindented(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    /** The blocks in a language, without indentation. */
    List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> unindented(match.group(1)))
                .toList();
    }
}
