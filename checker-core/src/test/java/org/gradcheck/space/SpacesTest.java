package org.gradcheck.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SpacesTest {

    record Pair(double left, double right) {}

    @Test
    void scalarHasOneCoordinate() {
        assertThat(Spaces.scalar().coordinates(2.5)).containsExactly(2.5);
        assertThat(Spaces.scalar().element(new double[] {2.5})).isEqualTo(2.5);
    }

    @Test
    void matrixCoordinatesGoDownTheColumns() {
        DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2, 3}, {4, 5, 6}});
        Space<DMatrixRMaj> space = Spaces.matrix(2, 3);

        assertThat(space.coordinates(matrix)).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(space.element(space.coordinates(matrix)).data).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void vectorsAreCopiedBothWays() {
        double[] mine = {1, 2};
        Space<double[]> space = Spaces.vector(2);

        assertThat(space.coordinates(mine)).isNotSameAs(mine).containsExactly(1, 2);
        assertThat(space.element(mine)).isNotSameAs(mine).containsExactly(1, 2);
    }

    @Test
    void floatsAreRoundedOnTheirWayToTheUser() {
        assertThat(Spaces.floatVector(1).element(new double[] {0.1})).containsExactly(0.1f);
        assertThat(Spaces.floatVector(1).coordinates(new float[] {0.1f})).containsExactly((double) 0.1f);
    }

    @Test
    void ownTypeNeedsTwoFunctions() {
        Space<Pair> space = Spaces.of(2, p -> new double[] {p.left(), p.right()}, c -> new Pair(c[0], c[1]));

        assertThat(space.element(space.coordinates(new Pair(3, 4)))).isEqualTo(new Pair(3, 4));
        assertThat(space.inner(new double[] {1, 2}, new double[] {3, 4})).isEqualTo(11);
    }

    @Test
    void wrongShapeSaysWhatWasExpected() {
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> Spaces.vector(3).coordinates(new double[2]))
                .withMessage("expected 3 coordinates, got 2");
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> Spaces.matrix(2, 3).coordinates(new DMatrixRMaj(3, 2)))
                .withMessage("expected a 2×3 matrix, got 3×2");
    }

    @Test
    void emptySpaceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spaces.vector(0))
                .withMessage("a space needs at least one dimension, got 0");
    }
}
