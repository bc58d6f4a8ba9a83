package org.gradcheck.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryMap;
import org.gradcheck.expression.arithmetic.EntryOperator;
import org.gradcheck.expression.arithmetic.RealArithmetic;

/** Real arithmetic that counts what it is asked for; products with transposes count as products. */
final class CountingArithmetic implements Arithmetic<DMatrixRMaj> {

    private final Arithmetic<DMatrixRMaj> real = RealArithmetic.INSTANCE;
    private final Map<String, Integer> calls = new HashMap<>();

    int calls(String operation) {
        return calls.getOrDefault(operation, 0);
    }

    private void count(String operation) {
        calls.merge(operation, 1, Integer::sum);
    }

    @Override
    public int rows(DMatrixRMaj x) {
        return real.rows(x);
    }

    @Override
    public int columns(DMatrixRMaj x) {
        return real.columns(x);
    }

    @Override
    public DMatrixRMaj embed(DMatrixRMaj values) {
        count("embed");
        return real.embed(values);
    }

    @Override
    public DMatrixRMaj realPart(DMatrixRMaj x) {
        count("realPart");
        return real.realPart(x);
    }

    @Override
    public DMatrixRMaj copy(DMatrixRMaj x) {
        count("copy");
        return real.copy(x);
    }

    @Override
    public DMatrixRMaj add(DMatrixRMaj x, DMatrixRMaj y) {
        count("add");
        return real.add(x, y);
    }

    @Override
    public DMatrixRMaj subtract(DMatrixRMaj x, DMatrixRMaj y) {
        count("subtract");
        return real.subtract(x, y);
    }

    @Override
    public DMatrixRMaj addScaled(DMatrixRMaj x, DMatrixRMaj s, DMatrixRMaj y) {
        count("addScaled");
        return real.addScaled(x, s, y);
    }

    @Override
    public DMatrixRMaj addOver(DMatrixRMaj x, DMatrixRMaj y) {
        count("addOver");
        return real.addOver(x, y);
    }

    @Override
    public DMatrixRMaj addScaledOver(DMatrixRMaj x, DMatrixRMaj s, DMatrixRMaj y) {
        count("addScaledOver");
        return real.addScaledOver(x, s, y);
    }

    @Override
    public DMatrixRMaj multiply(DMatrixRMaj x, DMatrixRMaj y) {
        count("multiply");
        return real.multiply(x, y);
    }

    @Override
    public DMatrixRMaj multiplyTransposed(DMatrixRMaj x, DMatrixRMaj y) {
        count("multiply");
        return real.multiplyTransposed(x, y);
    }

    @Override
    public DMatrixRMaj multiplyByTransposed(DMatrixRMaj x, DMatrixRMaj y) {
        count("multiply");
        return real.multiplyByTransposed(x, y);
    }

    @Override
    public DMatrixRMaj scale(DMatrixRMaj s, DMatrixRMaj x) {
        count("scale");
        return real.scale(s, x);
    }

    @Override
    public DMatrixRMaj unscale(DMatrixRMaj x, DMatrixRMaj s) {
        count("unscale");
        return real.unscale(x, s);
    }

    @Override
    public DMatrixRMaj negate(DMatrixRMaj x) {
        count("negate");
        return real.negate(x);
    }

    @Override
    public DMatrixRMaj transpose(DMatrixRMaj x) {
        count("transpose");
        return real.transpose(x);
    }

    @Override
    public DMatrixRMaj map(EntryFunction function, DMatrixRMaj x) {
        count("map");
        return real.map(function, x);
    }

    @Override
    public DMatrixRMaj mapOver(EntryFunction function, DMatrixRMaj x) {
        count("mapOver");
        return real.mapOver(function, x);
    }

    @Override
    public DMatrixRMaj combine(EntryOperator operator, DMatrixRMaj x, DMatrixRMaj y) {
        count("combine");
        return real.combine(operator, x, y);
    }

    @Override
    public DMatrixRMaj rearrange(DMatrixRMaj x, int rows, int columns, EntryMap map) {
        count("rearrange");
        return real.rearrange(x, rows, columns, map);
    }

    @Override
    public DMatrixRMaj assemble(int rows, int columns, List<Block<DMatrixRMaj>> blocks) {
        count("assemble");
        return real.assemble(rows, columns, blocks);
    }

    @Override
    public DMatrixRMaj choose(DMatrixRMaj condition, DMatrixRMaj yes, DMatrixRMaj no) {
        count("choose");
        return real.choose(condition, yes, no);
    }

    @Override
    public int largest(DMatrixRMaj x, int from, int to) {
        count("largest");
        return real.largest(x, from, to);
    }

    @Override
    public DMatrixRMaj columnSums(DMatrixRMaj x) {
        count("columnSums");
        return real.columnSums(x);
    }

    @Override
    public DMatrixRMaj rowSums(DMatrixRMaj x) {
        count("rowSums");
        return real.rowSums(x);
    }

    @Override
    public DMatrixRMaj sum(DMatrixRMaj x) {
        count("sum");
        return real.sum(x);
    }

    @Override
    public DMatrixRMaj product(DMatrixRMaj x) {
        count("product");
        return real.product(x);
    }

    @Override
    public DMatrixRMaj runningSums(DMatrixRMaj x) {
        count("runningSums");
        return real.runningSums(x);
    }

    @Override
    public DMatrixRMaj solve(DMatrixRMaj a, DMatrixRMaj b) {
        count("solve");
        return real.solve(a, b);
    }

    @Override
    public DMatrixRMaj cholesky(DMatrixRMaj a) {
        count("cholesky");
        return real.cholesky(a);
    }

    @Override
    public DMatrixRMaj determinant(DMatrixRMaj a) {
        count("determinant");
        return real.determinant(a);
    }

    @Override
    public DMatrixRMaj logDeterminant(DMatrixRMaj a) {
        count("logDeterminant");
        return real.logDeterminant(a);
    }

    @Override
    public DMatrixRMaj scalar(double value) {
        count("scalar");
        return real.scalar(value);
    }

    @Override
    public DMatrixRMaj filled(int rows, int columns, double value) {
        count("filled");
        return real.filled(rows, columns, value);
    }

    @Override
    public DMatrixRMaj identity(int size) {
        count("identity");
        return real.identity(size);
    }

    @Override
    public DMatrixRMaj inverse(DMatrixRMaj a) {
        count("inverse");
        return real.inverse(a);
    }

    @Override
    public DMatrixRMaj part(DMatrixRMaj x, int firstRow, int firstColumn, int rows, int columns) {
        count("part");
        return real.part(x, firstRow, firstColumn, rows, columns);
    }

    @Override
    public Orthonormal<DMatrixRMaj> orthonormalise(DMatrixRMaj a) {
        count("orthonormalise");
        return real.orthonormalise(a);
    }
}
