package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.expression.Evaluations.column;
import static org.gradcheck.expression.Evaluations.matrix;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is equal is computed once, and what differs each time. */
class SharingTest {

    private static final DMatrixRMaj A = matrix(new double[] {0.3, -0.7}, new double[] {1.1, 0.4});

    private static final Map<String, DMatrixRMaj> VALUES = Map.of(
            "A", A,
            "B", matrix(new double[] {0.9, 0.2}, new double[] {-0.5, 0.8}),
            "x", column(0.6, -1.2));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "(A*B)*(A*B)'                                       | multiply             | 2",
                "A*B + A*B + 2*(A*B)                                | multiply             | 1",
                "tr(A*B) + sum(A*B)                                 | multiply             | 1",
                "A*B + B*A                                          | multiply             | 2",
                "inv(A)*x + inv(A)'*x                               | inverse              | 1",
                "A\\x + A\\x                                        | solve                | 1",
                "A' + (A' + B)                                      | transpose            | 1",
                "C = A*B; C + C*C                                   | multiply             | 2",
                "C = A*B; A*B + C                                   | multiply             | 1",
                "C = A*B; A                                         | multiply             | 0",
                "f(X) = X*X; f(A) + f(A) + A*A                      | multiply             | 1",
                "f(X) = X*X; f(A) + f(B)                            | multiply             | 2",
                "sumi(i, 1, 5, i*det(A))                            | determinant          | 1",
                "sumi(i, 1, 5, det(i*A))                            | determinant          | 5",
                "prodi(i, 1, 4, det(A) + i)                         | determinant          | 1",
                "iter(z, x, 7, A*z)                                 | multiply             | 7",
                "iter(z, x, 7, A*z + A*z)                           | multiply             | 7",
                "iter(z, x, 7, z + B*x)                             | multiply             | 1",
                "iter(z, x, 0, z + det(B)*x)                        | determinant          | 0",
                "iter(z, x, 7, A*B*z)                               | multiply             | 8",
                "iter(z, x, 7, A*B*x)                               | multiply             | 2",
                "iter(z, x, 7, A*z) + iter(w, x, 7, A*w)            | multiply             | 7",
                "iter(z, x, 7, A*z) + iter(w, x, 6, A*w)            | multiply             | 13",
                "iter(z, x, 3, iter(w, z, 2, A*w))                  | multiply             | 6",
                "iter(z, x, 3, iter(w, x, 2, A*w) + z)              | multiply             | 2",
                "iter(z, x, 3, iter(w, z, 2, w + A*z))              | multiply             | 3",
                "iter(z, x, 3, iter(w, x, 2, A*w) + z) + iter(v, x, 2, A*v) | multiply     | 2",
                "f(p) = iter(z, p, 4, A*z); f(x) + f(x)             | multiply             | 4"
            })
    void howOftenAnOperationIsCarriedOut(String expression, String operation, int times) {
        assertThat(callsOf(operation, expression)).isEqualTo(times);
    }

    private static int callsOf(String operation, String expression) {
        CountingArithmetic counting = new CountingArithmetic();
        Evaluations.check(expression, VALUES).evaluate(counting, Environment.of(VALUES));
        return counting.calls(operation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "iter(z, x, 3, A*z + A*z)                          | 8*A*A*A*x",
                "iter(z, x, 2, iter(w, z, 2, w + A*z))             | (eye(2) + 2*A)*(eye(2) + 2*A)*x",
                "iter(z, x, 2, iter(w, x, 2, A*w) + z)             | x + 2*(A*(A*x))",
                "iter(z, x, 2, A*z) + iter(w, A*x, 1, A*w)         | 2*(A*(A*x))",
                "iter(z, x, 2, iter(w, iter(v, z, 2, A*v), 1, w + A*z)) | (A*A + A)*(A*A + A)*x",
                "u = iter(y, x, 2, A*y); iter(z, x, 3, z + u)      | x + 3*(A*(A*x))",
                "f(p) = iter(z, p, 2, A*z); f(f(x))                | A*A*A*A*x",
                "f(p) = iter(z, p, 2, A*z + p); iter(z, x, 2, f(z)) | (A*A + A + eye(2))*(A*A + A + eye(2))*x",
                "prodi(i, 1, 3, A + i*B)                           | (A + B)*(A + 2*B)*(A + 3*B)",
                "A*B + 2*A + A*B*B                                 | A*(B + 2*eye(2) + B*B)",
                "A*B + (A*B + A*B)                                 | 3*(A*B)",
                "(A + B) + (A + B) + A                             | 3*A + 2*B",
                "2*A + B + A                                       | 3*A + B",
                "A + 2*B + A                                       | 2*(A + B)",
                "iter(z, x, 2, A*z + 2*z)                          | (A*A + 4*A + 4*eye(2))*x",
                "iter(z, x, 2, z + A*z)                            | (A*A + 2*A + eye(2))*x",
                "prodi(i, 1, 4, i)*x                               | 24*x",
                "A'*B + A*B' + A'*B'                               | C = A'; D = B'; C*B + A*D + C*D"
            })
    void valuesAreThoseOfTheTextAsWritten(String expression, String expected) {
        double[] value = Evaluations.evaluate(expression, VALUES).data;
        double[] wanted = Evaluations.evaluate(expected, VALUES).data;
        for (int at = 0; at < wanted.length; at++) {
            assertThat(value[at]).isCloseTo(wanted[at], within(1e-13));
        }
    }

    @Test
    void outputsAndIntermediateValuesOfAGroupShareTheirParts() {
        Scope scope = Scope.of(Evaluations.shapes(VALUES), Map.of());
        CheckedExpression product = ExpressionParser.parse("A*B").check(scope);
        Scope inside = scope.with("C", product.shape());
        ExpressionGroup group = ExpressionGroup.of(
                List.of(new ExpressionGroup.Named("C", product)),
                List.of(
                        ExpressionParser.parse("C + A*B").check(inside),
                        ExpressionParser.parse("det(C)").check(inside),
                        ExpressionParser.parse("det(A*B)*x").check(inside)));
        CountingArithmetic counting = new CountingArithmetic();

        List<DMatrixRMaj> values = group.evaluate(counting, Environment.of(VALUES));

        assertThat(counting.calls("multiply")).isEqualTo(1);
        assertThat(counting.calls("determinant")).isEqualTo(1);
        assertThat(values.get(0).data).isEqualTo(Evaluations.evaluate("2*(A*B)", VALUES).data);
        assertThat(values.get(2).data).isEqualTo(Evaluations.evaluate("det(A*B)*x", VALUES).data);
    }

    @Test
    void equalResultsOfAGroupAreDifferentMatrices() {
        CheckedExpression sum = Evaluations.check("A + B", VALUES);
        CheckedExpression same = Evaluations.check("A", VALUES);
        ExpressionGroup group = ExpressionGroup.of(List.of(), List.of(sum, sum, same, same));

        List<DMatrixRMaj> values = group.evaluate(RealArithmetic.INSTANCE, Environment.of(VALUES));
        values.get(0).fill(-7);
        values.get(2).fill(-7);

        assertThat(values.get(1).data).isEqualTo(Evaluations.evaluate("A + B", VALUES).data);
        assertThat(values.get(3).data).containsExactly(0.3, -0.7, 1.1, 0.4);
        assertThat(A.data).containsExactly(0.3, -0.7, 1.1, 0.4);
    }

    @Test
    void expressionsOfAGroupMustAgreeOnShapes() {
        CheckedExpression two =
                ExpressionParser.parse("sum(x)").check(Scope.of(Map.of("x", Shape.vector(2)), Map.of()));
        CheckedExpression three =
                ExpressionParser.parse("sum(x)").check(Scope.of(Map.of("x", Shape.vector(3)), Map.of()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpressionGroup.of(List.of(), List.of(two, three)))
                .withMessage("x is 2×1, an expression was checked for 3×1");
    }

    @Test
    void sharingKeepsTextsThatDoubleSmall() {
        String definitions = IntStream.range(1, 60)
                .mapToObj(i -> "y" + i + " = y" + (i - 1) + "*y" + (i - 1))
                .collect(Collectors.joining("; ", "y0 = A; ", "; y59"));

        assertThat(callsOf("multiply", definitions)).isEqualTo(59);
    }

    @Test
    void longChainsOfDefinitionsAreEvaluatedOneByOne() {
        String definitions = IntStream.range(1, 4_000)
                .mapToObj(i -> "y" + i + " = y" + (i - 1) + " + 1")
                .collect(Collectors.joining("; ", "y0 = x(1); ", "; y3999"));

        assertThat(Evaluations.evaluate(definitions, VALUES).data[0]).isCloseTo(3999.6, within(1e-6));
    }

    @Test
    void longProductsAreEvaluatedFactorByFactor() {
        assertThat(Evaluations.evaluate("prodi(i, 1, 10000, x(1)/x(1))", VALUES).data[0])
                .isEqualTo(1);
    }
}
