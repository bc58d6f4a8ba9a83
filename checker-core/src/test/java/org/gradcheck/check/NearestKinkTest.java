package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradcheck.report.CheckReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinks so near the point that only the finest steps, or none, are on its own side. */
class NearestKinkTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-7, 5e-8, 2e-8, 1e-8, 5e-9, 2e-9, 1e-9})
    void derivativeOfThePointsOwnSideIsNotRefuted(double distance) {
        for (long seed = 1; seed <= 5; seed++) {
            CheckReport report = DerivativeCheck.ofScalar(x -> Math.abs(x[0] - 1 - distance))
                    .at(new double[] {1})
                    .gradient(x -> new double[] {-1})
                    .seed(seed)
                    .run();

            assertThat(report.isRefuted()).as(report.toString()).isFalse();
        }
    }
}
