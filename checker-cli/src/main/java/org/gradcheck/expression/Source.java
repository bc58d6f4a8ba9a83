package org.gradcheck.expression;

/** The text of an expression, and complaints about its parts. */
record Source(String text) {

    String part(Span span) {
        return text.substring(span.offset(), span.end());
    }

    ExpressionException problem(Span span, String message, String hint) {
        return new ExpressionException(text, span, span.offset(), message, hint);
    }

    /** A complaint that points to an operator and underlines its operands as well. */
    ExpressionException problem(Span extent, Span operator, String message, String hint) {
        return new ExpressionException(text, extent, operator.offset(), message, hint);
    }
}
