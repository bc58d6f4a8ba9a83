package org.gradcheck.output;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.spec.ShapeGuess;
import tools.jackson.databind.node.JsonNodeFactory;

/** A spec that is to be completed: shapes are there, derivatives are zero and wait to be written. */
public final class SpecSkeleton {

    private SpecSkeleton() {}

    /**
     * The JSON text of a spec.
     *
     * @param function the function
     * @param guess its shapes
     * @param wrt the variables whose derivatives are to be written
     */
    public static String of(String function, ShapeGuess guess, List<String> wrt) {
        boolean scalar = guess.result().isScalar();
        StringBuilder text = new StringBuilder("{\n  \"title\": ")
                .append(quoted(function))
                .append(",\n  \"description\": ")
                .append(quoted("TODO: write the " + (scalar ? "gradient" : "jvp")
                        + " in place of zeros, and correct the" + " shapes where they were guessed wrong."))
                .append(",\n");
        if (!guess.sizes().isEmpty()) {
            text.append("  \"sizes\": { ")
                    .append(guess.sizes().entrySet().stream()
                            .map(size -> quoted(size.getKey()) + ": " + size.getValue())
                            .collect(Collectors.joining(", ")))
                    .append(" },\n");
        }
        text.append("  \"variables\": {\n")
                .append(guess.variables().entrySet().stream()
                        .map(variable -> "    " + quoted(variable.getKey()) + ": { \"shape\": "
                                + shape(variable.getValue()) + " }")
                        .collect(Collectors.joining(",\n")))
                .append("\n  },\n  \"function\": ")
                .append(quoted(function))
                .append(",\n");
        return text.append(scalar ? gradient(guess.variables(), wrt) : jvp(guess.result(), wrt))
                .append("}\n")
                .toString();
    }

    private static String gradient(Map<String, Shape> variables, List<String> wrt) {
        return "  \"gradient\": {\n"
                + variables.entrySet().stream()
                        .filter(variable -> wrt.contains(variable.getKey()))
                        .map(variable -> "    " + quoted(variable.getKey()) + ": " + quoted(zeros(variable.getValue())))
                        .collect(Collectors.joining(",\n"))
                + "\n  }\n";
    }

    private static String jvp(Shape result, List<String> wrt) {
        return "  \"wrt\": [" + wrt.stream().map(SpecSkeleton::quoted).collect(Collectors.joining(", "))
                + "],\n  \"jvp\": " + quoted(zeros(result)) + "\n";
    }

    private static String zeros(Shape shape) {
        return shape.isScalar() ? "0" : "zeros(" + shape.rows() + ", " + shape.columns() + ")";
    }

    private static String shape(Shape shape) {
        if (shape.isScalar()) {
            return "[]";
        }
        return "[" + quoted(shape.rows().toString())
                + (shape.isColumn() ? "" : ", " + quoted(shape.columns().toString())) + "]";
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
