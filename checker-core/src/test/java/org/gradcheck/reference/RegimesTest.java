package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;

/** Flat pieces, staircases, and formulas that switch very near the point. */
class RegimesTest {

    private static CheckReport check(DoubleUnaryOperator f, double derivative, double x) {
        return DerivativeCheck.ofScalar(p -> f.applyAsDouble(p[0]))
                .at(new double[] {x})
                .gradient(p -> new double[] {derivative})
                .run();
    }

    @Test
    void deadZoneConfirmsZeroAndRefutesAnythingElse() {
        assertThat(check(x -> Math.max(x, 0), 0, -0.3).isConfirmed()).isTrue();
        assertThat(check(x -> Math.max(x, 0), 1, -0.3).isRefuted()).isTrue();
        assertThat(check(x -> Math.max(-1, Math.min(1, x)), 0, 1.2).isConfirmed())
                .isTrue();
        assertThat(check(x -> Math.max(-1, Math.min(1, x)), 1, 1.2).isRefuted()).isTrue();
    }

    @Test
    void staircaseOfSmallStepsIsNoiseAroundItsTrend() {
        DoubleUnaryOperator rounded = x -> Math.rint(x * x * 1e5) / 1e5;

        assertThat(check(rounded, 2.6, 1.3).isRefuted()).isFalse();
        assertThat(check(rounded, 3.9, 1.3).isRefuted()).isTrue();
    }

    @Test
    void staircaseOfACurvedFunctionIsNoFlatPiece() {
        DoubleUnaryOperator rounded = x -> Math.rint(Math.sin(25 * x) * 1e4) / 1e4;

        assertThat(check(rounded, 25 * Math.cos(17.5), 0.7).isRefuted()).isFalse();
        assertThat(check(rounded, -25 * Math.cos(17.5), 0.7).isRefuted()).isTrue();
        assertThat(check(rounded, 0, 0.7).isRefuted()).isFalse();
    }

    @Test
    void singlePrecisionBesideAnOffsetIsNoFlatPiece() {
        DoubleUnaryOperator rounded = x -> (float) (1e4 + Math.pow(x, 6));

        assertThat(check(rounded, 6 * Math.pow(1.1, 5), 1.1).isRefuted()).isFalse();
        assertThat(check(rounded, -6 * Math.pow(1.1, 5), 1.1).isRefuted()).isTrue();
    }

    @Test
    void patchNearThePointDoesNotRefuteTheDerivativeOfTheFormulaAround() {
        // The patch is a line with another slope, so that the finest steps converge, to the wrong place.
        DoubleUnaryOperator patched = x -> Math.abs(x) < 1e-5 ? 1 + x / 3 : Math.expm1(x) / x;
        Verdict verdict = check(patched, 0.5, 0).verdict();

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Inconclusive.class, v -> {
            assertThat(v.reason()).isEqualTo(InconclusiveReason.TWO_REGIMES);
            assertThat(v.text()).contains("finer steps lead to -0.31");
        });
    }

    @Test
    void derivativeThatFitsNeitherRegimeIsRefuted() {
        DoubleUnaryOperator patched = x -> Math.abs(x) < 1e-5 ? 1 + x / 3 : Math.expm1(x) / x;

        assertThat(check(patched, 0.7, 0).isRefuted()).isTrue();
    }

    @Test
    void wrongSideOfAKinkNearbyIsStillRefuted() {
        assertThat(check(x -> Math.abs(x - 1), -1, 1.0001).isRefuted()).isTrue();
        assertThat(check(x -> Math.abs(x - 1), 1, 1.0001).isConfirmed()).isTrue();
    }

    @Test
    void flatPieceIsMeasuredByTheChangeAroundIt() {
        Samples samples = TestSamples.ladder(t -> Math.max(t - 0.01, 0));

        assertThat(FlatPiece.of(samples))
                .hasValueSatisfying(flat -> assertThat(flat.change()).isCloseTo(0.115, within(1e-12)));
    }
}
