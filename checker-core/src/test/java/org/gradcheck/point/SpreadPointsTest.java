package org.gradcheck.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class SpreadPointsTest {

    @Test
    void threeVectorsAreOrdinaryLargeAndSmall() {
        List<double[]> points = SpreadPoints.vectors(10).points();

        assertThat(points).hasSize(3).allSatisfy(x -> assertThat(x).hasSize(10));
        assertThat(largest(points.get(0))).isBetween(1.0, 2.0);
        assertThat(largest(points.get(1))).isBetween(9.0, 10.0);
        assertThat(largest(points.get(2))).isBetween(0.1, 0.3);
    }

    private static double largest(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElseThrow();
    }

    @Test
    void moreOfThemBeginWithTheSame() {
        SpreadPoints<double[]> points = SpreadPoints.vectors(4);

        assertThat(points.withCount(7).points())
                .hasSize(7)
                .startsWith(points.points().toArray(double[][]::new));
        assertThat(points.withSeed(2).points().get(0))
                .isNotEqualTo(points.points().get(0));
    }

    @Test
    void matricesAreNotSymmetric() {
        assertThat(SpreadPoints.in(Spaces.matrix(3, 3)).points())
                .allSatisfy((DMatrixRMaj a) -> assertThat(a.get(0, 1)).isNotEqualTo(a.get(1, 0)));
    }

    @Test
    void thoseOfStructuredSpacesBelongToThem() {
        assertThat(SpreadPoints.in(Spaces.symmetric(3)).points())
                .allSatisfy((DMatrixRMaj a) -> assertThat(a.get(0, 1)).isEqualTo(a.get(1, 0)));
    }

    @Test
    void positiveOnesHaveNoSigns() {
        assertThat(SpreadPoints.vectors(20).positive().withCount(9).points())
                .allSatisfy(
                        x -> assertThat(Arrays.stream(x).min().orElseThrow()).isPositive());
    }

    @Test
    void noPointsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpreadPoints.vectors(2).withCount(0))
                .withMessage("points must be at least 1, got 0");
    }
}
