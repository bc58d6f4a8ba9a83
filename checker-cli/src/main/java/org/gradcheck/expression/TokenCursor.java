package org.gradcheck.expression;

import java.util.List;

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
