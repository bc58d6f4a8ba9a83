package org.gradcheck.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.function.ComplexVector;
import org.junit.jupiter.api.Test;

class ComplexSpaceTest {

    @Test
    void coordinatesGoDownTheColumnsWithImaginaryPartsBesideRealOnes() {
        Space<ZMatrixRMaj> space = Spaces.complexMatrix(1, 2);
        ZMatrixRMaj matrix = new ZMatrixRMaj(new double[][] {{1, 2, 3, 4}});

        assertThat(space.coordinates(matrix)).containsExactly(1, 2, 3, 4);
        assertThat(space.coordinates(space.element(new double[] {1, 2, 3, 4}))).containsExactly(1, 2, 3, 4);
        assertThat(Spaces.complexMatrix(2, 1).element(new double[] {1, 2, 3, 4}).getImag(1, 0))
                .isEqualTo(4);
    }

    @Test
    void innerProductIsTheRealPartOfTheHermitianOne() {
        // conj(1 + 2i)·(3 + 4i) = 11 − 2i
        assertThat(Spaces.complexVector(1).inner(new double[] {1, 2}, new double[] {3, 4}))
                .isEqualTo(11);
    }

    @Test
    void ownComplexVectorsHaveTheSameCoordinates() {
        Space<ComplexVector> space = ComplexVector.space(2);
        double[] coordinates = {1, 2, 3, 4};
        ComplexVector vector = space.element(coordinates);

        assertThat(vector.real()).containsExactly(1, 3);
        assertThat(vector.imaginary()).containsExactly(2, 4);
        assertThat(space.coordinates(vector)).containsExactly(coordinates);
    }

    @Test
    void shapeIsChecked() {
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> Spaces.complexVector(3).coordinates(new ZMatrixRMaj(2, 1)))
                .withMessage("expected a complex 3×1 matrix, got 2×1");
        assertThat(Spaces.complexVector(3).description())
                .isEqualTo("complex vectors of length 3 with the inner product Re Σ conj(uᵢ)vᵢ");
    }
}
