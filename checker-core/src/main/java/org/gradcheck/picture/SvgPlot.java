package org.gradcheck.picture;

/**
 * A plot as SVG, without script, fonts or anything from elsewhere; light or dark as the reader prefers. Equal plots have equal
 * text.
 */
public final class SvgPlot {

    /** The style of plots inside of a page, once for all of them: {@code <style>} content. */
    public static final String STYLE = """
            .gc-plot{--ink:#1f2328;--soft:#59636e;--grid:#e8ebef;--frame:#aab3bd;--paper:#fff;--first:#0a58ca;\
            --second:#b4560a;--right:#1a7f37;--wrong:#cf222e;--bound:#7a3fd0;--noise:#57606a;\
            font:11px ui-sans-serif,system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;color:var(--ink)}
            @media (prefers-color-scheme:dark){.gc-plot{--ink:#e6edf3;--soft:#9aa5b1;--grid:#262c34;--frame:#4b5560;\
            --paper:#0d1117;--first:#6cb0ff;--second:#ffab5e;--right:#4cc764;--wrong:#ff7a72;--bound:#c2a0ff;\
            --noise:#9aa5b1}}
            .gc-plot text{fill:var(--soft)}
            .gc-plot .t{fill:var(--ink);font-weight:600}
            .gc-plot .e{text-anchor:end}
            .gc-plot .m{text-anchor:middle}
            .gc-plot path{fill:none;stroke-linecap:butt}
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

    private static final double WIDTH = 780;

    private SvgPlot() {}

    /** A file of its own. */
    public static String document(ScalingPlot plot) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg(
                        plot,
                        "plot",
                        " xmlns=\"http://www.w3.org/2000/svg\"",
                        "<style>" + STYLE
                                + ".gc-plot .p{fill:var(--paper)}</style><rect class=\"p\" width=\"100%\" height=\"100%\"/>\n")
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
