package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeCheckTest {

    private static final Size M = Size.named("m", 3);
    private static final Size N = Size.named("n", 2);

    private static final Scope SCOPE = Scope.of(
            Map.of(
                    "A",
                    new Shape(M, N),
                    "B",
                    Shape.of(2, 4),
                    "S",
                    Shape.of(3, 3),
                    "x",
                    new Shape(M, Size.ONE),
                    "t",
                    Shape.SCALAR),
            Map.of("m", 3, "n", 2));

    private static CheckedExpression check(String expression) {
        return ExpressionParser.parse(expression).check(SCOPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "A                        | m×n (3×2)",
                "A'                       | n×m (2×3)",
                "A*B                      | m×4 (3×4)",
                "x'*x                     | 1×1",
                "x*x'                     | m×m (3×3)",
                "t*A                      | m×n (3×2)",
                "A*t                      | m×n (3×2)",
                "A/t                      | m×n (3×2)",
                "(x'*x)*B                 | 2×4",
                "A + 1                    | m×n (3×2)",
                "1 - A                    | m×n (3×2)",
                "S + x*x'                 | m×m (3×3)",
                "A .+ x                   | m×n (3×2)",
                "A .* ones(1, 2)          | m×n (3×2)",
                "x .+ ones(1, 5)          | m×5 (3×5)",
                "x .^ 2                   | m×1 (3×1)",
                "x > 0                    | m×1 (3×1)",
                "S^3                      | 3×3",
                "S^-1                     | 3×3",
                "S \\ A                   | 3×n (3×2)",
                "t \\ A                   | m×n (3×2)",
                "solve(S, x)              | 3×1",
                "A(2, 1)                  | 1×1",
                "A(:, 1)                  | m×1 (3×1)",
                "A(2, :)                  | 1×n (1×2)",
                "A(1:2, 1:n)              | 2×n (2×2)",
                "x(2:end)                 | 2×1",
                "x(m)                     | 1×1",
                "x(rows(A) - 1)           | 1×1",
                "x'(:)                    | 1×m (1×3)",
                "(A*B)(1, :)              | 1×4",
                "k = n; B(k, end - k)     | 1×1",
                "[A, x]                   | 3×3",
                "[x; x; 1]                | 7×1",
                "[1, 2; 3, 4]             | 2×2",
                "[A; B']                  | 7×2",
                "sum(A)                   | 1×1",
                "sum(A, 1)                | 1×n (1×2)",
                "sum(A, 2)                | m×1 (3×1)",
                "mean(A, 2)               | m×1 (3×1)",
                "softmaxrows(A)           | m×n (3×2)",
                "lserows(A)               | m×1 (3×1)",
                "diag(x)                  | m×m (3×3)",
                "diagv(A)                 | n×1 (2×1)",
                "vec(A)                   | 6×1",
                "unvec(ones(6), m, n)     | m×n (3×2)",
                "kron(A, B)               | 6×8",
                "kron(x, 2)               | m×1 (3×1)",
                "outer(x, x)              | m×m (3×3)",
                "cross(x, x)              | m×1 (3×1)",
                "eye(n)                   | n×n (2×2)",
                "zeros(m, 4)              | m×4 (3×4)",
                "ones(4)                  | 4×1",
                "e(2, m)                  | m×1 (3×1)",
                "E(1, 2, m, n)            | m×n (3×2)",
                "repmat(x, 1, n)          | m×n (3×2)",
                "rows(A)                  | 1×1",
                "where(x > 0, x, 0)       | m×1 (3×1)",
                "pmax(A, x)               | m×n (3×2)",
                "sumi(i, 1, 3, x(i)*A)    | m×n (3×2)",
                "prodi(i, 1, 2, S)        | 3×3",
                "prodi(i, 1, 2, ones(i + 1, i)') | 1×3",
                "iter(z, x, 10, S*z)      | m×1 (3×1)"
            })
    void theShapeOfAnExpression(String expression, String shape) {
        assertThat(check(expression).shape()).hasToString(shape);
    }

    @Test
    void scalarsOfConstantsAreKnownBeforeEvaluation() {
        assertThat(check("2*rows(A) + n^2 - 1").constant()).contains(9.0);
        assertThat(check("k = cols(B); -k/2").constant()).contains(-2.0);
        assertThat(check("numel(A)").constant()).contains(6.0);
        assertThat(check("t + 1").constant()).isEmpty();
    }

    @Test
    void aVariableHidesASizeAndAFunction() {
        Scope scope = Scope.of(Map.of("e", Shape.vector(4), "n", Shape.of(2, 2)), Map.of("n", 7));

        assertThat(ExpressionParser.parse("e(2:3)").check(scope).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(ExpressionParser.parse("n").check(scope).shape()).isEqualTo(Shape.of(2, 2));
    }

    @Test
    void aScopeGrowsWithoutChangingTheOldOne() {
        Scope larger = SCOPE.with("z", Shape.vector(5));

        assertThat(larger.variables()).containsKey("z");
        assertThat(SCOPE.variables()).doesNotContainKey("z");
    }

    @Test
    void functionsOfVariablesThatAreNotAnalyticAreNamed() {
        assertThat(check("sum(exp(A)) + norm2(x)").culprits()).isEmpty();
        assertThat(check("sum(exp(A)) + norm2(x)").smoothness()).isEqualTo(Smoothness.ANALYTIC);
        assertThat(check("max(x) + sum(abs(A)) + max(x) + sum(x > 0)").culprits())
                .containsExactly("max", "abs", ">");
        assertThat(check("max(x)").smoothness()).isEqualTo(Smoothness.PIECEWISE);
        assertThat(check("max(floor(x))").smoothness()).isEqualTo(Smoothness.NOT_ANALYTIC);
        assertThat(check("max(floor(x))").culprits()).containsExactly("floor", "max");
    }

    @Test
    void functionsOfConstantsDoNoHarm() {
        assertThat(check("abs(-2)*t + sum(abs(eye(3))*x)*floor(m/2)*(n > 1)").culprits())
                .isEmpty();
    }

    @Test
    void theInputsAreTheVariablesThatAreUsed() {
        assertThat(check("A*B + rows(S)*t").inputNames()).containsExactly("A", "B", "S", "t");
    }
}
