package org.gradcheck.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.gradcheck.chain.Station.Status;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeChainTest {

    /** linear, tanh, shift, loss: all right. */
    private static DerivativeChain<double[], Double> right() {
        return vectors().then("loss", Net::loss, Net::lossJvp, Net::lossVjp);
    }

    private static DerivativeChain<double[], double[]> vectors() {
        return DerivativeChain.start(Net.X)
                .then("linear", Net::linear, Net::linearJvp, Net::linearVjp)
                .then("tanh", Net::tanh, Net::tanhJvp, Net::tanhJvp)
                .then("shift", Net::shift, Net::shiftJvp, Net::shiftVjp);
    }

    private static double[] gradient(double[] x) {
        double[] a = Net.linear(x);
        double[] h = Net.tanh(a);
        double[] y = Net.shift(h);
        return Net.linearVjp(x, Net.tanhJvp(a, Net.shiftVjp(h, Net.lossVjp(y, 1))));
    }

    private static List<String> kinds(ChainReport report) {
        return report.conclusion().causes().stream().map(Diagnosis::kind).toList();
    }

    @Test
    void confirmsARightChain() {
        ChainReport report = right().check();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.conclusion().kind()).isEqualTo(Conclusion.Kind.RIGHT);
        assertThat(report.composed()).isPresent();
        assertThat(report.station("tanh").status()).isEqualTo(Status.RIGHT);
        assertThat(report.station("x").tangent()).hasValueCloseTo(1.0, Offset.offset(1e-12));
        assertThat(report.station("loss").cotangent()).hasValueCloseTo(1.0, Offset.offset(1e-12));
    }

    @Test
    void confirmsARightWhole() {
        ChainReport report = right().gradient(DerivativeChainTest::gradient)
                .wholeJvp((x, v) -> Net.dot(gradient(x), v))
                .check();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.whole().orElseThrow().results().stream().map(r -> r.name()))
                .contains("composition of gradient", "composition of jvp");
    }

    static Stream<String> stages() {
        return Stream.of("linear", "tanh", "shift");
    }

    @ParameterizedTest
    @MethodSource("stages")
    void namesTheStageWhoseVjpIsWrong(String wrong) {
        ChainReport report = DerivativeChain.start(Net.X)
                .then(
                        "linear",
                        Link.vector(Net::linear)
                                .vjp((x, w) -> wrong.equals("linear") ? Net.times(Net.A, w) : Net.linearVjp(x, w)))
                .then(
                        "tanh",
                        Link.<double[]>vector(Net::tanh).vjp((x, w) -> wrong.equals("tanh") ? w : Net.tanhJvp(x, w)))
                .then(
                        "shift",
                        Link.<double[]>vector(Net::shift)
                                .vjp((x, w) ->
                                        wrong.equals("shift") ? Net.timesTransposed(Net.B, w) : Net.shiftVjp(x, w)))
                .then("loss", Link.<double[]>scalar(Net::loss).vjp(Net::lossVjp))
                .check();

        assertThat(report.isRefuted()).as(report.toString()).isTrue();
        assertThat(report.conclusion().kind()).isEqualTo(Conclusion.Kind.STAGE);
        assertThat(report.firstWrongStage()).contains(wrong);
        assertThat(report.stations().stream().filter(s -> s.status() == Status.WRONG))
                .hasSize(1);
    }

    @Test
    void namesTheFirstOfTwoWrongStagesAndWhatIsWrongWithIt() {
        ChainReport report = DerivativeChain.start(Net.X)
                .then("linear", Link.vector(Net::linear).jvp(Net::linearJvp))
                .then("tanh", Link.<double[]>vector(Net::tanh).jvp((x, v) -> Net.map(Net.tanhJvp(x, v), t -> 2 * t)))
                .then("shift", Link.<double[]>vector(Net::shift).jvp((x, v) -> Net.times(Net.B, v)))
                .check();

        assertThat(report.firstWrongStage()).contains("tanh");
        assertThat(report.conclusion().text()).contains("stage \"tanh\" is wrong: its jvp");
        assertThat(report.conclusion().causes())
                .first()
                .extracting(Diagnosis::text)
                .asString()
                .contains("2");
        assertThat(report.station("shift").status()).isEqualTo(Status.WRONG);
    }

    @Test
    void sayThatAWrongWholeIsWhatTheStagesComposeTo() {
        ChainReport report = DerivativeChain.start(Net.X)
                .then("tanh", Link.vector(Net::tanh).vjp((x, w) -> w))
                .then("loss", Link.<double[]>scalar(Net::loss).vjp(Net::lossVjp))
                .gradient(x -> Net.lossVjp(Net.tanh(x), 1))
                .check();

        assertThat(report.conclusion().text())
                .endsWith("; the derivative of the whole is what the stages compose to, and wrong with it");
    }

    @Test
    void findsDerivativesInTheWrongOrder() {
        ChainReport report = right().gradient(x -> {
                    double[] a = Net.linear(x);
                    double[] h = Net.tanh(a);
                    return Net.tanhJvp(a, Net.linearVjp(x, Net.shiftVjp(h, Net.lossVjp(Net.shift(h), 1))));
                })
                .check();

        assertThat(report.conclusion().kind()).isEqualTo(Conclusion.Kind.COMPOSITION);
        assertThat(kinds(report)).containsExactly("order");
        assertThat(report.conclusion().causes().get(0).text()).contains("\"linear\" and \"tanh\"");
    }

    @Test
    void findsAReversedChainOfJvps() {
        ChainReport report = vectors()
                .wholeJvp((x, v) -> {
                    double[] a = Net.linear(x);
                    double[] h = Net.tanh(a);
                    return Net.linearJvp(x, Net.tanhJvp(a, Net.shiftJvp(h, v)));
                })
                .check();

        // The middle of three stays where it is: to exchange the outer two is to reverse all.
        assertThat(report.conclusion().causes()).extracting(Diagnosis::kind).containsOnly("order");
    }

    @Test
    void findsAStageTakenAtItsOutput() {
        ChainReport report = right().gradient(x -> {
                    double[] a = Net.linear(x);
                    double[] h = Net.tanh(a);
                    return Net.linearVjp(x, Net.tanhJvp(h, Net.shiftVjp(h, Net.lossVjp(Net.shift(h), 1))));
                })
                .check();

        assertThat(kinds(report)).containsExactly("stale-output");
        assertThat(report.conclusion().causes().get(0).text())
                .isEqualTo("the derivative of \"tanh\" is taken at its own output where \"linear\" belongs");
    }

    @Test
    void findsAStageTakenAtTheStart() {
        ChainReport report = right().gradient(x -> {
                    double[] a = Net.linear(x);
                    double[] h = Net.tanh(a);
                    return Net.linearVjp(x, Net.tanhJvp(a, Net.shiftVjp(x, Net.lossVjp(Net.shift(h), 1))));
                })
                .check();

        assertThat(kinds(report)).containsExactly("stale");
        assertThat(report.conclusion().causes().get(0).text())
                .isEqualTo("the derivative of \"shift\" is taken at the value of \"x\" where \"tanh\" belongs");
    }

    @Test
    void findsAStageThatIsNotTransposed() {
        ChainReport report = right().gradient(x -> {
                    double[] a = Net.linear(x);
                    double[] h = Net.tanh(a);
                    return Net.linearVjp(x, Net.tanhJvp(a, Net.shiftJvp(h, Net.lossVjp(Net.shift(h), 1))));
                })
                .check();

        assertThat(kinds(report)).containsExactly("transposed");
        assertThat(report.conclusion().causes().get(0).text()).startsWith("the JVP of \"shift\"");
    }

    @Test
    void findsAStageThatIsLeftOut() {
        ChainReport report = right().gradient(x -> {
                    double[] h = Net.tanh(Net.linear(x));
                    return Net.linearVjp(x, Net.shiftVjp(h, Net.lossVjp(Net.shift(h), 1)));
                })
                .check();

        assertThat(kinds(report)).containsExactly("skipped");
        assertThat(report.conclusion().causes().get(0).text()).contains("\"tanh\"");
    }

    @Test
    void findsACotangentThatIsIgnored() {
        ChainReport report = vectors()
                .wholeVjp((x, w) -> {
                    double[] a = Net.linear(x);
                    return Net.linearVjp(x, Net.tanhJvp(a, Net.shiftVjp(Net.tanh(a), new double[] {1, 1, 1})));
                })
                .check();

        assertThat(kinds(report)).containsExactly("seed");
    }

    @Test
    void saysThatAWrongWholeIsNoMistakeItKnows() {
        ChainReport report = right().gradient(x -> Net.plus(gradient(x), new double[] {0, 0.1, 0}))
                .check();

        assertThat(report.conclusion().kind()).isEqualTo(Conclusion.Kind.COMPOSITION);
        assertThat(kinds(report)).doesNotContain("order", "stale", "skipped", "branch", "twice");
    }

    @Test
    void saysThatAStageKeepsAState() {
        double[] kept = new double[3];
        ChainReport report = DerivativeChain.start(Net.X)
                .then(
                        "linear",
                        Link.<double[]>vector(x -> {
                                    double[] y = Net.linear(x);
                                    System.arraycopy(y, 0, kept, 0, 3);
                                    return y;
                                })
                                .vjp(Net::linearVjp))
                .then(
                        "gate",
                        Link.<double[]>vector(x -> Net.map(x, t -> t * kept[0]))
                                .vjp((x, w) -> Net.map(w, t -> t * Net.linear(Net.X)[0])))
                .check();

        assertThat(report.conclusion().kind()).as(report.toString()).isEqualTo(Conclusion.Kind.HIDDEN_STATE);
    }

    @Test
    void namesBothSidesOfAJunctionThatDoesNotFit() {
        ChainReport report = DerivativeChain.start(Net.X)
                .then("linear", Net::linear, Net::linearJvp, Net::linearVjp)
                .then(
                        "tanh",
                        Link.into(Spaces.vector(4), (double[] x) -> Net.tanh(x))
                                .from(Spaces.vector(4))
                                .jvp(Net::tanhJvp))
                .check();

        assertThat(report.conclusion().kind()).isEqualTo(Conclusion.Kind.JUNCTION);
        assertThat(report.conclusion().text())
                .isEqualTo("\"linear\" gives vectors of length 3, but \"tanh\" takes vectors of length 4");
        assertThat(report.station("linear").status()).isEqualTo(Status.RIGHT);
        assertThat(report.station("tanh").status()).isEqualTo(Status.WRONG);
    }

    @Test
    void namesTheValueThatAStageWasLinearisedAt() {
        double[] output = Net.tanh(Net.linear(Net.X));
        ChainReport report = DerivativeChain.start(Net.X)
                .then("linear", Net::linear, Net::linearJvp, Net::linearVjp)
                .then("tanh", Link.<double[]>vector(Net::tanh).vjp(Net::tanhJvp).linearisedAt(output))
                .check();

        assertThat(report.junctions())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text())
                        .contains(
                                "\"tanh\" was linearised at linear = ",
                                "which is the value of \"tanh\", its own output"));
        assertThat(report.isRefuted()).isTrue();
    }

    @Test
    void namesAStageThatThrows() {
        ChainReport report = DerivativeChain.start(Net.X)
                .then("linear", Net::linear, Net::linearJvp, Net::linearVjp)
                .forward("broken", x -> {
                    throw new IllegalStateException("no " + x.length);
                })
                .check();

        assertThat(report.verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(report.conclusion().text())
                .isEqualTo("stage \"broken\" threw IllegalStateException: no 3; it received \"linear\""
                        + " (vectors of length 3)");
        assertThat(report.station("linear").status()).isEqualTo(Status.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "nan", "length", "null", "mutates"})
    void namesTheStageWhoseDerivativeMisbehaves(String how) {
        ChainReport report = DerivativeChain.start(Net.X)
                .then("linear", Net::linear, Net::linearJvp, Net::linearVjp)
                .then("tanh", Link.<double[]>vector(Net::tanh).vjp((x, w) -> misbehaving(how, x)))
                .then("loss", Net::loss, Net::lossJvp, Net::lossVjp)
                .check();

        assertThat(report.isConfirmed()).isFalse();
        assertThat(report.conclusion().stage()).contains("tanh");
        assertThat(report.toString()).contains("tanh");
    }

    @SuppressWarnings("NullAway") // a user's code may return null
    private static double[] misbehaving(String how, double[] x) {
        if (how.equals("mutates")) {
            x[0] += 1;
        }
        return switch (how) {
            case "throws" -> throw new IllegalStateException("no");
            case "nan" -> new double[] {Double.NaN, 0, 0};
            case "length" -> new double[2];
            case "null" -> null;
            default -> x;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "mutates", "null"})
    void namesTheStageWhoseFunctionMisbehaves(String how) {
        ChainReport report = DerivativeChain.start(Net.X)
                .then("linear", Net::linear, Net::linearJvp, Net::linearVjp)
                .then("bad", Link.<double[]>vector(x -> misbehaving(how, x)).vjp((x, w) -> w))
                .check();

        assertThat(report.verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(report.conclusion().text()).startsWith("stage \"bad\" ");
    }

    @Test
    void composesAcrossMissingForms() {
        ChainReport report = DerivativeChain.start(Net.X)
                .then("linear", Link.vector(Net::linear).jvp(Net::linearJvp))
                .then("tanh", Link.<double[]>vector(Net::tanh).vjp(Net::tanhJvp))
                .then("loss", Link.<double[]>scalar(Net::loss).jvp((x, v) -> Net.lossJvp(x, v)))
                .check();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.composed().orElseThrow().results()).hasSizeGreaterThan(2);
    }

    @Test
    void saysThatCotangentsVanish() {
        DerivativeChain<double[], double[]> chain = DerivativeChain.start(Net.X);
        for (int i = 1; i <= 8; i++) {
            chain = chain.then(
                    "half" + i,
                    Link.<double[]>vector(x -> Net.map(x, t -> t / 16))
                            .jvp((x, v) -> Net.map(v, t -> t / 16))
                            .vjp((x, w) -> Net.map(w, t -> t / 16)));
        }
        ChainReport report = chain.check();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.remarks()).hasSize(2).allMatch(remark -> remark.contains("vanishing"));
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(right().seed(7).check().toString())
                .isEqualTo(right().seed(7).check().toString());
    }

    @Test
    void needsADerivative() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        DerivativeChain.start(Net.X).forward("tanh", Net::tanh).check())
                .withMessageStartingWith("a chain needs a derivative");
    }

    /** 16 stages, of which one is pulled back wrongly. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 15, 16})
    void bisectsABackwardPassOfForwardStages(int wrong) {
        ChainReport report = bisected(16, wrong);

        assertThat(report.firstWrongStage()).as(report.toString()).contains("s" + wrong);
        assertThat(report.station("s" + wrong).status()).isEqualTo(Status.WRONG);
        assertThat(report.bisection().orElseThrow().comparisons()).hasSizeLessThanOrEqualTo(6);
        assertThat(kinds(report)).containsExactly("skipped");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 64})
    void takesAboutSixComparisonsFor64Stages(int wrong) {
        ChainReport report = bisected(64, wrong);

        assertThat(report.firstWrongStage()).as(report.toString()).contains("s" + wrong);
        assertThat(report.bisection().orElseThrow().comparisons()).hasSizeLessThanOrEqualTo(8);
    }

    private static double[] layer(int i, double[] x) {
        return Net.map(Net.times(i % 2 == 0 ? Net.A : Net.B, x), t -> t + 0.2 * Math.sin(t + i));
    }

    private static double[] pulled(int i, double[] x, double[] w) {
        double[] slope = Net.map(Net.times(i % 2 == 0 ? Net.A : Net.B, x), t -> 1 + 0.2 * Math.cos(t + i));
        return Net.timesTransposed(i % 2 == 0 ? Net.A : Net.B, Net.times(slope, w));
    }

    private static ChainReport bisected(int stages, int wrong) {
        DerivativeChain<double[], double[]> chain = DerivativeChain.start(Net.X);
        for (int i = 1; i <= stages; i++) {
            int number = i;
            chain = chain.forward("s" + i, x -> layer(number, x));
        }
        return chain.backward((x, w) -> {
                    double[][] values = new double[stages + 1][];
                    values[0] = x;
                    for (int i = 1; i <= stages; i++) {
                        values[i] = layer(i, values[i - 1]);
                    }
                    Map<String, Object> cotangents = new HashMap<>();
                    double[] bar = w;
                    for (int i = stages; i >= 1; i--) {
                        cotangents.put("s" + i, bar);
                        bar = i == wrong ? bar : pulled(i, values[i - 1], bar);
                    }
                    cotangents.put("x", bar);
                    return cotangents;
                })
                .check();
    }

    @Test
    void theFunctionsOfTheStagesCompose() {
        double[] x = {1, -2};
        DerivativeChain<double[], Double> chain = DerivativeChain.start(x)
                .forward("double", v -> new double[] {2 * v[0], 2 * v[1]})
                .forwardScalar("product", v -> v[0] * v[1])
                .gradient(v -> new double[] {4 * v[1], 4 * v[0]})
                .seed(3);

        assertThat(chain.function().apply(new double[] {3, 5})).isEqualTo(60);
        assertThat(chain.point()).isSameAs(x);
    }
}
