package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.expression.shape.Shape;

/** What to say when an operator does not take its operands, and what would have fitted. */
final class OperatorProblems {

    private static final int LONGEST_QUOTE = 24;

    private final Source source;

    OperatorProblems(Source source) {
        this.source = source;
    }

    ExpressionException product(Expression.Infix infix, Shape left, Shape right) {
        List<String> fitting = new ArrayList<>();
        if (left.sameAs(right)) {
            fitting.add(joined(infix, false, ".*", false));
        }
        if (left.rows().sameAs(right.rows())) {
            fitting.add(joined(infix, true, "*", false));
        }
        if (left.columns().sameAs(right.columns())) {
            fitting.add(joined(infix, false, "*", true));
        }
        if (right.columns().sameAs(left.rows())) {
            fitting.add(quote(infix.right()) + " * " + quote(infix.left()));
        }
        if (fitting.isEmpty() && left.broadcastsWith(right)) {
            fitting.add(joined(infix, false, ".*", false));
        }
        if (fitting.isEmpty() && left.rows().sameAs(right.columns())) {
            fitting.add(joined(infix, true, "*", true));
        }
        String message = "cannot multiply " + operand("the left side", infix.left(), left) + " by "
                + operand("the right side", infix.right(), right)
                + ": the columns of the left side must equal the rows of the right side";
        return problem(infix, message, choice(fitting));
    }

    ExpressionException sum(Expression.Infix infix, Shape left, Shape right) {
        String symbol = infix.operator().symbol();
        List<String> fitting = new ArrayList<>();
        if (left.sameAs(right.transposed())) {
            fitting.add(joined(infix, true, symbol, false));
            fitting.add(joined(infix, false, symbol, true));
        }
        if (left.broadcastsWith(right)) {
            fitting.add(joined(infix, false, "." + symbol, false));
        } else if (left.isVector() != right.isVector() && left.broadcastsWith(right.transposed())) {
            fitting.add(
                    right.isVector()
                            ? joined(infix, false, "." + symbol, true)
                            : joined(infix, true, "." + symbol, false));
        }
        String first = operand("the left side", infix.left(), left);
        String second = operand("the right side", infix.right(), right);
        String attempt = infix.operator() == InfixOperator.PLUS
                ? "cannot add " + first + " and " + second
                : "cannot subtract " + second + " from " + first;
        return problem(
                infix, attempt + ": " + symbol + " needs equal shapes, or a scalar on one side", choice(fitting));
    }

    ExpressionException entrywise(Expression.Infix infix, Shape left, Shape right) {
        String symbol = infix.operator().symbol();
        List<String> fitting = new ArrayList<>();
        if (left.broadcastsWith(right.transposed())) {
            fitting.add(joined(infix, false, symbol, true));
        }
        if (infix.operator() == InfixOperator.TIMES_EACH && left.columns().sameAs(right.rows())) {
            fitting.add(joined(infix, false, "*", false));
        }
        return problem(
                infix,
                "cannot combine " + operand("the left side", infix.left(), left) + " and "
                        + operand("the right side", infix.right(), right)
                        + " entry by entry: rows and columns must agree or be 1",
                choice(fitting));
    }

    ExpressionException quotient(Expression.Infix infix, Shape left, Shape right) {
        List<String> fitting = new ArrayList<>();
        if (left.broadcastsWith(right)) {
            fitting.add(joined(infix, false, "./", false));
        }
        if (right.isSquare() && (left.isScalar() || left.columns().sameAs(right.rows()))) {
            fitting.add(
                    quote(infix.left()) + " * inv(" + source.part(infix.right().span()) + ")");
        }
        return problem(
                infix,
                "cannot divide by " + operand("the right side", infix.right(), right) + ": / divides by a scalar",
                choice(fitting));
    }

    ExpressionException solution(Expression.Infix infix, Shape left, Shape right) {
        String requirement =
                left.isSquare() ? "both sides must have the same number of rows" : "the left side must be square";
        String hint = left.isSquare() || !left.rows().sameAs(right.rows())
                ? ""
                : leastSquares(quote(infix.left()), quote(infix.right()));
        return problem(
                infix,
                "cannot solve with " + operand("the left side", infix.left(), left) + " and "
                        + operand("the right side", infix.right(), right) + ": " + requirement,
                hint);
    }

