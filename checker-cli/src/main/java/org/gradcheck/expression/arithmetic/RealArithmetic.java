package org.gradcheck.expression.arithmetic;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Arithmetic over real matrices. */
public final class RealArithmetic implements Arithmetic<DMatrixRMaj> {

    public static final RealArithmetic INSTANCE = new RealArithmetic();

    private RealArithmetic() {}

    @Override
    public int rows(DMatrixRMaj x) {
        return x.numRows;
    }

    @Override
    public int columns(DMatrixRMaj x) {
        return x.numCols;
    }

    @Override
    public DMatrixRMaj embed(DMatrixRMaj values) {
        return values.copy();
    }

    @Override
    public DMatrixRMaj scalar(double value) {
        DMatrixRMaj result = new DMatrixRMaj(1, 1);
        result.data[0] = value;
        return result;
    }

    @Override
    public DMatrixRMaj realPart(DMatrixRMaj x) {
        return x.copy();
    }

    @Override
    public DMatrixRMaj copy(DMatrixRMaj x) {
        return x.copy();
    }

    @Override
    public DMatrixRMaj add(DMatrixRMaj x, DMatrixRMaj y) {
        return CommonOps_DDRM.add(x, y, null);
    }

    @Override
    public DMatrixRMaj subtract(DMatrixRMaj x, DMatrixRMaj y) {
        return CommonOps_DDRM.subtract(x, y, (DMatrixRMaj) null);
    }

    @Override
    public DMatrixRMaj addScaled(DMatrixRMaj x, DMatrixRMaj s, DMatrixRMaj y) {
        return CommonOps_DDRM.add(x, s.data[0], y, null);
    }

    @Override
    public DMatrixRMaj addOver(DMatrixRMaj x, DMatrixRMaj y) {
        CommonOps_DDRM.addEquals(x, y);
        return x;
    }

    @Override
    public DMatrixRMaj addScaledOver(DMatrixRMaj x, DMatrixRMaj s, DMatrixRMaj y) {
        CommonOps_DDRM.addEquals(x, s.data[0], y);
        return x;
    }

    @Override
    public DMatrixRMaj multiply(DMatrixRMaj x, DMatrixRMaj y) {
        return Rows.pay(x.numRows, x.numCols, y.numCols)
                ? product(Rows.of(x.data, x.numRows, x.numCols), Rows.of(y.data, y.numRows, y.numCols))
                : CommonOps_DDRM.mult(x, y, null);
    }

    @Override
    public DMatrixRMaj multiplyTransposed(DMatrixRMaj x, DMatrixRMaj y) {
        return Rows.pay(x.numCols, x.numRows, y.numCols)
                ? product(Rows.transposed(x.data, x.numRows, x.numCols), Rows.of(y.data, y.numRows, y.numCols))
                : CommonOps_DDRM.multTransA(x, y, null);
    }

    @Override
    public DMatrixRMaj multiplyByTransposed(DMatrixRMaj x, DMatrixRMaj y) {
        return Rows.pay(x.numRows, x.numCols, y.numRows)
                ? product(Rows.of(x.data, x.numRows, x.numCols), Rows.transposed(y.data, y.numRows, y.numCols))
                : CommonOps_DDRM.multTransB(x, y, null);
    }

    private static DMatrixRMaj product(double[][] x, double[][] y) {
        double[][] product = Rows.zero(x.length, y[0].length);
        Rows.addProduct(product, 1, x, y);
        DMatrixRMaj result = new DMatrixRMaj(x.length, y[0].length);
        Rows.join(product, result.data);
        return result;
    }

    @Override
    public DMatrixRMaj scale(DMatrixRMaj s, DMatrixRMaj x) {
        DMatrixRMaj result = new DMatrixRMaj(x.numRows, x.numCols);
        CommonOps_DDRM.scale(s.data[0], x, result);
        return result;
    }

    @Override
    public DMatrixRMaj unscale(DMatrixRMaj x, DMatrixRMaj s) {
        DMatrixRMaj result = new DMatrixRMaj(x.numRows, x.numCols);
        CommonOps_DDRM.divide(x, s.data[0], result);
        return result;
    }

