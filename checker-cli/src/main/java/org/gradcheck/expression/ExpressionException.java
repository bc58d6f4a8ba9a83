package org.gradcheck.expression;

import java.util.Optional;

/** An expression that cannot be read, or whose parts do not fit: where, what was found, what was expected, and a hint. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int SHOWN_BEFORE = 60;
    private static final int SHOWN_WIDTH = 100;

    private final String source;
    private final int offset;
    private final int length;
    private final int caret;
    private final String hint;

    ExpressionException(String source, Span extent, int caret, String message, String hint) {
        super(message);
        this.source = source;
        this.offset = extent.offset();
        this.length = extent.length();
        this.caret = caret;
        this.hint = hint;
    }

    public String source() {
        return source;
    }

    /** The part of the source that is to blame. */
    public Span span() {
        return new Span(offset, length);
    }

    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }

    /** Line of the exact place, from 1. */
    public int line() {
        return 1
                + (int) source.substring(0, caret)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Column of the exact place within its line, in characters from 1. */
    public int column() {
        return 1 + source.codePointCount(lineStart(), caret);
    }

    /** The message, the line with the place marked under it, and the hint. */
    public String render() {
        StringBuilder text = new StringBuilder(String.valueOf(getMessage()));
        int start = Math.max(lineStart(), caret - SHOWN_BEFORE);
        int end = Math.min(lineEnd(), start + SHOWN_WIDTH);
        String before = start > lineStart() ? "…" : "";
        String after = end < lineEnd() ? "…" : "";
        text.append("\n  ")
                .append(before)
                .append(visible(source.substring(start, end)))
                .append(after);
        text.append("\n  ").append(before.isEmpty() ? "" : " ").append(marks(start, end));
        hint().ifPresent(advice -> text.append("\n  hint: ").append(advice));
        return text.toString();
    }

    /** Control characters, of which escapes in a text may make some, would hide or move what stands beside them. */
    private static String visible(String line) {
        StringBuilder shown = new StringBuilder();
        line.chars().forEach(c -> shown.append((char) (c < ' ' && c != '\t' ? CONTROL_PICTURES + c : c)));
        return shown.toString();
    }

    private String marks(int start, int end) {
        StringBuilder marks = new StringBuilder();
        int last = Math.max(offset + length, caret + 1);
        for (int at = start; at < Math.max(end, caret + 1) && at < last; at++) {
            boolean lowSurrogate = at < source.length() && Character.isLowSurrogate(source.charAt(at));
            if (lowSurrogate) {
                continue;
            }
            boolean tab = at < source.length() && source.charAt(at) == '\t';
            marks.append(at == caret ? '^' : at >= offset ? '~' : tab ? '\t' : ' ');
        }
        return marks.toString();
    }

    private int lineStart() {
        return source.lastIndexOf('\n', caret - 1) + 1;
    }

    private int lineEnd() {
        int end = source.indexOf('\n', caret);
        return end < 0 ? source.length() : end;
    }
}
