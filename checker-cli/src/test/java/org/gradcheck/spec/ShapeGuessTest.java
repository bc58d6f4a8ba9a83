package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeGuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            0.5*x'*A*x          | x n×1, A n×n                      | 1×1
            norm2(A*x-b)^2      | A m×n, x n×1, b m×1               | 1×1
            r=A*x-b; r'*r       | A m×n, x n×1, b m×1               | 1×1
            lambda*x'*x         | lambda 1×1, x n×1                 | 1×1
            a*x'*x              | a 1×1, x n×1                      | 1×1
            A*x                 | A m×n, x n×1                      | m×1
            exp(X)              | X n×m                             | n×m
            trace(A*X*B)        | A n×m, X m×p, B p×n               | 1×1
            log(det(S))         | S n×n                             | 1×1
            x'*eye(n)*x         | x n×1                             | 1×1
            x^2                 | x 1×1                             | 1×1
            sum(y.*(X*w))/n     | y m×1, X m×p, w p×1               | 1×1
            x'*y*pi             | x n×1, y n×1                      | 1×1
            """)
    void shapesAreTheMostGeneralThatFit(String function, String variables, String result) {
        ShapeGuess guess = ShapeGuess.of(function, "--from");

        assertThat(guess.variables().entrySet().stream()
                        .map(variable -> variable.getKey() + " "
                                + variable.getValue().rows() + "×"
                                + variable.getValue().columns())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(variables);
        assertThat(guess.result().rows() + "×" + guess.result().columns()).isEqualTo(result);
        assertThat(guess.sizes().values()).doesNotHaveDuplicates();
    }

    @Test
    void whereNothingFitsTheMisfitIsTold() {
        assertThatThrownBy(() -> ShapeGuess.of("x*[1,2]*[1,2,3]*[1,2,3,4]*x", "--from"))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("--from: cannot multiply ");
    }

    @Test
    void withoutVariablesThereIsNothingToGuess() {
        assertThatThrownBy(() -> ShapeGuess.of("sin(pi)", "--from"))
                .hasMessage("--from: there is no variable in it; expected an expression such as x'*A*x");
    }
}
