package org.gradcheck.expression.function;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Spelling {

    private static final String GREEK = "GREEK SMALL LETTER ";

    private Spelling() {}

    /** The candidate at the smallest edit distance from the word, if that is at most a third of its length (but at least 1). */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        int allowed = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
                .filter(candidate -> distance(word, candidate) <= allowed)
                // A single letter is near every other one; only its case tells anything.
                .filter(candidate -> word.length() > 1 || candidate.equalsIgnoreCase(word))
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(candidate -> -commonBeginning(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Among names as near, people mean the one that begins as they wrote it: {@code sin} rather than {@code sign} by {@code sinn}. */
    private static int commonBeginning(String word, String candidate) {
        int length = 0;
        while (length < Math.min(word.length(), candidate.length())
                && Character.toLowerCase(word.charAt(length)) == Character.toLowerCase(candidate.charAt(length))) {
            length++;
        }
        return length;
    }

    /** The name of a Greek letter, such as lambda for λ. */
    public static Optional<String> spelledOut(String letter) {
        if (letter.codePointCount(0, letter.length()) != 1) {
            return Optional.empty();
        }
        String name = Character.getName(letter.codePointAt(0));
        return name != null && name.startsWith(GREEK)
                ? Optional.of(
                        name.substring(GREEK.length()).toLowerCase(Locale.ROOT).replace("lamda", "lambda"))
                : Optional.empty();
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other; case counts nothing. */
    static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
