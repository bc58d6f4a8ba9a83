package org.gradcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1.0e+00",
        "-0.25, -2.5e-01",
        "0.0095, 9.5e-03",
        "9.96, 1.0e+01",
        "4.9e-324, 4.9e-324",
        "1e300, 1.0e+300",
        "NaN, NaN",
        "Infinity, Infinity"
    })
    void errorsHaveTwoSignificantDigits(double x, String text) {
        assertThat(Numbers.error(x)).isEqualTo(text);
    }

    @Test
    void errorsAreFormattedAsByTheFormatter() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            double x = (random.nextDouble() - 0.5) * Math.pow(10, 40 * random.nextDouble() - 20);
            assertThat(Numbers.error(x)).isEqualTo(String.format(Locale.ROOT, "%.1e", x));
        }
    }
}
