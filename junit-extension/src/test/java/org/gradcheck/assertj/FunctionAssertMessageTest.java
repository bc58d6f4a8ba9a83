package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradcheck.chain.Link;
import org.junit.jupiter.api.Test;

/** The whole text of each kind of failure, as its reader sees it. */
class FunctionAssertMessageTest {

    private static final double[] X = {1, -2};

    @Test
    void aRefutedGradientSaysByHowMuchAndHowToReplayIt() {
        assertThat(messageOf(() -> assertThatFunction(Bilinear::value)
                        .at(X)
                        .withSeed(42)
                        .hasGradient(Bilinear::gradientWithoutTwo)))
                .isEqualToNormalizingNewlines("""

                        Expecting f to have the supplied gradient, but the gradient is wrong by 1.2e+00 of the derivative's scale: it is 1/2 times the reference in [0].
                        gradient: REFUTED, disagrees with the reference: off by 1.2e+00 where the reference resolves 1.3e-14
                          supplied     0.184280395508
                          reference    -0.975629806519 ± 1.1e-14 (central differences)
                          discrepancy  1.2e+00, 1.2e+00 of the derivative's scale, 1.1e+14 times the bound
                          order        remainder 1.00 (right: 2, wrong: 1), central remainder 1.00 (right: 3, wrong: 1)
                          direction    1 (scaled by |x|), v = [0.579955, 1.34419]
                          where        wrong in [0] alone, -2 instead of -4; the other entry agrees
                          diagnosis    the supplied derivative is 1/2 times the reference in [0]
                          step h     quotient             |f(x+hv)-f(x)-hD|  |central remainder|
                          5.0e-01    -0.862600878899      3.0e-01            5.2e-01
                          2.5e-01    -0.947372574614      2.3e-01            2.8e-01
                          1.3e-01    -0.968565498542      1.3e-01            1.4e-01
                          3.1e-02    -0.97518828727       3.5e-02            3.6e-02
                          7.8e-03    -0.975602211566      9.0e-03            9.1e-03
                          2.0e-03    -0.975628081834      2.3e-03            2.3e-03
                          1.5e-05    -0.975629806409      1.8e-05            1.8e-05
                          6.0e-08    -0.975629806519      6.9e-08            6.9e-08
                          7.5e-09    -0.975629806519      8.6e-09            8.6e-09
                          point        x = [1, -2]
                          evaluations  150 of f, of these 112 for where and why
                          precision    double precision assumed of f, by the look of its values
                          seed         42
                          replay       .withSeed(42)""");
    }

    @Test
    void aKinkIsSaidToBeUndecidedAndNotToBeWrong() {
        assertThat(messageOf(() -> assertThatScalarFunction(x -> Math.abs(x[0]) + x[1])
                        .at(new double[] {0, 1})
                        .hasGradient(x -> new double[] {0.5, 1})))
                .isEqualToNormalizingNewlines("""

                        Expecting f to have the supplied gradient, but the check is inconclusive (kink at the point), which does not mean wrong. What helps: check at a point beside the kink.
                        gradient: INCONCLUSIVE, kink at the point: the derivative is -1.66941642761 from the left and 0.243181228638 from the right; check at a point beside the kink
                          supplied     -0.859052181244
                          reference    -0.510624885559 ± 4.2e-07 (central differences)
                          discrepancy  3.5e-01, 4.1e-01 of the derivative's scale, 8.2e+05 times the bound
                          order        remainder 1.00 (right: 2, wrong: 1), central remainder 1.00 (right: 3, wrong: 1)
                          direction    2 (isotropic), v = [-0.696855, -0.510625]
                          step h     quotient             |f(x+hv)-f(x)-hD|  |central remainder|
                          5.0e-01    -0.510624885559      5.2e-01            1.7e-01
                          2.5e-01    -0.510624885559      2.6e-01            8.7e-02
                          1.3e-01    -0.510624885559      1.3e-01            4.4e-02
                          6.3e-02    -0.510624885559      6.5e-02            2.2e-02
                          3.1e-02    -0.510624885559      3.3e-02            1.1e-02
                          7.8e-03    -0.510624885559      8.2e-03            2.7e-03
                          2.0e-03    -0.510624885559      2.0e-03            6.8e-04
                          1.5e-05    -0.510624885559      1.6e-05            5.3e-06
                          6.0e-08    -0.510624885559      6.2e-08            2.1e-08
                          7.5e-09    -0.510624885559      7.8e-09            2.6e-09
                          point        x = [0, 1]
                          evaluations  82 of f
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                          replay       .withSeed(1)""");
    }

    @Test
    void aDerivativeThatThrowsShowsItsException() {
        assertThat(messageOf(() -> assertThatFunction(Bilinear::value).at(X).hasGradient(x -> {
                    throw new UnsupportedOperationException("not written yet");
                })))
                .isEqualToNormalizingNewlines("""

                        Expecting f to have the supplied gradient, but the gradient threw an exception:
                        gradient: REFUTED, threw an exception: the gradient threw UnsupportedOperationException: not written yet
                          point        x = [1, -2]
                          evaluations  2 of f
                          seed         1
                          replay       .withSeed(1)""");
    }

