package org.gradcheck.expression.function;

import java.util.List;
import java.util.Optional;

/**
 * What a reader needs to know to use a part of the language.
 *
 * @param name what an expression calls it
 * @param aliases other spellings
 * @param signature how it is written
 * @param summary one line
 * @param example an expression without variables
 * @param smoothness whether complex evaluation gives its derivative; empty where that depends on the parts alone
 * @param shapes the shapes of arguments and result, such as {@code m×n, n×p → m×p}
 * @param derivative the derivative along the tangents of its arguments, or why it is 0
 */
public record Description(
        String name,
        List<String> aliases,
        String signature,
        String summary,
        String example,
        Optional<Smoothness> smoothness,
        String shapes,
        String derivative) {

    public Description {
        aliases = List.copyOf(aliases);
    }
}
