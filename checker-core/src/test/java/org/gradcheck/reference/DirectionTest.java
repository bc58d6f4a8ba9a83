package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionTest {

    private static final double[] X = {1.23456789e-8, -0.7, 3.1e8, 0, 42};
    private static final Space<double[]> SPACE = Spaces.vector(X.length);

    @ParameterizedTest
    @EnumSource(
            value = Direction.Kind.class,
            names = {"SCALED", "ISOTROPIC"})
    void everyStepIsExactOrRoundedByLessThanALastPlaceOfTheStep(Direction.Kind kind) {
        Direction direction = Direction.random(kind, SPACE, X, new SplittableRandom(3));

        for (int k = 1; k <= StepLadder.FINEST; k++) {
            double[] moved = direction.pointAt(X, StepLadder.step(k));
            for (int i = 0; i < X.length; i++) {
                BigDecimal exact = new BigDecimal(direction.tangent()[i])
                        .multiply(new BigDecimal(StepLadder.step(k)))
                        .add(new BigDecimal(X[i]));
                BigDecimal allowed = Math.abs(direction.tangent()[i]) <= 2 * Math.abs(X[i])
                        ? BigDecimal.ZERO
                        : new BigDecimal(0x1p-52
                                * StepLadder.step(k)
                                * Math.abs(direction.tangent()[i]));
                assertThat(new BigDecimal(moved[i]).subtract(exact).abs()).isLessThanOrEqualTo(allowed);
            }
        }
    }

    @Test
    void scaledDirectionFollowsTheSizeOfEachCoordinate() {
        double[] v = Direction.random(Direction.Kind.SCALED, SPACE, X, new SplittableRandom(3))
                .tangent();

        for (int i = 0; i < X.length; i++) {
            if (X[i] != 0) {
                assertThat(Math.abs(v[i] / X[i])).isBetween(0.499, 1.001);
            }
        }
    }

    @Test
    void noCoordinateIsLeftOutWhereThePointIsZero() {
        double[] v = Direction.random(Direction.Kind.SCALED, Spaces.vector(4), new double[4], new SplittableRandom(3))
                .tangent();

        assertThat(v).doesNotContain(0);
    }

    @Test
    void givenDirectionKeepsItsDirection() {
        Direction direction = Direction.given(Spaces.vector(2), new double[] {1, 1}, new double[] {3e-5, -1e-5});

        assertThat(direction.tangent()[0] / direction.tangent()[1])
                .isCloseTo(-3, org.assertj.core.api.Assertions.within(1e-5));
    }

    @Test
    void stepsAlongAGivenDirectionFitTheCoordinatesItMoves() {
        double[] x = {1e8, 1, 1e-8};

        assertThat(Direction.given(Spaces.vector(3), x, new double[] {0, 1, 0}).tangent()[1])
                .isBetween(0.5, 2.0);
        assertThat(Direction.given(Spaces.vector(3), x, new double[] {0, 0, -3}).tangent()[2])
                .isBetween(-4e-8, -2.5e-9);
    }

    /** Vectors whose first two entries are equal, with nothing but a projection: the mean. */
    private record EqualPair() implements Space<double[]> {
        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public double[] coordinates(double[] element) {
            return element.clone();
        }

        @Override
        public double[] element(double[] coordinates) {
            return coordinates.clone();
        }

        @Override
        public double[] projection(double[] x, double[] u) {
            double mean = (u[0] + u[1]) / 2;
            return new double[] {mean, mean, u[2]};
        }

        @Override
        public String description() {
            return "vectors with an equal pair";
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void directionOfASubspaceLiesInItAndStepsExactly(long seed) {
        double[] x = {1.01, 1.01, 3};
        Direction direction = Direction.random(Direction.Kind.SCALED, new EqualPair(), x, new SplittableRandom(seed));
        double t = StepLadder.step(StepLadder.FINEST);

        assertThat(direction.tangent()[0]).isEqualTo(direction.tangent()[1]);
        for (int i = 0; i < x.length; i++) {
            BigDecimal exact = new BigDecimal(direction.tangent()[i])
                    .multiply(new BigDecimal(t))
                    .add(new BigDecimal(x[i]));
            assertThat(new BigDecimal(direction.pointAt(x, t)[i])).isEqualByComparingTo(exact);
        }
    }

    @Test
    void pointThatIsSymmetricUpToRoundingHasSymmetricDirections() {
        // Steps beside the first entry are multiples of 2⁻¹⁹, beside the second of 2⁻²⁰.
        double[] x = {1, 1 + 0x1p-20, 1 + 0x1p-20 - 0x1p-51, 1};
        double v = 1 - 0x1p-20;
        double[] fitted = new Direction(Direction.Kind.GIVEN, new double[] {1, v, v, 1})
                .narrowed(Spaces.symmetric(2), x, 0)
                .tangent();

        assertThat(fitted[1]).isEqualTo(fitted[2]);
    }

    @Test
    void zeroDirectionIsRecognised() {
        assertThat(Direction.given(Spaces.vector(2), new double[] {1, 1}, new double[2])
                        .isZero())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 16})
    void narrowedDirectionIsShorterByAPowerOfTwoAndKeepsItsSigns(int octaves) {
        Direction direction = Direction.random(Direction.Kind.SCALED, SPACE, X, new SplittableRandom(3));
        double[] narrowed = direction.narrowed(SPACE, X, octaves).tangent();

        for (int i = 0; i < X.length; i++) {
            double shortened = Math.scalb(direction.tangent()[i], -octaves);
            assertThat(narrowed[i] / shortened).isBetween(0.9, 1.1);
        }
    }

    @Test
    void narrowedDirectionStepsExactly() {
        Direction narrowed = Direction.random(Direction.Kind.SCALED, SPACE, X, new SplittableRandom(3))
                .narrowed(SPACE, X, 16);

        for (int i = 0; i < X.length; i++) {
            double t = StepLadder.step(StepLadder.FINEST);
            BigDecimal exact = new BigDecimal(narrowed.tangent()[i])
                    .multiply(new BigDecimal(t))
                    .add(new BigDecimal(X[i]));
            assertThat(new BigDecimal(narrowed.pointAt(X, t)[i])).isEqualByComparingTo(exact);
        }
    }

    @Test
    void narrowingKeepsTheKind() {
        Direction direction = Direction.given(Spaces.vector(2), new double[] {1, 1}, new double[] {1, 0});

        assertThat(direction.narrowed(Spaces.vector(2), new double[] {1, 1}, 4).kind())
                .isEqualTo(Direction.Kind.GIVEN);
        assertThat(direction.narrowed(Spaces.vector(2), new double[] {1, 1}, 4).tangent()[1])
                .isZero();
    }
}
