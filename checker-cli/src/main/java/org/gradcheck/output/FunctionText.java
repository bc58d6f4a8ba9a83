package org.gradcheck.output;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.LanguageReference;
import org.gradcheck.expression.function.Description;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.report.Fact;
import org.gradcheck.report.Numbers;

/** The functions of the expression language, described. */
public final class FunctionText {

    private static final String CHECKED_AS_ITS_PARTS = "as its parts are";

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
        facts.add(new Fact("shapes", function.shapes().replace("; ", "\n")));
        facts.add(new Fact("example", function.example() + " = " + value(function)));
        facts.add(new Fact("derivative", derivative(function)));
        facts.add(new Fact("checked", checked(function)));
        return function.signature() + "\n" + Paragraphs.hanging("  ", function.summary()) + Paragraphs.facts(2, facts);
    }

    /** A rule of several parts has a line for each. */
    private static String derivative(Description function) {
        return function.derivative().replace("; ", ";\n").replaceFirst("= (?=[^\n]*;\n)", "=\n");
    }

    /** The value of the example, as the language writes it. */
    static String value(Description function) {
        DMatrixRMaj value = LanguageReference.exampleValue(function);
        if (value.getNumElements() == 1) {
            return Numbers.brief(value.data[0]);
        }
        StringJoiner rows = new StringJoiner("; ", "[", "]");
        for (int i = 0; i < value.numRows; i++) {
            StringJoiner row = new StringJoiner(", ");
            for (int j = 0; j < value.numCols; j++) {
                row.add(Numbers.brief(value.get(i, j)));
            }
            rows.add(row.toString());
        }
        return rows.toString();
    }

    /** What a check does with a function of this kind. */
    private static String checked(Description function) {
        return function.smoothness().map(FunctionText::checked).orElse(CHECKED_AS_ITS_PARTS);
    }

    private static String checked(Smoothness smoothness) {
        return switch (smoothness) {
            case ANALYTIC -> "by complex step and central differences: it is analytic";
            case PIECEWISE ->
                "by complex step and central differences on each analytic piece; where pieces meet the check is"
                        + " inconclusive and tells both one-sided derivatives";
            case NOT_ANALYTIC ->
                "by central differences alone: it has no continuation to complex numbers; at a jump the check"
                        + " is inconclusive";
        };
    }
}
