package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionProblemsTest {

    private static final Scope SCOPE = scope();

    private static Scope scope() {
        Map<String, Shape> variables = new LinkedHashMap<>();
        variables.put("A", Shape.of(3, 2));
        variables.put("N", new Shape(Size.named("m", 3), Size.named("n", 2)));
        variables.put("S", Shape.of(3, 3));
        variables.put("x", Shape.vector(3));
        variables.put("y", Shape.vector(2));
        variables.put("lambda", Shape.SCALAR);
        return Scope.of(variables, Map.of("m", 3, "n", 2));
    }

    private static ExpressionException problemOf(String expression) {
        return catchThrowableOfType(
                ExpressionException.class,
                () -> ExpressionParser.parse(expression).check(SCOPE));
    }

    private static void assertProblem(String expression, String... lines) {
        assertThat(problemOf(expression).render()).isEqualTo(String.join("\n", lines));
    }

    @Test
    void productOfShapesThatDoNotFit() {
        assertProblem(
                "A * x",
                "cannot multiply A (3×2) by x (3×1): the columns of the left side must equal the rows of the right side",
                "  A * x",
                "  ~~^~~",
                "  hint: did you mean A' * x?");
        assertProblem(
                "1 + sum(N*x)",
                "cannot multiply N (m×n = 3×2) by x (3×1): the columns of the left side must equal the rows of the right side",
                "  1 + sum(N*x)",
                "          ~^~",
                "  hint: did you mean N' * x?");
        assertProblem(
                "x * x",
                "cannot multiply x (3×1) by x (3×1): the columns of the left side must equal the rows of the right side",
                "  x * x",
                "  ~~^~~",
                "  hint: did you mean x .* x, x' * x or x * x'?");
        assertProblem(
                "(A + A) * x",
                "cannot multiply (A + A) (3×2) by x (3×1): the columns of the left side must equal the rows of the right side",
                "  (A + A) * x",
                "  ~~~~~~~~^~~",
                "  hint: did you mean (A + A)' * x?");
    }

    @Test
    void sumOfShapesThatDoNotFit() {
        assertProblem(
                "A + x",
                "cannot add A (3×2) and x (3×1): + needs equal shapes, or a scalar on one side",
                "  A + x",
                "  ~~^~~",
                "  hint: did you mean A .+ x?");
        assertProblem(
                "x - y",
                "cannot subtract y (2×1) from x (3×1): - needs equal shapes, or a scalar on one side",
                "  x - y",
                "  ~~^~~");
    }

    @Test
    void entrywiseOperationOnShapesThatDoNotFit() {
        assertProblem(
                "A .* y",
                "cannot combine A (3×2) and y (2×1) entry by entry: rows and columns must agree or be 1",
                "  A .* y",
                "  ~~^~~~",
                "  hint: did you mean A .* y' or A * y?");
    }

    @Test
    void divisionByAnArray() {
        assertProblem(
                "x/A",
                "cannot divide by A (3×2): / divides by a scalar",
                "  x/A",
                "  ~^~",
                "  hint: did you mean x ./ A?");
        assertProblem(
                "x'/S",
                "cannot divide by S (3×3): / divides by a scalar",
                "  x'/S",
                "  ~~^~",
                "  hint: did you mean x' ./ S or x' * inv(S)?");
    }

    @Test
    void leftDivisionWithoutASquareMatrix() {
        assertProblem(
                "A \\ x",
                "cannot solve with A (3×2) and x (3×1): the left side must be square",
                "  A \\ x",
                "  ~~^~~",
                "  hint: a least-squares solution is solve(A'*A, A'*x)");
        assertProblem(
                "S \\ y",
                "cannot solve with S (3×3) and y (2×1): both sides must have the same number of rows",
                "  S \\ y",
                "  ~~^~~");
    }

    @Test
    void powersThatDoNotExist() {
        assertProblem(
                "A^2",
                "cannot take a power of A (3×2): ^ needs a square matrix",
                "  A^2",
                "  ~^~",
                "  hint: did you mean A .^ 2?");
        assertProblem(
                "S^x",
                "cannot raise to x (3×1): ^ needs a scalar exponent",
                "  S^x",
                "  ~^~",
                "  hint: did you mean S .^ x?");
        assertProblem(
                "S^lambda",
                "the exponent of a matrix must be a number known before evaluation",
                "  S^lambda",
                "  ~^~~~~~~",
                "  hint: spdpow(S, lambda) is the power of a symmetric positive definite matrix, S .^ lambda that of each entry");
        assertProblem(
                "S^0.5",
                "the exponent of a matrix must be a whole number, found 0.5",
                "  S^0.5",
                "  ~^~~~",
                "  hint: sqrtm(S) is the matrix root; spdpow(S, 0.5) is the power of a symmetric positive definite matrix,"
                        + " S .^ 0.5 that of each entry");
    }

    @Test
    void indicesOutOfRange() {
        assertProblem("N(4, 1)", "row 4 is out of range: N is m×n (3×2)", "  N(4, 1)", "    ^");
        assertProblem("A(1, end + 1)", "column 3 is out of range: A is 3×2", "  A(1, end + 1)", "       ^~~~~~~");
        assertProblem("x(0)", "entry 0 is out of range: x is 3×1", "  x(0)", "    ^", "  hint: indices count from 1");
        assertProblem("x(2:5)", "entry 5 is out of range: x is 3×1", "  x(2:5)", "      ^");
        assertProblem("x(3:2)", "the range 3:2 is empty", "  x(3:2)", "    ^~~");
        assertProblem("x(1.5)", "an index must be a whole number, found 1.5", "  x(1.5)", "    ^~~");
        assertProblem(
                "x(lambda)",
                "an index must be a number known before evaluation",
                "  x(lambda)",
                "    ^~~~~~",
                "  hint: use a number, a named size, rows(A), cols(A) or end; if a product is meant, write *");
    }

    @Test
    void indicesOfTheWrongNumber() {
        assertProblem(
                "A(2)",
                "A is 3×2: a matrix needs two indices",
                "  A(2)",
                "  ^~~~",
                "  hint: write A(i, j), or vec(A)(i) to count along the columns");
        assertProblem("A(1, 2, 3)", "A is 3×2: an index has one or two parts, found 3", "  A(1, 2, 3)", "  ^~~~~~~~~~");
        assertProblem(
                "m(1)", "m is a number and has no entries", "  m(1)", "  ^~~~", "  hint: products are written with *");
        assertProblem(
                "2(x)",
                "a number cannot be called or indexed",
                "  2(x)",
                "  ^~~~",
                "  hint: products are written with *");
    }

    @Test
    void unknownNames() {
        assertProblem(
                "labmda * x",
                "unknown name labmda",
                "  labmda * x",
                "  ^~~~~~",
                "  hint: did you mean lambda? in scope: A, lambda, m, N, n, S, x, y");
        assertProblem(
                "logsumxp(x)",
                "unknown function logsumxp",
                "  logsumxp(x)",
                "  ^~~~~~~~",
                "  hint: did you mean logsumexp(X)?");
        assertProblem(
                "lamda(1)",
                "unknown function lamda",
                "  lamda(1)",
                "  ^~~~~",
                "  hint: did you mean the variable lambda?");
        assertProblem(
                "frobnicate(x)",
                "unknown function frobnicate",
                "  frobnicate(x)",
                "  ^~~~~~~~~~",
                "  hint: variables in scope: A, lambda, m, N, n, S, x, y; 'gradcheck functions' lists all functions");
        assertProblem("2*exp", "exp is a function", "  2*exp", "    ^~~", "  hint: call it: exp(X)");
    }

    @Test
    void unknownNameInAnEmptyScope() {
        ExpressionException problem = catchThrowableOfType(
                ExpressionException.class, () -> ExpressionParser.parse("q").check(Scope.empty()));

        assertThat(problem.hint()).contains("no variable is in scope");
    }

    @Test
    void callsWithWrongArguments() {
        assertProblem(
                "sum(A, 1, 2)",
                "sum does not take 3 arguments",
                "  sum(A, 1, 2)",
                "  ^~~~~~~~~~~~",
                "  hint: it is called as sum(X) | sum(X, axis)");
        assertProblem("sum(A, 3)", "sum: axis must be between 1 and 2, found 3", "  sum(A, 3)", "         ^");
        assertProblem("inv(A)", "inv: X must be square, it is 3×2", "  inv(A)", "      ^");
        assertProblem(
                "diag(A)",
                "diag: x must be a vector or a square matrix, it is 3×2",
                "  diag(A)",
                "       ^",
                "  hint: diagv(X) is the diagonal of a matrix as a column");
        assertProblem(
                "solve(S, y)",
                "solve: A (3×3) and B (2×1) must have the same number of rows",
                "  solve(S, y)",
                "  ^~~~~~~~~~~");
        assertProblem(
                "dot(x, x')",
                "dot: A (3×1) and B (1×3) must have the same shape",
                "  dot(x, x')",
                "  ^~~~~~~~~~",
                "  hint: transpose one of them");
        assertProblem(
                "eye(lambda)",
                "eye: n must be a number known before evaluation",
                "  eye(lambda)",
                "      ^~~~~~",
                "  hint: use a number, a named size, rows(A) or cols(A)");
        assertProblem("ones(0)", "ones: n must be at least 1, found 0", "  ones(0)", "       ^");
    }

    @Test
    void outputsThatDoNotExist() {
        assertProblem("svd(A).W", "svd has no output W", "  svd(A).W", "  ~~~~~~~^", "  hint: its outputs are S, U, V");
        assertProblem(
                "sum(eigh(S))",
                "eigh has several outputs",
                "  sum(eigh(S))",
                "      ^~~~",
                "  hint: select one: eigh(…).values or eigh(…).vectors");
        assertProblem(
                "polr(S).U",
                "unknown function polr",
                "  polr(S).U",
                "  ^~~~",
                "  hint: did you mean polar(A).P or polar(A).U?");
        assertProblem("exp(x).U", "exp has one output and no field U", "  exp(x).U", "         ^");
        assertProblem("x.U", ".U selects an output of a function, as in svd(A).U", "  x.U", "    ^");
    }

    @Test
    void blocksThatDoNotFit() {
        assertProblem(
                "[x, y]",
                "blocks beside each other need equal numbers of rows: this one is 2×1, those before have 3",
                "  [x, y]",
                "      ^");
        assertProblem(
                "[1, 2; 3]",
                "rows of blocks need equal numbers of columns: this one has 1, those above have 2",
                "  [1, 2; 3]",
                "         ^");
        assertProblem(
                "[1 2]",
                "unexpected '2' in a block",
                "  [1 2]",
                "     ^",
                "  hint: separate the entries of a row with commas: [a, b; c, d]");
    }

    @Test
    void bracketsThatAreNotClosed() {
        assertProblem("2*(x + x", "this '(' is never closed", "  2*(x + x", "    ^", "  hint: a ')' is missing");
        assertProblem("sum(x", "this '(' is never closed", "  sum(x", "     ^", "  hint: a ')' is missing");
        assertProblem("[1, 2", "this '[' is never closed", "  [1, 2", "  ^", "  hint: a ']' is missing");
        assertProblem(
                "x)",
                "unexpected ')': expected an operator or the end",
                "  x)",
                "   ^",
                "  hint: there is no bracket that it closes, or something is missing before it");
        assertProblem("(x; y)", "unexpected ';': expected ')' or an operator", "  (x; y)", "    ^");
    }

    @Test
    void textThatIsNoExpression() {
        assertProblem("", "the expression is empty: expected a number, a name, ( or [", "  ", "  ^");
        assertProblem("x +", "the expression ends too early: expected a number, a name, ( or [", "  x +", "     ^");
        assertProblem(
                "2x",
                "unexpected 'x': expected an operator or the end",
                "  2x",
                "   ^",
                "  hint: products are written with *: 2*x");
        assertProblem(
                "x ** 2",
                "unexpected '**'",
                "  x ** 2",
                "    ^~",
                "  hint: powers are written ^ (of a scalar or a square matrix) and .^ (entry by entry)");
        assertProblem("A @ y", "unexpected character '@'", "  A @ y", "    ^", "  hint: the matrix product is *");
        assertProblem("x # y", "unexpected character '#'", "  x # y", "    ^");
        assertProblem("1e999", "the number 1e999 is too large", "  1e999", "  ^~~~~");
        assertProblem("A⁻", "a raised minus sign needs a raised number behind it, as in A⁻¹", "  A⁻", "   ^");
        assertProblem(
                "1:3",
                "unexpected ':': expected an operator or the end",
                "  1:3",
                "   ^",
                "  hint: ranges stand inside an index: A(1:2, :)");
        assertProblem(
                "sum(:)",
                "unexpected ':': ranges only stand in an index",
                "  sum(:)",
                "      ^",
                "  hint: A(1:2, :) is an index of the matrix A");
    }

    @Test
    void definitionsInTheWrongPlace() {
        assertProblem(
                "a = 1",
                "the last part must be an expression, found the definition of a",
                "  a = 1",
                "  ^",
                "  hint: end with: ; a");
        assertProblem(
                "x + y = 1",
                "unexpected '=': expected an operator or the end",
                "  x + y = 1",
                "        ^",
                "  hint: equality is written ==; a definition name = value; stands in front");
        assertProblem("a = 1, a", "unexpected ',': expected ';' after the definition of a", "  a = 1, a", "       ^");
    }

    @Test
    void formsThatBindANameInTheWrongWay() {
        assertProblem(
                "sumi(2, 1, 2, x)",
                "expected sumi(i, a, b, body), where the first part is a new name",
                "  sumi(2, 1, 2, x)",
                "  ^~~~~~~~~~~~~~~~");
        assertProblem(
                "iter(z, x, 3, y)",
                "the body of iter must keep the shape of z: it is 2×1, the start is 3×1",
                "  iter(z, x, 3, y)",
                "                ^");
        assertProblem("sumi(i, 3, 2, x)", "the range from 3 to 2 is empty", "  sumi(i, 3, 2, x)", "          ^~~~");
        assertProblem(
                "prodi(i, 1, 2, x)",
                "the factors of prodi do not fit: 3×1 times 3×1",
                "  prodi(i, 1, 2, x)",
                "                 ^");
        assertProblem(
                "sumi(i, 1, lambda, x)",
                "the end of sumi(i, a, b, body) must be a whole number known before evaluation",
                "  sumi(i, 1, lambda, x)",
                "             ^~~~~~",
                "  hint: use a number, a named size, rows(A) or cols(A)");
    }

    @Test
    void theLineAndColumnOfAProblemAreFromOne() {
        ExpressionException problem = problemOf("z = A;\n  𝑎 = 1;\tz * x");

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(12);
        assertThat(problem.span()).isEqualTo(new Span(17, 5));
        assertThat(problem.render()).contains("\n    𝑎 = 1;\tz * x\n          \t~~^~~\n");
    }

    @Test
    void aLongLineIsCutAroundTheProblem() {
        String long60 = "x + ".repeat(60);

        assertProblem(
                long60 + "q + " + long60 + "x",
                "unknown name q",
                "  …" + "x + ".repeat(15) + "q + " + "x + ".repeat(9) + "…",
                "   " + " ".repeat(60) + "^",
                "  hint: in scope: A, lambda, m, N, n, S, x, y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "exp(", "-(", "2^(", "sum(1 + ", "iter(x, "})
    void nestingIsLimited(String opening) {
        assertThat(problemOf(opening.repeat(3000))).hasMessage("more than 200 levels of nesting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "x + ", "x .* ", "x < "})
    void chainsAreLimited(String link) {
        assertThat(problemOf(link.repeat(3000) + "x")).hasMessage("more than 500 operations inside each other");
    }

    @Test
    void aChainOfTransposesIsLimited() {
        assertThat(problemOf("x" + "'".repeat(3000))).hasMessage("more than 500 operations inside each other");
    }

    @Test
    void theSourceIsLimited() {
        assertThat(problemOf(" ".repeat(100_001)))
                .hasMessage("the expression has 100001 characters, at most 100000 are allowed");
    }

    @Test
    void resultsAreLimited() {
        assertThat(problemOf("eye(10000)"))
                .hasMessage("the result would be 10000×10000, 100000000 entries; at most 50000000 are allowed");
        assertThat(problemOf("kron(ones(100000), ones(100000))")).hasMessage("kron: the result is too large");
        assertThat(problemOf("repmat(x, 2000000000, 1)")).hasMessageStartingWith("repmat: m must be between 1 and");
        assertThat(problemOf("sumi(i, 1, 1e9, i)")).hasMessage("more than 10000 terms");
        assertThat(problemOf("sumi(i, 1, 2000, sumi(j, 1, 2000, i*j))"))
                .hasMessage("the expression has more than 1000000 parts once loops are unrolled");
        assertThat(problemOf("iter(z, x, 1e9, z)"))
                .hasMessage("the number of iterations must be between 0 and 1000000, found 1000000000");
    }
}
