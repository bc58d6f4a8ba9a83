package org.gradcheck.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a fuzzer's bytes mean to the targets. Sizes are kept small: that large ones take memory and time is no finding. */
final class FuzzedText {

    /** Sizes and repetitions of two digits; behind a point there may be more. */
    private static final Pattern LARGE = Pattern.compile("(?<![.\\d])\\d{2,}|\\d[eE]\\+?\\d");

    private FuzzedText() {}

    /** The text; empty for one that is long or asks for large arrays. */
    static Optional<String> of(byte[] input, int longest) {
        String text = new String(input, StandardCharsets.UTF_8);
        return text.length() > longest || LARGE.matcher(text).find() ? Optional.empty() : Optional.of(text);
    }
}
