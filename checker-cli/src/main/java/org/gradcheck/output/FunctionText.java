package org.gradcheck.output;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.expression.function.Description;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.report.Fact;

/** The functions of the expression language, described. */
public final class FunctionText {

    private FunctionText() {}

    /** A line a function, and below it what its summary needs more. */
    public static String list(List<Description> functions) {
        return Paragraphs.facts(
                0,
                functions.stream()
                        .map(f -> new Fact(f.signature(), f.summary()))
                        .toList());
    }

    /** All there is to know about each. */
    public static String entries(List<Description> functions) {
        return functions.stream()
                .map(FunctionText::entry)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    private static String entry(Description function) {
        List<Fact> facts = new ArrayList<>();
        if (!function.aliases().isEmpty()) {
            facts.add(new Fact("also", String.join(", ", function.aliases())));
        }
        facts.add(new Fact("example", function.example()));
        facts.add(new Fact(
                "reference", function.smoothness().map(FunctionText::reference).orElse("as its parts")));
        return function.signature() + "\n" + Paragraphs.hanging("  ", function.summary()) + Paragraphs.facts(2, facts);
    }

    private static String reference(Smoothness smoothness) {
        return switch (smoothness) {
            case ANALYTIC -> "analytic: complex step and central differences";
            case PIECEWISE -> "analytic on pieces, no derivative where they meet: complex step and central differences";
            case NOT_ANALYTIC -> "not analytic: central differences only";
        };
    }
}
