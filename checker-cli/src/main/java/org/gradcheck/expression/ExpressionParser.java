package org.gradcheck.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gradcheck.expression.InfixOperator.Level;

/**
 * Reads text into a {@link Program}, by recursive descent.
 *
 * <p>From loose to tight: comparisons; {@code + - .+ .-}; {@code * / \ .* ./}; unary minus; and, from left to right as in Matlab, powers
 * and transposes. An exponent may carry a sign of its own.
 */
public final class ExpressionParser {

    private static final int DEEPEST_NESTING = 200;

    private final Source source;
    private final TokenCursor cursor;
    private int nesting;

    private ExpressionParser(Source source) {
        this.source = source;
        this.cursor = new TokenCursor(source);
    }

    /** Reads a program: an expression, with definitions {@code name = expression;} or {@code name(x, y) = expression;} in front. */
    public static Program parse(String text) {
        Source source = new Source(text);
        Program program = new ExpressionParser(source).program();
        program.definitions().forEach(definition -> TreeDepth.limit(source, definition.value()));
        TreeDepth.limit(source, program.result());
        return program;
    }

    /** Reads the left side of the definition of a function, such as {@code f(x, y)}. */
    static Program.Head parseHead(String text) {
        ExpressionParser parser = new ExpressionParser(new Source(text));
        int length = parser.lengthOfHead();
        if (length < 2 || parser.cursor.peek(length).kind() != Token.Kind.END) {
            throw parser.source.problem(
                    new Span(0, Math.max(1, text.length())),
                    "expected the name of a function and its parameters, as f(x)",
                    "");
        }
        return parser.head();
    }

    private Program program() {
        List<Program.Definition> definitions = new ArrayList<>();
        while (true) {
            int length = lengthOfHead();
            if (length > 0 && cursor.peek(length).is("=")) {
                Program.Head head = head();
                cursor.next();
                definitions.add(new Program.Definition(head, comparison()));
                if (cursor.peek().kind() == Token.Kind.END
                        || (cursor.peek().is(";") && cursor.peek(1).kind() == Token.Kind.END)) {
                    throw source.problem(
                            head.name().span(),
                            "the last part must be an expression, found the definition of "
                                    + head.name().name(),
                            "end with: ; " + head.name().name());
                }
                cursor.expect(";", "after the definition of " + head.name().name());
                continue;
            }
            Expression result = comparison();
            if (cursor.accept(";") && cursor.peek().kind() != Token.Kind.END) {
                throw source.problem(
                        cursor.peek().span(),
                        "nothing may follow the result, found '"
                                + source.part(cursor.peek().span()) + "'",
                        "definitions stand in front and the result is last: y = 2*x; sum(y)");
            }
            if (cursor.peek().kind() != Token.Kind.END) {
                throw cursor.unexpected("expected an operator or the end");
            }
            return new Program(source, definitions, result);
        }
    }

    /** The number of tokens of a name, or of a name with names in parentheses behind it; 0 where neither comes next. */
    private int lengthOfHead() {
        if (cursor.peek().kind() != Token.Kind.NAME) {
            return 0;
        }
        if (!cursor.peek(1).is("(")) {
            return 1;
        }
        int length = 2;
        while (cursor.peek(length).kind() == Token.Kind.NAME
                && cursor.peek(length + 1).is(",")) {
            length += 2;
        }
        return cursor.peek(length).kind() == Token.Kind.NAME
                        && cursor.peek(length + 1).is(")")
                ? length + 2
                : 0;
    }

    private Program.Head head() {
        Expression.Name name = name();
        List<Expression.Name> parameters = new ArrayList<>();
        if (cursor.accept("(")) {
            do {
                parameters.add(name());
            } while (cursor.accept(","));
            cursor.expect(")", "after the parameters");
        }
        LocalFunction.requireDistinct(source, parameters);
        return new Program.Head(name, List.copyOf(parameters));
    }

    private Expression.Name name() {
        Token token = cursor.next();
        return new Expression.Name(token.text(), token.span());
    }

    private Expression comparison() {
        if (++nesting > DEEPEST_NESTING) {
            throw source.problem(
                    cursor.peek().span(),
                    "more than " + DEEPEST_NESTING + " levels of nesting",
                    "name inner parts: a = ...; b = f(a); ...");
        }
        Expression expression = infix(Level.COMPARISON);
        nesting--;
        return expression;
    }

    /** Operands joined by operators that bind at least as tightly as the given level. */
    private Expression infix(Level loosest) {
        Expression left = signed();
        Optional<InfixOperator> operator = InfixOperator.at(cursor.peek(), loosest, Level.PRODUCT);
        while (operator.isPresent()) {
            Span operatorSpan = cursor.next().span();
            Expression right = operand(operator.get().level());
            left = new Expression.Infix(
                    operator.get(), left, right, operatorSpan, left.span().to(right.span()));
            operator = InfixOperator.at(cursor.peek(), loosest, Level.PRODUCT);
        }
        return left;
    }

