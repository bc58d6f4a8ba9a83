package org.gradcheck.expression;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.function.Description;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/**
 * The constants {@code vector(c)}, {@code matrix(c)} and {@code eye} of matrixcalculus.org, which take the size that their place in a sum
 * or a product leaves them.
 */
final class FittingConstants {

    static final List<Description> DESCRIPTIONS = List.of(
            described(
                    "vector",
                    "vector(c)",
                    "column of entries c, as long as its place needs",
                    "[1, 2; 3, 4]*vector(1)",
                    "scalar → n×1, by its place"),
            described(
                    "matrix",
                    "matrix(c)",
                    "matrix of entries c, as large as its place needs",
                    "[1, 2; 3, 4] + matrix(1)",
                    "scalar → m×n, by its place"));

    private final Source source;
    private final Checker checker;
    private final IdentityHashMap<Expression, Openness> known = new IdentityHashMap<>();

    FittingConstants(Source source, Checker checker) {
        this.source = source;
        this.checker = checker;
    }

    /** Whether the shape of an expression depends on what stands beside it. */
    enum Openness {
        NO,
        PERHAPS,
        YES
    }

    Openness openness(Expression expression) {
        Openness found = known.get(expression);
        if (found == null) {
            found = compute(expression);
            known.put(expression, found);
        }
        return found;
    }

    private Openness compute(Expression expression) {
        if (expression instanceof Expression.Group group) {
            return openness(group.inner());
        }
        if (expression instanceof Expression.Negation negation) {
            return openness(negation.operand());
        }
        if (expression instanceof Expression.Transpose transpose) {
            return openness(transpose.operand());
        }
        if (expression instanceof Expression.Infix infix) {
            Openness left = openness(infix.left());
            Openness right = openness(infix.right());
            if (left == right || infix.right() instanceof Expression.Literal) {
                return left;
            }
            return infix.left() instanceof Expression.Literal ? right : Openness.PERHAPS;
        }
        boolean open = (expression instanceof Expression.Name name && isIdentity(name))
                || (expression instanceof Expression.Application application && isFilled(application));
        return open ? Openness.YES : Openness.NO;
    }

    boolean isIdentity(Expression.Name name) {
        return (name.name().equals("eye") || name.name().equals("I")) && checker.isFree(name);
    }

    boolean isFilled(Expression.Application application) {
        return application.target() instanceof Expression.Name name
                && (name.name().equals("vector") || name.name().equals("matrix"))
                && application.arguments().size() == 1
                && checker.isFree(name);
    }

    Node identity(Expression.Name name, Fit fit) {
        Size size = fit.rows()
                .or(fit::columns)
                .orElseThrow(() -> source.problem(
                        name.span(),
                        "the size of " + name.name() + " does not follow from its place",
                        "eye(n) has a size of its own"));
        return new Node.Unary(new Identity(size.value()), new Node.Constant(1), new Shape(size, size));
    }

    private record Identity(int size) implements Node.UnaryKernel {
        @Override
        public <M> M evaluate(Arithmetic<M> on, M x) {
            return on.identity(size);
        }
    }

    Node filled(Expression.Application application, Fit fit) {
        Expression argument = application.arguments().get(0);
        Node value = checker.node(argument);
        String call = source.part(application.span());
        if (!value.shape().isScalar()) {
            throw source.problem(
                    argument.span(),
                    call + " repeats a scalar, it is " + value.shape(),
                    "a block is built with [a; b]");
        }
        boolean column = source.part(application.target().span()).equals("vector");
        Optional<Size> columns = column ? Optional.of(Size.ONE) : fit.columns();
        if (fit.rows().isEmpty() || columns.isEmpty()) {
            throw source.problem(
                    application.span(),
                    "the size of " + call + " does not follow from its place",
                    "ones(" + (column ? "n" : "m, n") + ") has a size of its own");
        }
        Shape shape = new Shape(fit.rows().get(), columns.get());
        return new Node.Unary(new Filled(shape.rowCount(), shape.columnCount()), value, shape);
    }

    private record Filled(int rows, int columns) implements Node.UnaryKernel {
        @Override
        public <M> M evaluate(Arithmetic<M> on, M x) {
            return on.scale(x, on.filled(rows, columns, 1));
        }
    }

    private static Description described(String name, String signature, String summary, String example, String shapes) {
        return new Description(
                name,
                List.of(),
                signature,
                summary,
                example,
                Optional.of(Smoothness.ANALYTIC),
                shapes,
                "linear: d " + name + "(c) = " + name + "(dc)");
    }
}
