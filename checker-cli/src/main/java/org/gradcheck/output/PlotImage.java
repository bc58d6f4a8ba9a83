package org.gradcheck.output;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.gradcheck.picture.ScalingPlot;
import org.gradcheck.picture.SvgPlot;
import org.gradcheck.picture.Theme;

/**
 * A plot as an image of pixels: its SVG, drawn. This takes Java's module {@code java.desktop} and a font, which a Java made for
 * servers may lack, but no screen.
 *
 * @param plot the plot
 * @param theme its colours
 */
public record PlotImage(ScalingPlot plot, Theme theme) {

    /** The width in pixels of an image that shows one unit of the SVG as one pixel. */
    public static final int NATURAL_WIDTH = 780;

    /**
     * The image as PNG, of this width in pixels.
     *
     * @throws DrawingSupport.MissingException if the Java in use cannot draw it
     */
    public byte[] png(int width) throws DrawingSupport.MissingException {
        DrawingSupport.require();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false); // no file on the side
            ImageIO.write(drawn(width), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return png.toByteArray();
    }

    private BufferedImage drawn(int width) {
        SVGDocument svg = document();
        double scale = width / (double) svg.size().width;
        int height = (int) Math.ceil(svg.size().height * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            svg.render(null, graphics, new ViewBox(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private SVGDocument document() {
        byte[] text = SvgPlot.document(plot, theme).getBytes(StandardCharsets.UTF_8);
        SVGDocument svg = new SVGLoader().load(new ByteArrayInputStream(text), null, LoaderContext.createDefault());
        if (svg == null) {
            throw new IllegalStateException("a plot is a valid SVG document");
        }
        return svg;
    }
}
