package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.gradcheck.output.DrawingSupport;
import org.gradcheck.output.PlotImage;
import org.gradcheck.picture.ScalingPlot;
import org.gradcheck.picture.SvgPlot;
import org.gradcheck.picture.Theme;
import picocli.CommandLine.Option;

/** The options of a picture: where it goes, its colours and its size. */
final class PictureOptions {

    private static final int SHARP = 2;
    private static final int NARROWEST = 100;
    private static final int WIDEST = 10_000;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "A picture to write, as SVG or PNG by the end of its name; - is standard output, as SVG."
                    + " Without it the plot is drawn in characters.")
    private Optional<String> out = Optional.empty();

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description =
                    "Colours of the picture: light or dark. Default: light for PNG; SVG is as its reader prefers.")
    private Optional<Theme> theme = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Pixels from left to right of a PNG, which its height goes with. Default: "
                    + SHARP * PlotImage.NATURAL_WIDTH + ".")
    private Optional<Integer> width = Optional.empty();

    boolean isAsked() {
        return out.isPresent();
    }

    /** Fails before the work is done if the picture could not be written after it. */
    void requireWritable() {
        if (out.isEmpty()) {
            if (theme.isPresent() || width.isPresent()) {
                throw new CommandException((theme.isPresent() ? "--theme" : "--width")
                        + " is for a picture, and none is asked for; expected --out FILE beside it.");
            }
            return;
        }
        ResultTarget target = target();
        if (!isPng() && !target.isStandardOutput() && !out.get().endsWith(".svg")) {
            throw new CommandException("--out " + out.get() + ": a plot is written as SVG or PNG; expected a name that"
                    + " ends with .svg or .png, or - for standard output.");
        }
        if (width.isPresent() && !isPng()) {
            throw new CommandException("--width is for PNG, and SVG fits any width; leave it out, or name a file that"
                    + " ends with .png.");
        }
        if (width.isPresent() && (width.get() < NARROWEST || width.get() > WIDEST)) {
            throw new CommandException(
                    "--width must be from " + NARROWEST + " to " + WIDEST + ", got " + width.get() + ".");
        }
        target.requireWritable();
        if (isPng()) {
            try {
                DrawingSupport.require();
            } catch (DrawingSupport.MissingException e) {
                throw unavailable(e);
            }
        }
    }

    void write(ScalingPlot plot, PrintWriter people) {
        if (!isPng()) {
            target().write(
                            theme.map(one -> SvgPlot.document(plot, one)).orElseGet(() -> SvgPlot.document(plot)),
                            people);
            return;
        }
        try {
            target().write(new PlotImage(plot, theme.orElse(Theme.LIGHT))
                    .png(width.orElse(SHARP * PlotImage.NATURAL_WIDTH)));
        } catch (DrawingSupport.MissingException e) {
            throw unavailable(e);
        }
    }

    private ResultTarget target() {
        return ResultTarget.of("--out", out.orElseThrow());
    }

    private boolean isPng() {
        return out.orElse("").endsWith(".png");
    }

    private CommandException unavailable(DrawingSupport.MissingException problem) {
        return new CommandException("--out " + out.orElse("") + ": no PNG can be drawn, for " + problem.getMessage()
                + "; name a file that ends with .svg, or use a Java that has it.");
    }
}
