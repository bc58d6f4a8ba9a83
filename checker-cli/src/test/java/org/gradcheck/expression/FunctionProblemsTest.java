package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gradcheck.expression.Evaluations.complexStep;
import static org.gradcheck.expression.Evaluations.evaluate;
import static org.gradcheck.expression.Evaluations.matrix;

import java.util.Arrays;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions of matrices refuse, and where they have no value or no derivative. */
class FunctionProblemsTest {

    private static final Scope SCOPE = Scope.of(
            Map.of(
                    "A", Shape.of(3, 2),
                    "S", Shape.of(3, 3),
                    "N", new Shape(Size.named("m", 3), Size.named("n", 2)),
                    "w", Shape.vector(3),
                    "x", Shape.vector(2)),
            Map.of("m", 3, "n", 2));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chol(A)                 | chol: A must be square, it is 3×2",
                "chol(N)                 | chol: A must be square, it is m×n (3×2)",
                "eigh(A).values          | eigh.values: A must be square, it is 3×2",
                "lyap(S, A)              | lyap: Q must be 3×3, it is 3×2",
                "sylv(S, eye(2), A')     | sylv: C must be 3×2, it is 2×3",
                "sylv(N*N', eye(2), S)   | sylv: C must be m×2 (3×2), it is 3×3",
                "care(S, x, S, 1)        | care: B must be 3×1, it is 2×1",
                "care(S, w, S, x)        | care: R must be 1×1, it is 2×1",
                "spdpow(S, w)            | spdpow: p must be a scalar, it is 3×1",
                "normp(w, x)             | normp: p must be a scalar, it is 2×1",
                "rodrigues(x)            | rodrigues: w must have 3 entries, it is 2×1",
                "logso3(A)               | logso3: R must be 3×3, it is 3×2",
                "hat(x)                  | hat: w must have 3 entries, it is 2×1",
                "qmul(w, w)              | qmul: p must have 4 entries, it is 3×1",
                "unvech(w, 3)            | unvech: x has 3 entries, a symmetric matrix of 3 rows needs 6",
                "diffs(w')               | diffs: X must have two rows or more, it is 1×3",
                "conv(w', x)             | conv: a must be a column, it is 1×3",
                "eigh(S)                 | eigh has several outputs",
                "svd(S).W                | svd has no output W",
                "comm(2, n + 0.5)        | comm: n must be a whole number, found 2.5",
                "shift(w, w(1))          | shift: k must be a number known before evaluation",
            })
    void shapes(String expression, String message) {
        ExpressionException problem = catchThrowableOfType(
                ExpressionException.class,
                () -> ExpressionParser.parse(expression).check(SCOPE));

        assertThat(problem).isNotNull().hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chol([1, 2; 2, 1])",
                "logm([-1, 0; 0, -2])",
                "sqrtm([-1, 0; 0, 1])",
                "signm([0, 1; -1, 0])",
                "spdpow([1, 2; 2, 1], 0.5)",
                "eig([0, 1; -1, 0]).values",
                "qr([1, 1; 1, 1]).Q",
                "polar([1, 1; 1, 1]).U",
                "sylv([1, 0; 0, 2], -1, [1; 1])",
                "lyap([0, 1; -1, 0], eye(2))",
                "care([0, 1; -1, 0], zeros(2, 1), eye(2), 1)",
                "dare([2, 0; 0, 3], zeros(2, 1), eye(2), 1)",
                "gamma([-1; 0])",
                "eigh([1, 0; 0, 0/0]).values",
                "svd([1, 0; 0, 0/0]).S",
                "expm([1, 0; 0, 0/0])"
            })
    void thereIsNoValueAndNoException(String expression) {
        DMatrixRMaj value = evaluate(expression);

        assertThat(Arrays.stream(value.data).filter(Double::isNaN)).isNotEmpty();
    }

    /** D is a general direction. Where the real function has no derivative the complex evaluation must not claim one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eigh(eye(3) + O).values",
                "eigh(eye(3) + O).vectors",
                "eig(eye(3) + O).vectors",
                "svd(eye(3) + O).S",
                "svd(eye(3) + O).U",
                "specnorm(eye(3) + O)",
                "nucnorm(O)",
                "pinv(O)",
                "pinv(O + X*diag([1; 1; 0]))"
            })
    void realValuesWithoutADerivativeHaveNoImaginaryPart(String expression) {
        DMatrixRMaj point = matrix(new double[][] {{1.9, -0.4, 0.7}, {0.3, 1.2, -1.1}, {0.8, 0.6, -0.9}});
        DMatrixRMaj direction = matrix(new double[][] {{0.3, 1.1, -0.5}, {-0.2, 0.4, 0.9}, {0.6, -1.3, 0.8}});

        ZMatrixRMaj step = complexStep(
                expression, Map.of("X", point, "O", new DMatrixRMaj(3, 3)), Map.of("O", direction), 0x1p-80);

        for (int at = 0; at < step.getNumElements(); at++) {
            assertThat(step.data[2 * at]).isFinite();
            assertThat(step.data[2 * at + 1]).isNaN();
        }
    }
}
