package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.rule;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;

/** Error and gamma functions and angles, entry by entry. */
final class SpecialFunctions {

    private SpecialFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                ofEntries(
                        "erf(X)",
                        "error function of each entry",
                        "erf([-1; 2])",
                        rule("2/sqrt(pi)*exp(-X.^2) .* dX"),
                        EntryFunction.ERF),
                ofEntries(
                        "erfc(X)",
                        "1 - erf(x) of each entry, accurate where erf is nearly 1",
                        "erfc([-1; 5])",
                        rule("-2/sqrt(pi)*exp(-X.^2) .* dX"),
                        EntryFunction.ERFC),
                ofEntries(
                        "gamma(X)",
                        "gamma function of each entry",
                        "gamma([0.5; 5])",
                        rule("gamma(X) .* digamma(X) .* dX"),
                        EntryFunction.GAMMA),
                ofEntries(
                                "lgamma(X)",
                                "logarithm of the absolute value of the gamma function of each entry",
                                "lgamma([0.5; 5])",
                                rule("digamma(X) .* dX"),
                                EntryFunction.LGAMMA)
                        .alias("gammaln", "loggamma"),
                ofEntries(
                                "digamma(X)",
                                "derivative of lgamma at each entry",
                                "digamma([0.5; 5])",
                                rule("trigamma(X) .* dX"),
                                EntryFunction.DIGAMMA)
                        .alias("psi"),
                ofEntries(
                        "trigamma(X)",
                        "second derivative of lgamma at each entry",
                        "trigamma([0.5; 5])",
                        rule(
                                "N = X + 20; (sumi(k, 0, 19, -2 ./ (X + k).^3) - N.^-2 - N.^-3 - N.^-4/2 + N.^-6/6 - N.^-8/6) .* dX"),
                        EntryFunction.TRIGAMMA),
                ofEntries(
                        "sinc(X)",
                        "sin(pi*x)/(pi*x) of each entry, 1 at 0",
                        "sinc([0; 0.5])",
                        rule("(cos(pi*X) - sinc(X)) ./ X .* dX", "no entry is 0, at which it is 0"),
                        EntryFunction.SINC),
                analytic(
                                "atan2(Y, X)",
                                "angle of the point (x, y) between -pi and pi, place by place; broadcasts",
                                "atan2([1; -1], -1)",
                                "m×n, m×n → m×n; m×n, 1×n → m×n; m×1, 1×n → m×n",
                                rule("(X .* dY - Y .* dX) ./ (X.^2 .+ Y.^2)"),
                                Rules::broadcast,
                                new Entrywise.Binary(EntryOperator.ANGLE))
                        .alias("arctan2"));
    }

    private static LanguageFunction ofEntries(
            String signature, String summary, String example, Derivative derivative, EntryFunction function) {
        return analytic(
                signature,
                summary,
                example,
                ElementwiseFunctions.EVERY_SHAPE,
                derivative,
                Rules::sameAsFirst,
                new Entrywise.Unary(function));
    }
}
