package org.gradcheck.spec.wording;

import java.util.Collection;
import java.util.List;
import org.gradcheck.expression.function.Spelling;

/** Phrases that several messages share. */
public final class Words {

    private static final int MOST_LISTED = 24;

    private Words() {}

    /** "a, b or c". */
    public static String oneOf(List<String> choices) {
        int last = choices.size() - 1;
        return last < 1
                ? String.join("", choices)
                : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
    }

    /** "a, b, c", cut where it is long. */
    public static String listed(Collection<String> names) {
        String shown = String.join(", ", names.stream().limit(MOST_LISTED).toList());
        return names.size() > MOST_LISTED ? shown + ", …" : shown;
    }

    /** ". Did you mean "x"?", or nothing. */
    public static String suggestion(String word, Collection<String> candidates) {
        return Spelling.nearest(word, candidates)
                .map(found -> ". Did you mean \"" + found + "\"?")
                .orElse("");
    }

    /** "1 entry", "3 entries". */
    public static String count(long number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }
}
