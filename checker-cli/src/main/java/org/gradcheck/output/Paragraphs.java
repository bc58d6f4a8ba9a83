package org.gradcheck.output;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.report.Fact;

/** Text laid out within 80 columns. */
final class Paragraphs {

    static final int WIDTH = 80;

    private Paragraphs() {}

    /** Facts with their keys padded to one width and long values continued below their beginning. */
    static String facts(int indent, List<Fact> facts) {
        int keys = facts.stream().mapToInt(fact -> fact.key().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Fact fact : facts) {
            String key = " ".repeat(indent)
                    + fact.key()
                    + " ".repeat(keys - fact.key().length() + 2);
            text.append(hanging(key, fact.value()));
        }
        return text.toString();
    }

    /**
     * A paragraph behind its label; lines that do not fit continue below its beginning. Line ends in it are kept,
     * and so are indented lines, which are drawings: a caret belongs below its place.
     */
    static String hanging(String label, String paragraph) {
        StringBuilder text = new StringBuilder();
        String margin = label;
        for (String line : paragraph.split("\\R", -1)) {
            for (String piece : wrapped(line, WIDTH - label.length())) {
                text.append((margin + piece).stripTrailing()).append('\n');
                margin = " ".repeat(label.length());
            }
        }
        return text.toString();
    }

    private static List<String> wrapped(String line, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = line;
        while (rest.length() > width && !line.startsWith(" ")) {
            int space = rest.lastIndexOf(' ', width);
            if (space <= 0) {
                space = rest.indexOf(' ', width);
            }
            if (space < 0) {
                break;
            }
            pieces.add(rest.substring(0, space));
            rest = rest.substring(space + 1);
        }
        pieces.add(rest);
        return pieces;
    }
}
