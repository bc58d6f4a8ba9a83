package org.gradcheck.expression.arithmetic;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.complex.Complex;

/**
 * Arithmetic over complex matrices: the analytic continuation of {@link RealArithmetic}, with sums and factorisations in the same order,
 * so that with tiny imaginary parts the real part of a result is that of the real evaluation.
 */
public final class ComplexArithmetic implements Arithmetic<ZMatrixRMaj> {

    public static final ComplexArithmetic INSTANCE = new ComplexArithmetic();

    private ComplexArithmetic() {}

    @Override
    public int rows(ZMatrixRMaj x) {
        return x.numRows;
    }

    @Override
    public int columns(ZMatrixRMaj x) {
        return x.numCols;
    }

    @Override
    public ZMatrixRMaj embed(DMatrixRMaj values) {
        ZMatrixRMaj result = new ZMatrixRMaj(values.numRows, values.numCols);
        for (int at = 0; at < values.getNumElements(); at++) {
            result.data[2 * at] = values.data[at];
        }
        return result;
    }

    @Override
    public DMatrixRMaj realPart(ZMatrixRMaj x) {
        DMatrixRMaj result = new DMatrixRMaj(x.numRows, x.numCols);
        for (int at = 0; at < result.getNumElements(); at++) {
            result.data[at] = x.data[2 * at];
        }
        return result;
    }

    @Override
    public ZMatrixRMaj copy(ZMatrixRMaj x) {
        return x.copy();
    }

    @Override
    public ZMatrixRMaj add(ZMatrixRMaj x, ZMatrixRMaj y) {
        ZMatrixRMaj result = new ZMatrixRMaj(x.numRows, x.numCols);
        for (int at = 0; at < x.getDataLength(); at++) {
            result.data[at] = x.data[at] + y.data[at];
        }
        return result;
    }

    @Override
    public ZMatrixRMaj subtract(ZMatrixRMaj x, ZMatrixRMaj y) {
        ZMatrixRMaj result = new ZMatrixRMaj(x.numRows, x.numCols);
        for (int at = 0; at < x.getDataLength(); at++) {
            result.data[at] = x.data[at] - y.data[at];
        }
        return result;
    }

    @Override
    public ZMatrixRMaj addScaled(ZMatrixRMaj x, ZMatrixRMaj s, ZMatrixRMaj y) {
        return addScaledOver(x.copy(), s, y);
    }

    @Override
    public ZMatrixRMaj addOver(ZMatrixRMaj x, ZMatrixRMaj y) {
        for (int at = 0; at < x.getDataLength(); at++) {
            x.data[at] += y.data[at];
        }
        return x;
    }

    @Override
    public ZMatrixRMaj addScaledOver(ZMatrixRMaj x, ZMatrixRMaj s, ZMatrixRMaj y) {
        Complex factor = entry(s, 0);
        for (int at = 0; at < x.numRows * x.numCols; at++) {
            put(x, at, entry(x, at).plus(factor.times(entry(y, at))));
        }
        return x;
    }

    @Override
    public ZMatrixRMaj multiply(ZMatrixRMaj x, ZMatrixRMaj y) {
        if (Rows.pay(x.numRows, x.numCols, y.numCols)) {
            return Planes.of(x).times(Planes.of(y)).matrix();
        }
        ZMatrixRMaj result = new ZMatrixRMaj(x.numRows, y.numCols);
        for (int i = 0; i < x.numRows; i++) {
            if (y.numCols == 1) {
                put(result, i, rowTimesColumn(x, i, y.data));
            } else {
                for (int k = 0; k < x.numCols; k++) {
                    addRow(result, i, entry(x, i * x.numCols + k), y, k);
                }
            }
        }
        return result;
    }

    private static Complex rowTimesColumn(ZMatrixRMaj x, int row, double[] column) {
        double re = 0;
        double im = 0;
        int at = 2 * row * x.numCols;
        for (int k = 0; k < 2 * x.numCols; k += 2) {
            double a = x.data[at + k];
            double b = x.data[at + k + 1];
            re += a * column[k] - b * column[k + 1];
            im += a * column[k + 1] + b * column[k];
        }
        return new Complex(re, im);
    }

