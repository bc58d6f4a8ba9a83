package org.gradcheck.expression.function;

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

    private ElementwiseFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                smooth("exp(X)", "exponential of each entry", "exp([0; 1])", EntryFunction.EXP),
                smooth("expm1(X)", "exp(x) - 1, accurate near zero", "expm1(1e-10)", EntryFunction.EXPM1),
                smooth(
                                "log(X)",
                                "natural logarithm of each entry; entries must be positive",
                                "log([1; 2])",
                                EntryFunction.LOG)
                        .alias("ln"),
                smooth("log1p(X)", "log(1 + x), accurate near zero", "log1p(1e-10)", EntryFunction.LOG1P),
                smooth("sqrt(X)", "square root of each entry", "sqrt([4; 9])", EntryFunction.SQRT),
                smooth("sin(X)", "sine of each entry", "sin(pi/6)", EntryFunction.SIN),
                smooth("cos(X)", "cosine of each entry", "cos(pi/3)", EntryFunction.COS),
                smooth("tan(X)", "tangent of each entry", "tan(pi/4)", EntryFunction.TAN),
                smooth("asin(X)", "arc sine of each entry, between -1 and 1", "asin(0.5)", EntryFunction.ASIN)
                        .alias("arcsin"),
                smooth("acos(X)", "arc cosine of each entry, between -1 and 1", "acos(0.5)", EntryFunction.ACOS)
                        .alias("arccos"),
                smooth("atan(X)", "arc tangent of each entry", "atan(1)", EntryFunction.ATAN)
                        .alias("arctan"),
                smooth("sinh(X)", "hyperbolic sine of each entry", "sinh(1)", EntryFunction.SINH),
                smooth("cosh(X)", "hyperbolic cosine of each entry", "cosh(1)", EntryFunction.COSH),
                smooth("tanh(X)", "hyperbolic tangent of each entry", "tanh([-1; 0; 1])", EntryFunction.TANH),
                smooth("sigmoid(X)", "1/(1 + exp(-x)) of each entry", "sigmoid([-1; 0; 1])", EntryFunction.SIGMOID),
                smooth(
                        "softplus(X)",
                        "log(1 + exp(x)) of each entry, without overflow",
                        "softplus(1000)",
                        EntryFunction.SOFTPLUS),
                inPieces("abs(X)", "absolute value of each entry", "abs([-1; 2])", EntryFunction.ABS),
                inPieces("relu(X)", "max(x, 0) of each entry", "relu([-1; 2])", EntryFunction.RELU),
                constantInPieces("sign(X)", "sign of each entry: -1, 0 or 1", "sign([-2; 0; 3])", EntryFunction.SIGN),
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
                        Rules::broadcast,
                        new Entrywise.Binary(EntryOperator.LARGER)),
                piecewise(
                        "pmin(A, B)",
                        "smaller of two entries, place by place; broadcasts",
                        "pmin([1; 5], 3)",
                        Rules::broadcast,
                        new Entrywise.Binary(EntryOperator.SMALLER)),
                piecewise(
                        "where(C, A, B)",
                        "entries of A where the condition C is not 0, entries of B elsewhere; broadcasts",
                        "where([1; -2] > 0, 10, 20)",
                        Rules::broadcast,
                        ElementwiseFunctions::where));
    }

    private static LanguageFunction smooth(String signature, String summary, String example, EntryFunction function) {
        return analytic(signature, summary, example, Rules::sameAsFirst, new Entrywise.Unary(function));
    }

    private static LanguageFunction inPieces(String signature, String summary, String example, EntryFunction function) {
        return piecewise(signature, summary, example, Rules::sameAsFirst, new Entrywise.Unary(function));
    }

    private static LanguageFunction constantInPieces(
            String signature, String summary, String example, EntryFunction function) {
        return notAnalytic(signature, summary, example, Rules::sameAsFirst, new Entrywise.Unary(function));
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
