package org.gradcheck.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gradcheck.diagnosis.where.GroupTesting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupTestingTest {

    private static final int MANY = 400;

    /** Members with errors, measured with some noise. */
    private static GroupTesting testing(double[] errors, double noise, long seed, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        return new GroupTesting(
                (members, codes) -> {
                    double sum = noise * (2 * random.nextDouble() - 1);
                    for (int i = 0; i < members.length; i++) {
                        sum += codes[i] * errors[members[i]];
                    }
                    return Optional.of(new GroupTesting.Sum(sum, noise, codes));
                },
                new SplittableRandom(seed + 1),
                most);
    }

    private static double[] errors(int n, int wrong, SplittableRandom random) {
        double[] errors = new double[n];
        random.ints(0, n).distinct().limit(wrong).forEach(k -> errors[k] = random.nextBoolean() ? 1 : -0.7);
        return errors;
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 12", "1000000, 1, 12", "100, 3, 40", "100000, 3, 60", "100000, 10, 200", "1000000, 10, 250"})
    void findsExactlyTheWrongOnes(int n, int wrong, int most) {
        for (int seed = 0; seed < 10; seed++) {
            double[] errors = errors(n, wrong, new SplittableRandom(seed));
            GroupTesting testing = testing(errors, 1e-8, seed, MANY);

            GroupTesting.Found found = testing.among(IntStream.range(0, n).toArray());

            assertThat(found.isComplete()).isTrue();
            assertThat(found.members())
                    .isEqualTo(IntStream.range(0, n).filter(k -> errors[k] != 0).toArray());
            assertThat(testing.measurements()).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void coarseMeasurementsTakeMoreOfThem() {
        double[] errors = errors(10_000, 1, new SplittableRandom(3));
        GroupTesting fine = testing(errors, 1e-8, 4, MANY);
        GroupTesting coarse = testing(errors, 1e-3, 4, MANY);
        int[] all = IntStream.range(0, errors.length).toArray();

        assertThat(coarse.among(all).members()).isEqualTo(fine.among(all).members());
        assertThat(coarse.measurements()).isGreaterThan(fine.measurements());
    }

    @Test
    void noErrorAboveTheNoiseIsNoMember() {
        GroupTesting testing = testing(new double[50], 1e-3, 5, MANY);

        GroupTesting.Found found = testing.among(IntStream.range(0, 50).toArray());

        assertThat(found.members()).isEmpty();
        assertThat(found.isComplete()).isTrue();
    }

    @Test
    void saysSoWhenItMayNotMeasureOn() {
        double[] errors = errors(10_000, 20, new SplittableRandom(6));
        GroupTesting testing = testing(errors, 1e-8, 7, 30);

        GroupTesting.Found found =
                testing.among(IntStream.range(0, errors.length).toArray());

        assertThat(found.isComplete()).isFalse();
        assertThat(testing.measurements()).isLessThanOrEqualTo(30);
        for (int member : found.members()) {
            assertThat(errors[member]).isNotZero();
        }
    }
}
