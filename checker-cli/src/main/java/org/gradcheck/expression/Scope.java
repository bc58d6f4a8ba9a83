package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradcheck.expression.function.FunctionLibrary;
import org.gradcheck.expression.shape.Shape;

/**
 * What an expression may refer to.
 *
 * @param variables shapes by name; they hide sizes and functions of the same name
 * @param sizes named whole numbers, known before evaluation
 * @param library the functions
 * @param functions functions defined by formulas, each of which sees those before it; they hide functions of the library
 * @param most how many entries a value may have
 */
public record Scope(
        Map<String, Shape> variables,
        Map<String, Integer> sizes,
        FunctionLibrary library,
        List<LocalFunction> functions,
        long most) {

    /** How many entries a value may have where nothing else is said. */
    public static final long DEFAULT_MOST = 50_000_000;

    public Scope {
        variables = NameMap.copyOf(variables);
        sizes = NameMap.copyOf(sizes);
        functions = List.copyOf(functions);
    }

    public Scope(Map<String, Shape> variables, Map<String, Integer> sizes, FunctionLibrary library) {
        this(variables, sizes, library, List.of(), DEFAULT_MOST);
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
        return new Scope(NameMap.copyOf(variables).with(name, shape), sizes, library, functions, most);
    }

    /** This scope and one more size. */
    public Scope with(String name, int size) {
        return new Scope(variables, NameMap.copyOf(sizes).with(name, size), library, functions, most);
    }

    /** This scope and one more function. */
    public Scope with(LocalFunction function) {
        List<LocalFunction> extended = new ArrayList<>(functions);
        extended.add(function);
        return new Scope(variables, sizes, library, extended, most);
    }

    /** The same, with values of so many entries at most. */
    public Scope withMost(long entries) {
        return new Scope(variables, sizes, library, functions, entries);
    }
}
