package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.constant;
import static org.gradcheck.expression.function.Derivative.rule;
import static org.gradcheck.expression.function.LanguageFunction.analytic;
import static org.gradcheck.expression.function.LanguageFunction.notAnalytic;
import static org.gradcheck.expression.function.LanguageFunction.piecewise;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;
import org.gradcheck.expression.shape.Shape;

/** Functions of single entries. */
final class ElementwiseFunctions {

    /** The shapes of a function of single entries. */
    static final String EVERY_SHAPE = "m×n → m×n";

    private ElementwiseFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                smooth("exp(X)", "exponential of each entry", "exp([0; 1])", rule("exp(X) .* dX"), EntryFunction.EXP),
                smooth(
                        "expm1(X)",
                        "exp(x) - 1, accurate near zero",
                        "expm1(1e-10)",
                        rule("exp(X) .* dX"),
                        EntryFunction.EXPM1),
                smooth(
                                "log(X)",
                                "natural logarithm of each entry; entries must be positive",
                                "log([1; 2])",
                                rule("dX ./ X"),
                                EntryFunction.LOG)
                        .alias("ln"),
                smooth(
                        "log1p(X)",
                        "log(1 + x), accurate near zero",
                        "log1p(1e-10)",
                        rule("dX ./ (1 + X)"),
                        EntryFunction.LOG1P),
                smooth(
                        "sqrt(X)",
                        "square root of each entry",
                        "sqrt([4; 9])",
                        rule("dX ./ (2*sqrt(X))"),
                        EntryFunction.SQRT),
                smooth("sin(X)", "sine of each entry", "sin(pi/6)", rule("cos(X) .* dX"), EntryFunction.SIN),
                smooth("cos(X)", "cosine of each entry", "cos(pi/3)", rule("-sin(X) .* dX"), EntryFunction.COS),
                smooth("tan(X)", "tangent of each entry", "tan(pi/4)", rule("dX ./ cos(X).^2"), EntryFunction.TAN),
                smooth(
                                "asin(X)",
                                "arc sine of each entry, between -1 and 1",
                                "asin(0.5)",
                                rule("dX ./ sqrt(1 - X.^2)"),
                                EntryFunction.ASIN)
                        .alias("arcsin"),
                smooth(
                                "acos(X)",
                                "arc cosine of each entry, between -1 and 1",
                                "acos(0.5)",
                                rule("-dX ./ sqrt(1 - X.^2)"),
                                EntryFunction.ACOS)
                        .alias("arccos"),
                smooth("atan(X)", "arc tangent of each entry", "atan(1)", rule("dX ./ (1 + X.^2)"), EntryFunction.ATAN)
                        .alias("arctan"),
                smooth(
                                "asinh(X)",
                                "inverse of sinh at each entry",
                                "asinh([-1; 2])",
                                rule("dX ./ sqrt(1 + X.^2)"),
                                EntryFunction.ASINH)
                        .alias("arcsinh", "arsinh"),
                smooth(
                                "acosh(X)",
                                "inverse of cosh at each entry, which must be at least 1",
                                "acosh(2)",
                                rule("dX ./ sqrt(X.^2 - 1)"),
                                EntryFunction.ACOSH)
                        .alias("arccosh", "arcosh"),
                smooth(
                                "atanh(X)",
                                "inverse of tanh at each entry, between -1 and 1",
                                "atanh(0.5)",
                                rule("dX ./ (1 - X.^2)"),
                                EntryFunction.ATANH)
                        .alias("arctanh", "artanh"),
                smooth(
                        "log2(X)",
                        "logarithm to base 2 of each entry; entries must be positive",
                        "log2([1; 8])",
                        rule("dX ./ (log(2)*X)"),
                        EntryFunction.LOG2),
                smooth(
                        "log10(X)",
                        "logarithm to base 10 of each entry; entries must be positive",
                        "log10([1; 100])",
                        rule("dX ./ (log(10)*X)"),
                        EntryFunction.LOG10),
                smooth(
                        "sinh(X)",
                        "hyperbolic sine of each entry",
                        "sinh(1)",
                        rule("cosh(X) .* dX"),
                        EntryFunction.SINH),
                smooth(
                        "cosh(X)",
                        "hyperbolic cosine of each entry",
                        "cosh(1)",
                        rule("sinh(X) .* dX"),
                        EntryFunction.COSH),
                smooth(
                        "tanh(X)",
                        "hyperbolic tangent of each entry",
                        "tanh([-1; 0; 1])",
                        rule("dX ./ cosh(X).^2"),
                        EntryFunction.TANH),
                smooth(
                                "sigmoid(X)",
                                "1/(1 + exp(-x)) of each entry",
                                "sigmoid([-1; 0; 1])",
                                rule("sigmoid(X) .* sigmoid(-X) .* dX"),
                                EntryFunction.SIGMOID)
                        .alias("logistic"),
                smooth(
                        "softplus(X)",
                        "log(1 + exp(x)) of each entry, without overflow",
                        "softplus(1000)",
                        rule("sigmoid(X) .* dX"),
                        EntryFunction.SOFTPLUS),
                inPieces(
                        "abs(X)",
                        "absolute value of each entry",
                        "abs([-1; 2])",
                        rule("sign(X) .* dX", "no entry is 0"),
                        EntryFunction.ABS),
                inPieces(
                        "relu(X)",
                        "max(x, 0) of each entry",
                        "relu([-1; 2])",
                        rule("step(X) .* dX", "no entry is 0"),
                        EntryFunction.RELU),
                constantInPieces("sign(X)", "sign of each entry: -1, 0 or 1", "sign([-2; 0; 3])", EntryFunction.SIGN)
                        .alias("sgn"),
                constantInPieces(
                        "step(X)", "1 where an entry is positive, else 0", "step([-2; 3])", EntryFunction.STEP),
                constantInPieces("floor(X)", "each entry rounded down", "floor(2.5)", EntryFunction.FLOOR),
                constantInPieces("ceil(X)", "each entry rounded up", "ceil(2.5)", EntryFunction.CEIL),
                constantInPieces(
                        "round(X)",
                        "each entry rounded to the nearest whole number",
                        "round(2.4)",
                        EntryFunction.ROUND),
                piecewise(
                                "pmax(A, B)",
                                "larger of two entries, place by place; broadcasts",
                                "pmax([1; 5], 3)",
                                "m×n, m×n → m×n; m×n, 1×n → m×n; m×1, 1×n → m×n",
                                rule("where(A >= B, dA, dB)", "no entries are equal"),
                                Rules::broadcast,
                                new Entrywise.Binary(EntryOperator.LARGER))
                        .alias("max", "maximum"),
                piecewise(
                                "pmin(A, B)",
                                "smaller of two entries, place by place; broadcasts",
                                "pmin([1; 5], 3)",
                                "m×n, m×n → m×n; m×n, 1×n → m×n; m×1, 1×n → m×n",
                                rule("where(A <= B, dA, dB)", "no entries are equal"),
                                Rules::broadcast,
                                new Entrywise.Binary(EntryOperator.SMALLER))
                        .alias("min", "minimum"),
                piecewise(
                        "where(C, A, B)",
                        "entries of A where the condition C is not 0, entries of B elsewhere; broadcasts",
                        "where([1; -2] > 0, 10, 20)",
                        "m×n, m×n, m×n → m×n; m×1, m×n, 1×n → m×n",
                        rule("where(C, dA, dB)", "C does not change"),
                        Rules::broadcast,
                        ElementwiseFunctions::where));
    }

    private static LanguageFunction smooth(
            String signature, String summary, String example, Derivative derivative, EntryFunction function) {
        return analytic(
                signature,
                summary,
                example,
                EVERY_SHAPE,
                derivative,
                Rules::sameAsFirst,
                new Entrywise.Unary(function));
    }

    private static LanguageFunction inPieces(
            String signature, String summary, String example, Derivative derivative, EntryFunction function) {
        return piecewise(
                signature,
                summary,
                example,
                EVERY_SHAPE,
                derivative,
                Rules::sameAsFirst,
                new Entrywise.Unary(function));
    }

    private static LanguageFunction constantInPieces(
            String signature, String summary, String example, EntryFunction function) {
        return notAnalytic(
                signature,
                summary,
                example,
                EVERY_SHAPE,
                constant("constant on each piece: 0 where it does not jump"),
                Rules::sameAsFirst,
                new Entrywise.Unary(function));
    }

    private static <M> M where(Arithmetic<M> on, Arguments<M> in) {
        M condition = expanded(on, in.get(0), in.result());
        M yes = expanded(on, in.get(1), in.result());
        M no = expanded(on, in.get(2), in.result());
        return on.choose(on.realPart(condition), yes, no);
    }

    /** x with its single row or column repeated to fill the shape. */
    private static <M> M expanded(Arithmetic<M> on, M x, Shape shape) {
        int width = on.columns(x);
        int rowStep = on.rows(x) == 1 ? 0 : width;
        int columnStep = width == 1 ? 0 : 1;
        return on.rearrange(x, shape.rowCount(), shape.columnCount(), (i, j) -> i * rowStep + j * columnStep);
    }
}
