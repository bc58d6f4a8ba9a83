package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts the source into tokens and translates Unicode spellings. */
final class Tokenizer {

    private static final int LONGEST_SOURCE = 100_000;

    private static final List<String> SYMBOLS = List.of(
            ".+", ".-", ".*", "./", ".^", ".'", "<=", ">=", "==", "!=", "~=", "+", "-", "*", "/", "\\", "^", "'", "(",
            ")", "[", "]", ",", ";", ":", "=", "<", ">", ".");

    private static final Map<Character, String> UNICODE_SYMBOLS = Map.ofEntries(
            Map.entry('ᵀ', "'"),
            Map.entry('⊤', "'"),
            Map.entry('′', "'"),
            Map.entry('’', "'"),
            Map.entry('−', "-"),
            Map.entry('·', "*"),
            Map.entry('⋅', "*"),
            Map.entry('∙', "*"),
            Map.entry('•', "*"),
            Map.entry('⊙', ".*"),
            Map.entry('∘', ".*"),
            Map.entry('⊘', "./"),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('≠', "!="));

    private static final Map<Character, String> FOREIGN_SYMBOLS = Map.ofEntries(
            Map.entry('@', "the matrix product is *"),
            Map.entry('×', "the matrix product is *, the cross product is cross(a, b)"),
            Map.entry('⊗', "the Kronecker product is kron(A, B)"),
            Map.entry('⊕', "a block diagonal matrix is bdiag(A, B)"),
            Map.entry('÷', "division is / by a scalar, ./ entry by entry"),
            Map.entry('&', "conditions multiply: (a > 0) .* (b > 0)"),
            Map.entry('{', "parts are grouped with ( ), matrices are built with [ ]"),
            Map.entry('}', "parts are grouped with ( ), matrices are built with [ ]"),
            Map.entry('"', "the transpose is a single '; there is no text in expressions"),
            Map.entry(
                    '|',
                    "the absolute value is abs(x), the norm is norm2(x), the determinant is det(X); one of two conditions is"
                            + " max(a, b)"),
            Map.entry('‖', "the norm is norm2(x); others are norm1, norminf, specnorm"),
            Map.entry('∥', "the norm is norm2(x); others are norm1, norminf, specnorm"),
            Map.entry('⟨', "the inner product is dot(a, b)"),
            Map.entry('√', "the square root is sqrt(x)"),
            Map.entry('∑', "sums are sum(x) and sumi(i, 1, n, x(i))"),
            Map.entry('∏', "products are prod(x) and prodi(i, 1, n, x(i))"),
            Map.entry('∇', "a derivative is claimed by \"gradient\", \"jacobian\" or \"jvp\" beside the function"),
            Map.entry('∂', "a derivative is claimed by \"gradient\", \"jacobian\" or \"jvp\" beside the function"),
            Map.entry('†', "the pseudo-inverse is pinv(A)"),
            Map.entry('⁺', "the pseudo-inverse is pinv(A)"),
            Map.entry('½', "write 1/2"),
            Map.entry('∞', "numbers are finite"),
            Map.entry('?', "a choice is where(condition, a, b)"),
            Map.entry('%', "the remainder is x - n*floor(x/n)"),
            Map.entry('~', "the opposite of a condition c is 1 - c; not equal is !="),
            Map.entry('$', "names consist of letters, digits and _"),
            Map.entry('!', "not equal is !=; the factorial of n is gamma(n + 1)"));

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    static List<Token> tokenize(Source source) {
        int length = source.text().length();
        if (length > LONGEST_SOURCE) {
            throw source.problem(
                    new Span(LONGEST_SOURCE, 1),
                    "the expression has " + length + " characters, at most " + LONGEST_SOURCE + " are allowed",
                    "name parts of it in 'let'");
        }
        return new Tokenizer(source).run();
    }

