package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.linear;
import static org.gradcheck.expression.function.Derivative.rule;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryMap;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/** Shifts, differences and convolutions of sequences, and products of quaternions. */
final class SequenceFunctions {

    /** Row r, column c: the entry of p, counted from 1, that multiplies the c-th of q in the r-th of p·q, with its sign. */
    private static final int[][] QUATERNION = {{1, -2, -3, -4}, {2, 1, -4, 3}, {3, 4, 1, -2}, {4, -3, 2, 1}};

    private SequenceFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                        "shift(X, k)",
                        "rows of X moved down by k places, cyclically",
                        "shift([1; 2; 3], 1)",
                        "m×n, k → m×n",
                        linear(),
                        SequenceFunctions::shiftedShape,
                        SequenceFunctions::shifted),
                analytic(
                        "flip(X)",
                        "rows of X in reverse order",
                        "flip([1; 2; 3])",
                        "m×n → m×n",
                        linear(),
                        Rules::sameAsFirst,
                        SequenceFunctions::flipped),
                analytic(
                        "diffs(X)",
                        "differences X(i+1, :) - X(i, :) of consecutive rows",
                        "diffs([1; 4; 9])",
                        "m×n → m - 1×n",
                        linear(),
                        SequenceFunctions::differencesShape,
                        SequenceFunctions::differences),
                analytic(
                        "conv(a, b)",
                        "full discrete convolution of two columns",
                        "conv([1; 2], [1; 0; 3])",
                        "m×1, n×1 → m + n - 1×1",
                        rule("conv(da, b) + conv(a, db)"),
                        in -> new Shape(
                                in.total(
                                        in.column(0).entryCount() + in.column(1).entryCount() - 1),
                                Size.ONE),
                        SequenceFunctions::convolution),
                analytic(
                        "qmul(p, q)",
                        "product of two quaternions, scalar part first",
                        "qmul([1; 2; 3; 4], [5; 6; 7; 8])",
                        "4×1, 4×1 → 4×1",
                        rule("qmul(dp, q) + qmul(p, dq)"),
                        SequenceFunctions::quaternions,
                        SequenceFunctions::quaternionProduct),
                analytic(
                        "qconj(q)",
                        "conjugate of a quaternion, scalar part first",
                        "qconj([1; 2; 3; 4])",
                        "4×1 → 4×1",
                        linear(),
                        SequenceFunctions::quaternions,
                        SequenceFunctions::quaternionConjugate));
    }

    private static Shape shiftedShape(ArgumentShapes in) {
        in.wholeNumber(1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return in.shape(0);
    }

    private static <M> M shifted(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.result().rowCount();
        int columns = in.result().columnCount();
        int places = Math.floorMod(in.wholeNumber(1), rows);
        return on.rearrange(in.get(0), rows, columns, (i, j) -> Math.floorMod(i - places, rows) * columns + j);
    }

    private static <M> M flipped(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.result().rowCount();
        int columns = in.result().columnCount();
        return on.rearrange(in.get(0), rows, columns, (i, j) -> (rows - 1 - i) * columns + j);
    }

    private static Shape differencesShape(ArgumentShapes in) {
        if (in.shape(0).rowCount() < 2) {
            throw in.problem(0, "must have two rows or more, it is " + in.shape(0), "differences run down the rows");
        }
        return new Shape(Size.of(in.shape(0).rowCount() - 1), in.shape(0).columns());
    }

    private static <M> M differences(Arithmetic<M> on, Arguments<M> in) {
        int rows = in.result().rowCount();
        int columns = in.result().columnCount();
        return on.subtract(on.part(in.get(0), 1, 0, rows, columns), on.part(in.get(0), 0, 0, rows, columns));
    }

    /** The band matrix of a times b. */
    private static <M> M convolution(Arithmetic<M> on, Arguments<M> in) {
        int length = in.shape(0).rowCount();
        int columns = in.shape(1).rowCount();
        M band = on.rearrange(
                in.get(0), in.result().rowCount(), columns, (i, j) -> i >= j && i - j < length ? i - j : EntryMap.ZERO);
        return on.multiply(band, in.get(1));
    }

    private static Shape quaternions(ArgumentShapes in) {
        for (int i = 0; i < in.count(); i++) {
            if (in.column(i).rowCount() != 4) {
                throw in.problem(i, "must have 4 entries, it is " + in.shape(i), "");
            }
        }
        return in.shape(0);
    }

    /** The matrix of left multiplication by p, times q. */
    private static <M> M quaternionProduct(Arithmetic<M> on, Arguments<M> in) {
        M positive = on.rearrange(in.get(0), 4, 4, (i, j) -> Math.max(QUATERNION[i][j] - 1, EntryMap.ZERO));
        M negative = on.rearrange(in.get(0), 4, 4, (i, j) -> Math.max(-QUATERNION[i][j] - 1, EntryMap.ZERO));
        return on.multiply(on.subtract(positive, negative), in.get(1));
    }

    private static <M> M quaternionConjugate(Arithmetic<M> on, Arguments<M> in) {
        M scalar = on.rearrange(in.get(0), 4, 1, (i, j) -> i == 0 ? 0 : EntryMap.ZERO);
        M vector = on.rearrange(in.get(0), 4, 1, (i, j) -> i == 0 ? EntryMap.ZERO : i);
        return on.subtract(scalar, vector);
    }
}
