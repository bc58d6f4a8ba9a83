package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.expression.Evaluations.evaluate;
import static org.gradcheck.expression.Evaluations.scalar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 + 2*3               | 7",
                "(1 + 2)*3             | 9",
                "7 - 2 - 1             | 4",
                "8 / 4 / 2             | 1",
                "-2^2                  | -4",
                "(-2)^2                | 4",
                "2^-1                  | 0.5",
                "2^3^2                 | 64",
                "2*-3                  | -6",
                "- -3                  | 3",
                "-2*-3                 | 6",
                "2 - -3                | 5",
                "+4 - +1               | 3",
                "2 .^ -1 .* 4          | 2",
                "4 \\ 2                | 0.5",
                "2 * 4 \\ 16           | 2",
                "1 + 1 < 3             | 1",
                "2 < 1 + 0             | 0",
                "(1 < 2) + 1           | 2",
                "1 == 1                | 1",
                "1 ~= 1                | 0",
                "1 != 2                | 1",
                "2 >= 2                | 1",
                "3 <= 2                | 0",
                "1.5e2 + .5            | 150.5",
                "2.*3                  | 6",
                "1.-0.5                | 0.5",
                "1e-3 * 1E+3           | 1",
                "2 · 3 − 1             | 5",
                "3² + 2³               | 17",
                "2⁻¹                   | 0.5",
                "2 ⊙ 3                 | 6",
                "2 ≤ 3                 | 1",
                "a = 2; b = a^2; a + b | 6",
                "α₁ = 3; α₁*2          | 6",
                "exp = 5; exp + 1      | 6",
                "pi > 3;               | 1"
            })
    void readsWithTheUsualPrecedence(String expression, double value) {
        assertThat(scalar(expression)).isEqualTo(value);
    }

    @Test
    void transposesAndPowersApplyFromLeftToRight() {
        assertThat(evaluate("[1, 2; 3, 4].^2'").data).containsExactly(1, 9, 4, 16);
        assertThat(evaluate("[1, 2; 3, 4]'.^2").data).containsExactly(1, 9, 4, 16);
        assertThat(evaluate("[1, 2; 3, 4]ᵀ").data).containsExactly(1, 3, 2, 4);
        assertThat(evaluate("[1, 2; 3, 4].'").data).containsExactly(1, 3, 2, 4);
        assertThat(evaluate("-[1, 2]'").data).containsExactly(-1, -2);
    }

    @Test
    void freeNamesAreThoseNotDefinedInside() {
        Program program = ExpressionParser.parse("p = softmax(x); iter(z, p, n, A*z + y(1)) + sumi(i, 1, i, i*p)");

        assertThat(program.freeNames()).containsExactly("softmax", "x", "n", "A", "y", "i");
    }

    @Test
    void aDefinitionMayUseTheNameThatItHides() {
        assertThat(ExpressionParser.parse("x = x + 1; x").freeNames()).containsExactly("x");
        assertThat(scalar("x = 1; x = x + 1; x")).isEqualTo(2);
    }

    @Test
    void aProgramKeepsItsText() {
        assertThat(ExpressionParser.parse("a = 1;  a").source()).isEqualTo("a = 1;  a");
    }
}
