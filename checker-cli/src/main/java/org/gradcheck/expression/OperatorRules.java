package org.gradcheck.expression;

import java.util.Optional;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryOperator;
import org.gradcheck.expression.shape.Shape;

/** The operators between two operands: which shapes they take and what they compute. */
final class OperatorRules {

    private final OperatorProblems problems;

    OperatorRules(Source source) {
        this.problems = new OperatorProblems(source);
    }

    static boolean isComparison(InfixOperator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> true;
            default -> false;
        };
    }

    Node node(Expression.Infix infix, Node left, Node right) {
        return switch (infix.operator()) {
            case PLUS -> sum(infix, left, right, Node.BinaryKernel.ADD, EntryOperator.PLUS);
            case MINUS -> sum(infix, left, right, Node.BinaryKernel.SUBTRACT, EntryOperator.MINUS);
            case TIMES -> product(left, right).orElseThrow(() -> problems.product(infix, left.shape(), right.shape()));
            case OVER -> quotient(infix, left, right);
            case UNDER -> solution(infix, left, right);
            case POWER -> power(infix, left, right);
            case PLUS_EACH -> entrywise(infix, left, right, EntryOperator.PLUS);
            case MINUS_EACH -> entrywise(infix, left, right, EntryOperator.MINUS);
            case TIMES_EACH -> entrywise(infix, left, right, EntryOperator.TIMES);
            case OVER_EACH -> entrywise(infix, left, right, EntryOperator.OVER);
            case POWER_EACH -> entrywise(infix, left, right, EntryOperator.POWER);
            case LESS -> entrywise(infix, left, right, EntryOperator.LESS);
            case LESS_OR_EQUAL -> entrywise(infix, left, right, EntryOperator.LESS_OR_EQUAL);
            case GREATER -> entrywise(infix, left, right, EntryOperator.GREATER);
            case GREATER_OR_EQUAL -> entrywise(infix, left, right, EntryOperator.GREATER_OR_EQUAL);
            case EQUAL -> entrywise(infix, left, right, EntryOperator.EQUAL);
            case NOT_EQUAL -> entrywise(infix, left, right, EntryOperator.NOT_EQUAL);
        };
    }

    /** The product of two matrices, or the scaling of one; empty where the shapes do not fit. */
    static Optional<Node> product(Node left, Node right) {
        Shape a = left.shape();
        Shape b = right.shape();
        if (a.isScalar()) {
            return Optional.of(new Node.Binary(Node.BinaryKernel.SCALE, left, right, b));
        }
        if (b.isScalar()) {
            return Optional.of(new Node.Binary(Node.BinaryKernel.SCALE, right, left, a));
        }
        return a.columns().sameAs(b.rows())
                ? Optional.of(matrixProduct(left, right, new Shape(a.rows(), b.columns())))
                : Optional.empty();
    }

    /** A product that reads a transposed factor where it is, in place of making its transpose. */
    private static Node matrixProduct(Node left, Node right, Shape shape) {
        Optional<Node> beforeLeft = transposed(left);
        if (beforeLeft.isPresent()) {
            return new Node.Binary(Node.BinaryKernel.MULTIPLY_TRANSPOSED, beforeLeft.get(), right, shape);
        }
        Optional<Node> beforeRight = transposed(right);
        return beforeRight.isPresent()
                ? new Node.Binary(Node.BinaryKernel.MULTIPLY_BY_TRANSPOSED, left, beforeRight.get(), shape)
                : new Node.Binary(Node.BinaryKernel.MULTIPLY, left, right, shape);
    }

    /** What a node is the transpose of. */
    private static Optional<Node> transposed(Node node) {
        return node instanceof Node.Unary unary && unary.kernel().equals(Node.UnaryKernel.TRANSPOSE)
                ? Optional.of(unary.operand())
                : Optional.empty();
    }

    private Node sum(
            Expression.Infix infix, Node left, Node right, Node.BinaryKernel equalShapes, EntryOperator operator) {
        Shape a = left.shape();
        Shape b = right.shape();
        if (a.sameAs(b)) {
            return new Node.Binary(equalShapes, left, right, a.broadcast(b));
        }
        if (a.isScalar() || b.isScalar()) {
            return new Node.Binary(new Entrywise(operator), left, right, a.broadcast(b));
        }
        throw problems.sum(infix, a, b);
    }

    private Node entrywise(Expression.Infix infix, Node left, Node right, EntryOperator operator) {
        if (!left.shape().broadcastsWith(right.shape())) {
            throw problems.entrywise(infix, left.shape(), right.shape());
        }
        return new Node.Binary(
                new Entrywise(operator), left, right, left.shape().broadcast(right.shape()));
    }

    private record Entrywise(EntryOperator operator) implements Node.BinaryKernel {
        @Override
        public <M> M evaluate(Arithmetic<M> on, M left, M right) {
            return on.combine(operator, left, right);
        }
    }

    private Node quotient(Expression.Infix infix, Node left, Node right) {
        if (!right.shape().isScalar()) {
            throw problems.quotient(infix, left.shape(), right.shape());
        }
        return new Node.Binary(Node.BinaryKernel.UNSCALE, left, right, left.shape());
    }

    private Node solution(Expression.Infix infix, Node left, Node right) {
        Shape a = left.shape();
        if (a.isScalar()) {
            return new Node.Binary(Node.BinaryKernel.UNSCALE, right, left, right.shape());
        }
        if (!a.isSquare() || !a.rows().sameAs(right.shape().rows())) {
            throw problems.solution(infix, a, right.shape());
        }
        Shape shape = new Shape(a.columns(), right.shape().columns());
        return new Node.Binary(Node.BinaryKernel.SOLVE, left, right, shape);
    }

    private Node power(Expression.Infix infix, Node left, Node right) {
        Shape base = left.shape();
        if (!right.shape().isScalar()) {
            throw problems.powerOfShapes(infix, base, right.shape());
        }
        if (base.isScalar()) {
            return new Node.Binary(new Entrywise(EntryOperator.POWER), left, right, Shape.SCALAR);
        }
        if (!base.isSquare()) {
            throw problems.powerOfShapes(infix, base, right.shape());
        }
        if (right.constant().isEmpty()) {
            throw problems.powerNotKnown(infix);
        }
        double exponent = right.constant().getAsDouble();
        if (exponent != Math.rint(exponent) || Math.abs(exponent) > Integer.MAX_VALUE) {
            throw problems.powerNotWhole(infix, exponent);
        }
        return new Node.Unary(new MatrixPower((int) exponent), left, base);
    }

    /** A whole power by repeated squaring; of the inverse where it is negative. */
    private record MatrixPower(int exponent) implements Node.UnaryKernel {
        @Override
        public <M> M evaluate(Arithmetic<M> on, M x) {
            if (exponent == 0) {
                return on.identity(on.rows(x));
            }
            M square = exponent < 0 ? on.inverse(x) : x;
            long rest = Math.abs((long) exponent);
            while (rest % 2 == 0) {
                square = on.multiply(square, square);
                rest /= 2;
            }
            M result = square;
            for (rest /= 2; rest > 0; rest /= 2) {
                square = on.multiply(square, square);
                if (rest % 2 == 1) {
                    result = on.multiply(result, square);
                }
            }
            return result;
        }
    }
}
