package org.gradcheck.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class WeightedSpaceTest {

    private static final DMatrixRMaj W = new DMatrixRMaj(new double[][] {{2, 1}, {1, 3}});

    @Test
    void innerProductHasTheWeights() {
        assertThat(Spaces.weighted(Spaces.vector(2), W).inner(new double[] {1, 2}, new double[] {3, 5}))
                .isEqualTo(3 * 4 + 5 * 7);
        assertThat(Spaces.weighted(Spaces.vector(2), new double[] {2, 10})
                        .inner(new double[] {1, 2}, new double[] {3, 5}))
                .isEqualTo(106);
    }

    @Test
    void weightsAreCopied() {
        DMatrixRMaj mine = W.copy();
        Space<double[]> space = Spaces.weighted(Spaces.vector(2), mine);
        mine.zero();

        assertThat(space.inner(new double[] {1, 0}, new double[] {1, 0})).isEqualTo(2);
    }

    @Test
    void projectionOfASubspaceIsOrthogonalInTheWeights() {
        Space<DMatrixRMaj> space = Spaces.weighted(Spaces.symmetric(2), new double[] {1, 2, 6, 1});
        double[] u = {1, 8, 0, 3};
        double[] nearest = space.projection(u, u);

        assertThat(nearest).containsExactly(new double[] {1, 2, 2, 3}, within(1e-15));
    }

    @Test
    void representerOfACoordinateReadsItAlone() {
        Space<double[]> space = Spaces.weighted(Spaces.vector(2), W);
        double[] w = space.representer(new double[] {1, 0});

        assertThat(space.inner(w, new double[] {7, 100})).isCloseTo(7, within(1e-13));
    }

    @Test
    void termSizeDoesNotShrinkWhenTermsCancel() {
        Space<double[]> space = Spaces.weighted(Spaces.vector(2), W);

        assertThat(space.termSize(new double[] {1, -2}, new double[] {1, 0})).isEqualTo(Math.sqrt(8));
    }

    @Test
    void weightThatIsNoInnerProductIsRefusedWithTheViolation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spaces.weighted(Spaces.vector(2), new DMatrixRMaj(new double[][] {{2, 1}, {0.5, 3}})))
                .withMessage("the weight matrix of an inner product is symmetric; its entries (0, 1) and (1, 0) are"
                        + " 1.00 and 0.500");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spaces.weighted(Spaces.vector(2), new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}})))
                .withMessage("the weight matrix of an inner product is positive definite; its smallest eigenvalue is"
                        + " -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spaces.weighted(Spaces.vector(2), new double[] {1, 0}))
                .withMessage("the weights of an inner product are positive and finite, got 0.0 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spaces.weighted(Spaces.vector(3), W))
                .withMessage("the weights of vectors of length 3 are for 3 coordinates, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spaces.weighted(Spaces.vector(2), new DMatrixRMaj(2, 3)))
                .withMessage("the weight matrix of an inner product is square, got 2×3");
    }
}
