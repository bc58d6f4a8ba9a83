package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Mistakes in annotations are named before anything runs. */
class DerivativeTestConfigurationTest {

    static class MistakenTestCase {
        @DerivativeTest(points = 0)
        void noPoints() {}

        @DerivativeTest
        void noDimension(@Point double[] w) {}

        @DerivativeTest
        void negativeDimension(@Point(dimension = -2) float[] w) {}

        @DerivativeTest
        void noColumns(@Point(rows = 2) DMatrixRMaj a) {}

        @DerivativeTest
        void dimensionOfMatrix(@Point(dimension = 2) double[][] a) {}

        @DerivativeTest
        void rowsOfVector(@Point(rows = 2) double[] w) {}

        @DerivativeTest
        void dimensionOfScalar(@Point(dimension = 1) double t) {}

        @DerivativeTest
        void unsupportedType(@Point(dimension = 1) Map<String, Double> w) {}

        @DerivativeTest
        void lowOfNormal(@Point(low = 0) double t) {}

        @DerivativeTest
        void meanOfUniform(@Point(distribution = Distribution.UNIFORM, mean = 1) double t) {}

        @DerivativeTest
        void meanOfPositive(@Point(distribution = Distribution.POSITIVE, mean = 1) double t) {}

        @DerivativeTest
        void emptyInterval(@Point(distribution = Distribution.UNIFORM, low = 2) double t) {}

        @DerivativeTest
        void zeroDeviation(@Point(sd = 0) double t) {}

        @DerivativeTest
        void infiniteMean(@Point(mean = Double.POSITIVE_INFINITY) double t) {}
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            noPoints                                | @DerivativeTest requires `points` to be at least 1, got 0
            noDimension([D)                         | @Point on parameter w of type double[] requires `dimension`
            negativeDimension([F)                   | @Point on parameter w of type float[] requires `dimension` to be at least 1, got -2
            noColumns(org.ejml.data.DMatrixRMaj)    | @Point on parameter a of type DMatrixRMaj requires `columns`
            dimensionOfMatrix([[D)                  | @Point on parameter a of type double[][] takes no `dimension`: give `rows` and `columns`
            rowsOfVector([D)                        | @Point on parameter w of type double[] takes no `rows`: give `dimension`
            dimensionOfScalar(double)               | @Point on parameter t of type double takes no `dimension`
            unsupportedType(java.util.Map)          | @Point on parameter w of type Map is not supported; supported are double, double[], float[], double[][], DMatrixRMaj, SimpleMatrix, records and lists of these
            lowOfNormal(double)                     | @Point on parameter t of type double sets `low`, which has a meaning only for the distribution UNIFORM
            meanOfUniform(double)                   | @Point on parameter t of type double sets `mean`, which has a meaning only for the distributions NORMAL and SPREAD
            meanOfPositive(double)                  | @Point on parameter t of type double sets `mean`, which has a meaning only for the distributions NORMAL and SPREAD
            emptyInterval(double)                   | @Point on parameter t of type double requires `low` to be less than `high` and both finite, got 2.0 and 1.0
            zeroDeviation(double)                   | @Point on parameter t of type double requires `sd` to be positive and finite, got 0.0
            infiniteMean(double)                    | @Point on parameter t of type double requires `mean` to be finite, got Infinity
            """)
    void aMistakeNamesAnnotationParameterAndAttribute(String method, String message) {
        String name = MistakenTestCase.class.getName() + "#" + method;

        assertThat(containerFailures(Kit.ofMethod(name)))
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .satisfies(failure -> assertThat(failure).hasMessage(message));
    }

    static class WellConfiguredTestCase {
        @DerivativeTest
        void passes() {}
    }

    @Test
    void aSeedThatIsNoNumberIsNamed() {
        assertThat(containerFailures(
                        Kit.of(WellConfiguredTestCase.class).configurationParameter("gradcheck.seed", "today")))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessage("configuration parameter `gradcheck.seed` must be a whole number, got \"today\""));
    }

    private static List<Throwable> containerFailures(EngineTestKit.Builder tests) {
        return tests.execute()
                .containerEvents()
                .finished()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }
}
