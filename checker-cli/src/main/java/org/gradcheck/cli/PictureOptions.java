package org.gradcheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.output.DrawingSupport;
import org.gradcheck.output.PlotImage;
import org.gradcheck.picture.ScalingPlot;
import org.gradcheck.picture.SvgPlot;
import org.gradcheck.picture.Theme;

/** The options of a picture: where it goes, its colours and its size. */
final class PictureOptions {

    private static final int SHARP = 2;
    private static final int NARROWEST = 100;
    private static final int WIDEST = 10_000;

    private final Value<String> out;
    private final Value<Theme> theme;
    private final Value<Integer> width;

    PictureOptions(Options options) {
        out = options.value(
                String.class,
                "-o",
                "--out",
                "FILE",
                "A picture to write, as SVG or PNG by the end of its name; - is standard output, as SVG."
                        + " Without it the plot is drawn in characters.");
        theme = options.value(
                Theme.class,
                "--theme",
                "THEME",
                "Colours of the picture: light or dark. Default: light for PNG; SVG is as its reader prefers.");
        width = options.whole(
                "--width",
                "N",
                "Pixels from left to right of a PNG, which its height goes with. Default: "
                        + SHARP * PlotImage.NATURAL_WIDTH + ".");
    }

    boolean isAsked() {
        return out.isGiven();
    }

    /** Fails before the work is done if the picture could not be written after it. */
    void requireWritable() {
        if (!out.isGiven()) {
            if (theme.isGiven() || width.isGiven()) {
                throw new CommandException((theme.isGiven() ? "--theme" : "--width")
                        + " is for a picture, and none is asked for; expected --out FILE beside it.");
            }
            return;
        }
        ResultTarget target = target();
        if (!isPng() && !target.isStandardOutput() && !out.get().orElseThrow().endsWith(".svg")) {
            throw new CommandException(
                    "--out " + out.get().orElseThrow() + ": a plot is written as SVG or PNG; expected a name that"
                            + " ends with .svg or .png, or - for standard output.");
        }
        if (width.isGiven() && !isPng()) {
            throw new CommandException("--width is for PNG, and SVG fits any width; leave it out, or name a file that"
                    + " ends with .png.");
        }
        if (width.isGiven()
                && (width.get().orElseThrow() < NARROWEST || width.get().orElseThrow() > WIDEST)) {
            throw new CommandException("--width must be from " + NARROWEST + " to " + WIDEST + ", got "
                    + width.get().orElseThrow() + ".");
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

    /** The file, if it is one. */
    Optional<Path> file() {
        return target().isStandardOutput() ? Optional.empty() : Optional.of(target().path());
    }

    void write(ScalingPlot plot, PrintWriter people) {
        if (!isPng()) {
            target().write(
                            theme.get().map(one -> SvgPlot.document(plot, one)).orElseGet(() -> SvgPlot.document(plot)),
                            people);
            return;
        }
        try {
            target().write(new PlotImage(plot, theme.get().orElse(Theme.LIGHT))
                    .png(width.get().orElse(SHARP * PlotImage.NATURAL_WIDTH)));
        } catch (DrawingSupport.MissingException e) {
            throw unavailable(e);
        }
    }

    private ResultTarget target() {
        return ResultTarget.of("--out", out.get().orElseThrow());
    }

    private boolean isPng() {
        return out.get().orElse("").endsWith(".png");
    }

    private CommandException unavailable(DrawingSupport.MissingException problem) {
        return new CommandException("--out " + out.get().orElse("") + ": no PNG can be drawn, for "
                + problem.getMessage() + "; name a file that ends with .svg, or use a Java that has it.");
    }
}
