package org.gradcheck.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixSpacesTest {

    private static final double[] NUMBERS =
            new SplittableRandom(1).doubles(9, -1, 1).toArray();

    static Stream<Space<DMatrixRMaj>> all() {
        return Stream.of(
                Spaces.symmetric(3),
                Spaces.skew(3),
                Spaces.diagonal(3),
                Spaces.lowerTriangular(3),
                Spaces.upperTriangular(3),
                Spaces.toeplitz(3, 3),
                Spaces.symmetricToeplitz(3),
                Spaces.circulant(3));
    }

    @Test
    void tiedEntriesAreNamedWhereTheyDiffer() {
        DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2, 3}, {4, 1, 2}, {5, 4.5, 1}});
        Space<DMatrixRMaj> space = Spaces.toeplitz(3, 3);

        assertThat(space.violation(space.coordinates(matrix)))
                .isEqualTo(new Violation(0.1, "entries (1, 0) and (2, 1) are 4.00 and 4.50"));
        assertThat(Spaces.toeplitz(2, 4).tangentDimension()).isEqualTo(5);
        assertThat(Spaces.symmetricToeplitz(4).tangentDimension()).isEqualTo(4);
        assertThat(Spaces.circulant(4).tangentDimension()).isEqualTo(4);
        assertThat(Spaces.circulant(3)
                        .element(Spaces.circulant(3).tangent(NUMBERS, new double[] {1, 2, 3, 0, 0, 0, 0, 0, 0})))
                .satisfies(c -> assertThat(c.data).containsExactly(1, 3, 2, 2, 1, 3, 3, 2, 1));
    }

    private static DMatrixRMaj matrix(Space<DMatrixRMaj> space, double[] coordinates) {
        return space.element(coordinates);
    }

    @ParameterizedTest
    @MethodSource("all")
    void projectionIsOrthogonalAndLeavesTheSpaceAlone(Space<DMatrixRMaj> space) {
        double[] nearest = space.projection(NUMBERS, NUMBERS);
        double[] normal = new double[9];
        for (int i = 0; i < 9; i++) {
            normal[i] = NUMBERS[i] - nearest[i];
        }

        assertThat(space.projection(NUMBERS, nearest)).containsExactly(nearest);
        assertThat(space.violation(nearest)).isEqualTo(Violation.NONE);
        for (int k = 0; k < 9; k++) {
            double[] unit = new double[9];
            unit[k] = 1;
            assertThat(space.inner(normal, space.projection(unit, unit)))
                    .isCloseTo(0, org.assertj.core.api.Assertions.within(1e-16));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void tangentLiesInTheSpaceAndKeepsTheIndependentNumbers(Space<DMatrixRMaj> space) {
        double[] tangent = space.tangent(NUMBERS, NUMBERS);

        assertThat(space.violation(tangent)).isEqualTo(Violation.NONE);
        assertThat(space.tangent(tangent, tangent)).containsExactly(tangent);
        for (int k = 0; k < 9; k++) {
            if (space.isIndependent(k)) {
                assertThat(tangent[k]).isEqualTo(NUMBERS[k]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void independentEntriesAreAsManyAsDimensions(Space<DMatrixRMaj> space) {
        assertThat(IntStream.range(0, 9).filter(space::isIndependent).count()).isEqualTo(space.tangentDimension());
    }

    @Test
    void eachHasItsPattern() {
        double[] numbers = {1, 2, 3, 4};

        assertThat(matrix(Spaces.symmetric(2), Spaces.symmetric(2).tangent(numbers, numbers)).data)
                .containsExactly(1, 3, 3, 4);
        assertThat(matrix(Spaces.skew(2), Spaces.skew(2).tangent(numbers, numbers)).data)
                .containsExactly(0, 3, -3, 0);
        assertThat(matrix(Spaces.diagonal(2), Spaces.diagonal(2).tangent(numbers, numbers)).data)
                .containsExactly(1, 0, 0, 4);
        assertThat(matrix(Spaces.lowerTriangular(2), Spaces.lowerTriangular(2).tangent(numbers, numbers)).data)
                .containsExactly(1, 0, 2, 4);
        assertThat(matrix(Spaces.upperTriangular(2), Spaces.upperTriangular(2).tangent(numbers, numbers)).data)
                .containsExactly(1, 3, 0, 4);
    }

    @Test
    void violationIsMeasuredWhereItIsWorst() {
        double[] x = {4, 1, 0.5, 2, 3, 0, 0.5, 1, 2};

        assertThat(Spaces.symmetric(3).violation(x))
                .isEqualTo(new Violation(0.5 / 4, "entries (0, 1) and (1, 0) are 2.00 and 1.00"));
        assertThat(Spaces.skew(3).violation(x))
                .isEqualTo(new Violation(1, "entry (0, 0) on its diagonal is 4.00, not 0"));
        assertThat(Spaces.diagonal(3).violation(x)).isEqualTo(new Violation(0.5, "entry (0, 1) is 2.00, not 0"));
        assertThat(Spaces.upperTriangular(3).violation(x))
                .isEqualTo(new Violation(0.25, "entry (1, 0) is 1.00, not 0"));
    }

    @Test
    void asymmetryFromRoundingIsNone() {
        double[] x = {1, 0.1, Math.nextUp(0.1), 2};

        assertThat(Spaces.symmetric(2).violation(x).isRounding()).isTrue();
        assertThat(Spaces.symmetric(2)
                        .violation(new double[] {1, 0.1, 0.100000001, 2})
                        .isRounding())
                .isFalse();
    }

    @Test
    void shapeAndSizeAreChecked() {
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> Spaces.symmetric(3).coordinates(new DMatrixRMaj(3, 2)))
                .withMessage("expected a 3×3 matrix, got 3×2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spaces.skew(1))
                .withMessage("a skew-symmetric 1×1 matrix is 0: there is nothing to vary");
    }
}
