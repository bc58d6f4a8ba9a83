package org.gradcheck.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A function that is defined by a formula, as {@code sigma(z) = 1 ./ (1 + exp(-z))}. A call stands for the formula with the arguments in
 * the place of the parameters, so shapes are checked anew for each call. The formula may use variables and functions that are known
 * where it is defined, but not itself.
 */
public final class LocalFunction {

    private final String name;
    private final List<String> parameters;
    private final Source source;
    private final List<Program.Definition> definitions;
    private final Expression body;

    LocalFunction(
            String name,
            List<String> parameters,
            Source source,
            List<Program.Definition> definitions,
            Expression body) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.source = source;
        this.definitions = List.copyOf(definitions);
        this.body = body;
    }

    /**
     * Reads a function.
     *
     * @param head name and parameters, such as {@code sigma(z)}
     * @param body the formula, which may have definitions in front
     * @throws ExpressionException where one of them cannot be read; its source tells which
     */
    public static LocalFunction of(String head, String body) {
        Program.Head read = ExpressionParser.parseHead(head);
        Program program = ExpressionParser.parse(body);
        return new LocalFunction(
                read.name().name(), read.parameterNames(), new Source(body), program.definitions(), program.result());
    }

    /** A function without definitions of its own, from a place within a longer text. */
    static LocalFunction of(Program.Head head, Source source, Expression body) {
        return new LocalFunction(head.name().name(), head.parameterNames(), source, List.of(), body);
    }

    /** Refuses a parameter that occurs twice. */
    static void requireDistinct(Source source, List<Expression.Name> parameters) {
        Set<String> seen = new HashSet<>();
        for (Expression.Name parameter : parameters) {
            if (!seen.add(parameter.name())) {
                throw source.problem(parameter.span(), "two parameters are named " + parameter.name(), "");
            }
        }
    }

    public String name() {
        return name;
    }

    public List<String> parameters() {
        return parameters;
    }

    /** How it is called, such as {@code sigma(z)}. */
    public String signature() {
        return parameters.stream().collect(Collectors.joining(", ", name + "(", ")"));
    }

    Source source() {
        return source;
    }

    List<Program.Definition> definitions() {
        return definitions;
    }

    Expression body() {
        return body;
    }

    @Override
    public String toString() {
        return signature();
    }
}
