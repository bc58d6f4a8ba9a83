package org.gradcheck.spec.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.000",
                "+7",
                "5.",
                ".5",
                "1e5",
                "1E-5",
                "1e+22",
                "1e23",
                "9007199254740993",
                "9007199254740993.0001",
                "9999999999999999999",
                "18446744073709551616",
                "1.797e308",
                "4.9e-324",
                "1e-400",
                "0.1e-63",
                "7.2057594037927933e16",
                "123456789012345678901234567890"
            })
    void isWhatJavaReads(String text) {
        assertThat(Double.doubleToRawLongBits(Decimal.parse(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "e5", "1e", "1e+", "1e5.", "1..2", "1,5", "0x10", "NaN", "1d", "1 ", "--1", "1e999", "١"
            })
    void isNaNForWhatIsNoFiniteNumber(String text) {
        assertThat(Decimal.parse(text)).isNaN();
    }

    @Test
    void roundsAsJavaDoesAtRandom() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(60) - 30);
            assertEqualToJava(Double.toString(value));
            assertEqualToJava(String.format(Locale.ROOT, "%.18e", value));
            assertEqualToJava(String.format(Locale.ROOT, "%.6g", value));
        }
    }

    /** The hardest cases: half way between two doubles, and a little to either side. */
    @Test
    void roundsHalfWayCasesAsJavaDoes() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.scalb(1 + random.nextDouble(), random.nextInt(12) + 50);
            BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.ulp(value) / 2));
            assertEqualToJava(middle.toPlainString());
            assertEqualToJava(middle.add(BigDecimal.ONE.movePointLeft(2)).toPlainString());
            assertEqualToJava(middle.subtract(BigDecimal.ONE.movePointLeft(2)).toPlainString());
        }
    }

    private static void assertEqualToJava(String text) {
        if (Decimal.parse(text) != Double.parseDouble(text)) {
            assertThat(Decimal.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }
}