    @Test
    void aWrongLengthSaysBothLengths() {
        assertThat(messageOf(() -> assertThatFunction(Bilinear::value).at(X).hasGradient(x -> new double[3])))
                .isEqualToNormalizingNewlines("""

                        Expecting f to have the supplied gradient, but the gradient has the wrong shape:
                        gradient: REFUTED, has the wrong shape: the gradient returned a value of the wrong shape: expected 2 coordinates, got 3
                          point        x = [1, -2]
                          evaluations  2 of f
                          seed         1
                          replay       .withSeed(1)""");
    }

    @Test
    void operatorsThatAreNotAdjointAreBothShown() {
        assertThat(messageOf(() -> assertThatFunction(Bilinear::forward)
                        .at(X)
                        .hasJvp(Bilinear::jvp)
                        .hasVjp(Bilinear::wrongVjp)))
                .isEqualToNormalizingNewlines("""

                        Expecting f to have the supplied JVP and VJP, but the VJP is wrong by 7.5e-01 of the derivative's scale, everywhere, and JVP and VJP are not adjoint; the supplied VJP is not transposed: it is a JVP, or uses J where Jᵀ belongs.
                        jvp: CONFIRMED, verified to 2.8e-15
                        vjp: REFUTED, disagrees with the reference: off by 7.5e-01 where the reference resolves 3.4e-15
                          supplied     1.91259765625
                          reference    0.486362457275 ± 4.8e-15 (central differences)
                          discrepancy  1.4e+00, 7.5e-01 of the derivative's scale, 3.0e+14 times the bound
                          order        remainder 1.00 (right: 2, wrong: 1), central remainder 1.00 (right: 3, wrong: 1)
                          direction    1 (scaled by |x|), v = [-0.956299, -1.42624]
                          read from    output 0
                          where        wrong everywhere: in each of the 2 entries
                          diagnosis    the supplied VJP is not transposed: it is a JVP, or uses J where Jᵀ belongs
                          step h     quotient             |f(x+hv)-f(x)-hD|  |central remainder|
                          5.0e-01    0.486362457275       3.7e-01            7.1e-01
                          2.5e-01    0.486362457275       2.7e-01            3.6e-01
                          1.3e-01    0.486362457275       1.6e-01            1.8e-01
                          3.1e-02    0.486362457275       4.3e-02            4.5e-02
                          7.8e-03    0.486362457275       1.1e-02            1.1e-02
                          2.0e-03    0.486362457275       2.8e-03            2.8e-03
                          1.5e-05    0.486362457275       2.2e-05            2.2e-05
                          6.0e-08    0.486362457275       8.5e-08            8.5e-08
                          7.5e-09    0.486362457275       1.1e-08            1.1e-08
                        linearity of jvp: CONFIRMED, the jvp is linear exactly
                        linearity of vjp: CONFIRMED, the vjp is linear exactly
                        adjoint: REFUTED, JVP and VJP are not adjoint: ⟨w, f′(x)[v]⟩ = 0.172241210938 but ⟨f′(x)*[w], v⟩ = 0.976776123047, where rounding explains a difference of 2.8e-14
                          left         ⟨w, f′(x)[v]⟩ = 0.172241210938
                          right        ⟨f′(x)*[w], v⟩ = 0.976776123047
                          discrepancy  8.0e-01, 4.1e-01 of the terms' size, where rounding explains 2.8e-14
                          argument     v = [0.617188, -0.609375]
                          point        x = [1, -2]
                          evaluations  164 of f, of these 126 for where and why
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                          replay       .withSeed(1)""");
    }

    @Test
    void anExpectedMistakeThatIsNoneIsConfirmed() {
        assertThat(messageOf(() -> assertThatFunction(Bilinear::value).at(X).hasWrongGradient(Bilinear::gradient)))
                .isEqualToNormalizingNewlines("""

                        Expecting the supplied gradient to be wrong, but it is confirmed:
                        gradient: CONFIRMED, verified to 2.4e-14
                          point        x = [1, -2]
                          evaluations  26 of f
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                          replay       .withSeed(1)""");
    }

    @Test
    void aFunctionWithAKinkShowsBothSides() {
        assertThat(messageOf(() -> assertThatScalarFunction(x -> Math.abs(x[0]) + x[1])
                        .at(new double[] {0, 1})
                        .isDifferentiable()))
                .isEqualToNormalizingNewlines("""

                        Expecting f to be differentiable, but f is not differentiable: along u the derivative is -1.66941642761 from the left and 0.243181228638 from the right:
                        differentiability: REFUTED, is not differentiable: along u the derivative is -1.66941642761 from the left and 0.243181228638 from the right
                          left       -1.66941642761
                          right      0.243181228638
                          direction  u = [-0.956299, -0.713118]
                          point        x = [0, 1]
                          evaluations  62 of f
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                          replay       .withSeed(1)""");
    }

