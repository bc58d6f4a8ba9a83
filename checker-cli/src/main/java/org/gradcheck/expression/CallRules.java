package org.gradcheck.expression;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gradcheck.expression.function.ArgumentException;
import org.gradcheck.expression.function.ArgumentShapes;
import org.gradcheck.expression.function.FunctionLibrary;
import org.gradcheck.expression.function.LanguageFunction;
import org.gradcheck.expression.function.Spelling;
import org.gradcheck.expression.function.Synonyms;
import org.gradcheck.expression.shape.Shape;

/** Calls of functions: the function must exist, take so many arguments, and accept their shapes. */
final class CallRules {

    private final Source source;
    private final FunctionLibrary library;

    CallRules(Source source, FunctionLibrary library) {
        this.source = source;
        this.library = library;
    }

    /** A function found by its name, which takes as many arguments as are given. */
    record Target(LanguageFunction function) {}

    Target target(String name, Span nameSpan, Expression.Application call, Collection<String> variables) {
        int count = call.arguments().size();
        Optional<LanguageFunction> function = library.find(name, count);
        if (function.isPresent()) {
            return new Target(function.get());
        }
        if (library.find(name).isEmpty()) {
            throw unknown(name, nameSpan, variables);
        }
        throw wrongCount(name, library.usage(name), count, nameSpan, call.span());
    }

    /** Refuses a call of a local function with too few or too many arguments. */
    void requireCount(LocalFunction function, Span nameSpan, Expression.Application call) {
        int count = call.arguments().size();
        if (count != function.parameters().size()) {
            throw wrongCount(function.name(), function.signature(), count, nameSpan, call.span());
        }
    }

    private ExpressionException wrongCount(String name, String signature, int count, Span nameSpan, Span span) {
        boolean otherNorm = name.equals("norm") || name.equals("norm2");
        return source.problem(
                span,
                nameSpan,
                name + " does not take " + count + (count == 1 ? " argument" : " arguments"),
                (name.equals("sum") && count == 4 ? "a sum over an index is sumi(i, a, b, body); " : "")
                        + "it is called as " + signature
                        + (otherNorm ? "; other norms are norm1, norminf, normp(X, p), specnorm and nucnorm" : ""));
    }

    private ExpressionException unknown(String name, Span span, Collection<String> variables) {
        List<String> fields = library.fields(name);
        if (!fields.isEmpty()) {
            return source.problem(
                    span,
                    name + " has several outputs",
                    "select one: "
                            + String.join(
                                    " or ",
                                    fields.stream()
                                            .map(field -> name + "(…)." + field)
                                            .toList()));
        }
        Optional<String> variable = Spelling.nearest(name, variables);
        String hint = Synonyms.ofFunction(name)
                .or(() -> library.nearest(name).map(found -> "did you mean " + library.usage(found) + "?"))
                .or(() -> variable.map(found -> "did you mean the variable " + found + "?"))
                .orElse((variables.isEmpty() ? "" : "variables in scope: " + String.join(", ", variables) + "; ")
                        + "'gradcheck functions' lists all functions");
        return source.problem(span, "unknown function " + name, hint);
    }

    /** The name under which the library keeps one output of a function. */
    String fullName(String function, Expression.Field field, Span span) {
        List<String> fields = library.fields(function);
        if (fields.isEmpty() && library.find(function).isPresent()) {
            throw source.problem(field.nameSpan(), function + " has one output and no field " + field.name(), "");
        }
        if (!fields.isEmpty() && !fields.contains(field.name())) {
            throw source.problem(
                    span,
                    field.nameSpan(),
                    function + " has no output " + field.name(),
                    "its outputs are " + String.join(", ", fields));
        }
        return fields.isEmpty() ? function : function + "." + field.name();
    }

    Node node(Target target, Expression.Application call, List<Node> arguments) {
        LanguageFunction function = target.function();
        ArgumentShapes shapes = new ArgumentShapes(
                function,
                arguments.stream().map(Node::shape).toList(),
                arguments.stream().map(Node::constant).toList(),
                arguments.stream().map(Node::constantName).toList());
        try {
            Shape shape = function.shapeRule().resultFor(shapes);
            return function.known().valueFor(shapes).isPresent()
                    ? new Node.Constant(function.known().valueFor(shapes).getAsDouble())
                    : new Node.Call(function.kernel(), arguments, shapes, shape);
        } catch (ArgumentException problem) {
            Span name = call.target().span();
            Span blamed = problem.argument().isPresent()
                    ? call.arguments().get(problem.argument().getAsInt()).span()
                    : name;
            Span extent = problem.argument().isPresent() ? blamed : call.span();
            throw source.problem(
                    extent,
                    blamed,
                    String.valueOf(problem.getMessage()),
                    problem.hint().orElse(""));
        }
    }
}
