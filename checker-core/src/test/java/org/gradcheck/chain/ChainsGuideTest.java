package org.gradcheck.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** The guide to chains shows nothing that does not compile, pass and print as it says. */
class ChainsGuideTest {

    private final double[] x = Net.X;
    private final DMatrixRMaj w = Net.A;

    private static Map<String, ?> layerVjp(Values in, double[] bar) {
        double[] scaled = Net.times(Net.tanhSlope(Net.times(in.matrix("W"), in.vector("x"))), bar);
        return Map.of("W", Net.outer(scaled, in.vector("x")), "x", Net.timesTransposed(in.matrix("W"), scaled));
    }

    @Test
    void chain() throws IOException {
        ChainReport report = DerivativeChain.start(x)
                .then("linear", Net::linear, Net::linearJvp, Net::linearVjp)
                .then("tanh", Link.<double[]>vector(Net::tanh).vjp((a, w) -> w))
                .then("loss", Link.<double[]>scalar(Net::loss).vjp(Net::lossVjp))
                .check();

        assertThat(report.firstWrongStage()).contains("tanh");
        assertThat(ChainText.drawing(report.stations()))
                .isEqualTo(blocks("text").get(0));
    }

    @Test
    void graph() throws IOException {
        ChainReport report = DerivativeGraph.of()
                .input("W", Spaces.matrix(3, 3), w)
                .input("x", x)
                .stage(Stage.vector("h", List.of("W", "x"), in -> Net.tanh(Net.times(in.matrix("W"), in.vector("x"))))
                        .vjp((in, bar) -> layerVjp(in, bar)))
                .stage(Stage.vector("r", List.of("x", "h"), in -> Net.plus(in.vector("x"), in.vector("h")))
                        .vjp((in, bar) -> Map.of("x", bar, "h", bar)))
                .wholeVjp((in, bar) -> layerVjp(in, bar)) // forgets the shortcut
                .check();

        assertThat(report.conclusion().kind()).isEqualTo(Conclusion.Kind.COMPOSITION);
        assertThat(report.conclusion().causes())
                .extracting(Diagnosis::text)
                .containsExactly(blocks("text").get(1).strip());
    }

    @Test
    void backwardPass() {
        ChainReport report = DerivativeChain.start(x)
                .forward("a", Net::linear)
                .forward("h", Net::tanh)
                .forwardScalar("loss", Net::loss)
                .backward((point, w) -> {
                    double[] hbar = Net.lossVjp(Net.tanh(Net.linear(point)), w);
                    double[] abar = hbar; // the slope of tanh is missing
                    return Map.of("h", hbar, "a", abar, "x", Net.linearVjp(point, abar));
                })
                .check();

        assertThat(report.firstWrongStage()).contains("h");
        assertThat(report.conclusion().causes())
                .extracting(Diagnosis::text)
                .containsExactly("the derivative of \"h\" is left out, as if it were the identity");
    }

    @Test
    void everyExampleOfTheGuideIsHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/gradcheck/chain/ChainsGuideTest.java"));

        assertThat(blocks("java"))
                .hasSize(3)
                .allSatisfy(block -> assertThat(onOneLine(source)).contains(onOneLine(block)));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").replace("( ", "(").strip();
    }

    private static List<String> blocks(String language) throws IOException {
        String guide = Files.readString(Path.of("../docs/chains.md"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
