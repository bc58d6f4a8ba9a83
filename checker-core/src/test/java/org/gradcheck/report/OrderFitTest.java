package org.gradcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderFitTest {

    /** Remainders 3h², steps from a tenth on. */
    private static List<RemainderPoint> quadratic(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToDouble(k -> Math.pow(10, -k))
                .mapToObj(h -> new RemainderPoint(h, 1, 3 * h * h, 0))
                .toList();
    }

    @Test
    void theFinestThreeStepsAboveTheNoiseAreFitted() {
        OrderFit fit =
                OrderFit.of(quadratic(6), RemainderPoint::remainder, 1e-10).orElseThrow();

        assertThat(fit.order()).isCloseTo(2, within(1e-12));
        assertThat(fit.coarsest()).isEqualTo(1e-2);
        assertThat(fit.finest()).isEqualTo(1e-4);
        assertThat(fit.middle()).isCloseTo(1e-3, within(1e-15));
        assertThat(fit.at(1e-5)).isCloseTo(3e-10, within(1e-20));
    }

    @Test
    void tooLittleAboveTheNoiseIsNoFit() {
        assertThat(OrderFit.of(quadratic(6), RemainderPoint::remainder, 1e-2)).isEmpty();
        assertThat(OrderFit.of(quadratic(2), RemainderPoint::remainder, 0)).isEmpty();
        assertThat(OrderFit.of(quadratic(6), RemainderPoint::centralRemainder, 0))
                .isEmpty();
    }
}
