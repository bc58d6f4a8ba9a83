package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AntiderivativeTest {

    @Test
    void polynomialsAreIntegratedExactly() {
        assertThat(Antiderivative.of(x -> 5 * Math.pow(x, 4) - 1, -1, 3, 1e-9)).hasValueSatisfying(integral -> {
            assertThat(integral.at(-1)).isZero();
            assertThat(integral.at(3)).isCloseTo(240, within(1e-11));
            assertThat(integral.at(0.5)).isCloseTo(Math.pow(0.5, 5) + 1 - 1.5, within(1e-11));
        });
    }

    @Test
    void smoothFunctionsAreIntegratedToTheLastDigits() {
        assertThat(Antiderivative.of(Math::cos, 0.25, 1, 1e-9))
                .hasValueSatisfying(integral ->
                        assertThat(integral.at(0.8)).isCloseTo(Math.sin(0.8) - Math.sin(0.25), within(1e-14)));
    }

    @Test
    void roughOrMissingIntegrandsAreRefused() {
        assertThat(Antiderivative.of(x -> x > 0.3 ? 1 : 0, 0, 1, 1e-3)).isEmpty();
        assertThat(Antiderivative.of(x -> x > 0.3 ? 1 : Double.NaN, 0, 1, 10)).isEmpty();
    }
}
