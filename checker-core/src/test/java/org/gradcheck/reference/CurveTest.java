package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.PositiveNumbers;
import org.gradcheck.space.Spaces;
import org.gradcheck.space.UnitSphere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {

    private static final double[] X = {0.6, 0, 0.8};

    private static Direction direction(Manifold<double[]> domain) {
        return Direction.random(Direction.Kind.ISOTROPIC, domain, X, new SplittableRandom(5));
    }

    @Test
    void inASpaceItIsTheStraightLine() {
        Direction direction = direction(Spaces.vector(3));
        Curve curve = Curve.through(Spaces.vector(3), X, direction);

        assertThat(curve.pointAt(0.25)).containsExactly(direction.pointAt(X, 0.25));
        assertThat(curve.velocityAt(0.25)).containsExactly(direction.tangent());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void onTheSphereItStaysThereAndItsVelocityIsTangent(double bend) {
        UnitSphere sphere = new UnitSphere(3, bend);
        Curve curve = Curve.through(sphere, X, direction(sphere));

        for (double t : new double[] {-1, -0x1p-8, 0, 0.25, 4}) {
            double[] y = curve.pointAt(t);
            double[] velocity = curve.velocityAt(t);
            assertThat(sphere.inner(y, y, y)).isCloseTo(1, within(1e-15));
            assertThat(sphere.inner(y, y, velocity)).isCloseTo(0, within(1e-15));
        }
    }

    @Test
    void velocityAtThePointIsTheDirection() {
        UnitSphere sphere = new UnitSphere(3);
        Direction direction = direction(sphere);

        assertThat(Curve.through(sphere, X, direction).velocityAt(0)).containsExactly(direction.tangent());
    }

    @Test
    void velocityElsewhereIsRightToThirteenDigits() {
        Curve curve = Curve.through(
                new PositiveNumbers(), new double[] {2}, new Direction(Direction.Kind.GIVEN, new double[] {1.5}));

        for (double t : new double[] {-2, 0x1p-26, 0.5, 3}) {
            double exact = 1.5 * Math.exp(0.75 * t);
            assertThat(curve.velocityAt(t)[0]).isCloseTo(exact, within(1e-13 * exact));
        }
    }

    @Test
    void whereTheRetractionDoesNotReachThereIsNoVelocity() {
        Curve curve = Curve.through(
                new PositiveNumbers(), new double[] {1}, new Direction(Direction.Kind.GIVEN, new double[] {1}));

        assertThat(curve.velocityAt(1e4)[0]).isNaN();
    }
}
