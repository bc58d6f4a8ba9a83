package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.expression.Evaluations.column;
import static org.gradcheck.expression.Evaluations.evaluate;
import static org.gradcheck.expression.Evaluations.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.shape.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas spelt as in books and in other languages: understood where that is unambiguous, otherwise told how they are written. */
class OtherSpellingsTest {

    private static final Map<String, DMatrixRMaj> VALUES = values();

    private static Map<String, DMatrixRMaj> values() {
        Map<String, DMatrixRMaj> values = new LinkedHashMap<>();
        values.put("A", matrix(new double[] {1, 2}, new double[] {4, 5}, new double[] {-1, 3}));
        values.put("X", matrix(new double[] {2, 1}, new double[] {-1, 3}));
        values.put("x", column(0.7, -0.4));
        values.put("z", column(1.5, 0.25));
        values.put("c", column(1.25));
        values.put("lambda", column(3));
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "trace(X)                | tr(X)",
                "Tr(X)                   | tr(X)",
                "norm(x)                 | norm2(x)",
                "normF(A)                | norm2(A)",
                "transpose(A)            | A'",
                "A⊤*A                    | A'*A",
                "X⁻ᵀ*x                   | inv(X)'*x",
                "X^-1                    | inv(X)",
                "X^(-1)                  | inv(X)",
                "X⁻¹                     | inv(X)",
                "inverse(X)              | inv(X)",
                "cholesky(X*X')          | chol(X*X')",
                "adjugate(X)             | adj(X)",
                "inner(x, z)             | x'*z",
                "x' • z                  | x'*z",
                "max(x, 0)               | pmax(x, 0)",
                "maximum(x, z)           | pmax(x, z)",
                "min(x, z)               | pmin(x, z)",
                "minimum(x, z)           | pmin(x, z)",
                "ln(z)                   | log(z)",
                "log2(z)                 | log(z)/log(2)",
                "log10(z)                | log(z)/log(10)",
                "asinh(x)                | log(x + sqrt(x.^2 + 1))",
                "arcosh(c)               | log(c + sqrt(c^2 - 1))",
                "arctanh(x)              | log((1 + x) ./ (1 - x))/2",
                "arctan2(x, z)           | atan(x ./ z)",
                "logistic(x)             | 1 ./ (1 + exp(-x))",
                "sgn(x)                  | sign(x)",
                "gammaln(z)              | lgamma(z)",
                "psi(z)                  | digamma(z)",
                "π*c                     | pi*c",
                "A'*A + lambda*I         | A'*A + lambda*eye(2)",
                "inv(X + I)              | inv(X + eye(2))",
                "eye(3, 2)               | [1, 0; 0, 1; 0, 0]",
                "A(:)                    | vec(A)",
                "ones(2)                 | [1; 1]",
                "zeros(2, 2)             | [0, 0; 0, 0]",
            })
    void understood(String spelling, String same) {
        DMatrixRMaj found = evaluate(spelling, VALUES);
        DMatrixRMaj expected = evaluate(same, VALUES);

        assertThat(Shape.of(found.numRows, found.numCols)).isEqualTo(Shape.of(expected.numRows, expected.numCols));
        for (int at = 0; at < expected.getNumElements(); at++) {
            assertThat(found.data[at]).isCloseTo(expected.data[at], within(1e-13));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "A.T*x                   | the transpose is written A'",
                "X.T                     | the transpose is written X'",
                "A^T                     | the transpose is written A'",
                "norm(x, 1)              | it is called as norm2(X); other norms are norm1, norminf, normp(X, p), specnorm and nucnorm",
                "norm(X, 'fro')          | ' is the transpose and stands behind its operand, A'; there is no text in expressions",
                "‖x‖                     | the norm is norm2(x); others are norm1, norminf, specnorm",
                "√c                      | the square root is sqrt(x)",
                "½*c                     | write 1/2",
                "e^c                     | call it: e(i, n); the exponential is exp(x)",
                "eps                     | write the number, such as 1e-8",
                "Σ(x)                    | sums are sum(x) and sumi(i, 1, n, x(i))",
                "∑ x                     | sums are sum(x) and sumi(i, 1, n, x(i))",
                "x'z                     | products are written with *",
                "2(x)                    | products are written with *",
                "λ*x                     | did you mean lambda? in scope: A, c, lambda, X, x, z",
                "x_1                     | an entry is written x(1)",
                "x₂                      | an entry is written x(2)",
                "x[1]                    | indices stand in parentheses: x(1)",
                "A(:, [1, 2])            | an index is a number or a range; blocks put parts together: [A(:, 1), A(:, 3)]",
                "np.exp(x)               | functions have no prefix: exp(…)",
                "numpy.linalg.inv(X)     | functions have no prefix: inv(…)",
                "log det(X)              | a function is called with parentheses: log(det…)",
                "x**2                    | powers are written ^ (of a scalar or a square matrix) and .^ (entry by entry)",
                "x²                      | did you mean x .^ 2 or norm2(x)^2?",
                "A⁻¹                     | did you mean pinv(A)?",
                "A†                      | the pseudo-inverse is pinv(A)",
                "A + x                   | did you mean A .+ x'?",
                "pow(x, 2)               | powers are x^p of a scalar or a square matrix, and x.^p entry by entry",
                "reshape(A, 2, 3)        | unvec(x, m, n) makes a matrix of a vector, vec(X) a vector of a matrix",
                "size(A, 1)              | rows(A) and cols(A) are the sizes of A",
                "length(x)               | write numel(x)",
                "matmul(A, x)            | the matrix product is A*B",
                "log_softmax(x)          | write x - logsumexp(x)",
                "clip(x, 0, 1)           | write min(max(x, a), b)",
                "cot(x)                  | write 1 ./ tan(x)",
                "eigvals(X)              | write eig(A).values",
                "std(x)                  | write sqrt(mean((x - mean(x)).^2))",
                "if(c > 0, 1, 2)         | a choice is where(condition, a, b)",
                "c > 0 ? 1 : 2           | a choice is where(condition, a, b)",
                "x > 0 and x < 1         | conditions multiply: (a > 0) .* (b > 0); one of two is max(a, b)",
                "sum(A, axis=1)          | arguments have no names, write the value alone; equality is ==",
                "sum(A, 0)               | axis 1 sums over the rows, axis 2 over the columns",
                "<x, z>                  | the inner product is dot(a, b)",
                "c!                      | not equal is !=; the factorial of n is gamma(n + 1)",
                "x <> z                  | not equal is !=",
                "c // 2                  | a quotient rounded down is floor(a/b)",
                "1,000*c                 | digits of a number are not grouped",
                "y := 2*x; sum(y)        | a definition is name = value;",
                "sum(y); y = 2*x         | definitions stand in front and the result is last: y = 2*x; sum(y)",
                "[]                      | a block has at least one entry",
            })
    void toldHowItIsWritten(String spelling, String hint) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        VALUES.forEach((name, value) -> shapes.put(name, Shape.of(value.numRows, value.numCols)));

        ExpressionException problem = catchThrowableOfType(
                ExpressionException.class,
                () -> ExpressionParser.parse(spelling).check(Scope.of(shapes, Map.of())));

        assertThat(problem).isNotNull();
        assertThat(problem.hint()).contains(hint);
    }
}
