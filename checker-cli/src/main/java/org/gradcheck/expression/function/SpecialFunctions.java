package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;

/** Error and gamma functions and angles, entry by entry. */
final class SpecialFunctions {

    private SpecialFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                ofEntries("erf(X)", "error function of each entry", "erf([-1; 2])", EntryFunction.ERF),
                ofEntries(
                        "erfc(X)",
                        "1 - erf(x) of each entry, accurate where erf is nearly 1",
                        "erfc([-1; 5])",
                        EntryFunction.ERFC),
                ofEntries("gamma(X)", "gamma function of each entry", "gamma([0.5; 5])", EntryFunction.GAMMA),
                ofEntries(
                        "lgamma(X)",
                        "logarithm of the absolute value of the gamma function of each entry",
                        "lgamma([0.5; 5])",
                        EntryFunction.LGAMMA),
                ofEntries(
                        "digamma(X)", "derivative of lgamma at each entry", "digamma([0.5; 5])", EntryFunction.DIGAMMA),
                ofEntries(
                        "trigamma(X)",
                        "second derivative of lgamma at each entry",
                        "trigamma([0.5; 5])",
                        EntryFunction.TRIGAMMA),
                ofEntries("sinc(X)", "sin(pi*x)/(pi*x) of each entry, 1 at 0", "sinc([0; 0.5])", EntryFunction.SINC),
                analytic(
                        "atan2(Y, X)",
                        "angle of the point (x, y) between -pi and pi, place by place; broadcasts",
                        "atan2([1; -1], -1)",
                        Rules::broadcast,
                        new Entrywise.Binary(EntryOperator.ANGLE)));
    }

    private static LanguageFunction ofEntries(
            String signature, String summary, String example, EntryFunction function) {
        return analytic(signature, summary, example, Rules::sameAsFirst, new Entrywise.Unary(function));
    }
}
