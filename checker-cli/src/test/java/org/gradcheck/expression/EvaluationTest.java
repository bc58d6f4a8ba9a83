package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.expression.Evaluations.check;
import static org.gradcheck.expression.Evaluations.column;
import static org.gradcheck.expression.Evaluations.evaluate;
import static org.gradcheck.expression.Evaluations.matrix;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[1, 2; 3, 4]*[5; 6]                    | [17; 39]",
                "[1, 2]*[3; 4]*[1, 1]                   | [11, 11]",
                "[1, 2; 3, 4].*[2; 10]                  | [2, 4; 30, 40]",
                "[1, 2; 3, 4]./[2, 4]                   | [0.5, 0.5; 1.5, 1]",
                "[1; 2] .+ [10, 20]                     | [11, 21; 12, 22]",
                "[1, 2; 3, 4] .- [1; 2]                 | [0, 1; 1, 2]",
                "[2; 3].^[3; 2]                         | [8; 9]",
                "2 .^ [1, 2; 3, 4]                      | [2, 4; 8, 16]",
                "[1, 2; 3, 4] + 1                       | [2, 3; 4, 5]",
                "10 - [1; 2]                            | [9; 8]",
                "[2; 4]/2                               | [1; 2]",
                "2*[1; 2]*3                             | [6; 12]",
                "[2, 0; 0, 4] \\ [2; 2]                 | [1; 0.5]",
                "2 \\ [4; 6]                            | [2; 3]",
                "[1, 1; 0, 1]^5                         | [1, 5; 0, 1]",
                "[1, 1; 0, 1]^6                         | [1, 6; 0, 1]",
                "[1, 1; 0, 1]^-2                        | [1, -2; 0, 1]",
                "[1, 2; 3, 4]^0                         | eye(2)",
                "[1, 2; 3, 4]^1                         | [1, 2; 3, 4]",
                "A = [1, 2; 3, 4; 5, 6]; A(2:3, 2)      | [4; 6]",
                "A = [1, 2; 3, 4; 5, 6]; A(end, :)      | [5, 6]",
                "A = [1, 2; 3, 4; 5, 6]; A(:, 1)        | [1; 3; 5]",
                "A = [1, 2; 3, 4; 5, 6]; A(2, 1)        | 3",
                "x = [1; 2; 3]; x(1:end - 1)            | [1; 2]",
                "x = [1, 2, 3]; x(2:3)                  | [2, 3]",
                "[[1, 2; 3, 4], [5; 6]; 7, 8, 9]        | [1, 2, 5; 3, 4, 6; 7, 8, 9]",
                "[1; 2; 3] >= 2                         | [0; 1; 1]",
                "[1; 2] == [1; 3]                       | [1; 0]",
                "where([1; 0], [5; 6], 7)               | [5; 7]",
                "pmax([1; 5], 3)                        | [3; 5]",
                "pmin([1; 5], [3, 0])                   | [1, 0; 3, 0]",
                "abs([-1; 2])                           | [1; 2]",
                "relu([-1; 2])                          | [0; 2]",
                "sign([-3; 0; 2])                       | [-1; 0; 1]",
                "step([-3; 0; 2])                       | [0; 0; 1]",
                "round([1.4; -1.6])                     | [1; -2]",
                "floor([1.5; -1.5])                     | [1; -2]",
                "ceil([1.5; -1.5])                      | [2; -1]",
                "sum([1, 2; 3, 4])                      | 10",
                "sum([1, 2; 3, 4], 1)                   | [4, 6]",
                "sum([1, 2; 3, 4], 2)                   | [3; 7]",
                "mean([1, 2; 3, 4])                     | 2.5",
                "mean([1, 2; 3, 4], 1)                  | [2, 3]",
                "prod([2; 3; 4])                        | 24",
                "max([1; 5; 3])                         | 5",
                "min([1; -5; 3])                        | -5",
                "norm2([3; 4])                          | 5",
                "norm([2, 4; 5, 2])                     | 7",
                "normF([3, 4])                          | 5",
                "norm1([3; -4])                         | 7",
                "norminf([3; -4])                       | 4",
                "dot([1; 2], [3; 4])                    | 11",
                "logsumexp([1000; 1000]) - 1000         | log(2)",
                "lserows([0, 0; 1000, 1000])            | [log(2); 1000 + log(2)]",
                "softmax([1000; 1000])                  | [0.5; 0.5]",
                "softmaxrows([0, 0; -1000, 0])          | [0.5, 0.5; 0, 1]",
                "cumsum([1, 10; 2, 20; 3, 30])          | [1, 10; 3, 30; 6, 60]",
                "tr([1, 2; 3, 4])                       | 5",
                "det([2, 1, 0; 0, 3, 1; 1, 0, 1])       | 7",
                "det([1, 2; 2, 4])                      | 0",
                "logdet([0, 2; 3, 0])                   | log(6)",
                "inv([2, 1; 1, 1])                      | [1, -1; -1, 2]",
                "solve([0, 2; 1, 0], [2; 3])            | [3; 1]",
                "kron([1, 2], [1; 10])                  | [1, 2; 10, 20]",
                "outer([1; 2], [3; 4; 5])               | [3, 4, 5; 6, 8, 10]",
                "cross([1; 2; 3], [4; 5; 6])            | [-3; 6; -3]",
                "cross([1, 2, 3], [4, 5, 6])            | [-3, 6, -3]",
                "diag([1; 2])                           | [1, 0; 0, 2]",
                "diagv([1, 2, 3; 4, 5, 6])              | [1; 5]",
                "vec([1, 2; 3, 4])                      | [1; 3; 2; 4]",
                "unvec([1; 2; 3; 4; 5; 6], 2, 3)        | [1, 3, 5; 2, 4, 6]",
                "tril([1, 2; 3, 4])                     | [1, 0; 3, 4]",
                "triu([1, 2; 3, 4])                     | [1, 2; 0, 4]",
                "stril([1, 2; 3, 4])                    | [0, 0; 3, 0]",
                "striu([1, 2; 3, 4])                    | [0, 2; 0, 0]",
                "sym([1, 2; 4, 3])                      | [1, 3; 3, 3]",
                "skewpart([1, 2; 4, 3])                 | [0, -1; 1, 0]",
                "repmat([1; 2], 2, 2)                   | [1, 1; 2, 2; 1, 1; 2, 2]",
                "e(2, 3)                                | [0; 1; 0]",
                "E(1, 3, 2, 3)                          | [0, 0, 1; 0, 0, 0]",
                "rows(ones(2, 3)) + cols(ones(2, 3))    | 5",
                "zeros(2)                               | [0; 0]",
                "sumi(i, 1, 3, i^2)                     | 14",
                "sumi(r, 0, 2, [1, 1; 0, 1]^r)          | [3, 3; 0, 3]",
                "sumi(i, 1, 2, e(i, 2)*e(i, 2)')        | eye(2)",
                "prodi(i, 1, 4, i)                      | 24",
                "prodi(i, 1, 2, [1, i; 0, i])           | [1, 5; 0, 4] - [0, 1; 0, 2]",
                "iter(x, 1, 60, (x + 2/x)/2)            | sqrt(2)",
                "iter(x, 3, 0, x + 1)                   | 3",
                "iter(a, [0; 1], 10, [a(2); sum(a)])    | [55; 89]",
                "i = 7; sumi(i, 1, 2, i) + i            | 10",
                "iter(a, 1, 3, iter(b, a, 2, b + a))    | 27"
            })
    void theValueOfAnExpression(String expression, String expected) {
        DMatrixRMaj value = evaluate(expression);
        DMatrixRMaj wanted = evaluate(expected);

        assertThat(List.of(value.numRows, value.numCols)).isEqualTo(List.of(wanted.numRows, wanted.numCols));
        for (int at = 0; at < wanted.getNumElements(); at++) {
            assertThat(value.data[at])
                    .isCloseTo(wanted.data[at], within(1e-13 * Math.max(1, Math.abs(wanted.data[at]))));
        }
    }

    @Test
    void numericFailuresGiveNaN() {
        assertThat(evaluate("inv([1, 2; 2, 4])").data).containsOnly(Double.NaN);
        assertThat(evaluate("solve([1, 2; 2, 4], [1; 1])").data).containsOnly(Double.NaN);
        assertThat(evaluate("[0, 0; 0, 0]^-1").data).containsOnly(Double.NaN);
        assertThat(evaluate("logdet([1, 2; 2, 4])").data).containsExactly(Double.NEGATIVE_INFINITY);
        assertThat(evaluate("log(-1)").data).containsExactly(Double.NaN);
        assertThat(evaluate("max([1; sqrt(-1); 2])").data).containsExactly(Double.NaN);
        assertThat(evaluate("where(sqrt(-1) > 0, 1, 2)").data).containsExactly(Double.NaN);
    }

    @Test
    void variablesAreNotModifiedAndResultsAreFresh() {
        DMatrixRMaj x = column(1, 2);
        Map<String, DMatrixRMaj> values = Map.of("x", x);
        for (String expression : List.of("x", "y = x; y", "[x]", "iter(z, x, 0, z)", "vec(x)", "(x)'")) {
            evaluate(expression, values).fill(-7);
            assertThat(x.data).as(expression).containsExactly(1, 2);
        }
        DMatrixRMaj square = matrix(new double[] {1, 2}, new double[] {3, 4});
        evaluate("X^1", Map.of("X", square)).fill(-7);
        evaluate("inv(X) + det(X)*X^3", Map.of("X", square));
        assertThat(square.data).containsExactly(1, 2, 3, 4);
    }

    @Test
    void oneExpressionMayBeEvaluatedByManyThreads() {
        CheckedExpression expression = check("s = sum(x); iter(z, x, 50, z/2 + s)", Map.of("x", column(1, 2)));

        List<Double> differences = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> {
                    DMatrixRMaj value =
                            expression.evaluate(RealArithmetic.INSTANCE, Environment.of(Map.of("x", column(i, i))));
                    return value.data[1] - 4.0 * i;
                })
                .toList();

        assertThat(differences).allSatisfy(difference -> assertThat(difference).isCloseTo(0, within(1e-9)));
    }

    @Test
    void valuesMustBeThoseOfTheCheck() {
        CheckedExpression expression = check("2*x", Map.of("x", column(1, 2)));

        assertThatThrownBy(() -> expression.evaluate(RealArithmetic.INSTANCE, Environment.of(Map.of())))
                .hasMessage("no value for x");
        assertThatThrownBy(() -> expression.evaluate(RealArithmetic.INSTANCE, Environment.of(Map.of("x", column(1)))))
                .hasMessage("x is 1×1, the expression was checked for 2×1");
    }

    @Test
    void severalProgramsShareAScopeThatGrows() {
        DMatrixRMaj x = column(3, 4);
        Scope scope = Scope.of(Evaluations.shapes(Map.of("x", x)), Map.of());
        Environment<DMatrixRMaj> environment = Environment.of(Map.of("x", x));

        CheckedExpression norm = ExpressionParser.parse("norm2(x)").check(scope);
        Scope larger = scope.with("r", norm.shape());
        Environment<DMatrixRMaj> fuller = environment.with("r", norm.evaluate(RealArithmetic.INSTANCE, environment));
        CheckedExpression unit = ExpressionParser.parse("x/r").check(larger);

        assertThat(unit.evaluate(RealArithmetic.INSTANCE, fuller).data).containsExactly(0.6, 0.8);
    }
}