    private List<Token> run() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (startsNumber()) {
                number();
            } else if (isNameStart(text.codePointAt(at))) {
                name();
            } else if (SUPERSCRIPTS.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == '⁻') {
                superscript();
            } else {
                symbol();
            }
        }
        tokens.add(Token.end(text.length()));
        return List.copyOf(tokens);
    }

    private boolean startsNumber() {
        return isDigit(at) || (text.charAt(at) == '.' && isDigit(at + 1));
    }

    private void number() {
        int start = at;
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.' && !startsDottedSymbol()) {
            at++;
            skipDigits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-−".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            if (isDigit(at + 1 + sign)) {
                at += 1 + sign;
                skipDigits();
            }
        }
        String spelling = text.substring(start, at);
        Span span = new Span(start, at - start);
        double value = Double.parseDouble(spelling.replace('−', '-'));
        if (Double.isInfinite(value)) {
            throw source.problem(span, "the number " + spelling + " is too large", "");
        }
        tokens.add(Token.number(spelling, value, span));
    }

    /** Whether the dot belongs to an operator, as in {@code 1.*x} and {@code 1 .- x}. */
    private boolean startsDottedSymbol() {
        return at + 1 < text.length() && "+-−*/^'".indexOf(text.charAt(at + 1)) >= 0;
    }

    private void skipDigits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private void name() {
        int start = at;
        while (at < text.length() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        tokens.add(Token.name(text.substring(start, at), new Span(start, at - start)));
    }

    private static boolean isNameStart(int c) {
        return (Character.isLetter(c) || c == '_') && c != 'ᵀ';
    }

    private static boolean isNamePart(int c) {
        boolean subscriptDigit = c >= '₀' && c <= '₉';
        return isNameStart(c)
                || (c >= '0' && c <= '9')
                || subscriptDigit
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** {@code x²} reads as {@code x^2} and {@code A⁻¹} as {@code A^-1}. */
    private void superscript() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        boolean negative = text.charAt(at) == '⁻';
        if (negative) {
            at++;
        }
        while (at < text.length() && SUPERSCRIPTS.indexOf(text.charAt(at)) >= 0) {
            digits.append(SUPERSCRIPTS.indexOf(text.charAt(at++)));
        }
        Span span = new Span(start, at - start);
        if (negative && digits.length() == 0 && at < text.length() && text.charAt(at) == 'ᵀ') {
            tokens.add(Token.symbol("^", span));
            tokens.add(Token.symbol("-", span));
            tokens.add(Token.number("1", 1, span));
            return;
        }
        if (digits.length() == 0) {
            throw source.problem(span, "a raised minus sign needs a raised number behind it, as in A⁻¹", "");
        }
        tokens.add(Token.symbol("^", span));
        if (negative) {
            tokens.add(Token.symbol("-", span));
        }
        tokens.add(Token.number(digits.toString(), Double.parseDouble(digits.toString()), span));
    }

    private void symbol() {
        char first = text.charAt(at);
        String unicode = UNICODE_SYMBOLS.get(first);
        if (unicode != null) {
            tokens.add(Token.symbol(unicode, new Span(at++, 1)));
            return;
        }
        if (text.startsWith("**", at)) {
            throw source.problem(
                    new Span(at, 2),
                    "unexpected '**'",
                    "powers are written ^ (of a scalar or a square matrix) and .^ (entry by entry)");
        }
        if (text.startsWith(".−", at)) {
            tokens.add(Token.symbol(".-", new Span(at, 2)));
            at += 2;
            return;
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                String spelling = symbol.equals("~=") ? "!=" : symbol.equals(".'") ? "'" : symbol;
                tokens.add(Token.symbol(spelling, new Span(at, symbol.length())));
                at += symbol.length();
                return;
            }
        }
        int c = text.codePointAt(at);
        if (c == '\b') {
            throw source.problem(
                    new Span(at, 1),
                    "unexpected backspace, which is what \\b in JSON means",
                    "the left division A \\ b is written A \\\\ b in JSON");
        }
        throw source.problem(
                new Span(at, Character.charCount(c)),
                "unexpected character '" + Character.toString(c) + "'",
                FOREIGN_SYMBOLS.getOrDefault(first, ""));
    }
}