    private static String leastSquares(String left, String right) {
        return "a least-squares solution is solve(" + left + "'*" + left + ", " + left + "'*" + right + ")";
    }

    ExpressionException powerOfShapes(Expression.Infix infix, Shape base, Shape exponent) {
        List<String> fitting = new ArrayList<>();
        if (base.broadcastsWith(exponent)) {
            fitting.add(quote(infix.left()) + " .^ " + plain(infix.right()));
        }
        if (base.isVector() && plain(infix.right()).equals("2")) {
            fitting.add("norm2(" + source.part(infix.left().span()) + ")^2");
        }
        if (!base.isVector() && List.of("-1", "(-1)").contains(plain(infix.right()))) {
            fitting.set(0, "pinv(" + source.part(infix.left().span()) + ")");
        }
        String message = exponent.isScalar()
                ? "cannot take a power of " + operand("the base", infix.left(), base) + ": ^ needs a square matrix"
                : "cannot raise to " + operand("the exponent", infix.right(), exponent) + ": ^ needs a scalar exponent";
        return problem(infix, message, choice(fitting));
    }

    ExpressionException powerNotKnown(Expression.Infix infix) {
        return problem(infix, "the exponent of a matrix must be a number known before evaluation", realPowers(infix));
    }

    ExpressionException powerNotWhole(Expression.Infix infix, double exponent) {
        return problem(
                infix,
                "the exponent of a matrix must be a whole number, found " + exponent,
                (exponent == 0.5 ? "sqrtm(" + source.part(infix.left().span()) + ") is the matrix root; " : "")
                        + realPowers(infix));
    }

    private String realPowers(Expression.Infix infix) {
        String base = quote(infix.left());
        String exponent = source.part(infix.right().span());
        return "spdpow(" + base + ", " + exponent + ") is the power of a symmetric positive definite matrix, " + base
                + " .^ " + exponent + " that of each entry";
    }

    /** An exponent without raised digits. */
    private String plain(Expression exponent) {
        StringBuilder text = new StringBuilder();
        for (char c : source.part(exponent.span()).toCharArray()) {
            int digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            text.append(digit >= 0 ? Character.forDigit(digit, 10) : c == '⁻' ? '-' : c);
        }
        return text.toString();
    }

    private ExpressionException problem(Expression.Infix infix, String message, String hint) {
        return source.problem(infix.span(), infix.operatorSpan(), message, hint);
    }

    private static String choice(List<String> fitting) {
        if (fitting.isEmpty()) {
            return "";
        }
        String last = fitting.get(fitting.size() - 1);
        String others = String.join(", ", fitting.subList(0, fitting.size() - 1));
        return "did you mean " + (others.isEmpty() ? last : others + " or " + last) + "?";
    }

    private String operand(String description, Expression expression, Shape shape) {
        String text = source.part(expression.span());
        return (isQuotable(text) ? text : description) + " (" + shape.inline() + ")";
    }

    private String joined(Expression.Infix infix, boolean transposeLeft, String symbol, boolean transposeRight) {
        String left = transposeLeft ? transposed(infix.left()) : quote(infix.left());
        String right = transposeRight ? transposed(infix.right()) : quote(infix.right());
        return left + " " + symbol + " " + right;
    }

    private String transposed(Expression expression) {
        return expression instanceof Expression.Transpose transpose
                ? quote(transpose.operand())
                : quote(expression) + "'";
    }

    /** The text of an operand as it may stand beside an operator; long text is cut to an ellipsis. */
    private String quote(Expression expression) {
        String text = source.part(expression.span());
        if (!isQuotable(text)) {
            return "(…)";
        }
        boolean simple = !(expression instanceof Expression.Infix) && !(expression instanceof Expression.Negation);
        return simple ? text : "(" + text + ")";
    }

    private static boolean isQuotable(String text) {
        return text.length() <= LONGEST_QUOTE && text.indexOf('\n') < 0;
    }
}
