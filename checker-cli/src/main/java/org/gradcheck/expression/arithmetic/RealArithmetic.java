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
    public DMatrixRMaj multiply(DMatrixRMaj x, DMatrixRMaj y) {
        return CommonOps_DDRM.mult(x, y, null);
    }

    @Override
    public DMatrixRMaj scale(DMatrixRMaj s, DMatrixRMaj x) {
        double factor = s.data[0];
        return mapped(x, entry -> factor * entry);
    }

    @Override
    public DMatrixRMaj unscale(DMatrixRMaj x, DMatrixRMaj s) {
        double divisor = s.data[0];
        return mapped(x, entry -> entry / divisor);
    }

    @Override
    public DMatrixRMaj negate(DMatrixRMaj x) {
        return mapped(x, entry -> -entry);
    }

    @Override
    public DMatrixRMaj transpose(DMatrixRMaj x) {
        return CommonOps_DDRM.transpose(x, null);
    }

    @Override
    public DMatrixRMaj map(EntryFunction function, DMatrixRMaj x) {
        return mapped(x, function.real());
    }

    @Override
    public DMatrixRMaj combine(EntryOperator operator, DMatrixRMaj x, DMatrixRMaj y) {
        DoubleBinaryOperator real = operator.real();
        int rows = Math.max(x.numRows, y.numRows);
        int columns = Math.max(x.numCols, y.numCols);
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        int xRow = x.numRows == 1 ? 0 : x.numCols;
        int yRow = y.numRows == 1 ? 0 : y.numCols;
        int xColumn = x.numCols == 1 ? 0 : 1;
        int yColumn = y.numCols == 1 ? 0 : 1;
        int at = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result.data[at++] = real.applyAsDouble(x.data[i * xRow + j * xColumn], y.data[i * yRow + j * yColumn]);
            }
        }
        return result;
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
    public DMatrixRMaj determinant(DMatrixRMaj a) {
        return scalar(RealLu.of(a).determinant());
    }

    @Override
    public DMatrixRMaj logDeterminant(DMatrixRMaj a) {
        return scalar(RealLu.of(a).logDeterminant());
    }

    private static DMatrixRMaj mapped(DMatrixRMaj x, DoubleUnaryOperator function) {
        DMatrixRMaj result = new DMatrixRMaj(x.numRows, x.numCols);
        for (int at = 0; at < x.getNumElements(); at++) {
            result.data[at] = function.applyAsDouble(x.data[at]);
        }
        return result;
    }
}
