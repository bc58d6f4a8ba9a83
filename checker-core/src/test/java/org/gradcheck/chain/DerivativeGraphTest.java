package org.gradcheck.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeGraphTest {

    private static final double[] TARGET = {0.3, -0.2, 0.6};

    /** A layer tanh(W·x), all derivatives right. */
    private static Stage<double[]> layer(String name, String weights, String from) {
        return Stage.vector(
                        name, List.of(weights, from), in -> Net.tanh(Net.times(in.matrix(weights), in.vector(from))))
                .jvp((in, d) -> Net.times(
                        slope(in.matrix(weights), in.vector(from)),
                        Net.plus(
                                Net.times(d.matrix(weights), in.vector(from)),
                                Net.times(in.matrix(weights), d.vector(from)))))
                .vjp((in, bar) -> {
                    double[] scaled = Net.times(slope(in.matrix(weights), in.vector(from)), bar);
                    return Map.of(
                            weights, Net.outer(scaled, in.vector(from)),
                            from, Net.timesTransposed(in.matrix(weights), scaled));
                });
    }

    private static double[] slope(DMatrixRMaj w, double[] x) {
        return Net.tanhSlope(Net.times(w, x));
    }

    private static Stage<double[]> sum(String name, String first, String second) {
        return Stage.vector(name, List.of(first, second), in -> Net.plus(in.vector(first), in.vector(second)))
                .jvp((in, d) -> Net.plus(d.vector(first), d.vector(second)))
                .vjp((in, bar) -> Map.of(first, bar, second, bar));
    }

    private static Stage<Double> loss(String from) {
        return Stage.scalar(from.equals("loss") ? "loss2" : "loss", List.of(from, "target"), in -> {
                    double[] r = Net.plus(in.vector(from), Net.map(in.vector("target"), t -> -t));
                    return 0.5 * Net.dot(r, r);
                })
                .vjp((in, bar) -> Map.of(
                        from, Net.map(Net.plus(in.vector(from), Net.map(in.vector("target"), t -> -t)), t -> bar * t)));
    }

    /** x → h1 → h2, with a shortcut around each; both layers share W. */
    private static DerivativeGraph<Double> residual() {
        return DerivativeGraph.of()
                .input("W", Spaces.matrix(3, 3), Net.A)
                .input("x", Net.X)
                .constant("target", Spaces.vector(3), TARGET)
                .stage(layer("h1", "W", "x"))
                .stage(sum("r1", "x", "h1"))
                .stage(layer("h2", "W", "r1"))
                .stage(sum("r2", "r1", "h2"))
                .stage(loss("r2"));
    }

    /** The gradient of the residual net, in parts, so that each can be forgotten. */
    private record Parts(double[] x, double[] r1, double[] r2bar, double[] s2, double[] r1bar, double[] s1) {
        static Parts of(Values in) {
            DMatrixRMaj w = in.matrix("W");
            double[] x = in.vector("x");
            double[] r1 = Net.plus(x, Net.tanh(Net.times(w, x)));
            double[] r2 = Net.plus(r1, Net.tanh(Net.times(w, r1)));
            double[] r2bar = Net.plus(r2, Net.map(in.vector("target"), t -> -t));
            double[] s2 = Net.times(slope(w, r1), r2bar);
            double[] r1bar = Net.plus(r2bar, Net.timesTransposed(w, s2));
            return new Parts(x, r1, r2bar, s2, r1bar, Net.times(slope(w, x), r1bar));
        }

        DMatrixRMaj wbar2() {
            return Net.outer(s2, r1);
        }

        DMatrixRMaj wbar1() {
            return Net.outer(s1, x);
        }

        DMatrixRMaj wbar() {
            DMatrixRMaj sum = wbar1();
            CommonOps_DDRM.addEquals(sum, wbar2());
            return sum;
        }
    }

    private static Map<String, Object> right(Values in) {
        Parts parts = Parts.of(in);
        return Map.of("W", parts.wbar(), "x", Net.plus(parts.r1bar(), Net.timesTransposed(in.matrix("W"), parts.s1())));
    }

    private static ChainReport whole(Function<Values, Map<String, ?>> gradient) {
        return residual().gradient(gradient).check();
    }

    private static List<String> kinds(ChainReport report) {
        return report.conclusion().causes().stream().map(Diagnosis::kind).toList();
    }

    @Test
    void confirmsAResidualNetWithSharedWeights() {
        ChainReport report = whole(DerivativeGraphTest::right);

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.whole().orElseThrow().results())
                .extracting(CheckResult::name)
                .contains("composition of gradient");
    }

    @Test
    void findsASharedParameterThatIsOverwritten() {
        ChainReport report =
                whole(in -> Map.of("W", Parts.of(in).wbar1(), "x", right(in).get("x")));

        assertThat(report.conclusion().kind()).as(report.toString()).isEqualTo(Conclusion.Kind.COMPOSITION);
        assertThat(kinds(report)).containsExactly("fan-out");
        assertThat(report.conclusion().causes().get(0).text())
                .isEqualTo("\"W\" is taken by \"h1\", \"h2\", and only the cotangent from \"h1\" counts: that from"
                        + " \"h2\" is overwritten where it must be added, or missing");
    }

    @Test
    void findsAShortcutThatIsMissing() {
        ChainReport report = whole(in -> Map.of(
                "W",
                Parts.of(in).wbar(),
                "x",
                Net.timesTransposed(in.matrix("W"), Parts.of(in).s1())));

        assertThat(kinds(report)).containsExactly("fan-out");
        assertThat(report.conclusion().causes().get(0).text())
                .contains("\"x\" is taken by", "only the cotangent from \"h1\"");
    }

    @Test
    void findsAMeanInPlaceOfASum() {
        ChainReport report = whole(in -> {
            DMatrixRMaj half = Parts.of(in).wbar();
            CommonOps_DDRM.scale(0.5, half);
            return Map.of("W", half, "x", right(in).get("x"));
        });

        assertThat(kinds(report)).containsExactly("averaged");
    }

    @Test
    void findsAStaleIntermediateInAGraph() {
        ChainReport report = whole(in -> {
            Parts parts = Parts.of(in);
            DMatrixRMaj w = in.matrix("W");
            double[] s2 = Net.times(slope(w, parts.x()), parts.r2bar());
            DMatrixRMaj wbar = Net.outer(s2, parts.x());
            double[] r1bar = Net.plus(parts.r2bar(), Net.timesTransposed(w, s2));
            double[] s1 = Net.times(slope(w, parts.x()), r1bar);
            CommonOps_DDRM.addEquals(wbar, Net.outer(s1, parts.x()));
            return Map.of("W", wbar, "x", Net.plus(r1bar, Net.timesTransposed(w, s1)));
        });

        assertThat(kinds(report)).containsExactly("stale");
        assertThat(report.conclusion().causes().get(0).text())
                .isEqualTo("the derivative of \"h2\" is taken at the value of \"x\" where \"r1\" belongs");
    }

    @Test
    void namesAStageThatForgetsOneOfItsArguments() {
        ChainReport report = DerivativeGraph.of()
                .input("x", Net.X)
                .stage(Stage.vector("h", List.of("x"), in -> Net.tanh(in.vector("x")))
                        .vjp((in, bar) -> Map.of("x", Net.tanhJvp(in.vector("x"), bar))))
                .stage(Stage.vector("r", List.of("x", "h"), in -> Net.plus(in.vector("x"), in.vector("h")))
                        .vjp((in, bar) -> Map.of("x", new double[3], "h", bar)))
                .check();

        assertThat(report.firstWrongStage()).contains("r");
        assertThat(report.toString()).contains("stage \"r\" is wrong", "wrong along x alone, right along h");
    }

    @Test
    void aVjpThatLeavesAnArgumentOutIsWrong() {
        ChainReport report = DerivativeGraph.of()
                .input("x", Net.X)
                .input("y", Net.X)
                .stage(Stage.vector("s", List.of("x", "y"), in -> Net.plus(in.vector("x"), in.vector("y")))
                        .vjp((in, bar) -> Map.of("x", bar)))
                .check();

        assertThat(report.firstWrongStage()).contains("s");
        assertThat(report.toString()).contains("expected the parts [x, y], got [x]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r2", "h2", "r1", "h1"})
    void bisectsABackwardPassOfTheResidualNet(String wrong) {
        ChainReport report =
                forwardOnly().backward((in, w) -> backward(in, w, wrong)).check();

        assertThat(report.isRefuted()).isTrue();
        assertThat(report.bisection()).as(report.toString()).isPresent();
        assertThat(report.bisection().orElseThrow().suspects()).contains(wrong);
    }

    @Test
    void confirmsTheBackwardPassOfTheResidualNet() {
        ChainReport report =
                forwardOnly().backward((in, w) -> backward(in, w, "none")).check();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.bisection()).isEmpty();
    }

    /** With the pullback of one stage replaced by the identity. */
    private static Map<String, Object> backward(Values in, double w, String wrong) {
        Parts parts = Parts.of(in);
        DMatrixRMaj weights = in.matrix("W");
        double[] r2bar = Net.map(parts.r2bar(), t -> w * t);
        double[] h2bar = wrong.equals("r2") ? Net.map(r2bar, t -> 2 * t) : r2bar;
        double[] s2 = wrong.equals("h2") ? h2bar : Net.times(slope(weights, parts.r1()), h2bar);
        double[] r1bar = Net.plus(r2bar, Net.timesTransposed(weights, s2));
        double[] h1bar = wrong.equals("r1") ? Net.map(r1bar, t -> -t) : r1bar;
        double[] s1 = wrong.equals("h1") ? h1bar : Net.times(slope(weights, parts.x()), h1bar);
        DMatrixRMaj wbar = Net.outer(s1, parts.x());
        CommonOps_DDRM.addEquals(wbar, Net.outer(s2, parts.r1()));
        Map<String, Object> all = new HashMap<>();
        all.put("r2", r2bar);
        all.put("h2", h2bar);
        all.put("r1", r1bar);
        all.put("h1", h1bar);
        all.put("W", wbar);
        all.put("x", Net.plus(r1bar, Net.timesTransposed(weights, s1)));
        return all;
    }

    private static DerivativeGraph<Double> forwardOnly() {
        return DerivativeGraph.of()
                .input("W", Spaces.matrix(3, 3), Net.A)
                .input("x", Net.X)
                .constant("target", Spaces.vector(3), TARGET)
                .stage(bare(layer("h1", "W", "x")))
                .stage(bare(sum("r1", "x", "h1")))
                .stage(bare(layer("h2", "W", "r1")))
                .stage(bare(sum("r2", "r1", "h2")))
                .stage(Stage.scalar(
                        "loss",
                        List.of("r2", "target"),
                        in -> loss("r2").function().apply(in)));
    }

    private static Stage<double[]> bare(Stage<double[]> stage) {
        return Stage.vector(stage.name(), stage.takes(), stage.function());
    }

    /** h_t = tanh(W h_{t−1} + x_t) over five steps with one W, and a backward pass that forgets to add. */
    @ParameterizedTest
    @ValueSource(strings = {"right", "last", "first", "truncated"})
    void aRecurrentNetWithSharedWeights(String how) {
        int steps = 5;
        DerivativeGraph<?> graph =
                DerivativeGraph.of().input("W", Spaces.matrix(3, 3), Net.A).input("h0", Net.X);
        DerivativeGraph<double[]> steppedGraph = graph.stage(step(1));
        for (int t = 2; t <= steps; t++) {
            steppedGraph = steppedGraph.stage(step(t));
        }
        ChainReport report =
                steppedGraph.wholeVjp((in, w) -> recurrent(in, w, steps, how)).check();

        switch (how) {
            case "right" ->
                assertThat(report.isConfirmed()).as(report.toString()).isTrue();
            case "last" ->
                assertThat(report.conclusion().causes().get(0).text())
                        .contains("only the cotangent from \"h1\" counts");
            case "first" ->
                assertThat(report.conclusion().causes().get(0).text())
                        .contains("only the cotangent from \"h5\" counts");
            default ->
                assertThat(report.conclusion().causes())
                        .singleElement()
                        .satisfies(cause ->
                                assertThat(cause.text()).isEqualTo("the cotangent from \"h3\" to \"h2\" is missing"));
        }
    }

    private static Stage<double[]> step(int t) {
        return layer("h" + t, "W", "h" + (t - 1));
    }

    private static Map<String, Object> recurrent(Values in, double[] w, int steps, String how) {
        DMatrixRMaj weights = in.matrix("W");
        List<double[]> h = new ArrayList<>(List.of(in.vector("h0")));
        for (int t = 1; t <= steps; t++) {
            h.add(Net.tanh(Net.times(weights, h.get(t - 1))));
        }
        DMatrixRMaj wbar = new DMatrixRMaj(3, 3);
        double[] bar = w;
        for (int t = steps; t >= 1; t--) {
            double[] s = Net.times(slope(weights, h.get(t - 1)), bar);
            DMatrixRMaj own = Net.outer(s, h.get(t - 1));
            switch (how) {
                case "last" -> wbar = own;
                case "first" -> wbar = t == steps ? own : wbar;
                default -> CommonOps_DDRM.addEquals(wbar, own);
            }
            bar = how.equals("truncated") && t == 3 ? new double[3] : Net.timesTransposed(weights, s);
        }
        return Map.of("W", wbar, "h0", bar);
    }

    /** Two layers and a softmax loss, with a backward pass that exposes what it computes on the way. */
    @ParameterizedTest
    @ValueSource(strings = {"right", "bias", "softmax", "hidden"})
    void aPerceptronWithSoftmaxLoss(String wrong) {
        ChainReport report = DerivativeGraph.of()
                .input("W1", Spaces.matrix(3, 3), Net.A)
                .input("b1", new double[] {0.1, -0.2, 0.3})
                .input("W2", Spaces.matrix(3, 3), Net.B)
                .constant("x", Spaces.vector(3), Net.X)
                .constant("label", Spaces.vector(3), new double[] {0, 1, 0})
                .stage(Stage.vector(
                        "a1",
                        List.of("W1", "x", "b1"),
                        in -> Net.plus(Net.times(in.matrix("W1"), in.vector("x")), in.vector("b1"))))
                .stage(Stage.vector("h", List.of("a1"), in -> Net.tanh(in.vector("a1"))))
                .stage(Stage.vector("z", List.of("W2", "h"), in -> Net.times(in.matrix("W2"), in.vector("h"))))
                .stage(Stage.scalar(
                        "loss", List.of("z", "label"), in -> crossEntropy(in.vector("z"), in.vector("label"))))
                .backward((in, w) -> perceptron(in, w, wrong))
                .check();

        switch (wrong) {
            case "right" ->
                assertThat(report.isConfirmed()).as(report.toString()).isTrue();
            case "softmax" ->
                assertThat(report.firstWrongStage()).as(report.toString()).contains("loss");
            case "hidden" -> {
                assertThat(report.firstWrongStage()).as(report.toString()).contains("h");
                assertThat(kinds(report)).containsExactly("skipped");
            }
            default -> {
                assertThat(report.firstWrongStage()).as(report.toString()).contains("a1");
                assertThat(report.bisection().orElseThrow().wrong()).isEqualTo("b1");
            }
        }
    }

    private static double crossEntropy(double[] z, double[] label) {
        double sum = 0;
        for (double t : z) {
            sum += Math.exp(t);
        }
        return Math.log(sum) - Net.dot(z, label);
    }

    private static Map<String, Object> perceptron(Values in, double w, String wrong) {
        double[] a1 = Net.plus(Net.times(in.matrix("W1"), in.vector("x")), in.vector("b1"));
        double[] h = Net.tanh(a1);
        double[] z = Net.times(in.matrix("W2"), h);
        double[] e = Net.map(z, Math::exp);
        double sum = e[0] + e[1] + e[2];
        double[] zbar = Net.plus(
                Net.map(e, t -> w * t / (wrong.equals("softmax") ? 1 : sum)), Net.map(in.vector("label"), t -> -w * t));
        double[] hbar = Net.timesTransposed(in.matrix("W2"), zbar);
        double[] a1bar = wrong.equals("hidden") ? hbar : Net.tanhJvp(a1, hbar);
        return Map.of(
                "z",
                zbar,
                "h",
                hbar,
                "a1",
                a1bar,
                "W2",
                Net.outer(zbar, h),
                "W1",
                Net.outer(a1bar, in.vector("x")),
                "b1",
                wrong.equals("bias") ? hbar : a1bar);
    }

    @Test
    void refusesNamesThatAreNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivativeGraph.of().input("x", Net.X).stage(sum("s", "x", "y")))
                .withMessage(
                        "the stage \"s\" takes \"y\", which is neither an input nor an earlier stage; there are [x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivativeGraph.of().input("x", Net.X).input("x", Net.X))
                .withMessageContaining("there is a \"x\" already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum("s", "x", "x"))
                .withMessageContaining("something twice");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> residual().gradient(DerivativeGraphTest::right).stage(loss("loss")))
                .withMessageContaining("add all stages first");
    }
}
