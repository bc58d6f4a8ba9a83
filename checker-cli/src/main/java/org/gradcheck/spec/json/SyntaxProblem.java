package org.gradcheck.spec.json;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text has where JSON has something else, in words. The parser's own messages speak of its settings. */
final class SyntaxProblem {

    private static final Pattern CHARACTER =
            Pattern.compile("Unexpected character \\('(.)' \\(code \\d+[^)]*\\)\\):?(?: was expecting ([^(]*))?.*");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'.*");

    private static final Pattern ESCAPE = Pattern.compile("Unrecognized character escape '?(.)'? .*");

    private static final Pattern LENGTH =
            Pattern.compile("(\\w+)(?: value)? length \\(\\d+\\) exceeds the maximum allowed \\((\\d+).*");

    private SyntaxProblem() {}

    /** The problem in words, from the parser's message. */
    static String describe(String message) {
        if (message.startsWith("Unexpected end-of-input")) {
            return "not valid JSON: the file ends in the middle of something; expected the closing brace, bracket or"
                    + " quote";
        }
        if (message.startsWith("Illegal unquoted character")) {
            return "not valid JSON: the line ends inside a text; expected the closing quote";
        }
        Matcher length = LENGTH.matcher(message);
        if (length.matches()) {
            return "a "
                    + (length.group(1).equals("Name") ? "key" : length.group(1).toLowerCase(Locale.ROOT))
                    + " has more than " + length.group(2) + " characters, which is the limit";
        }
        Matcher escape = ESCAPE.matcher(message);
        if (escape.matches()) {
            return "not valid JSON: a backslash before '" + escape.group(1)
                    + "' in a text; expected two. The left division A \\ b is written A \\\\ b in JSON";
        }
        Matcher token = TOKEN.matcher(message);
        if (token.matches()) {
            return "not valid JSON: found " + token.group(1)
                    + "; expected a value: { … }, [ … ], \"text\", a number, true or false. An expression"
                    + " stands in double quotes, too";
        }
        Matcher character = CHARACTER.matcher(message);
        if (character.matches()) {
            char found = character.group(1).charAt(0);
            String expected = character.group(2);
            return "not valid JSON: unexpected character " + found
                    + (expected == null || expected.isBlank() ? "" : "; expected " + inWords(expected.strip()))
                    + hint(found);
        }
        int technical = message.indexOf(" (start marker");
        return "not valid JSON: " + (technical < 0 ? message : message.substring(0, technical));
    }

    private static String inWords(String expected) {
        return expected.replace("double-quote to start property name", "a key in double quotes")
                .replace("comma to separate Object entries", "a comma or the end of the object")
                .replace("comma to separate Array entries", "a comma or the end of the array");
    }

    private static String hint(char found) {
        return switch (found) {
            case '}', ']' -> ". Is there a comma too many before it?";
            case '\'' -> ". Strings stand in double quotes";
            case '/', '#' -> ". JSON has no comments; the key \"description\" holds text for the reader";
            case '"' -> ". Is a comma missing before it?";
            default -> "";
        };
    }
}
