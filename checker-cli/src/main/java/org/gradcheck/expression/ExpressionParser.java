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
    private final List<Token> tokens;
    private int at;
    private int nesting;

    private ExpressionParser(Source source) {
        this.source = source;
        this.tokens = Tokenizer.tokenize(source);
    }

    /** Reads a program: an expression, with definitions {@code name = expression;} in front. */
    public static Program parse(String text) {
        Source source = new Source(text);
        Program program = new ExpressionParser(source).program();
        program.definitions().forEach(definition -> TreeDepth.limit(source, definition.value()));
        TreeDepth.limit(source, program.result());
        return program;
    }

    private Program program() {
        List<Program.Definition> definitions = new ArrayList<>();
        while (true) {
            if (peek().kind() == Token.Kind.NAME && peek(1).is("=")) {
                Token name = next();
                next();
                definitions.add(new Program.Definition(name.text(), name.span(), comparison()));
                if (peek().kind() == Token.Kind.END || (peek().is(";") && peek(1).kind() == Token.Kind.END)) {
                    throw source.problem(
                            name.span(),
                            "the last part must be an expression, found the definition of " + name.text(),
                            "end with: ; " + name.text());
                }
                expect(";", "after the definition of " + name.text());
                continue;
            }
            Expression result = comparison();
            accept(";");
            if (peek().kind() != Token.Kind.END) {
                throw unexpected("expected an operator or the end");
            }
            return new Program(source, definitions, result);
        }
    }

    private Expression comparison() {
        if (++nesting > DEEPEST_NESTING) {
            throw source.problem(
                    peek().span(),
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
        Optional<InfixOperator> operator = InfixOperator.at(peek(), loosest, Level.PRODUCT);
        while (operator.isPresent()) {
            Span operatorSpan = next().span();
            Expression right = operand(operator.get().level());
            left = new Expression.Infix(
                    operator.get(), left, right, operatorSpan, left.span().to(right.span()));
            operator = InfixOperator.at(peek(), loosest, Level.PRODUCT);
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
        while (peek().is("-") || peek().is("+")) {
            signs.push(next());
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
            Optional<InfixOperator> operator = InfixOperator.at(peek(), Level.POWER, Level.POWER);
            if (peek().is("'")) {
                left = new Expression.Transpose(left, left.span().to(next().span()));
            } else if (operator.isPresent()) {
                Span operatorSpan = next().span();
                Deque<Token> signs = signs();
                Expression exponent = withSigns(signs, primary());
                left = new Expression.Infix(
                        operator.get(),
                        left,
                        exponent,
                        operatorSpan,
                        left.span().to(exponent.span()));
            } else if (peek().is("(")) {
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
            if (peek().is("(")) {
                result = application(result);
            } else if (peek().is(".") && peek(1).kind() == Token.Kind.NAME) {
                next();
                Token field = next();
                result = new Expression.Field(
                        result, field.text(), field.span(), result.span().to(field.span()));
            } else {
                return result;
            }
        }
    }

    private Expression atom() {
        Token token = peek();
        switch (token.kind()) {
            case NUMBER -> {
                next();
                return new Expression.Literal(token.value(), token.span());
            }
            case NAME -> {
                next();
                return new Expression.Name(token.text(), token.span());
            }
            default -> {
                if (token.is("(")) {
                    next();
                    Expression inner = comparison();
                    Token end = close(token, ")");
                    return new Expression.Group(inner, token.span().to(end.span()));
                }
                if (token.is("[")) {
                    return blocks();
                }
                throw unexpected("expected a number, a name, ( or [");
            }
        }
    }

    private Expression application(Expression target) {
        Token open = next();
        List<Expression> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                arguments.add(argument());
            } while (accept(","));
        }
        Token end = close(open, ")");
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
        if (peek().is(":")) {
            return new Expression.Everything(next().span());
        }
        Expression first = comparison();
        if (!accept(":")) {
            return first;
        }
        Expression last = comparison();
        return new Expression.Range(first, last, first.span().to(last.span()));
    }

    private Expression blocks() {
        Token open = next();
        List<List<Expression>> rows = new ArrayList<>();
        do {
            List<Expression> row = new ArrayList<>();
            do {
                row.add(comparison());
            } while (accept(","));
            rows.add(List.copyOf(row));
        } while (accept(";"));
        boolean missingComma = !peek().is("]") && startsAtom(peek());
        if (missingComma) {
            throw source.problem(
                    peek().span(),
                    "unexpected '" + source.part(peek().span()) + "' in a block",
                    "separate the entries of a row with commas: [a, b; c, d]");
        }
        Token end = close(open, "]");
        return new Expression.Blocks(List.copyOf(rows), open.span().to(end.span()));
    }

    private static boolean startsAtom(Token token) {
        return token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.NUMBER || token.is("[");
    }

    private Token close(Token open, String symbol) {
        if (peek().is(symbol)) {
            return next();
        }
        if (peek().kind() == Token.Kind.END) {
            throw source.problem(
                    open.span(), "this '" + open.text() + "' is never closed", "a '" + symbol + "' is missing");
        }
        throw unexpected("expected '" + symbol + "' or an operator");
    }

    private void expect(String symbol, String where) {
        if (!accept(symbol)) {
            throw unexpected("expected '" + symbol + "' " + where);
        }
    }

    private ExpressionException unexpected(String expected) {
        Token token = peek();
        if (token.kind() == Token.Kind.END) {
            String start = tokens.size() == 1 ? "the expression is empty" : "the expression ends too early";
            return source.problem(token.span(), start + ": " + expected, "");
        }
        String found = source.part(token.span());
        return source.problem(token.span(), "unexpected '" + found + "': " + expected, hintFor(token));
    }

    private String hintFor(Token token) {
        boolean afterOperand = at > 0
                && (tokens.get(at - 1).kind() == Token.Kind.NUMBER
                        || tokens.get(at - 1).kind() == Token.Kind.NAME
                        || tokens.get(at - 1).is(")"));
        if (token.is(")") || token.is("]")) {
            return "there is no bracket that it closes, or something is missing before it";
        }
        if (token.is("=")) {
            return "equality is written ==; a definition name = value; stands in front";
        }
        if (token.is(":")) {
            return "ranges stand inside an index: A(1:2, :)";
        }
        return afterOperand && startsAtom(token) ? "products are written with *" : "";
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private Token next() {
        return tokens.get(at++);
    }

    private boolean accept(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            at++;
        }
        return found;
    }
}
