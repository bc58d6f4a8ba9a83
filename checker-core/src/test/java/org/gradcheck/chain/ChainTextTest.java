package org.gradcheck.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainTextTest {

    private static Stage<double[]> tanh(String name, String from, double factor) {
        return Stage.vector(name, List.of(from), in -> Net.tanh(in.vector(from)))
                .vjp((in, bar) -> Map.of(from, Net.map(Net.tanhJvp(in.vector(from), bar), t -> factor * t)));
    }

    private static Stage<double[]> sum(String name, String first, String second) {
        return Stage.vector(name, List.of(first, second), in -> Net.plus(in.vector(first), in.vector(second)))
                .vjp((in, bar) -> Map.of(first, bar, second, bar));
    }

    private static ChainReport report(double factor) {
        return DerivativeGraph.of()
                .input("x", Net.X)
                .stage(tanh("h1", "x", 1))
                .stage(sum("r1", "x", "h1"))
                .stage(tanh("h2", "r1", factor))
                .stage(sum("r2", "r1", "h2"))
                .stage(Stage.scalar("loss", List.of("r2", "x"), in -> Net.dot(in.vector("r2"), in.vector("x")))
                        .vjp((in, bar) -> Map.of(
                                "r2", Net.map(in.vector("x"), t -> bar * t),
                                "x", Net.map(in.vector("r2"), t -> bar * t))))
                .check();
    }

    @Test
    void drawsAGraphThatIsRight() {
        assertThat(report(1).toString()).isEqualTo("""
                        chain: CONFIRMED, every derivative of a stage is right at what the stage
                          receives, and so is what they compose to

                                                                                 |tangent|→  ←|cotan.|
                          ○      x     vectors of length 3                          1.0e+00    6.7e+00
                          ├─╮
                          │ ✓    h1    vectors of length 3                          5.7e-01    1.8e+00
                          ├─┤
                          │ ✓    r1    vectors of length 3                          1.5e+00    1.8e+00
                          │ ├─╮
                          │ │ ✓  h2    vectors of length 3                          6.6e-01    1.6e+00
                          │ ├─╯
                          │ ✓    r2    vectors of length 3                          2.1e+00    1.6e+00
                          ├─╯
                          ✓      loss  real numbers                                 2.8e+00    1.0e+00

                        evaluations  265 of stages
                        seed         1
                        """);
    }

    @Test
    void drawsAGraphWithAWrongStage() {
        assertThat(report(2).toString()).isEqualTo("""
                        chain: REFUTED, stage "h2" is wrong: its vjp disagrees with the reference: off
                          by 5.0e-01 where the reference resolves 4.9e-13

                                                                                 |tangent|→  ←|cotan.|
                          ○      x     vectors of length 3                          1.0e+00    7.1e+00
                          ├─╮
                          │ ✓    h1    vectors of length 3                          5.7e-01    2.0e+00
                          ├─┤
                          │ ✓    r1    vectors of length 3                          1.5e+00    2.0e+00
                          │ ├─╮
                          │ │ ✗  h2    vectors of length 3                          1.3e+00    1.6e+00
                          │ ├─╯
                          │ ✓    r2    vectors of length 3                          2.7e+00    1.6e+00
                          ├─╯
                          ✓      loss  real numbers                                 2.6e+00    1.0e+00

                        cause     the supplied derivative is 2 times the reference
                        vjp of stage h2: REFUTED, disagrees with the reference: off by 5.0e-01 where the
                          reference resolves 4.9e-13
                          supplied     -0.117328155143
                          reference    -0.0586640775717 ± 5.1e-14 (central differences)
                          discrepancy  5.9e-02, 5.0e-01 of the derivative's scale, 1.2e+12 times the
                                       bound
                          order        remainder 1.00 (right: 2, wrong: 1), central remainder 1.00
                                       (right: 3, wrong: 1)
                          direction    2 (isotropic), v = [-1.55038, -1.13605, 1.47671]
                          read from    output 1
                          where        wrong everywhere, by the same factor
                          diagnosis    the supplied derivative is 2 times the reference
                        evaluations  1355 of stages
                        seed         1
                        """);
    }

    @Test
    void keepsWithin80Columns() {
        assertThat(report(2).toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void drawsManyParametersAsAList() {
        DerivativeGraph<double[]> graph = DerivativeGraph.of().input("x", Net.X).stage(tanh("h0", "x", 1));
        for (int i = 1; i <= 12; i++) {
            graph = graph.stage(tanh("side" + i, "x", 1));
        }
        graph = graph.stage(Stage.vector(
                        "all",
                        List.of(
                                "h0", "side1", "side2", "side3", "side4", "side5", "side6", "side7", "side8", "side9",
                                "side10", "side11", "side12"),
                        in -> in.vector("h0"))
                .vjp((in, bar) -> Map.of("h0", bar)));

        assertThat(ChainText.drawing(graph.check().stations()).lines())
                .hasSize(15)
                .allMatch(line -> line.length() <= 80);
    }
}
