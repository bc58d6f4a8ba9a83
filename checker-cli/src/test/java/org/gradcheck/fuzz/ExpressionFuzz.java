package org.gradcheck.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.expression.CheckedExpression;
import org.gradcheck.expression.Environment;
import org.gradcheck.expression.ExpressionException;
import org.gradcheck.expression.ExpressionParser;
import org.gradcheck.expression.MathMarkup;
import org.gradcheck.expression.Scope;
import org.gradcheck.expression.arithmetic.ComplexArithmetic;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.shape.Shape;

/**
 * A target for Jazzer: any text is an expression that is parsed, typeset, checked and evaluated over real and complex numbers, or is
 * refused with its place. Anything else that is thrown is a finding.
 */
public final class ExpressionFuzz {

    private static final int LONGEST = 300;

    private static final Map<String, DMatrixRMaj> VALUES = values();

    private ExpressionFuzz() {}

    private static Map<String, DMatrixRMaj> values() {
        Map<String, DMatrixRMaj> values = new LinkedHashMap<>();
        values.put("x", new DMatrixRMaj(new double[][] {{0.5}, {-1.25}, {2}}));
        values.put("b", new DMatrixRMaj(new double[][] {{1}, {0}, {-0.5}}));
        values.put("w", new DMatrixRMaj(new double[][] {{0.25}, {3}}));
        values.put("A", new DMatrixRMaj(new double[][] {{2, -1, 0.5}, {0.25, 1, 3}, {-2, 0.75, 1}}));
        values.put("S", new DMatrixRMaj(new double[][] {{4, 1, 0}, {1, 3, -1}, {0, -1, 2}}));
        values.put("B", new DMatrixRMaj(new double[][] {{1, 2, 3}, {-0.5, 0.5, 4}}));
        values.put("lambda", new DMatrixRMaj(new double[][] {{0.75}}));
        return values;
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedText.of(input, LONGEST).ifPresent(ExpressionFuzz::evaluate);
    }

    private static void evaluate(String text) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        VALUES.forEach((name, value) -> shapes.put(name, Shape.of(value.numRows, value.numCols)));
        MathMarkup.of(text, VALUES.keySet());
        try {
            CheckedExpression checked = ExpressionParser.parse(text).check(Scope.of(shapes, Map.of("n", 3, "m", 2)));
            DMatrixRMaj real = checked.evaluate(RealArithmetic.INSTANCE, Environment.of(VALUES));
            requireShape(checked, real.numRows, real.numCols);
            if (checked.smoothness() != Smoothness.NOT_ANALYTIC) {
                ZMatrixRMaj complex = checked.evaluate(ComplexArithmetic.INSTANCE, Environment.of(shifted()));
                requireShape(checked, complex.numRows, complex.numCols);
            }
        } catch (ExpressionException e) {
            requireShown(e);
        }
    }

    private static Map<String, ZMatrixRMaj> shifted() {
        Map<String, ZMatrixRMaj> shifted = new LinkedHashMap<>();
        VALUES.forEach((name, value) -> {
            ZMatrixRMaj complex = ComplexArithmetic.INSTANCE.embed(value);
            for (int at = 0; at < value.getNumElements(); at++) {
                complex.data[2 * at + 1] = 1e-3 * (at + 1);
            }
            shifted.put(name, complex);
        });
        return shifted;
    }

    private static void requireShape(CheckedExpression checked, int rows, int columns) {
        if (!checked.shape().sameAs(Shape.of(rows, columns))) {
            throw new AssertionError(checked.shape() + " was promised, and the value is " + rows + "×" + columns);
        }
    }

    /** A refusal says something and can be shown. */
    private static void requireShown(ExpressionException e) {
        if (String.valueOf(e.getMessage()).isBlank() || e.render().isBlank() || e.line() < 1 || e.column() < 1) {
            throw new AssertionError("a message without place or words", e);
        }
    }
}
