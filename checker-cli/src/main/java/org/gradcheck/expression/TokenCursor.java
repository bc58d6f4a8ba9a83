package org.gradcheck.expression;

import java.util.List;
import org.gradcheck.expression.function.FunctionLibrary;

/** A place in the tokens of a text, and what to say when something else was expected there. */
final class TokenCursor {

    private final Source source;
    private final List<Token> tokens;
    private int at;

    TokenCursor(Source source) {
        this.source = source;
        this.tokens = Tokenizer.tokenize(source);
    }

    static boolean startsAtom(Token token) {
        return token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.NUMBER || token.is("[");
    }

    /** The closing bracket to an open one. */
    Token close(Token open, String symbol) {
        if (peek().is(symbol)) {
            return next();
        }
        if (peek().kind() == Token.Kind.END) {
            throw source.problem(
                    open.span(), "this '" + open.text() + "' is never closed", "a '" + symbol + "' is missing");
        }
        throw unexpected("expected '" + symbol + "' or an operator");
    }

    void expect(String symbol, String where) {
        if (!accept(symbol)) {
            throw unexpected("expected '" + symbol + "' " + where);
        }
    }

    /** A complaint about the next token. */
    ExpressionException unexpected(String expected) {
        Token token = peek();
        if (token.kind() == Token.Kind.END) {
            String start = tokens.size() == 1 ? "the expression is empty" : "the expression ends too early";
            return source.problem(token.span(), start + ": " + expected, "");
        }
        String found = source.part(token.span());
        return source.problem(token.span(), "unexpected '" + found + "': " + expected, hintFor(token));
    }

    private String hintFor(Token token) {
        Token before = at > 0 ? tokens.get(at - 1) : Token.symbol("", new Span(0, 0));
        if (before.is("[") && token.is("]")) {
            return "a block has at least one entry";
        }
        if (token.is(")") || token.is("]")) {
            return "there is no bracket that it closes, or something is missing before it";
        }
        if (token.is("=")) {
            return before.is(":")
                    ? "a definition is name = value;"
                    : "equality is written ==; a definition name = value; stands in front";
        }
        if (token.is(":")) {
            return peek(1).is("=") ? "a definition is name = value;" : "ranges stand inside an index: A(1:2, :)";
        }
        if (token.is("'")) {
            return "' is the transpose and stands behind its operand, A'; there is no text in expressions";
        }
        if (before.is("<") && token.is(">")) {
            return "not equal is !=";
        }
        if (token.is("<")) {
            return "the inner product is dot(a, b)";
        }
        if (before.is("/") && token.is("/")) {
            return "a quotient rounded down is floor(a/b)";
        }
        if (token.is(",")
                && before.kind() == Token.Kind.NUMBER
                && peek(1).text().length() == 3) {
            return "digits of a number are not grouped";
        }
        boolean afterOperand = before.kind() == Token.Kind.NUMBER
                || before.kind() == Token.Kind.NAME
                || before.is(")")
                || before.is("]")
                || before.is("'");
        return afterOperand && startsAtom(token) ? besides(before, token) : "";
    }

    /** For two operands without an operator between them. */
    private String besides(Token before, Token token) {
        String left = source.part(before.span());
        String right = source.part(token.span());
        if (right.equals("and") || right.equals("or")) {
            return "conditions multiply: (a > 0) .* (b > 0); one of two is max(a, b)";
        }
        if (left.equals("not")) {
            return "the opposite of a condition c is 1 - c";
        }
        if (token.is("[")) {
            return "indices stand in parentheses: " + (before.kind() == Token.Kind.NAME ? left : "A") + "(1)";
        }
        if (before.kind() == Token.Kind.NUMBER && token.kind() == Token.Kind.NUMBER) {
            return "a number has one decimal point; products are written with *";
        }
        boolean function = before.kind() == Token.Kind.NAME
                && FunctionLibrary.standard().find(left).isPresent();
        if (function) {
            return "a function is called with parentheses: " + left + "(" + right + "…)";
        }
        String product = before.kind() == Token.Kind.SYMBOL ? "" : ": " + left + "*" + right;
        return "products are written with *" + product;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        return tokens.get(at++);
    }

    /** Takes the symbol if it comes next. */
    boolean accept(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            at++;
        }
        return found;
    }
}