    @Override
    public ZMatrixRMaj multiplyTransposed(ZMatrixRMaj x, ZMatrixRMaj y) {
        if (Rows.pay(x.numCols, x.numRows, y.numCols)) {
            return Planes.transposed(x).times(Planes.of(y)).matrix();
        }
        ZMatrixRMaj result = new ZMatrixRMaj(x.numCols, y.numCols);
        for (int k = 0; k < x.numRows; k++) {
            if (y.numCols == 1) {
                addRow(result, 0, entry(y, k), x, k);
            } else {
                for (int i = 0; i < x.numCols; i++) {
                    addRow(result, i, entry(x, k * x.numCols + i), y, k);
                }
            }
        }
        return result;
    }

    @Override
    public ZMatrixRMaj multiplyByTransposed(ZMatrixRMaj x, ZMatrixRMaj y) {
        if (Rows.pay(x.numRows, x.numCols, y.numRows)) {
            return Planes.of(x).times(Planes.transposed(y)).matrix();
        }
        ZMatrixRMaj result = new ZMatrixRMaj(x.numRows, y.numRows);
        for (int i = 0; i < x.numRows; i++) {
            double[] row = Arrays.copyOfRange(x.data, 2 * i * x.numCols, 2 * (i + 1) * x.numCols);
            for (int j = 0; j < y.numRows; j++) {
                put(result, i * y.numRows + j, rowTimesColumn(y, j, row));
            }
        }
        return result;
    }

    /** Adds a multiple of one row of y to a row of the result: the order of summation of EJML's real product. */
    private static void addRow(ZMatrixRMaj result, int row, Complex factor, ZMatrixRMaj y, int other) {
        double re = factor.re();
        double im = factor.im();
        int width = 2 * y.numCols;
        int target = row * width;
        int source = other * width;
        for (int j = 0; j < width; j += 2) {
            double a = y.data[source + j];
            double b = y.data[source + j + 1];
            result.data[target + j] += re * a - im * b;
            result.data[target + j + 1] += re * b + im * a;
        }
    }

    @Override
    public ZMatrixRMaj scale(ZMatrixRMaj s, ZMatrixRMaj x) {
        Complex factor = entry(s, 0);
        ZMatrixRMaj result = new ZMatrixRMaj(x.numRows, x.numCols);
        for (int at = 0; at < x.numRows * x.numCols; at++) {
            put(result, at, factor.times(entry(x, at)));
        }
        return result;
    }

    @Override
    public ZMatrixRMaj unscale(ZMatrixRMaj x, ZMatrixRMaj s) {
        Complex divisor = entry(s, 0);
        ZMatrixRMaj result = new ZMatrixRMaj(x.numRows, x.numCols);
        for (int at = 0; at < x.numRows * x.numCols; at++) {
            put(result, at, entry(x, at).over(divisor));
        }
        return result;
    }

    @Override
    public ZMatrixRMaj negate(ZMatrixRMaj x) {
        ZMatrixRMaj result = new ZMatrixRMaj(x.numRows, x.numCols);
        for (int at = 0; at < x.getDataLength(); at++) {
            result.data[at] = -x.data[at];
        }
        return result;
    }

    @Override
    public ZMatrixRMaj transpose(ZMatrixRMaj x) {
        ZMatrixRMaj result = new ZMatrixRMaj(x.numCols, x.numRows);
        int source = 0;
        for (int i = 0; i < x.numRows; i++) {
            for (int j = 0; j < x.numCols; j++) {
                int target = 2 * (j * x.numRows + i);
                result.data[target] = x.data[source++];
                result.data[target + 1] = x.data[source++];
            }
        }
        return result;
    }

    @Override
    public ZMatrixRMaj map(EntryFunction function, ZMatrixRMaj x) {
        return map(function, x, new ZMatrixRMaj(x.numRows, x.numCols));
    }

    @Override
    public ZMatrixRMaj mapOver(EntryFunction function, ZMatrixRMaj x) {
        return map(function, x, x);
    }

