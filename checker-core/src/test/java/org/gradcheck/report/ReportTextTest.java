package org.gradcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradcheck.check.DerivativeCheck;
import org.junit.jupiter.api.Test;

/** Text as a user reads it; x·y at (3, 2) has exact values, so every figure is stable. */
class ReportTextTest {

    @Test
    void refutationShowsDirectionBothValuesBoundOrderAndSeed() {
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[1])
                .at(new double[] {3, 2})
                .gradient(x -> new double[] {x[1], -x[0]})
                .seed(5)
                .run();

        assertThat(report.toString()).isEqualTo("""
                gradient: REFUTED, disagrees with the reference: off by 1.2e+00 where the reference resolves 2.1e-15
                  supplied     -1.40026855469
                  reference    7.68588256836 ± 1.1e-14 (central differences)
                  discrepancy  9.1e+00, 1.2e+00 of the derivative's scale, 8.0e+14 times the bound
                  order        remainder 1.00 (right: 2, wrong: 1), central remainder 1.00 (right: 3, wrong: 1)
                  direction    2 (isotropic), v = [1.5714, 1.51436]
                  where        wrong in [1] alone, -3 instead of 3; the other entry agrees
                  diagnosis    the supplied derivative has the opposite sign in [1]
                  step h     quotient             |f(x+hv)-f(x)-hD|  |central remainder|
                  5.0e-01    7.68588256836        5.1e+00            4.5e+00
                  2.5e-01    7.68588256836        2.4e+00            2.3e+00
                  1.3e-01    7.68588256836        1.2e+00            1.1e+00
                  3.1e-02    7.68588256836        2.9e-01            2.8e-01
                  7.8e-03    7.68588256836        7.1e-02            7.1e-02
                  2.0e-03    7.68588256836        1.8e-02            1.8e-02
                  1.5e-05    7.68588256836        1.4e-04            1.4e-04
                  6.0e-08    7.68588256836        5.4e-07            5.4e-07
                  7.5e-09    7.68588256836        6.8e-08            6.8e-08
                  point        x = [3, 2]
                  evaluations  150 of f, of these 112 for where and why
                  precision    double precision assumed of f, by the look of its values
                  seed         5
                """);
    }

    @Test
    void confirmationIsShort() {
        CheckReport report = DerivativeCheck.ofScalar(x -> 2 * x[0])
                .at(new double[] {1})
                .gradient(x -> new double[] {2})
                .seed(5)
                .run();

        assertThat(report.toString()).isEqualTo("""
                gradient: CONFIRMED, verified to 2.0e-14
                  point        x = [1]
                  evaluations  26 of f
                  precision    double precision assumed of f, by the look of its values
                  seed         5
                """);
    }

    @Test
    void numbersAreShortWhereTheyAreShort() {
        assertThat(Numbers.value(0.5)).isEqualTo("0.5");
        assertThat(Numbers.value(3)).isEqualTo("3");
        assertThat(Numbers.value(1.25e-9)).isEqualTo("1.25e-09");
        assertThat(Numbers.value(Math.PI)).isEqualTo("3.14159265359");
        assertThat(Numbers.value(0)).isEqualTo("0");
        assertThat(Numbers.error(1.26e-12)).isEqualTo("1.3e-12");
        assertThat(Numbers.vector(new double[] {1, 0, 2.5, 1, 1, 1, 1})).isEqualTo("[1, 0, 2.5, 1, 1, 1, … 7 entries]");
    }
}
