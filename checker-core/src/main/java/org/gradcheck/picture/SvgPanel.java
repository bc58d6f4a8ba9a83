package org.gradcheck.picture;

/**
 * One panel as SVG.
 *
 * @param panel what is drawn
 * @param left where it begins
 */
record SvgPanel(Panel panel, double left) {

    private static final double MARGIN = 46;
    private static final double TOP = 30;
    private static final double WIDTH = 330;
    private static final double HEIGHT = 216;
    private static final double LEGEND = TOP + HEIGHT + 52;
    private static final double ROW = 17;
    private static final double COLUMN = 168;
    private static final double SAMPLE = 22;
    /** A line that is seen by its cap alone; some renderers leave out one of no length. */
    private static final String POINT = "h.01";

    private static final double ZERO = 8;
    private static final String ZERO_SHAPE = "h8l-4 7z";
    private static final int MOST_STEPS = 7;
    private static final int MOST_VALUES = 9;

    /** The height with the legend. */
    double height() {
        int entries = panel.curves().size() + panel.lines().size() + (panel.hasZeros() ? 1 : 0);
        return legendY(entries - 1) + ROW - 6;
    }

    String text() {
        StringBuilder svg = new StringBuilder("<g>");
        svg.append(text("t", left + MARGIN, TOP - 12, panel.title()));
        drawAxes(svg);
        for (Line line : panel.lines()) {
            panel.segment(line).ifPresent(segment -> drawLine(svg, line, segment));
        }
        svg.append(path("f", "M" + at(0, 1) + "V" + number(TOP + HEIGHT) + "H" + number(left + MARGIN + WIDTH)));
        // The first curve last: where curves meet, its small dots stand on the large squares of the other.
        for (int i = panel.curves().size() - 1; i >= 0; i--) {
            drawCurve(svg, panel.curves().get(i));
        }
        drawLegend(svg);
        return svg.append("</g>\n").toString();
    }

    private void drawAxes(StringBuilder svg) {
        StringBuilder grid = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (int exponent : panel.values().ticks(MOST_VALUES)) {
            double y = y(panel.values().fractionOfPower(exponent));
            grid.append('M')
                    .append(number(left + MARGIN))
                    .append(' ')
                    .append(number(y))
                    .append('h')
                    .append(number(WIDTH));
            labels.append(text("e", left + MARGIN - 6, y + 3.5, power(exponent)));
        }
        for (int exponent : panel.steps().ticks(MOST_STEPS)) {
            double x = x(panel.steps().fractionOfPower(exponent));
            grid.append('M')
                    .append(number(x))
                    .append(' ')
                    .append(number(TOP))
                    .append('v')
                    .append(number(HEIGHT));
            labels.append(text("m", x, TOP + HEIGHT + 16, power(exponent)));
        }
        svg.append(path("g", grid.toString())).append(labels);
        svg.append(text("m", left + MARGIN + WIDTH / 2, TOP + HEIGHT + 32, "step h"));
    }

    private void drawLine(StringBuilder svg, Line line, Segment s) {
        if (line.role() == Role.NOISE) {
            svg.append(path("N", area(s)));
        }
        svg.append(path(style(line.role()), "M" + at(s.x0(), s.y0()) + "L" + at(s.x1(), s.y1())));
    }

    /** What lies below a line that falls or is level. */
    private String area(Segment s) {
        return "M" + at(0, 0) + "L" + at(0, s.x0() > 0 ? 1 : s.y0()) + "L" + at(s.x0(), s.y0()) + "L"
                + at(s.x1(), s.y1()) + "L" + at(s.x1(), 0) + "Z";
    }

    private void drawCurve(StringBuilder svg, Curve curve) {
        String color = color(curve.role());
        StringBuilder thread = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        StringBuilder zeros = new StringBuilder();
        for (Dot dot : curve.dots()) {
            double x = panel.x(dot.step());
            if (dot.isZero()) {
                zeros.append('M')
                        .append(number(x(x) - ZERO / 2))
                        .append(' ')
                        .append(number(y(0) - ZERO))
                        .append(ZERO_SHAPE);
            } else {
                String place = at(x, panel.y(dot.value()));
                thread.append(thread.isEmpty() ? 'M' : 'L').append(place);
                dots.append('M').append(place).append(POINT);
            }
        }
        panel.fitted(curve)
                .ifPresent(s -> svg.append(path("w " + color, "M" + at(s.x0(), s.y0()) + "L" + at(s.x1(), s.y1()))));
        append(svg, "c " + color, thread);
        append(svg, mark(curve.role()) + " " + color, dots);
        append(svg, "z " + color, zeros);
    }

    private static void append(StringBuilder svg, String style, StringBuilder data) {
        if (!data.isEmpty()) {
            svg.append(path(style, data.toString()));
        }
    }

    private void drawLegend(StringBuilder svg) {
        int entry = 0;
        for (Curve curve : panel.curves()) {
            String color = color(curve.role());
            String sample = sample(entry);
            svg.append(path("c " + color, sample + "h" + number(SAMPLE)));
            svg.append(path(mark(curve.role()) + " " + color, sample + "m" + number(SAMPLE / 2) + " 0" + POINT));
            svg.append(label(entry++, curve.name()));
        }
        for (Line line : panel.lines()) {
            String sample = sample(entry);
            if (line.role() == Role.NOISE) {
                svg.append(path("N", sample + "v6h" + number(SAMPLE) + "v-6z"));
            }
            svg.append(path(style(line.role()), sample + "h" + number(SAMPLE)));
            svg.append(label(entry++, line.name()));
        }
        if (panel.hasZeros()) {
            double x = legendX(entry) + SAMPLE / 2 - ZERO / 2;
            svg.append(path("z k", "M" + number(x) + " " + number(legendY(entry) - 3) + ZERO_SHAPE));
            svg.append(label(entry, "exactly zero"));
        }
    }

    private String sample(int entry) {
        return "M" + number(legendX(entry)) + " " + number(legendY(entry));
    }

    private String label(int entry, String name) {
        return text("l", legendX(entry) + SAMPLE + 6, legendY(entry) + 4, name);
    }

    private double legendX(int entry) {
        return left + MARGIN + COLUMN * (entry % 2);
    }

    private double legendY(int entry) {
        int row = entry / 2;
        return LEGEND + ROW * row;
    }

    private static String style(Role role) {
        return switch (role) {
            case RIGHT -> "r";
            case WRONG -> "x";
            case DISCREPANCY -> "o";
            case BOUND -> "u";
            default -> "n";
        };
    }

    private static String color(Role role) {
        return role == Role.CENTRAL_REMAINDER ? "b" : "a";
    }

    private static String mark(Role role) {
        return role == Role.CENTRAL_REMAINDER ? "s" : "d";
    }

    private double x(double fraction) {
        return left + MARGIN + WIDTH * fraction;
    }

    private static double y(double fraction) {
        return TOP + HEIGHT * (1 - fraction);
    }

    private String at(double x, double y) {
        return number(x(x)) + " " + number(y(y));
    }

    private static String path(String style, String data) {
        return "<path class=\"" + style + "\" d=\"" + data + "\"/>";
    }

    private static String text(String style, double x, double y, String content) {
        return "<text class=\"" + style + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">"
                + Markup.escaped(content) + "</text>";
    }

    /** "10⁻⁸". */
    static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char digit : Integer.toString(exponent).toCharArray()) {
            text.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }

    /** With one digit behind the point at most. */
    static String number(double x) {
        long tenths = Math.round(x * 10);
        return tenths % 10 == 0
                ? Long.toString(tenths / 10)
                : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }
}
