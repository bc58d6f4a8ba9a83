package org.gradcheck.junit;

import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;

import org.gradcheck.assertj.DerivativeSoftAssertions;
import org.junit.jupiter.api.Test;

class LogisticLossTest {

    private final LogisticLoss loss = LogisticLoss.ofFourSamples();

    @DerivativeTest
    void gradient(@Point(dimension = 3) double[] w, GradientChecker check) {
        check.that(loss::value).hasGradient(loss::gradient);
    }

    @DerivativeTest(points = 5, seed = 42, inconclusive = InconclusiveOutcome.FAIL)
    void margins(
            @Point(dimension = 3, distribution = Distribution.UNIFORM, low = -2, high = 2) double[] w,
            GradientChecker check) {
        check.that(loss::margins).hasJvp(loss::marginsJvp).hasVjp(loss::marginsVjp);
    }

    @Test
    void gradientAtTheStart() {
        double[] start = {0, 0, 0};

        assertThatFunction(loss::value).at(start).hasGradient(loss::gradient);
        assertThatFunction(loss::value).at(new double[] {1, -1, 2}).hasWrongGradient(loss::gradientWithoutRidge);
    }

    @Test
    void sigmoid() {
        assertThatUnivariateFunction(t -> 1 / (1 + Math.exp(-t)))
                .at(0.3)
                .hasDerivative(t -> 1 / (2 + Math.exp(t) + Math.exp(-t)));
    }

    @Test
    void allAtOnce() {
        double[] w = {0.5, -1, 0.25};

        DerivativeSoftAssertions.assertSoftly(softly -> {
            softly.assertThatFunction(loss::value).at(w).hasGradient(loss::gradient);
            softly.assertThatFunction(loss::margins).at(w).hasJvp(loss::marginsJvp);
        });
    }

    @Test
    void smoothness() {
        assertThatFunction(loss::value).atRandomPoints(5, 3).isDifferentiable().hasGradient(loss::gradient);
        assertThatUnivariateFunction(t -> Math.max(0, t)).at(0).isNotDifferentiable();
    }
}
