package org.gradcheck.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.expression.arithmetic.ComplexArithmetic;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.shape.Shape;

/** Short ways to evaluate an expression in tests. */
final class Evaluations {

    private Evaluations() {}

    static DMatrixRMaj matrix(double[]... rows) {
        return new DMatrixRMaj(rows);
    }

    static DMatrixRMaj column(double... entries) {
        DMatrixRMaj result = new DMatrixRMaj(entries.length, 1);
        System.arraycopy(entries, 0, result.data, 0, entries.length);
        return result;
    }

    static Map<String, Shape> shapes(Map<String, DMatrixRMaj> values) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        values.forEach((name, value) -> shapes.put(name, Shape.of(value.numRows, value.numCols)));
        return shapes;
    }

    static CheckedExpression check(String expression, Map<String, DMatrixRMaj> values) {
        return ExpressionParser.parse(expression).check(Scope.of(shapes(values), Map.of()));
    }

    static DMatrixRMaj evaluate(String expression, Map<String, DMatrixRMaj> values) {
        return check(expression, values).evaluate(RealArithmetic.INSTANCE, Environment.of(values));
    }

    static DMatrixRMaj evaluate(String expression) {
        return evaluate(expression, Map.of());
    }

    static double scalar(String expression) {
        DMatrixRMaj value = evaluate(expression);
        if (value.getNumElements() != 1) {
            throw new IllegalArgumentException(expression + " is no scalar");
        }
        return value.data[0];
    }

    /** The value at x + ih·direction; all other variables stay real. */
    static ZMatrixRMaj complexStep(
            String expression, Map<String, DMatrixRMaj> values, Map<String, DMatrixRMaj> direction, double h) {
        Map<String, ZMatrixRMaj> shifted = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            ZMatrixRMaj complex = ComplexArithmetic.INSTANCE.embed(value);
            DMatrixRMaj change = direction.getOrDefault(name, new DMatrixRMaj(value.numRows, value.numCols));
            for (int at = 0; at < change.getNumElements(); at++) {
                complex.data[2 * at + 1] = h * change.data[at];
            }
            shifted.put(name, complex);
        });
        return check(expression, values).evaluate(ComplexArithmetic.INSTANCE, Environment.of(shifted));
    }
}
