package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.junit.point.ChosenPoint;
import org.gradcheck.junit.point.Draw;
import org.gradcheck.junit.point.PointKind;
import org.gradcheck.junit.point.PointKinds;
import org.gradcheck.junit.point.PointSource;
import org.gradcheck.point.Magnitude;
import org.gradcheck.report.Numbers;
import org.junit.jupiter.api.Test;

class PointParameterTest {

    private static final int MANY = 4000;

    @SuppressWarnings("unused") // read by reflection
    private static void parameters(
            @Point(dimension = MANY) double[] spread,
            @Point(dimension = MANY, distribution = Distribution.NORMAL, mean = 3, sd = 0.5) double[] normal,
            @Point(dimension = MANY, distribution = Distribution.UNIFORM, low = 2, high = 5) double[] uniform,
            @Point(rows = 2, columns = 3) double[][] rows,
            @Point(rows = 2, columns = 3) DMatrixRMaj matrix,
            @Point(dimension = 3) float[] floats,
            @Point double scalar,
            @Point(dimension = 5, distribution = Distribution.POSITIVE, sd = 2) double[] positive) {}

    @Test
    void threeSeedsInARowSpreadOverThreeMagnitudes() {
        assertThat(rootMeanSquare(vector(0, 1))).isBetween(1.05, 1.15);
        assertThat(rootMeanSquare(vector(0, 2))).isBetween(7.5, 7.8);
        assertThat(rootMeanSquare(vector(0, 3))).isBetween(0.11, 0.12);
        assertThat(rootMeanSquare(vector(0, -1))).isBetween(7.5, 7.8);
    }

    @Test
    void aSecondPointIsLargeWhereTheFirstIsSmall() {
        assertThat(draw(3, 1).magnitude()).contains(Magnitude.ORDINARY);
        assertThat(draw(0, 3).magnitude()).contains(Magnitude.SMALL);
        assertThat(draw(3, 3).magnitude()).contains(Magnitude.LARGE);
    }

    @Test
    void positivePointsHaveNoSigns() {
        assertThat(Arrays.stream(vector(7, 3)).min().orElseThrow()).isBetween(11.0, 20.0);
        assertThat(draw(7, 3).magnitude()).contains(Magnitude.LARGE);
    }

    @Test
    void aDistributionWithParametersHasNoMagnitude() {
        assertThat(draw(1, 2).magnitude()).isEmpty();
        assertThat(draw(2, 2).magnitude()).isEmpty();
    }

    @Test
    void aNormalDistributionKeepsItsParametersAtEverySeed() {
        assertThat(LongStream.range(0, 4).boxed()).allSatisfy(seed -> {
            assertThat(mean(vector(1, seed))).isBetween(2.95, 3.05);
            assertThat(deviation(vector(1, seed))).isBetween(0.47, 0.53);
        });
    }

    @Test
    void aUniformDistributionKeepsItsInterval() {
        double[] x = vector(2, 1);

        assertThat(Arrays.stream(x).min().orElseThrow()).isBetween(2.0, 2.01);
        assertThat(Arrays.stream(x).max().orElseThrow()).isBetween(4.99, 5.0);
        assertThat(mean(x)).isBetween(3.4, 3.6);
    }

    @Test
    void entriesAreTheNumbersThatReportsPrint() {
        assertThat(Arrays.stream(vector(0, 1)).boxed()).allSatisfy(entry -> {
            String printed = Numbers.vector(new double[] {entry});
            assertThat(Double.parseDouble(printed.substring(1, printed.length() - 1)))
                    .isEqualTo(entry);
        });
    }

    @Test
    void parametersOfOneTestAreIndependent() {
        assertThat(((double[][]) value(3, 1))[0]).isNotEqualTo(Arrays.copyOf(((DMatrixRMaj) value(4, 1)).data, 3));
        assertThat(vector(0, 1)[0]).isNotEqualTo(value(6, 1));
    }

    @Test
    void everyTypeHasItsShape() {
        assertThat((double[][]) value(3, 1)).hasDimensions(2, 3);
        assertThat((DMatrixRMaj) value(4, 1)).satisfies(a -> {
            assertThat(a.getNumRows()).isEqualTo(2);
            assertThat(a.getNumCols()).isEqualTo(3);
        });
        assertThat((float[]) value(5, 1)).hasSize(3).doesNotContain(0);
        assertThat(value(6, 1)).isInstanceOf(Double.class);
    }

    @Test
    void everyDrawIsAFreshObject() {
        assertThat(value(0, 1)).isNotSameAs(value(0, 1)).isEqualTo(value(0, 1));
    }

    private static double[] vector(int index, long seed) {
        return (double[]) value(index, seed);
    }

    private static Object value(int index, long seed) {
        return draw(index, seed).value();
    }

    private static ChosenPoint<?> draw(int index, long seed) {
        var parameters = Arrays.stream(PointParameterTest.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("parameters"))
                .findFirst()
                .orElseThrow()
                .getParameters();
        Draw draw = Draw.first(seed);
        ChosenPoint<?> chosen = ChosenPoint.like(0.0);
        for (int i = 0; i <= index; i++) {
            Point annotation = parameters[i].getAnnotation(Point.class);
            PointKind<?> kind = PointKinds.of(
                    parameters[i].getParameterizedType(),
                    AnnotatedPoint.of("the point", annotation).request());
            chosen = new PointSource.Drawn<>(kind).at(draw);
            draw = draw.after(kind);
        }
        return chosen;
    }

    private static double rootMeanSquare(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(entry -> entry * entry).sum() / x.length);
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double deviation(double[] x) {
        double mean = mean(x);
        return Math.sqrt(
                Arrays.stream(x).map(entry -> (entry - mean) * (entry - mean)).sum() / x.length);
    }
}
