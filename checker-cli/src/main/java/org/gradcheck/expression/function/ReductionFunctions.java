package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.linear;
import static org.gradcheck.expression.function.Derivative.rule;
import static org.gradcheck.expression.function.LanguageFunction.analytic;
import static org.gradcheck.expression.function.LanguageFunction.piecewise;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;
import org.gradcheck.expression.shape.Shape;

/** Sums, products, extremes, norms and what is built on them. */
final class ReductionFunctions {

    private ReductionFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                        "sum(X) | sum(X, axis)",
                        "sum of all entries; axis 1 sums over rows (a row remains), axis 2 over columns (a column remains)",
                        "sum([1, 2; 3, 4], 2)",
                        "m×n → scalar; m×n, 1 → 1×n; m×n, 2 → m×1",
                        linear(),
                        Rules::alongAxis,
                        ReductionFunctions::sum),
                analytic(
                        "mean(X) | mean(X, axis)",
                        "mean of all entries, or along an axis as in sum",
                        "mean([1; 2; 6])",
                        "m×n → scalar; m×n, 1 → 1×n; m×n, 2 → m×1",
                        linear(),
                        Rules::alongAxis,
                        ReductionFunctions::mean),
                analytic(
                        "prod(X)",
                        "product of all entries",
                        "prod([2; 3; 4])",
                        "m×n → scalar",
                        rule("prod(X)*sum(dX ./ X)", "no entry is 0"),
                        Rules::scalar,
                        ReductionFunctions::product),
                piecewise(
                        "max(X)",
                        "largest entry",
                        "max([1; 5; 3])",
                        "m×n → scalar",
                        rule("dot(X == max(X), dX)", "one entry alone is largest"),
                        Rules::scalar,
                        ReductionFunctions::max),
                piecewise(
                        "min(X)",
                        "smallest entry",
                        "min([1; 5; 3])",
                        "m×n → scalar",
                        rule("dot(X == min(X), dX)", "one entry alone is smallest"),
                        Rules::scalar,
                        ReductionFunctions::min),
                analytic(
                                "dot(A, B)",
                                "sum of the products of corresponding entries",
                                "dot([1; 2], [3; 4])",
                                "m×n, m×n → scalar",
                                rule("dot(dA, B) + dot(A, dB)"),
                                Rules::equalShapesToScalar,
                                ReductionFunctions::dot)
                        .alias("inner"),
                analytic(
                                "norm2(X)",
                                "Euclidean norm of all entries: the root of the sum of squares",
                                "norm2([3; 4])",
                                "m×n → scalar",
                                rule("dot(X, dX)/norm2(X)", "X is not 0"),
                                Rules::scalar,
                                ReductionFunctions::euclideanNorm)
                        .alias("norm", "normF"),
                piecewise(
                        "norm1(X)",
                        "sum of the absolute values of all entries",
                        "norm1([3; -4])",
                        "m×n → scalar",
                        rule("dot(sign(X), dX)", "no entry is 0"),
                        Rules::scalar,
                        ReductionFunctions::norm1),
                piecewise(
                        "norminf(X)",
                        "largest absolute value of an entry",
                        "norminf([3; -4])",
                        "m×n → scalar",
                        rule("dot((abs(X) == norminf(X)) .* sign(X), dX)", "one entry alone is largest in size"),
                        Rules::scalar,
                        ReductionFunctions::normInf),
                analytic(
                        "logsumexp(X)",
                        "log(sum(exp(X))) over all entries, without overflow",
                        "logsumexp([1000; 1000])",
                        "m×n → scalar",
                        rule("dot(softmax(X), dX)"),
                        Rules::scalar,
                        ReductionFunctions::logSumExp),
                analytic(
                        "lserows(X)",
                        "logsumexp of each row, as a column",
                        "lserows([0, 0; 1, 1])",
                        "m×n → m×1",
                        rule("sum(softmaxrows(X) .* dX, 2)"),
                        in -> new Shape(in.shape(0).rows(), Shape.SCALAR.columns()),
                        ReductionFunctions::logSumExpOfRows),
                analytic(
                        "softmax(X)",
                        "exp(X)/sum(exp(X)) over all entries",
                        "softmax([0; 0; 1])",
                        "m×n → m×n",
                        rule("softmax(X) .* (dX - dot(softmax(X), dX))"),
                        Rules::sameAsFirst,
                        ReductionFunctions::softmax),
                analytic(
                        "softmaxrows(X)",
                        "softmax of each row",
                        "softmaxrows([0, 0; 1, 2])",
                        "m×n → m×n",
                        rule("S = softmaxrows(X); S .* (dX .- sum(S .* dX, 2))"),
                        Rules::sameAsFirst,
                        ReductionFunctions::softmaxOfRows),
                analytic(
                        "cumsum(X)",
                        "running sums down each column",
                        "cumsum([1; 2; 3])",
                        "m×n → m×n",
                        linear(),
                        Rules::sameAsFirst,
                        ReductionFunctions::runningSums));
    }

    private static <M> M sum(Arithmetic<M> on, Arguments<M> in) {
        M x = in.get(0);
        if (in.count() == 1) {
            return on.sum(x);
        }
        return in.wholeNumber(1) == 1 ? on.columnSums(x) : on.rowSums(x);
    }

    private static <M> M mean(Arithmetic<M> on, Arguments<M> in) {
        double count = (double) in.shape(0).entryCount() / in.result().entryCount();
        return on.unscale(sum(on, in), on.scalar(count));
    }

    private static <M> M product(Arithmetic<M> on, Arguments<M> in) {
        return on.product(in.get(0));
    }

    private static <M> M dot(Arithmetic<M> on, Arguments<M> in) {
        return on.sum(on.combine(EntryOperator.TIMES, in.get(0), in.get(1)));
    }

    private static <M> M max(Arithmetic<M> on, Arguments<M> in) {
        return entry(on, in.get(0), largest(on, in.get(0)));
    }

    private static <M> M min(Arithmetic<M> on, Arguments<M> in) {
        M negative = on.negate(in.get(0));
        return entry(on, in.get(0), largest(on, negative));
    }

    private static <M> M euclideanNorm(Arithmetic<M> on, Arguments<M> in) {
        return on.map(EntryFunction.SQRT, on.sum(on.combine(EntryOperator.TIMES, in.get(0), in.get(0))));
    }

    private static <M> M norm1(Arithmetic<M> on, Arguments<M> in) {
        return on.sum(on.map(EntryFunction.ABS, in.get(0)));
    }

    private static <M> M normInf(Arithmetic<M> on, Arguments<M> in) {
        M sizes = on.map(EntryFunction.ABS, in.get(0));
        return entry(on, sizes, largest(on, sizes));
    }

    private static <M> M logSumExp(Arithmetic<M> on, Arguments<M> in) {
        M largest = largestAsConstant(on, in.get(0));
        return on.add(on.map(EntryFunction.LOG, on.sum(exponentials(on, in.get(0), largest))), largest);
    }

    private static <M> M softmax(Arithmetic<M> on, Arguments<M> in) {
        M exponentials = exponentials(on, in.get(0), largestAsConstant(on, in.get(0)));
        return on.unscale(exponentials, on.sum(exponentials));
    }

    private static <M> M logSumExpOfRows(Arithmetic<M> on, Arguments<M> in) {
        M largest = largestOfRowsAsConstant(on, in.get(0));
        return on.add(on.map(EntryFunction.LOG, on.rowSums(exponentials(on, in.get(0), largest))), largest);
    }

    private static <M> M softmaxOfRows(Arithmetic<M> on, Arguments<M> in) {
        M exponentials = exponentials(on, in.get(0), largestOfRowsAsConstant(on, in.get(0)));
        return on.combine(EntryOperator.OVER, exponentials, on.rowSums(exponentials));
    }

    private static <M> M runningSums(Arithmetic<M> on, Arguments<M> in) {
        return on.runningSums(in.get(0));
    }

    private static <M> M exponentials(Arithmetic<M> on, M x, M shift) {
        return on.mapOver(EntryFunction.EXP, on.combine(EntryOperator.MINUS, x, shift));
    }

    /** The largest real part. As a mere shift that cancels it may be a constant, so the result stays analytic. */
    private static <M> M largestAsConstant(Arithmetic<M> on, M x) {
        return on.embed(on.realPart(entry(on, x, largest(on, x))));
    }

    private static <M> M largestOfRowsAsConstant(Arithmetic<M> on, M x) {
        int columns = on.columns(x);
        M largest = on.rearrange(x, on.rows(x), 1, (i, j) -> on.largest(x, i * columns, (i + 1) * columns));
        return on.embed(on.realPart(largest));
    }

    private static <M> int largest(Arithmetic<M> on, M x) {
        return on.largest(x, 0, on.rows(x) * on.columns(x));
    }

    private static <M> M entry(Arithmetic<M> on, M x, int at) {
        return on.rearrange(x, 1, 1, (i, j) -> at);
    }
}
