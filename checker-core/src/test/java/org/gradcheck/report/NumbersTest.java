package org.gradcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void valuesAreFormattedAsByTheFormatterWithoutZerosAtTheEnd() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 5000; i++) {
            double wide = (random.nextDouble() - 0.5) * Math.pow(10, 40 * random.nextDouble() - 20);
            double few = random.nextInt(-1_000_000, 1_000_000) / Math.pow(10, random.nextInt(12));
            for (double x : new double[] {wide, few, few * 1e7, Math.rint(wide)}) {
                assertThat(Numbers.brief(x)).isEqualTo(formatted("%.6g", x));
                assertThat(Numbers.value(x)).isEqualTo(formatted("%.12g", x));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0001, 0.0001",
        "0.00009999996, 0.0001",
        "0.0000999, 9.99e-05",
        "999999.4, 999999",
        "999999.6, 1e+06",
        "-1e20, -1e+20",
        "4.9e-324, 4.9e-324",
        "-0.0, 0",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void valuesAtTheEdges(double x, String text) {
        assertThat(Numbers.brief(x)).isEqualTo(text);
    }

    private static String formatted(String format, double x) {
        String text = String.format(Locale.ROOT, format, x);
        if (x == 0) {
            return "0";
        }
        int exponent = text.indexOf('e');
        String mantissa = exponent < 0 ? text : text.substring(0, exponent);
        String trimmed = mantissa.indexOf('.') < 0 ? mantissa : mantissa.replaceFirst("\\.?0+$", "");
        return exponent < 0 ? trimmed : trimmed + text.substring(exponent);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 999, 1000, 79313, 123456, 1234567, -999, -1000, -123456, Long.MIN_VALUE})
    void countsAreGroupedAsByTheFormatter(long count) {
        assertThat(Numbers.grouped(count)).isEqualTo(String.format(Locale.ROOT, "%,d", count));
    }

    @Test
    void decimalsAreFormattedAsByTheFormatter() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2000; i++) {
            double x = (random.nextDouble() - 0.5) * Math.pow(10, 10 * random.nextDouble() - 4);
            if (Math.abs(x) >= 0.005) { // below, the formatter keeps the sign of a negative zero
                assertThat(Numbers.fixed(x, 2)).isEqualTo(String.format(Locale.ROOT, "%.2f", x));
            }
        }
        assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("NaN");
        assertThat(Numbers.fixed(-0.0, 2)).isEqualTo("0.00");
    }
}
