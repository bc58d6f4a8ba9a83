package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gradcheck.expression.Evaluations.check;
import static org.gradcheck.expression.Evaluations.column;
import static org.gradcheck.expression.Evaluations.evaluate;
import static org.gradcheck.expression.Evaluations.matrix;

import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittingConstantsTest {

    private static final Map<String, DMatrixRMaj> VALUES = Map.of(
            "A", matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6}),
            "S", matrix(new double[] {2, 1}, new double[] {1, 3}),
            "x", column(7, 8),
            "w", column(1, -1, 2),
            "c", column(10));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + vector(1)                    | x + ones(2)",
                "vector(1) - x                    | ones(2) - x",
                "vector(2*c) .* x                 | 20*x",
                "x ./ vector(2)                   | x/2",
                "-vector(1) + x                   | x - 1",
                "2*vector(1) + x + vector(3)      | x + 5",
                "c*vector(1)/2 + x                | x + 5",
                "sum(x)*vector(1) + A*w           | 15*ones(2) + A*w",
                "A*vector(1)                      | sum(A, 2)",
                "vector(1)'*A                     | sum(A, 1)",
                "vector(1)'*A*vector(1)           | sum(A)",
                "x'*vector(1)                     | sum(x)",
                "vector(1)*w' + A                 | ones(2)*w' + A",
                "A + vector(1)*vector(1)'         | A + 1",
                "A .+ vector(1)                   | A + 1",
                "A + matrix(1)                    | A + 1",
                "matrix(1)'.*A                    | A",
                "S - c*eye                        | S - 10*eye(2)",
                "S + 2*eye'                       | S + 2*eye(2)",
                "S + c*I                          | S + 10*eye(2)",
                "I = 2; I + x                     | x + 2",
                "inv(S + eye)                     | inv(S + eye(2))",
                "eye*A                            | A",
                "A*eye                            | A",
                "(eye - x*x')*S                   | (eye(2) - x*x')*S",
                "(eye + S)^2                      | (eye(2) + S)^2",
                "S \\ vector(1)                   | S \\ ones(2)",
                "sum(log(exp(-x .* (A*w)) + vector(1))) | sum(log(exp(-x .* (A*w)) + 1))",
                "vector = 3; vector*x             | 3*x",
                "eye = 2; eye + x                 | x + 2",
                "vector(z) = z; vector(x)         | x",
            })
    void constantsTakeTheirSizeFromTheirPlace(String expression, String expected) {
        DMatrixRMaj value = evaluate(expression, VALUES);
        DMatrixRMaj wanted = evaluate(expected, VALUES);

        assertThat(value.numRows).isEqualTo(wanted.numRows);
        assertThat(value.data).containsExactly(wanted.data);
    }

    @Test
    void theExpectedShapeOfAResultGivesASize() {
        Program program = ExpressionParser.parse("2*vector(1)");

        assertThat(program.check(Scope.empty(), Shape.vector(4)).shape()).hasToString("4×1");
        assertThat(ExpressionParser.parse("eye")
                        .check(Scope.empty(), Shape.of(3, 3))
                        .shape())
                .hasToString("3×3");
        assertThat(ExpressionParser.parse("[1; 2]")
                        .check(Scope.empty(), Shape.vector(4))
                        .shape())
                .hasToString("2×1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vector(1)            | the size of vector(1) does not follow from its place | ones(n) has a size of its own",
                "sum(vector(1)) + x   | the size of vector(1) does not follow from its place | ones(n) has a size of its own",
                "A*matrix(2)          | the size of matrix(2) does not follow from its place | ones(m, n) has a size of its own",
                "tr(eye)              | the size of eye does not follow from its place | eye(n) has a size of its own",
                "x + vector(x)        | vector(x) repeats a scalar, it is 2×1 | a block is built with [a; b]",
                "A + vector(1)        | cannot add A (2×3) and vector(1) (2×1): + needs equal shapes, or a scalar on one side | did you mean A .+ vector(1)?",
            })
    void problems(String expression, String message, String hint) {
        ExpressionException problem = catchThrowableOfType(ExpressionException.class, () -> check(expression, VALUES));

        assertThat(problem).isNotNull().hasMessage(message);
        assertThat(problem.hint()).contains(hint);
    }
}