    private static ZMatrixRMaj map(EntryFunction function, ZMatrixRMaj x, ZMatrixRMaj result) {
        int count = x.numRows * x.numCols;
        switch (function.loop()) {
            case EXP -> {
                for (int at = 0; at < count; at++) {
                    put(result, at, entry(x, at).exp());
                }
            }
            case LOG -> {
                for (int at = 0; at < count; at++) {
                    put(result, at, entry(x, at).log());
                }
            }
            case SQRT -> {
                for (int at = 0; at < count; at++) {
                    put(result, at, entry(x, at).sqrt());
                }
            }
            case ABS -> {
                for (int at = 0; at < count; at++) {
                    put(result, at, entry(x, at).abs());
                }
            }
            case BY_CALLS -> {
                UnaryOperator<Complex> complex = function.complex();
                for (int at = 0; at < count; at++) {
                    put(result, at, complex.apply(entry(x, at)));
                }
            }
        }
        return result;
    }

    @Override
    public ZMatrixRMaj combine(EntryOperator operator, ZMatrixRMaj x, ZMatrixRMaj y) {
        int rows = Math.max(x.numRows, y.numRows);
        int columns = Math.max(x.numCols, y.numCols);
        ZMatrixRMaj result = new ZMatrixRMaj(rows, columns);
        int xRow = x.numRows == 1 ? 0 : x.numCols;
        int yRow = y.numRows == 1 ? 0 : y.numCols;
        int xColumn = x.numCols == 1 ? 0 : 1;
        int yColumn = y.numCols == 1 ? 0 : 1;
        for (int i = 0; i < rows; i++) {
            combine(operator, x, i * xRow, xColumn, y, i * yRow, yColumn, result, i * columns, columns);
        }
        return result;
    }

    private static void combine(
            EntryOperator operator,
            ZMatrixRMaj x,
            int xAt,
            int xStep,
            ZMatrixRMaj y,
            int yAt,
            int yStep,
            ZMatrixRMaj result,
            int at,
            int count) {
        switch (operator.loop()) {
            case PLUS -> {
                for (int j = 0; j < count; j++) {
                    put(result, at + j, entry(x, xAt + j * xStep).plus(entry(y, yAt + j * yStep)));
                }
            }
            case MINUS -> {
                for (int j = 0; j < count; j++) {
                    put(result, at + j, entry(x, xAt + j * xStep).minus(entry(y, yAt + j * yStep)));
                }
            }
            case TIMES -> {
                for (int j = 0; j < count; j++) {
                    put(result, at + j, entry(x, xAt + j * xStep).times(entry(y, yAt + j * yStep)));
                }
            }
            case OVER -> {
                for (int j = 0; j < count; j++) {
                    put(result, at + j, entry(x, xAt + j * xStep).over(entry(y, yAt + j * yStep)));
                }
            }
            case BY_CALLS -> {
                BinaryOperator<Complex> complex = operator.complex();
                for (int j = 0; j < count; j++) {
                    put(result, at + j, complex.apply(entry(x, xAt + j * xStep), entry(y, yAt + j * yStep)));
                }
            }
        }
    }

