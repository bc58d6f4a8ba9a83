package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckSettingsTest {

    private static final DerivativeCheck<double[], Double> PRODUCT = DerivativeCheck.ofScalar(x -> x[0] * x[1])
            .at(new double[] {1.5, -0.5})
            .gradient(x -> new double[] {x[1], x[0]});

    @ParameterizedTest
    @ValueSource(ints = {-1, 0})
    void noDirectionIsNoCheck(int directions) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PRODUCT.directions(directions))
                .withMessage("directions must be at least 1, got " + directions);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 1, 2, Double.NaN})
    void accuracyIsAPartOfOne(double accuracy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PRODUCT.accuracy(accuracy))
                .withMessage("accuracy is relative and must lie between 0 and 1, got " + accuracy);
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 0})
    void timeoutIsPositive(long seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PRODUCT.timeout(Duration.ofSeconds(seconds)))
                .withMessageStartingWith("timeout must be positive, got PT");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void asManyDirectionsAreTriedAsAskedFor(int directions) {
        CheckReport report = PRODUCT.directions(directions).run();

        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.results().get(0).evidence()).hasSize(directions);
    }

    @Test
    void settingsChangeOneThingAndKeepTheRest() {
        CheckSettings settings = CheckSettings.defaults()
                .withSeed(7)
                .withDirections(3)
                .withBudget(50)
                .withAccuracy(1e-6)
                .withStrict(true);

        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.directions()).isEqualTo(3);
        assertThat(settings.budget()).hasValue(50);
        assertThat(settings.accuracy()).hasValue(1e-6);
        assertThat(settings.strict()).isTrue();
        assertThat(settings.withStrict(false).withBudget(60).seed()).isEqualTo(7);
    }

    @Test
    void checksShareNothing() {
        DerivativeCheck<double[], Double> strict = PRODUCT.strict().seed(9);

        assertThat(PRODUCT.run().seed()).isEqualTo(CheckSettings.DEFAULT_SEED);
        assertThat(strict.run().seed()).isEqualTo(9);
    }
}
