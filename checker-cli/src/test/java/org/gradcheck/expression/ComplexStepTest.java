package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.expression.Evaluations.column;
import static org.gradcheck.expression.Evaluations.complexStep;
import static org.gradcheck.expression.Evaluations.evaluate;
import static org.gradcheck.expression.Evaluations.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Im f(x + ihv)/h must be the derivative to rounding, and the real part the real value, for every function that claims it. */
class ComplexStepTest {

    private static final double[] STEPS = {0x1p-80, 0x1p-250};
    private static final double[] ANYWHERE = {-30, -5.5, -1, -0.7, -1e-3, -1e-9, 1e-9, 1e-3, 0.3, 0.999, 1, 1.5, 6, 30};
    private static final double[] POSITIVE = {1e-12, 1e-3, 0.3, 0.999999, 1, 1.000001, 1.5, 6, 1e3, 1e12};
    private static final double[] INSIDE = {-0.999999, -0.7, -1e-3, -1e-9, 1e-9, 0.3, 0.5, 0.999, 0.9999999};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp(x)        | exp(x)                   | anywhere",
                "expm1(x)      | exp(x)                   | anywhere",
                "log(x)        | 1/x                      | positive",
                "log1p(x)      | 1/(1 + x)                | positive",
                "log1p(x)      | 1/(1 + x)                | inside",
                "sqrt(x)       | 1/(2*sqrt(x))            | positive",
                "sin(x)        | cos(x)                   | anywhere",
                "cos(x)        | -sin(x)                  | anywhere",
                "tan(x)        | 1/cos(x)^2               | anywhere",
                "asin(x)       | 1/sqrt((1 - x)*(1 + x))  | inside",
                "acos(x)       | -1/sqrt((1 - x)*(1 + x)) | inside",
                "atan(x)       | 1/(1 + x^2)              | anywhere",
                "atan(x)       | 1/(1 + x^2)              | positive",
                "sinh(x)       | cosh(x)                  | anywhere",
                "cosh(x)       | sinh(x)                  | anywhere",
                "tanh(x)       | 1/cosh(x)^2              | anywhere",
                "sigmoid(x)    | 1/(2*cosh(x/2))^2        | anywhere",
                "softplus(x)   | sigmoid(x)               | anywhere",
                "abs(x)        | sign(x)                  | anywhere",
                "relu(x)       | step(x)                  | anywhere",
                "sign(x)       | 0                        | anywhere",
                "step(x)       | 0                        | anywhere",
                "floor(x)      | 0                        | anywhere",
                "ceil(x)       | 0                        | anywhere",
                "round(x)      | 0                        | anywhere",
                "1/x           | -1/x^2                   | anywhere",
                "2 \\ x        | 0.5                      | anywhere",
                "x^2           | 2*x                      | anywhere",
                "x^3           | 3*x^2                    | anywhere",
                "x^-3          | -3*x^-4                  | anywhere",
                "x^0           | 0                        | anywhere",
                "x^17          | 17*x^16                  | anywhere",
                "x^2.5         | 2.5*x^1.5                | positive",
                "x^-0.3        | -0.3*x^-1.3              | positive",
                "2^x           | log(2)*2^x               | anywhere",
                "0.1^x         | log(0.1)*0.1^x           | anywhere",
                "x/(x + 2)     | 2/(x + 2)^2              | anywhere",
                "pmax(x, x^2)  | where(x >= x^2, 1, 2*x)  | anywhere",
                "pmin(x, 2*x)  | where(x <= 2*x, 1, 2)    | anywhere",
                "where(x > 0, x^2, x) | where(x > 0, 2*x, 1) | anywhere",
                "x < 1         | 0                        | anywhere"
            })
    void derivativesOfElementaryFunctions(String function, String derivative, String domain) {
        double[] points = switch (domain) {
            case "positive" -> POSITIVE;
            case "inside" -> INSIDE;
            default -> ANYWHERE;
        };
        SoftAssertions softly = new SoftAssertions();
        for (double x : points) {
            Map<String, DMatrixRMaj> values = Map.of("x", column(x));
            double value = evaluate(function, values).data[0];
            double slope = evaluate(derivative, values).data[0];
            for (double h : STEPS) {
                ZMatrixRMaj step = complexStep(function, values, Map.of("x", column(1)), h);
                softly.assertThat(step.data[0])
                        .as("Re %s at %s", function, x)
                        .isCloseTo(value, within(4 * Math.ulp(value) + h * h));
                softly.assertThat(step.data[1] / h)
                        .as("Im/h of %s at %s", function, x)
                        .isCloseTo(slope, within(1e-14 * Math.abs(slope)));
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @CsvSource({
        "log(x), -1",
        "log(x), 0",
        "sqrt(x), -1",
        "sqrt(x), 0",
        "log1p(x), -2",
        "log1p(x), -1",
        "asin(x), 1",
        "asin(x), 2",
        "acos(x), -1",
        "acos(x), 1.5",
        "x^0.5, -1",
        "x^0.5, 0",
        "x^x, -1",
        "1/x, 0",
        "x^-2, 0"
    })
    void thereIsNoFiniteDerivativeWhereTheRealFunctionHasNone(String function, double x) {
        ZMatrixRMaj step = complexStep(function, Map.of("x", column(x)), Map.of("x", column(1)), 0x1p-80);

        assertThat(Double.isFinite(step.data[0]) && Math.abs(step.data[1] / 0x1p-80) < 1e20)
                .isFalse();
    }

    @Test
    void wholePowersHaveTheirDerivativeAtZero() {
        for (String power : List.of("x^1", "x^2", "x^3", "x^4", "x^5", "x^2.5")) {
            ZMatrixRMaj step = complexStep(power, Map.of("x", column(0)), Map.of("x", column(1)), 0x1p-80);
            assertThat(step.data[0]).as(power).isCloseTo(0, within(1e-40));
            assertThat(step.data[1] / 0x1p-80).as(power).isCloseTo(power.equals("x^1") ? 1 : 0, within(1e-20));
        }
    }

    @Test
    void aVariableExponentHasTheDerivativeOfThePower() {
        Map<String, DMatrixRMaj> values = Map.of("x", column(1.7), "p", column(-2.3));

        double slope = evaluate("x^p*(p/x + log(x))", values).data[0];
        ZMatrixRMaj step = complexStep("x^p", values, Map.of("x", column(1), "p", column(1)), 0x1p-80);

        assertThat(step.data[1] / 0x1p-80).isCloseTo(slope, within(1e-14 * Math.abs(slope)));
        assertThat(step.data[0]).isEqualTo(Math.pow(1.7, -2.3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "X                        | D",
                "X'                       | D'",
                "X*X                      | D*X + X*D",
                "X'*X                     | D'*X + X'*D",
                "X^3                      | D*X*X + X*D*X + X*X*D",
                "X^-2                     | -inv(X)*(D*inv(X) + inv(X)*D)*inv(X)",
                "inv(X)                   | -inv(X)*D*inv(X)",
                "A \\ X                   | A \\ D",
                "X \\ A                   | -(X \\ D)*(X \\ A)",
                "solve(X, b)              | -inv(X)*D*inv(X)*b",
                "det(X)                   | det(X)*tr(inv(X)*D)",
                "logdet(X)                | tr(inv(X)*D)",
                "logdet(-X)               | tr(inv(X)*D)",
                "tr(X*A*X)                | tr(D*A*X) + tr(X*A*D)",
                "sum(X .* X)              | 2*dot(X, D)",
                "sum(exp(X), 1)           | sum(exp(X) .* D, 1)",
                "mean(exp(X), 2)          | sum(exp(X) .* D, 2)/3",
                "prod(X)                  | prod(X)*sum(D ./ X)",
                "max(X)                   | D(1, 1)",
                "min(X)                   | D(2, 3)",
                "dot(A, X)                | dot(A, D)",
                "norm2(X)                 | dot(X, D)/norm2(X)",
                "norm1(X)                 | dot(sign(X), D)",
                "norminf(X)               | D(1, 1)",
                "logsumexp(X)             | dot(softmax(X), D)",
                "softmax(X)               | softmax(X) .* D - softmax(X)*dot(softmax(X), D)",
                "lserows(X)               | sum(softmaxrows(X) .* D, 2)",
                "softmaxrows(X)           | softmaxrows(X) .* (D .- sum(softmaxrows(X) .* D, 2))",
                "cumsum(X)                | cumsum(D)",
                "kron(X, X)               | kron(D, X) + kron(X, D)",
                "outer(X(:, 1), X(:, 2))  | D(:, 1)*X(:, 2)' + X(:, 1)*D(:, 2)'",
                "cross(X(:, 1), X(:, 2))  | cross(D(:, 1), X(:, 2)) + cross(X(:, 1), D(:, 2))",
                "diag(X(:, 1))            | diag(D(:, 1))",
                "diagv(X)                 | diagv(D)",
                "unvec(vec(X), 3, 3)      | D",
                "tril(X) + triu(X)        | tril(D) + triu(D)",
                "stril(X) - striu(X)      | stril(D) - striu(D)",
                "sym(X) + 2*skewpart(X)   | sym(D) + 2*skewpart(D)",
                "repmat(X, 2, 1)          | repmat(D, 2, 1)",
                "[X, b; b', tr(X)]        | [D, 0*b; 0*b', tr(D)]",
                "X(2, :)*X(:, end)        | D(2, :)*X(:, end) + X(2, :)*D(:, end)",
                "X/tr(X)                  | D/tr(X) - X*tr(D)/tr(X)^2",
                "tr(X)*X                  | tr(D)*X + tr(X)*D",
                "X .+ b                   | D",
                "X - 1                    | D",
                "1 - X                    | -D",
                "where(X > 0, X .^ 2, X)  | where(X > 0, 2*X .* D, D)",
                "pmax(X, 0.5)             | where(X > 0.5, D, 0)",
                "sumi(i, 1, 3, X(i, i)^i) | sumi(i, 1, 3, i*X(i, i)^(i - 1)*D(i, i))",
                "prodi(i, 1, 3, X(i, i))  | prodi(i, 1, 3, X(i, i))*sumi(i, 1, 3, D(i, i)/X(i, i))",
                "iter(z, b, 2, X*z)       | D*X*b + X*D*b"
            })
    void derivativesOfMatrixFunctions(String function, String derivative) {
        Map<String, DMatrixRMaj> values = new HashMap<>();
        values.put(
                "X",
                matrix(new double[] {1.9, -0.4, 0.7}, new double[] {0.3, 1.2, -1.1}, new double[] {0.8, 0.6, -0.9}));
        values.put("A", matrix(new double[] {0.5, 0.2, -0.3}, new double[] {1.4, -0.8, 0.1}, new double[] {0.9, 0.7, 1.6
        }));
        values.put(
                "D",
                matrix(new double[] {0.3, 1.1, -0.5}, new double[] {-0.2, 0.4, 0.9}, new double[] {0.6, -1.3, 0.8}));
        values.put("b", column(0.4, -1.2, 0.5));
        DMatrixRMaj value = evaluate(function, values);
        DMatrixRMaj slope = evaluate(derivative, values);

        for (double h : STEPS) {
            ZMatrixRMaj step = complexStep(function, values, Map.of("X", values.get("D")), h);
            assertThat(slope.getNumElements()).isEqualTo(value.getNumElements());
            for (int at = 0; at < value.getNumElements(); at++) {
                assertThat(step.data[2 * at]).as("Re").isCloseTo(value.data[at], within(2 * Math.ulp(value.data[at])));
                assertThat(step.data[2 * at + 1] / h).as("Im/h").isCloseTo(slope.data[at], within(2e-14));
            }
        }
    }

    @Test
    void theRealPartOfAnIllConditionedSolutionIsThatOfTheRealSolution() {
        int n = 8;
        DMatrixRMaj hilbert = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hilbert.set(i, j, 1.0 / (i + j + 1));
            }
        }
        DMatrixRMaj real = evaluate("inv(H)", Map.of("H", hilbert));
        ZMatrixRMaj step = complexStep("inv(H)", Map.of("H", hilbert), Map.of("H", hilbert), 0x1p-80);

        for (int at = 0; at < n * n; at++) {
            assertThat(step.data[2 * at]).isEqualTo(real.data[at]);
        }
    }
}