    @Override
    public ZMatrixRMaj rearrange(ZMatrixRMaj x, int rows, int columns, EntryMap map) {
        ZMatrixRMaj result = new ZMatrixRMaj(rows, columns);
        int at = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int source = map.source(i, j);
                if (source != EntryMap.ZERO) {
                    result.data[at] = x.data[2 * source];
                    result.data[at + 1] = x.data[2 * source + 1];
                }
                at += 2;
            }
        }
        return result;
    }

    @Override
    public ZMatrixRMaj part(ZMatrixRMaj x, int firstRow, int firstColumn, int rows, int columns) {
        ZMatrixRMaj result = new ZMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            int source = 2 * ((firstRow + i) * x.numCols + firstColumn);
            System.arraycopy(x.data, source, result.data, 2 * i * columns, 2 * columns);
        }
        return result;
    }

    @Override
    public ZMatrixRMaj assemble(int rows, int columns, List<Block<ZMatrixRMaj>> blocks) {
        ZMatrixRMaj result = new ZMatrixRMaj(rows, columns);
        for (Block<ZMatrixRMaj> block : blocks) {
            ZMatrixRMaj content = block.content();
            int width = 2 * content.numCols;
            for (int i = 0; i < content.numRows; i++) {
                int target = 2 * ((block.row() + i) * columns + block.column());
                System.arraycopy(content.data, i * width, result.data, target, width);
            }
        }
        return result;
    }

    @Override
    public ZMatrixRMaj choose(DMatrixRMaj condition, ZMatrixRMaj yes, ZMatrixRMaj no) {
        ZMatrixRMaj result = new ZMatrixRMaj(condition.numRows, condition.numCols);
        for (int at = 0; at < condition.getNumElements(); at++) {
            double decides = condition.data[at];
            put(result, at, Double.isNaN(decides) ? Complex.NAN : entry(decides != 0 ? yes : no, at));
        }
        return result;
    }

    @Override
    public int largest(ZMatrixRMaj x, int from, int to) {
        int best = from;
        for (int at = from; at < to; at++) {
            if (Double.isNaN(x.data[2 * at])) {
                return at;
            }
            if (x.data[2 * at] > x.data[2 * best]) {
                best = at;
            }
        }
        return best;
    }

    @Override
    public ZMatrixRMaj columnSums(ZMatrixRMaj x) {
        ZMatrixRMaj result = new ZMatrixRMaj(1, x.numCols);
        int width = 2 * x.numCols;
        for (int at = 0; at < x.getDataLength(); at++) {
            result.data[at % width] += x.data[at];
        }
        return result;
    }

    @Override
    public ZMatrixRMaj rowSums(ZMatrixRMaj x) {
        ZMatrixRMaj result = new ZMatrixRMaj(x.numRows, 1);
        for (int i = 0; i < x.numRows; i++) {
            put(result, i, total(x, i * x.numCols, x.numCols));
        }
        return result;
    }

    @Override
    public ZMatrixRMaj sum(ZMatrixRMaj x) {
        return single(total(x, 0, x.numRows * x.numCols));
    }

    @Override
    public ZMatrixRMaj product(ZMatrixRMaj x) {
        Complex product = Complex.ONE;
        for (int at = 0; at < x.numRows * x.numCols; at++) {
            product = product.times(entry(x, at));
        }
        return single(product);
    }

    @Override
    public ZMatrixRMaj runningSums(ZMatrixRMaj x) {
        ZMatrixRMaj result = x.copy();
        int width = 2 * x.numCols;
        for (int at = width; at < x.getDataLength(); at++) {
            result.data[at] += result.data[at - width];
        }
        return result;
    }

    @Override
    public ZMatrixRMaj solve(ZMatrixRMaj a, ZMatrixRMaj b) {
        return ComplexLu.of(a).solve(b);
    }

    @Override
    public ZMatrixRMaj cholesky(ZMatrixRMaj a) {
        return ComplexCholesky.factor(a);
    }

    @Override
    public Orthonormal<ZMatrixRMaj> orthonormalise(ZMatrixRMaj a) {
        return ComplexGramSchmidt.of(a);
    }

    @Override
    public ZMatrixRMaj determinant(ZMatrixRMaj a) {
        return single(ComplexLu.of(a).determinant());
    }

    @Override
    public ZMatrixRMaj logDeterminant(ZMatrixRMaj a) {
        return single(ComplexLu.of(a).logDeterminant());
    }

    static Complex entry(ZMatrixRMaj x, int at) {
        return new Complex(x.data[2 * at], x.data[2 * at + 1]);
    }

    static void put(ZMatrixRMaj x, int at, Complex value) {
        x.data[2 * at] = value.re();
        x.data[2 * at + 1] = value.im();
    }

    private static ZMatrixRMaj single(Complex value) {
        ZMatrixRMaj result = new ZMatrixRMaj(1, 1);
        put(result, 0, value);
        return result;
    }

    private static Complex total(ZMatrixRMaj x, int from, int count) {
        double re = 0;
        double im = 0;
        for (int at = from; at < from + count; at++) {
            re += x.data[2 * at];
            im += x.data[2 * at + 1];
        }
        return new Complex(re, im);
    }
}
