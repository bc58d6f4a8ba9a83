package org.gradcheck.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gradcheck.expression.shape.Shape;

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

    /** The left side of a definition: a name, with parameters where it defines a function. */
    record Head(Expression.Name name, List<Expression.Name> parameters) {

        List<String> parameterNames() {
            return parameters.stream().map(Expression.Name::name).toList();
        }
    }

    record Definition(Head head, Expression value) {

        String name() {
            return head.name().name();
        }

        boolean isFunction() {
            return !head.parameters().isEmpty();
        }
    }

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
            Set<String> inside = new LinkedHashSet<>(bound);
            inside.addAll(definition.head().parameterNames());
            collect(definition.value(), inside, free);
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
     * Those of the free names that stand before arguments in parentheses in which there is another name that may be a variable, so
     * that {@code f(x)} is hardly an entry of f.
     *
     * @param indices names that an index may have
     */
    public Set<String> calledNames(Set<String> indices) {
        Set<String> free = freeNames();
        Set<String> called = new LinkedHashSet<>();
        definitions.forEach(definition -> collectCalls(definition.value(), free, indices, called));
        collectCalls(result, free, indices, called);
        return called;
    }

    private static void collectCalls(Expression expression, Set<String> free, Set<String> indices, Set<String> called) {
        if (expression instanceof Expression.Application application
                && application.target() instanceof Expression.Name name
                && free.contains(name.name())) {
            Set<String> inside = new LinkedHashSet<>();
            application.arguments().forEach(argument -> collect(argument, indices, inside));
            inside.retainAll(free);
            if (!inside.isEmpty()) {
                called.add(name.name());
            }
        }
        expression.parts().forEach(part -> collectCalls(part, free, indices, called));
    }

    /**
     * Resolves names and checks shapes.
     *
     * @throws ExpressionException where the parts do not fit
     */
    public CheckedExpression check(Scope scope) {
        return Checker.check(source, this, scope, Fit.UNKNOWN);
    }

    /**
     * The same for an expression that ought to have the given shape. It gives a size to {@code vector(1)} and its like, and forces nothing
     * else: the shape found may be another one.
     */
    public CheckedExpression check(Scope scope, Shape expected) {
        return Checker.check(source, this, scope, Fit.to(expected));
    }

    @Override
    public String toString() {
        return source.text();
    }
}