    /** The right operand, which ends before the next operator of the same level. */
    private Expression operand(Level level) {
        return switch (level) {
            case COMPARISON -> infix(Level.SUM);
            case SUM -> infix(Level.PRODUCT);
            default -> signed();
        };
    }

    /** A power, with signs in front. */
    private Expression signed() {
        Deque<Token> signs = signs();
        Expression operand = power();
        return withSigns(signs, operand);
    }

    private Deque<Token> signs() {
        Deque<Token> signs = new ArrayDeque<>();
        while (cursor.peek().is("-") || cursor.peek().is("+")) {
            signs.push(cursor.next());
        }
        return signs;
    }

    private static Expression withSigns(Deque<Token> signs, Expression operand) {
        Expression result = operand;
        for (Token sign : signs) {
            if (sign.is("-")) {
                result = new Expression.Negation(result, sign.span().to(result.span()));
            }
        }
        return result;
    }

    private Expression power() {
        Expression left = primary();
        while (true) {
            Optional<InfixOperator> operator = InfixOperator.at(cursor.peek(), Level.POWER, Level.POWER);
            if (cursor.peek().is("'")) {
                left = new Expression.Transpose(
                        left, left.span().to(cursor.next().span()));
            } else if (operator.isPresent()) {
                Span operatorSpan = cursor.next().span();
                Deque<Token> signs = signs();
                Expression exponent = withSigns(signs, primary());
                left = new Expression.Infix(
                        operator.get(),
                        left,
                        exponent,
                        operatorSpan,
                        left.span().to(exponent.span()));
            } else if (cursor.peek().is("(")) {
                left = application(left);
            } else {
                return left;
            }
        }
    }

    /** A number, name, parenthesis or block, with calls, indices and fields behind it. */
    private Expression primary() {
        Expression result = atom();
        while (true) {
            if (cursor.peek().is("(")) {
                result = application(result);
            } else if (cursor.peek().is(".") && cursor.peek(1).kind() == Token.Kind.NAME) {
                cursor.next();
                Token field = cursor.next();
                result = new Expression.Field(
                        result, field.text(), field.span(), result.span().to(field.span()));
            } else {
                return result;
            }
        }
    }

    private Expression atom() {
        Token token = cursor.peek();
        switch (token.kind()) {
            case NUMBER -> {
                cursor.next();
                return new Expression.Literal(token.value(), token.span());
            }
            case NAME -> {
                cursor.next();
                return new Expression.Name(token.text(), token.span());
            }
            default -> {
                if (token.is("(")) {
                    cursor.next();
                    Expression inner = comparison();
                    Token end = cursor.close(token, ")");
                    return new Expression.Group(inner, token.span().to(end.span()));
                }
                if (token.is("[")) {
                    return blocks();
                }
                throw cursor.unexpected("expected a number, a name, ( or [");
            }
        }
    }

    private Expression application(Expression target) {
        Token open = cursor.next();
        List<Expression> arguments = new ArrayList<>();
        if (!cursor.peek().is(")")) {
            do {
                arguments.add(argument());
            } while (cursor.accept(","));
            if (cursor.peek().is("=")) {
                throw source.problem(
                        cursor.peek().span(),
                        "unexpected '=' in a call",
                        "arguments have no names, write the value alone; equality is ==");
            }
        }
        Token end = cursor.close(open, ")");
        Span span = target.span().to(end.span());
        if (target instanceof Expression.Name name) {
            Optional<SpecialForm> form = SpecialForm.named(name.name());
            if (form.isPresent()) {
                return binding(form.get(), arguments, span);
            }
        }
        return new Expression.Application(target, List.copyOf(arguments), span);
    }

    private Expression binding(SpecialForm form, List<Expression> arguments, Span span) {
        if (arguments.size() != 4 || !(arguments.get(0) instanceof Expression.Name variable)) {
            throw source.problem(span, "expected " + form.signature() + ", where the first part is a new name", "");
        }
        return new Expression.Binding(form, variable, arguments.get(1), arguments.get(2), arguments.get(3), span);
    }

    private Expression argument() {
        if (cursor.peek().is(":")) {
            return new Expression.Everything(cursor.next().span());
        }
        Expression first = comparison();
        if (!cursor.accept(":")) {
            return first;
        }
        Expression last = comparison();
        return new Expression.Range(first, last, first.span().to(last.span()));
    }

    private Expression blocks() {
        Token open = cursor.next();
        List<List<Expression>> rows = new ArrayList<>();
        do {
            List<Expression> row = new ArrayList<>();
            do {
                row.add(comparison());
            } while (cursor.accept(","));
            rows.add(List.copyOf(row));
        } while (cursor.accept(";"));
        boolean missingComma = !cursor.peek().is("]") && TokenCursor.startsAtom(cursor.peek());
        if (missingComma) {
            throw source.problem(
                    cursor.peek().span(),
                    "unexpected '" + source.part(cursor.peek().span()) + "' in a block",
                    "separate the entries of a row with commas: [a, b; c, d]");
        }
        Token end = cursor.close(open, "]");
        return new Expression.Blocks(List.copyOf(rows), open.span().to(end.span()));
    }
}
