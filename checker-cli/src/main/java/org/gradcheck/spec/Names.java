package org.gradcheck.spec;

import java.util.Set;
import org.gradcheck.expression.ExpressionException;
import org.gradcheck.expression.ExpressionParser;

/** What may serve as a name in expressions. */
final class Names {

    private static final Set<String> RESERVED = Set.of("end", "pi");

    private Names() {}

    /** Refuses what an expression would not read as one name. */
    static void requireName(String name, Place place) {
        if (RESERVED.contains(name)) {
            throw new SpecException(
                    place, "\"" + name + "\" has a meaning of its own in expressions; expected another name");
        }
        if (!isName(name)) {
            throw new SpecException(
                    place,
                    "\"" + name
                            + "\" cannot be used as a name in expressions; expected letters, digits and _, beginning"
                            + " with a letter");
        }
    }

    private static boolean isName(String text) {
        try {
            return ExpressionParser.parse(text).freeNames().equals(Set.of(text));
        } catch (ExpressionException e) {
            return false;
        }
    }
}