    @Override
    public DMatrixRMaj negate(DMatrixRMaj x) {
        DMatrixRMaj result = new DMatrixRMaj(x.numRows, x.numCols);
        for (int at = 0; at < x.getNumElements(); at++) {
            result.data[at] = -x.data[at];
        }
        return result;
    }

    @Override
    public DMatrixRMaj transpose(DMatrixRMaj x) {
        return CommonOps_DDRM.transpose(x, null);
    }

    @Override
    public DMatrixRMaj map(EntryFunction function, DMatrixRMaj x) {
        return map(function, x, new DMatrixRMaj(x.numRows, x.numCols));
    }

    @Override
    public DMatrixRMaj mapOver(EntryFunction function, DMatrixRMaj x) {
        return map(function, x, x);
    }

    private static DMatrixRMaj map(EntryFunction function, DMatrixRMaj x, DMatrixRMaj result) {
        int count = x.getNumElements();
        switch (function.loop()) {
            case EXP -> {
                for (int at = 0; at < count; at++) {
                    result.data[at] = Math.exp(x.data[at]);
                }
            }
            case LOG -> {
                for (int at = 0; at < count; at++) {
                    result.data[at] = Math.log(x.data[at]);
                }
            }
            case SQRT -> {
                for (int at = 0; at < count; at++) {
                    result.data[at] = Math.sqrt(x.data[at]);
                }
            }
            case ABS -> {
                for (int at = 0; at < count; at++) {
                    result.data[at] = Math.abs(x.data[at]);
                }
            }
            case BY_CALLS -> {
                DoubleUnaryOperator real = function.real();
                for (int at = 0; at < count; at++) {
                    result.data[at] = real.applyAsDouble(x.data[at]);
                }
            }
        }
        return result;
    }

    @Override
    public DMatrixRMaj combine(EntryOperator operator, DMatrixRMaj x, DMatrixRMaj y) {
        int rows = Math.max(x.numRows, y.numRows);
        int columns = Math.max(x.numCols, y.numCols);
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        if (x.numRows == y.numRows && x.numCols == y.numCols) {
            return combineEqualShapes(operator, x, y, result);
        }
        int xRow = x.numRows == 1 ? 0 : x.numCols;
        int yRow = y.numRows == 1 ? 0 : y.numCols;
        int xColumn = x.numCols == 1 ? 0 : 1;
        int yColumn = y.numCols == 1 ? 0 : 1;
        for (int i = 0; i < rows; i++) {
            combine(operator, x.data, i * xRow, xColumn, y.data, i * yRow, yColumn, result.data, i * columns, columns);
        }
        return result;
    }

    private static DMatrixRMaj combineEqualShapes(
            EntryOperator operator, DMatrixRMaj x, DMatrixRMaj y, DMatrixRMaj result) {
        switch (operator.loop()) {
            case PLUS -> CommonOps_DDRM.add(x, y, result);
            case MINUS -> CommonOps_DDRM.subtract(x, y, result);
            case TIMES -> CommonOps_DDRM.elementMult(x, y, result);
            case OVER -> CommonOps_DDRM.elementDiv(x, y, result);
            case BY_CALLS -> combine(operator, x.data, 0, 1, y.data, 0, 1, result.data, 0, x.getNumElements());
        }
        return result;
    }

