package org.gradcheck.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradcheck.expression.function.FunctionLibrary;
import org.gradcheck.expression.shape.Shape;

/**
 * What an expression may refer to.
 *
 * @param variables shapes by name; they hide sizes and functions of the same name
 * @param sizes named whole numbers, known before evaluation
 * @param library the functions
 */
public record Scope(Map<String, Shape> variables, Map<String, Integer> sizes, FunctionLibrary library) {

    public Scope {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    /** Variables and sizes beside the standard functions. */
    public static Scope of(Map<String, Shape> variables, Map<String, Integer> sizes) {
        return new Scope(variables, sizes, FunctionLibrary.standard());
    }

    /** The standard functions alone. */
    public static Scope empty() {
        return of(Map.of(), Map.of());
    }

    /** This scope and one more variable. */
    public Scope with(String name, Shape shape) {
        Map<String, Shape> extended = new LinkedHashMap<>(variables);
        extended.put(name, shape);
        return new Scope(extended, sizes, library);
    }
}
