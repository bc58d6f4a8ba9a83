package org.gradcheck.picture;

/**
 * A plot as SVG, without script, fonts or anything from elsewhere; light or dark as the reader prefers. Equal plots have equal
 * text.
 */
public final class SvgPlot {

    /** What is drawn how, in the colours of a {@link Theme}: by classes alone, for simple renderers give them no precedence. */
    private static final String RULES = """
            .gc-plot .t{fill:var(--ink);font-weight:bold}
            .gc-plot .l{fill:var(--soft)}
            .gc-plot .e{fill:var(--soft);text-anchor:end}
            .gc-plot .m{fill:var(--soft);text-anchor:middle}
            .gc-plot .g{stroke:var(--grid)}
            .gc-plot .f{stroke:var(--frame)}
            .gc-plot .c{stroke-width:1.2;stroke-opacity:.55}
            .gc-plot .d{stroke-width:6;stroke-linecap:round}
            .gc-plot .s{stroke-width:7.5;stroke-linecap:square}
            .gc-plot .z{stroke-width:1.4}
            .gc-plot .w{stroke-width:5;stroke-opacity:.28;stroke-linecap:round}
            .gc-plot .k{stroke:var(--soft)}
            .gc-plot .a{stroke:var(--first)}
            .gc-plot .b{stroke:var(--second)}
            .gc-plot .r{stroke:var(--right);stroke-width:1.4;stroke-dasharray:6 4}
            .gc-plot .x{stroke:var(--wrong);stroke-width:1.4;stroke-dasharray:2 3}
            .gc-plot .o{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:9 3 2 3}
            .gc-plot .u{stroke:var(--bound);stroke-width:1.6}
            .gc-plot .n{stroke:var(--noise);stroke-width:1;stroke-dasharray:1 2}
            .gc-plot .N{fill:var(--noise);fill-opacity:.13;stroke:none}
            """;

    private static final String PAPER = ".gc-plot .p{fill:var(--paper)}\n";

    /** The style of plots inside of a page, once for all of them: {@code <style>} content. */
    public static final String STYLE = ".gc-plot{" + Theme.LIGHT.properties()
            + ";font:11px ui-sans-serif,system-ui,-apple-system,\"Segoe UI\",\"DejaVu Sans\",sans-serif;color:var(--ink);fill:none}\n"
            + "@media (prefers-color-scheme:dark){.gc-plot{" + Theme.DARK.properties() + "}}\n" + RULES;

    private static final double WIDTH = 780;

    private SvgPlot() {}

    /** A file of its own, light or dark as its reader prefers. */
    public static String document(ScalingPlot plot) {
        return document(plot, STYLE + PAPER);
    }

    /**
     * A file of its own in one theme, whatever its reader prefers. Its style has neither media queries nor variables nor nested
     * selectors, so that simple renderers draw it too.
     */
    public static String document(ScalingPlot plot, Theme theme) {
        return document(
                plot,
                ".gc-plot{font-family:sans-serif;font-size:11px;fill:none}\n"
                        + theme.resolved((RULES + PAPER).replace(".gc-plot ", "")));
    }

    private static String document(ScalingPlot plot, String style) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg(
                        plot,
                        "plot",
                        " xmlns=\"http://www.w3.org/2000/svg\"",
                        "<style>" + style + "</style><rect class=\"p\" width=\"100%\" height=\"100%\"/>\n")
                + "\n";
    }

    /**
     * A picture inside of a page that has {@link #STYLE}.
     *
     * @param id what tells it from the others of the page, a valid id
     */
    public static String fragment(ScalingPlot plot, String id) {
        return svg(plot, id, "", "");
    }

    private static String svg(ScalingPlot plot, String id, String attributes, String before) {
        SvgPanel left = new SvgPanel(plot.remainders(), 0);
        SvgPanel right = new SvgPanel(plot.differences(), WIDTH / 2);
        double height = Math.max(left.height(), right.height());
        return "<svg class=\"gc-plot\" viewBox=\"0 0 " + SvgPanel.number(WIDTH) + " " + SvgPanel.number(height) + "\""
                + attributes + " role=\"img\" aria-labelledby=\"" + id + "-t\" aria-describedby=\"" + id + "-d\">"
                + "<title id=\"" + id + "-t\">" + Markup.escaped(plot.title()) + "</title>"
                + "<desc id=\"" + id + "-d\">" + Markup.escaped(plot.description()) + "</desc>\n"
                + before
                + left.text()
                + right.text()
                + "</svg>";
    }
}
