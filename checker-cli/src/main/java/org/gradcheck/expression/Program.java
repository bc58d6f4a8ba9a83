package org.gradcheck.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A parsed expression with the definitions in front of it; immutable. */
public final class Program {

    private final Source source;
    private final List<Definition> definitions;
    private final Expression result;

    Program(Source source, List<Definition> definitions, Expression result) {
        this.source = source;
        this.definitions = List.copyOf(definitions);
        this.result = result;
    }

    record Definition(String name, Span nameSpan, Expression value) {}

    public String source() {
        return source.text();
    }

    List<Definition> definitions() {
        return definitions;
    }

    Expression result() {
        return result;
    }

    /**
     * The names that the program uses and does not define itself, in order of appearance. Functions are among them: only a scope tells
     * whether {@code f(1)} calls a function or indexes a variable.
     */
    public Set<String> freeNames() {
        Set<String> free = new LinkedHashSet<>();
        Set<String> bound = new LinkedHashSet<>();
        for (Definition definition : definitions) {
            collect(definition.value(), bound, free);
            bound.add(definition.name());
        }
        collect(result, bound, free);
        return free;
    }

    private static void collect(Expression expression, Set<String> bound, Set<String> free) {
        if (expression instanceof Expression.Name name) {
            if (!bound.contains(name.name())) {
                free.add(name.name());
            }
        } else if (expression instanceof Expression.Binding binding) {
            collect(binding.first(), bound, free);
            collect(binding.second(), bound, free);
            Set<String> inside = new LinkedHashSet<>(bound);
            inside.add(binding.variable().name());
            collect(binding.body(), inside, free);
        } else {
            expression.parts().forEach(part -> collect(part, bound, free));
        }
    }

    /**
     * Resolves names and checks shapes.
     *
     * @throws ExpressionException where the parts do not fit
     */
    public CheckedExpression check(Scope scope) {
        return Checker.check(source, this, scope);
    }

    @Override
    public String toString() {
        return source.text();
    }
}
