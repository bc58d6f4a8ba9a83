package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KinkTest {

    private static final double FLOOR = 0x1p-53;

    private static boolean isKink(DoubleUnaryOperator g) {
        return Kink.of(TestSamples.ladder(g), FLOOR, 1).isPresent();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 1e3})
    void exactKinkHasItsSize(double size) {
        assertThat(Kink.of(TestSamples.ladder(t -> t + size * Math.abs(t)), FLOOR, 1))
                .hasValueSatisfying(kink -> {
                    assertThat(kink.left()).isCloseTo(1 - size, within(1e-6 * (1 + size)));
                    assertThat(kink.right()).isCloseTo(1 + size, within(1e-6 * (1 + size)));
                    assertThat(kink.size()).isCloseTo(2 * size, within(1e-6 * (1 + size)));
                });
    }

    @Test
    void downwardKinkHasTheLargerDerivativeOnTheLeft() {
        assertThat(Kink.of(TestSamples.ladder(t -> -Math.abs(t)), FLOOR, 0)).hasValueSatisfying(kink -> {
            assertThat(kink.left()).isEqualTo(1);
            assertThat(kink.right()).isEqualTo(-1);
        });
    }

    @Test
    void curvatureOnBothSidesDoesNotHideAKink() {
        assertThat(isKink(t -> Math.abs(t) * Math.exp(3 * t) + Math.sin(5 * t))).isTrue();
    }

    @Test
    void smoothFunctionsHaveNone() {
        assertThat(isKink(Math::exp)).isFalse();
        assertThat(isKink(t -> 1000 * t * t)).isFalse();
        assertThat(isKink(t -> Math.cos(30 * t))).isFalse();
        assertThat(isKink(t -> 3)).isFalse();
        assertThat(isKink(t -> Math.pow(Math.abs(t), 1.5))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-4, 1e-6, 2e-8})
    void kinkBesideThePointIsNotOneAtThePoint(double distance) {
        assertThat(isKink(t -> Math.abs(t - distance))).isFalse();
        assertThat(isKink(t -> Math.abs(t + distance))).isFalse();
    }

    @Test
    void kinkUnderTheNoiseIsNotClaimed() {
        Samples samples = TestSamples.ladder(t -> t + 1e-9 * Math.abs(t));

        assertThat(Kink.of(samples, 1e-6, 1)).isEmpty();
    }

    @Test
    void kinkTooSmallToMatterIsNone() {
        assertThat(Kink.of(TestSamples.of(t -> 1e9 * t + Math.abs(t), 3, 5, 7, 9, 12), 0, 1e9))
                .isEmpty();
    }

    @Test
    void enclosesBothSidesAndWhatLiesBetweenWithASlack() {
        Kink kink = new Kink(3, -1);

        assertThat(kink.encloses(3, 0)).isTrue();
        assertThat(kink.encloses(-1, 0)).isTrue();
        assertThat(kink.encloses(0, 0)).isTrue();
        assertThat(kink.encloses(3.1, 0.05)).isFalse();
        assertThat(kink.encloses(3.1, 0.2)).isTrue();
        assertThat(kink.encloses(-1.1, 0.05)).isFalse();
        assertThat(kink.encloses(Double.NaN, 1)).isFalse();
    }
}
