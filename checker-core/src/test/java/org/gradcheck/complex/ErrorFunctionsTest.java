package org.gradcheck.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values on the real axis, against the power series with 120 digits, in which nothing that matters is lost. */
class ErrorFunctionsTest {

    private static final MathContext DIGITS = new MathContext(120);

    /** 2/√π. */
    private static final BigDecimal FACTOR = new BigDecimal(
            "1.1283791670955125738961589031215451716881012586579977136881714434212849368829868289734873204");

    /** erf x = 2/√π Σ (−1)ⁿx²ⁿ⁺¹/(n!(2n+1)). */
    private static BigDecimal erf(double x) {
        BigDecimal exact = new BigDecimal(x);
        BigDecimal minusSquare = exact.multiply(exact).negate();
        BigDecimal power = exact;
        BigDecimal sum = exact;
        for (int n = 1; n < 400; n++) {
            power = power.multiply(minusSquare, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS), DIGITS);
        }
        return sum.multiply(FACTOR, DIGITS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-20, 0.003, 0.2, 0.7, 0.99, 1, 1.01, 1.7, 2.5, 4, -0.4, -1.3, -3})
    void erfIsExactToAFewUnits(double x) {
        double wanted = erf(x).doubleValue();

        assertThat(Complex.of(x).erf().re()).isCloseTo(wanted, within(8 * Math.ulp(wanted)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-20, 0.003, 0.2, 0.7, 0.99, 1, 1.01, 1.7, 2.5, 4, 6, -0.4, -1.3, -3})
    void erfcIsExactToAFewUnitsFarOutToo(double x) {
        double wanted = BigDecimal.ONE.subtract(erf(x)).doubleValue();

        assertThat(Complex.of(x).erfc().re()).isCloseTo(wanted, within(16 * Math.ulp(wanted)));
    }
}
