package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.expression.Evaluations.column;
import static org.gradcheck.expression.Evaluations.complexStep;
import static org.gradcheck.expression.Evaluations.evaluate;
import static org.gradcheck.expression.Evaluations.scalar;

import java.util.Map;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFunctionTest {

    private static final Scope SCOPE = Scope.of(
                    Map.of("x", Shape.vector(2), "A", Shape.of(3, 2), "c", Shape.SCALAR), Map.of("n", 2))
            .with(LocalFunction.of("square(z)", "z .* z"))
            .with(LocalFunction.of("quad(M, z)", "y = M*z; y'*y"))
            .with(LocalFunction.of("fourth(z)", "square(square(z))"))
            .with(LocalFunction.of("scaled(z)", "c*z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(z) = z^2 + 1; f(3)                             | 10",
                "f(a, b) = a - b; f(5, f(3, 1))                   | 3",
                "f(z) = z + 1; g(z) = f(f(z)); g(1)               | 3",
                "c = 2; f(z) = c*z; c = 5; f(3)                   | 6",
                "f(z) = z; f(z) = 2*f(z); f(4)                    | 8",
                "z = 7; f(z) = z + 1; f(1) + z                    | 9",
                "f(m) = sum(ones(m, 2)); f(3)                     | 6",
                "f(z) = rows(z); eye(f([1; 2]))(1, 1)             | 1",
                "f(i) = i^2; sumi(i, 1, 3, f(i + 1))              | 29",
                "f(z) = sumi(i, 1, 3, z^i); f(2)                  | 14",
                "f(z) = iter(y, 1, 6, y/2 + z/y/2); f(9)          | 3",
                "f(z) = z/2 + 1/z; iter(z, 1, 6, f(z))^2          | 2",
                "exp(z) = z; exp(1)                               | 1",
                "f(A) = A(1, 2); f([1, 2; 3, 4])                  | 2"
            })
    void definitionsInFrontOfAnExpression(String expression, double value) {
        assertThat(scalar(expression)).isCloseTo(value, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "square(x)        | 2×1",
                "square(A)        | 3×2",
                "quad(A, x)       | 1×1",
                "fourth(x')       | 1×2",
                "square(n)*x      | 2×1",
            })
    void shapesAreCheckedAnewForEachCall(String expression, String shape) {
        assertThat(ExpressionParser.parse(expression).check(SCOPE).shape()).hasToString(shape);
    }

    @Test
    void bodiesSeeTheVariablesOfTheScope() {
        CheckedExpression checked = ExpressionParser.parse("scaled(x)").check(SCOPE);

        assertThat(checked.inputNames()).containsExactly("x", "c");
        assertThat(checked.evaluate(RealArithmetic.INSTANCE, Environment.of(Map.of("x", column(1, 2), "c", column(3))))
                        .data)
                .containsExactly(3, 6);
    }

    @Test
    void derivativesPassThroughCalls() {
        String call = "f(z) = exp(z) .* z; sum(f(2*x))";
        ZMatrixRMaj step = complexStep(call, Map.of("x", column(0.3, -1)), Map.of("x", column(1, 2)), 0x1p-80);

        double slope = evaluate("x = [0.3; -1]; sum(2*exp(2*x) .* (1 + 2*x) .* [1; 2])", Map.of()).data[0];
        assertThat(step.data[1] * 0x1p80).isCloseTo(slope, within(1e-14));
    }

    @Test
    void whatIsNotAnalyticInABodyIsNoticed() {
        CheckedExpression checked =
                ExpressionParser.parse("f(z) = abs(z); f(x)").check(SCOPE);

        assertThat(checked.smoothness()).isEqualTo(Smoothness.PIECEWISE);
        assertThat(checked.culprits()).containsExactly("abs");
    }

    @Test
    void parametersAreNotFree() {
        assertThat(ExpressionParser.parse("f(z) = z*y; f(x)").freeNames()).containsExactly("y", "x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "quad(x, x) | in quad(M, z) with M 2×1, z 2×1: cannot multiply M (2×1) by z (2×1): the columns of the left side must equal the rows of the right side",
                "quad(A)    | quad does not take 1 argument",
                "f(z) = z + y; y = 1; f(2) | in f(z) with z 1×1: unknown name y",
                "f(z) = f(z); f(1)         | in f(z) with z 1×1: f calls itself",
                "square + 1                | square is a function",
                "f(z, z) = 1; f(1, 2)      | two parameters are named z",
                "f(z) = 1                  | the last part must be an expression, found the definition of f",
                "square(x).U               | unknown function square"
            })
    void problems(String expression, String message) {
        ExpressionException problem = catchThrowableOfType(
                ExpressionException.class,
                () -> ExpressionParser.parse(expression).check(SCOPE));

        assertThat(problem).isNotNull().hasMessage(message);
    }

    @Test
    void aProblemInsidePointsToTheCall() {
        ExpressionException problem = catchThrowableOfType(
                ExpressionException.class,
                () -> ExpressionParser.parse("1 + quad(x, x)").check(SCOPE));

        assertThat(problem.render()).contains("\n  1 + quad(x, x)\n      ^~~~~~~~~~\n  hint: did you mean M .* z");
    }

    @ParameterizedTest
    @CsvSource({"sigma", "f()", "f(1)", "f(x) + 1", "f(x", "2", "f x"})
    void headsThatAreNone(String head) {
        ExpressionException problem =
                catchThrowableOfType(ExpressionException.class, () -> LocalFunction.of(head, "1"));

        assertThat(problem).isNotNull().hasMessage("expected the name of a function and its parameters, as f(x)");
    }

    @Test
    void callsThatNestTooDeepAreRefused() {
        StringBuilder chain = new StringBuilder("f0(z) = z + 1; ");
        for (int i = 1; i <= 1000; i++) {
            chain.append("f").append(i).append("(z) = f").append(i - 1).append("(z); ");
        }
        chain.append("f1000(1)");
        ExpressionException problem = catchThrowableOfType(
                ExpressionException.class,
                () -> ExpressionParser.parse(chain.toString()).check(Scope.empty()));

        assertThat(problem).isNotNull();
        assertThat(problem).hasMessage("in f502(z) with z 1×1: more than 500 operations inside each other");
    }
}