    @Test
    void aFunctionThatIsSmoothSaysAtWhichPoint() {
        assertThat(messageOf(() -> assertThatFunction((double x) -> Math.abs(x))
                        .atPoints(List.of(0.0, 2.0))
                        .isNotDifferentiable()))
                .isEqualToNormalizingNewlines("""

                        Expecting f not to be differentiable, but f has a derivative along 2 directions, resolved to 1.6e-14:
                        differentiability: CONFIRMED, f has a derivative along 2 directions, resolved to 1.6e-14
                          point        x = [2]
                          evaluations  30 of f
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                          number       2 of 2 points
                          replay       .withSeed(1)""");
    }

    @Test
    void theEdgeOfADomainLeavesItUndecided() {
        assertThat(messageOf(() -> assertThatFunction((double x) -> x < 0 ? Double.NaN : x * x)
                        .at(0)
                        .isDifferentiable()))
                .isEqualToNormalizingNewlines("""

                        Expecting f to be differentiable, but the check is inconclusive (domain edge), which does not mean wrong. What helps: check at a point further inside f's domain.
                        differentiability: INCONCLUSIVE, domain edge: f has values on one side of the point only; check at a point further inside f's domain
                          point        x = [0]
                          evaluations  80 of f
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                          replay       .withSeed(1)""");
    }

    @Test
    void aChainNamesItsFirstWrongStage() {
        assertThat(messageOf(() -> assertThatScalarFunction(x -> 4 * Stages.squareNorm(x))
                        .at(new double[] {1, -2})
                        .isChainOf(start -> start.then(
                                        "double",
                                        Link.<double[]>vector(Stages::twice).vjp((x, w) -> Stages.twice(w)))
                                .then(
                                        "square",
                                        Link.<double[]>scalar(Stages::squareNorm)
                                                .vjp((y, w) -> Stages.times(y, new double[] {w, w}))))))
                .isEqualToNormalizingNewlines("""

                        Expecting f to be the chain of the supplied stages, but stage "square" is wrong: its vjp disagrees with the reference: off by 5.0e-01 where the reference resolves 3.5e-15:
                        chain: REFUTED, stage "square" is wrong: its vjp disagrees with the reference:
                          off by 5.0e-01 where the reference resolves 3.5e-15

                                                                                 |tangent|→  ←|cotan.|
                          ○  x       vectors of length 2                            1.0e+00    8.9e+00
                          │
                          ✓  double  vectors of length 2                            2.0e+00    4.5e+00
                          │
                          ✗  square  real numbers                                   8.7e+00    1.0e+00

                        cause     the supplied derivative is 1/2 times the reference
                        vjp of stage square: REFUTED, disagrees with the reference: off by 5.0e-01 where
                          the reference resolves 3.5e-15
                          supplied     7.5846862793
                          reference    15.1693725586 ± 4.3e-14 (central differences)
                          discrepancy  7.6e+00, 5.0e-01 of the derivative's scale, 1.8e+14 times the
                                       bound
                          order        remainder 1.00 (right: 2, wrong: 1), central remainder 1.00
                                       (right: 3, wrong: 1)
                          direction    1 (scaled by |x|), v = [-1.9126, -2.85247]
                          where        wrong everywhere, by the same factor
                          diagnosis    the supplied derivative is 1/2 times the reference
                        evaluations  394 of stages
                        seed         1
                        replay       .withSeed(1)""");
    }

    @Test
    void aFunctionThatIsNotTheCompositionShowsBothValues() {
        assertThat(messageOf(() -> assertThatScalarFunction(x -> 2 * Stages.sum(x) + 1)
                        .at(new double[] {1, -2})
                        .isChainOf(start -> start.then(
                                        "double",
                                        Link.<double[]>vector(Stages::twice).vjp((x, w) -> Stages.twice(w)))
                                .then("sum", Link.<double[]>scalar(Stages::sum).vjp((y, w) -> new double[] {w, w})))))
                .isEqualToNormalizingNewlines("""

                        Expecting f to be what the supplied stages compose to, but the composition returns another value than f:
                        composition: REFUTED, returns another value than f: the composition is -2 where f is -1
                          compared at  [1, -2]
                          point        x = [1, -2]
                          evaluations  2 of f
                          seed         1
                          replay       .withSeed(1)""");
    }

    @Test
    void whatAReportLacksIsSaidBeforeIt() {
        assertThat(messageOf(() ->
                        DerivativeAssertions.assertThat(ExampleReports.right).hasWrongEntry("[0]")))
                .isEqualToNormalizingNewlines("""

                        Expecting the entry "[0]" to be wrong, but no wrong entry is known:
                        gradient: CONFIRMED, verified to 1.5e-14
                          point        x = [1, -2]
                          evaluations  26 of f
                          precision    double precision assumed of f, by the look of its values
                          seed         1""");
    }

    private static String messageOf(ThrowingCallable assertion) {
        return String.valueOf(catchThrowable(assertion).getMessage());
    }
}