    private static void combine(
            EntryOperator operator,
            double[] x,
            int xAt,
            int xStep,
            double[] y,
            int yAt,
            int yStep,
            double[] result,
            int at,
            int count) {
        switch (operator.loop()) {
            case PLUS -> {
                for (int j = 0; j < count; j++) {
                    result[at + j] = x[xAt + j * xStep] + y[yAt + j * yStep];
                }
            }
            case MINUS -> {
                for (int j = 0; j < count; j++) {
                    result[at + j] = x[xAt + j * xStep] - y[yAt + j * yStep];
                }
            }
            case TIMES -> {
                for (int j = 0; j < count; j++) {
                    result[at + j] = x[xAt + j * xStep] * y[yAt + j * yStep];
                }
            }
            case OVER -> {
                for (int j = 0; j < count; j++) {
                    result[at + j] = x[xAt + j * xStep] / y[yAt + j * yStep];
                }
            }
            case BY_CALLS -> {
                DoubleBinaryOperator real = operator.real();
                for (int j = 0; j < count; j++) {
                    result[at + j] = real.applyAsDouble(x[xAt + j * xStep], y[yAt + j * yStep]);
                }
            }
        }
    }

    @Override
    public DMatrixRMaj rearrange(DMatrixRMaj x, int rows, int columns, EntryMap map) {
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        int at = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int source = map.source(i, j);
                result.data[at++] = source == EntryMap.ZERO ? 0 : x.data[source];
            }
        }
        return result;
    }

    @Override
    public DMatrixRMaj part(DMatrixRMaj x, int firstRow, int firstColumn, int rows, int columns) {
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            int source = (firstRow + i) * x.numCols + firstColumn;
            System.arraycopy(x.data, source, result.data, i * columns, columns);
        }
        return result;
    }

    @Override
    public DMatrixRMaj assemble(int rows, int columns, List<Block<DMatrixRMaj>> blocks) {
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        for (Block<DMatrixRMaj> block : blocks) {
            CommonOps_DDRM.insert(block.content(), result, block.row(), block.column());
        }
        return result;
    }

    @Override
    public DMatrixRMaj choose(DMatrixRMaj condition, DMatrixRMaj yes, DMatrixRMaj no) {
        DMatrixRMaj result = new DMatrixRMaj(condition.numRows, condition.numCols);
        for (int at = 0; at < result.getNumElements(); at++) {
            double decides = condition.data[at];
            result.data[at] = Double.isNaN(decides) ? decides : decides != 0 ? yes.data[at] : no.data[at];
        }
        return result;
    }

    @Override
    public int largest(DMatrixRMaj x, int from, int to) {
        int best = from;
        for (int at = from; at < to; at++) {
            if (Double.isNaN(x.data[at])) {
                return at;
            }
            if (x.data[at] > x.data[best]) {
                best = at;
            }
        }
        return best;
    }

    @Override
    public DMatrixRMaj columnSums(DMatrixRMaj x) {
        return CommonOps_DDRM.sumCols(x, null);
    }

    @Override
    public DMatrixRMaj rowSums(DMatrixRMaj x) {
        return CommonOps_DDRM.sumRows(x, null);
    }

    @Override
    public DMatrixRMaj sum(DMatrixRMaj x) {
        return scalar(CommonOps_DDRM.elementSum(x));
    }

    @Override
    public DMatrixRMaj product(DMatrixRMaj x) {
        double product = 1;
        for (int at = 0; at < x.getNumElements(); at++) {
            product *= x.data[at];
        }
        return scalar(product);
    }

    @Override
    public DMatrixRMaj runningSums(DMatrixRMaj x) {
        DMatrixRMaj result = x.copy();
        for (int at = x.numCols; at < x.getNumElements(); at++) {
            result.data[at] += result.data[at - x.numCols];
        }
        return result;
    }

    @Override
    public DMatrixRMaj solve(DMatrixRMaj a, DMatrixRMaj b) {
        return RealLu.of(a).solve(b);
    }

    @Override
    public DMatrixRMaj cholesky(DMatrixRMaj a) {
        return RealCholesky.factor(a);
    }

    @Override
    public Orthonormal<DMatrixRMaj> orthonormalise(DMatrixRMaj a) {
        return RealGramSchmidt.of(a);
    }

    @Override
    public DMatrixRMaj determinant(DMatrixRMaj a) {
        return scalar(RealLu.of(a).determinant());
    }

    @Override
    public DMatrixRMaj logDeterminant(DMatrixRMaj a) {
        return scalar(RealLu.of(a).logDeterminant());
    }
}
