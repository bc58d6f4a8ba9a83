package org.gradcheck.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The remainders of a plot in characters, for terminals; it needs no colours. Equal plots have equal text.
 *
 * <p>{@code o} is the remainder, {@code x} the central remainder, {@code *} both; dotted lines fall with the slopes that
 * stand in them, and {@code ~} is the noise of f. A {@code 0} at the lower edge is a number that is exactly zero.
 */
public final class CharacterPlot {

    private static final int LABEL = 6;
    private static final int ROWS = 14;
    private static final String MARGIN = " ".repeat(LABEL + 2);
    private static final String GAP = "   ";
    private static final int NARROWEST = 40;
    private static final int WIDEST = 80;

    private CharacterPlot() {}

    /**
     * The plot with box-drawing characters, each line ending with a line end.
     *
     * @param width how many columns it may take; at least 40 and at most 80 are used
     */
    public static String of(ScalingPlot plot, int width) {
        return text(plot, width, Glyphs.BOXES);
    }

    /** The same in ASCII alone. */
    public static String ascii(ScalingPlot plot, int width) {
        return text(plot, width, Glyphs.ASCII);
    }

    private static String text(ScalingPlot plot, int width, Glyphs glyphs) {
        int columns = Math.min(WIDEST, Math.max(NARROWEST, width)) - LABEL - 2;
        Panel panel = plot.remainders();
        CharacterCanvas canvas = new CharacterCanvas(columns, ROWS);
        for (Line line : panel.lines()) {
            panel.segment(line).ifPresent(segment -> draw(canvas, line, segment, glyphs));
        }
        for (Curve curve : panel.curves()) {
            for (Dot dot : curve.dots()) {
                canvas.mark(panel.x(dot.step()), panel.y(dot.value()), dot.isZero() ? '0' : mark(curve.role()));
            }
        }
        StringBuilder text = new StringBuilder();
        List<Integer> labelled = panel.values().ticks(ROWS / 2);
        for (int row = 0; row < ROWS; row++) {
            int here = row;
            String label = labelled.stream()
                    .filter(exponent -> canvas.row(panel.values().fractionOfPower(exponent)) == here)
                    .findFirst()
                    .map(CharacterPlot::power)
                    .orElse("");
            text.append(String.format(Locale.ROOT, "%" + LABEL + "s ", label))
                    .append(label.isEmpty() ? glyphs.vertical() : glyphs.tick())
                    .append(canvas.line(row).stripTrailing())
                    .append('\n');
        }
        return text.append(axis(panel.steps(), columns, glyphs))
                .append(legend(panel, columns))
                .toString();
    }

    private static void draw(CharacterCanvas canvas, Line line, Segment segment, Glyphs glyphs) {
        if (line.role() == Role.NOISE) {
            canvas.level(segment.y0(), '~');
        } else {
            canvas.trace(segment, glyphs.trace(), Character.forDigit(line.slope(), 10));
        }
    }

    private static String axis(LogAxis steps, int columns, Glyphs glyphs) {
        StringBuilder line =
                new StringBuilder(String.valueOf(glyphs.horizontal()).repeat(columns));
        StringBuilder labels = new StringBuilder("step h" + " ".repeat(columns + 2));
        for (int exponent : steps.ticks(columns / 10)) {
            int column = CharacterCanvas.cell(steps.fractionOfPower(exponent), columns);
            line.setCharAt(column, glyphs.step());
            String label = power(exponent);
            int centred = LABEL + 2 + column - label.length() / 2;
            int at = Math.max(LABEL + 1, Math.min(columns + LABEL + 2 - label.length(), centred));
            labels.replace(at, at + label.length(), label);
        }
        String begin = " ".repeat(LABEL + 1) + glyphs.corner();
        return begin + line + "\n" + labels.toString().stripTrailing() + "\n";
    }

    /** As many entries a line as fit. */
    private static String legend(Panel panel, int columns) {
        List<String> entries = new ArrayList<>();
        panel.curves().forEach(curve -> entries.add(mark(curve.role()) + " " + curve.name()));
        panel.lines().forEach(line -> entries.add(line.role() == Role.NOISE ? "~ " + line.name() : line.name()));
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (String entry : entries) {
            if (!line.isEmpty() && line.length() + GAP.length() + entry.length() > columns) {
                text.append(MARGIN).append(line).append('\n');
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : GAP).append(entry);
        }
        return text.append(MARGIN).append(line).append('\n').toString();
    }

    private static char mark(Role role) {
        return role == Role.CENTRAL_REMAINDER ? 'x' : 'o';
    }

    private static String power(int exponent) {
        return (exponent < 0 ? "1e-" : "1e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
