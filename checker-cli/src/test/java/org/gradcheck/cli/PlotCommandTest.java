package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(out.toString()).isEmpty();
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
    void otherPicturesThanSvgAreRefusedBeforeTheCheck() {
        assertThat(plot("-o", "error.png")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("gradcheck plot: --out error.png: a plot is written as SVG; expected a name that ends with"
                        + " .svg, or - for standard output.\n");
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
