package org.gradcheck.expression;

/** A word of the source. Spellings are normalised: {@code text} of {@code ⊙} is {@code .*}. */
record Token(Kind kind, String text, double value, Span span) {

    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    static Token number(String text, double value, Span span) {
        return new Token(Kind.NUMBER, text, value, span);
    }

    static Token name(String text, Span span) {
        return new Token(Kind.NAME, text, 0, span);
    }

    static Token symbol(String text, Span span) {
        return new Token(Kind.SYMBOL, text, 0, span);
    }

    static Token end(int offset) {
        return new Token(Kind.END, "", 0, new Span(offset, 0));
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
