package org.gradcheck.cli;

import java.util.List;
import java.util.regex.Pattern;

/** Splits a command of a page into words, as a shell does with plain and double-quoted text. */
final class ShellWords {

    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");

    private ShellWords() {}

    /** The words behind the name of the program; a backslash at the end of a line joins it with the next. */
    static String[] arguments(String command) {
        List<String> words = WORD.matcher(command.replace("\\\n", " "))
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList();
        return words.subList(1, words.size()).toArray(String[]::new);
    }
}
