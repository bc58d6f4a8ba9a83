package org.gradcheck.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.gradcheck.report.Numbers;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final PointSampler SAMPLER = new PointSampler(new Seed(5), 0);

    private static double[] entries(Distribution distribution, long number, int count) {
        return distribution.entries(SAMPLER, Choice.first(number), count);
    }

    @Test
    void aNormalDistributionKeepsItsParametersAtEveryPoint() {
        for (int number = 1; number <= 3; number++) {
            double[] x = entries(new Distribution.Normal(3, 0.5), number, 20_000);
            double mean = Arrays.stream(x).average().orElseThrow();
            double variance =
                    Arrays.stream(x).map(e -> (e - mean) * (e - mean)).average().orElseThrow();

            assertThat(mean).isBetween(2.98, 3.02);
            assertThat(Math.sqrt(variance)).isBetween(0.49, 0.51);
        }
    }

    @Test
    void aUniformDistributionKeepsItsIntervalAndGoesToItsEndsAtLargePoints() {
        Distribution uniform = new Distribution.Uniform(2, 5);

        assertThat(Arrays.stream(entries(uniform, 1, 1000)).average().orElseThrow())
                .isBetween(3.4, 3.6);
        assertThat(DoubleStream.of(entries(uniform, 1, 1000)).boxed()).allMatch(x -> x >= 2 && x <= 5);
        assertThat(DoubleStream.of(entries(uniform, 2, 1000)).boxed())
                .allMatch(x -> (x >= 2 && x <= 2.3) || (x >= 4.7 && x <= 5))
                .anyMatch(x -> x < 3)
                .anyMatch(x -> x > 4);
    }

    @Test
    void aSpreadIsScaledAboutItsCenter() {
        double[] x = entries(Distribution.spread(), 2, 8);
        double[] moved = entries(new Distribution.Spread(100, 0.5), 2, 8);

        for (int i = 0; i < x.length; i++) {
            assertThat(moved[i]).isCloseTo(100 + 0.5 * x[i], within(1e-3));
        }
    }

    @Test
    void positiveEntriesHaveTheSameMagnitudes() {
        double[] x = entries(Distribution.spread(), 2, 8);

        assertThat(entries(Distribution.positive(), 2, 8))
                .containsExactly(Arrays.stream(x).map(Math::abs).toArray());
    }

    @Test
    void entriesAreTheNumbersThatReportsPrint() {
        Distribution[] distributions = {
            Distribution.spread(),
            Distribution.positive(),
            new Distribution.Spread(1e3, 7),
            new Distribution.Normal(0, 1e-9),
            new Distribution.Uniform(-4e10, 4e10)
        };
        for (Distribution distribution : distributions) {
            for (int number = 1; number <= 3; number++) {
                for (double entry : entries(distribution, number, 50)) {
                    assertThat(Double.parseDouble(Numbers.brief(entry))).isEqualTo(entry);
                }
            }
        }
    }

    @Test
    void aNarrowDistributionIsNotRoundedAway() {
        assertThat(Arrays.stream(entries(new Distribution.Normal(1e6, 1e-3), 1, 50))
                        .boxed())
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyMagnitudesAboutZeroAreNamed() {
        assertThat(Distribution.spread().hasMagnitudes()).isTrue();
        assertThat(Distribution.positive().hasMagnitudes()).isTrue();
        assertThat(new Distribution.Spread(5, 1).hasMagnitudes()).isFalse();
        assertThat(new Distribution.Normal(0, 1).hasMagnitudes()).isFalse();
        assertThat(new Distribution.Uniform(0, 1).hasMagnitudes()).isFalse();
    }

    @Test
    void parametersOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution.Normal(0, 0))
                .withMessage("deviation must be positive and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution.Spread(Double.NaN, 1))
                .withMessage("center must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution.Uniform(1, 1))
                .withMessage("an interval must end after it begins, and be finite, got 1.0 and 1.0");
    }
}
