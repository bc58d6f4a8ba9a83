package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gradcheck.output.DrawingSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeSpec() throws IOException {
        file = Files.writeString(folder.resolve("quartic.json"), """
                {"variables": {"x": {"shape": [2]}, "y": {"shape": [2]}},
                 "function": "sum(x.^4) + x'*y",
                 "gradient": {"x": "8*x.^3 + y", "y": "x"},
                 "jvp": "4*x'.^3*dx + y'*dx + x'*dy"}
                """);
    }

    private int plot(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "plot";
        args[1] = file.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return GradcheckCli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void withoutAFileThePlotIsDrawnInCharacters() {
        assertThat(plot("--form", "gradient", "--variable", "x")).isZero();
        assertThat(out.toString())
                .startsWith("gradient: REFUTED, disagrees with the reference")
                .contains("o remainder, order 1.00   x central remainder, order 1.00");
        assertThat(out.toString().lines().skip(1))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aFileIsWrittenAsSvg() throws IOException {
        Path svg = folder.resolve("error.svg");

        assertThat(plot("--form", "jvp", "--out", svg.toString())).isZero();
        assertThat(Files.readString(svg)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ");
        assertThat(out.toString()).startsWith("Wrote " + svg + ": jvp").hasLineCount(1);
    }

    @Test
    void standardOutputIsADash() {
        assertThat(plot("--form", "jvp", "-o", "-")).isZero();
        assertThat(out.toString()).startsWith("<?xml").endsWith("</svg>\n");
    }

    @Test
    void severalDerivativesAreToBeChosenFrom() {
        assertThat(plot("--form", "gradient")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("gradcheck plot: " + file + " has 2 such derivatives; choose one with --form, --variable and"
                        + " --stage: gradient of x, gradient of y.\n");
    }

    @Test
    void whatThereIsNotIsAnswered() {
        assertThat(plot("--form", "hessian")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("gradcheck plot: " + file
                        + " has no such derivative; it has gradient of x, gradient of y, jvp.\n");
    }

    @Test
    void aPictureInOneThemeHasNoOtherColours() {
        assertThat(plot("--form", "jvp", "-o", "-", "--theme", "dark")).isZero();
        assertThat(out.toString()).contains(".p{fill:#0d1117}").doesNotContain("@media", "var(", "#0a58ca");
    }

    @Test
    void aFileIsWrittenAsPng() throws IOException {
        assumeThatCode(DrawingSupport::require).doesNotThrowAnyException();
        Path png = folder.resolve("error.png");

        assertThat(plot("--form", "gradient", "--variable", "x", "-o", png.toString()))
                .isZero();
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(1560);
        assertThat(image.getHeight()).isEqualTo(686);
        assertThat(pixels(image, "ffffff")).isGreaterThan(image.getWidth() * image.getHeight() / 2);
        assertThat(pixels(image, "0a58ca")).as("dots of remainders").isGreaterThan(1000);
        assertThat(pixels(image, "b4560a")).as("squares of central remainders").isGreaterThan(500);
        assertThat(pixels(image, "1a7f37")).as("lines of slopes 2 and 3").isGreaterThan(500);
        assertThat(pixels(image, "cf222e")).as("line of slope 1").isGreaterThan(100);
        assertThat(pixels(image, "7a3fd0")).as("line of the bound").isGreaterThan(200);
        assertThat(pixels(image, "1f2328")).as("letters of the titles").isGreaterThan(100);
    }

    @Test
    void aPngHasTheWidthAndThemeThatAreAskedFor() throws IOException {
        assumeThatCode(DrawingSupport::require).doesNotThrowAnyException();
        Path png = folder.resolve("error.png");

        assertThat(plot("--form", "jvp", "-o", png.toString(), "--width", "390", "--theme=dark"))
                .isZero();
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(390);
        assertThat(image.getHeight()).isEqualTo(172);
        assertThat(pixels(image, "0d1117")).isGreaterThan(390 * 172 / 2);
        assertThat(pixels(image, "ffffff")).isZero();
    }

    private static long pixels(BufferedImage image, String color) {
        int wanted = Integer.parseInt(color, 16);
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff) == wanted)
                .count();
    }

    @Test
    void whatIsNoPictureIsRefusedBeforeTheCheck() {
        assertThat(plot("-o", "error.jpg")).isEqualTo(2);
        assertThat(plot("-o", "error.svg", "--width", "500")).isEqualTo(2);
        assertThat(plot("-o", "error.png", "--width", "50")).isEqualTo(2);
        assertThat(plot("--theme", "dark")).isEqualTo(2);
        assertThat(err).hasToString("""
                gradcheck plot: --out error.jpg: a plot is written as SVG or PNG; expected a name that ends with .svg or .png, or - for standard output.
                gradcheck plot: --width is for PNG, and SVG fits any width; leave it out, or name a file that ends with .png.
                gradcheck plot: --width must be from 100 to 10000, got 50.
                gradcheck plot: --theme is for a picture, and none is asked for; expected --out FILE beside it.
                """);
    }

    @Test
    void aSpecThatCannotBeReadHasItsErrorTold() throws IOException {
        Files.writeString(file, "{\"function\": 3}");

        assertThat(plot()).isEqualTo(2);
        assertThat(err.toString()).startsWith("gradcheck plot: " + file).doesNotContain("\tat ");
    }

    @Test
    void whereNothingWasMeasuredThereIsNothingToPlot() throws IOException {
        Files.writeString(file, """
                {"variables": {"x": [-1]}, "function": "sum(log(x))", "gradient": {"x": "1 ./ x"}}
                """);

        assertThat(plot()).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("gradcheck plot: " + file + ": there are no remainders of the gradient of x to be plotted:"
                        + " gradient: INCONCLUSIVE, f cannot be evaluated at the point");
    }
}
