package org.gradcheck.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.function.ComplexVector;
import org.junit.jupiter.api.Test;

class ComplexArrayTest {

    private static final Complex A = new Complex(1, 2);
    private static final Complex B = new Complex(-3, 0.5);
    private static final ComplexArray Z = ComplexArray.of(A, B);

    private static ComplexArray of(double re0, double im0, double re1, double im1) {
        return ComplexArray.of(new Complex(re0, im0), new Complex(re1, im1));
    }

    @Test
    void operationsAreEntryByEntry() {
        ComplexArray w = of(2, 1, 4, -1);

        assertThat(Z.plus(w)).isEqualTo(of(3, 3, 1, -0.5));
        assertThat(Z.minus(w)).isEqualTo(of(-1, 1, -7, 1.5));
        assertThat(Z.times(w)).isEqualTo(of(0, 5, -11.5, 5));
        assertThat(Z.over(w).times(w).get(0).im()).isCloseTo(2, within(1e-15));
        assertThat(Z.plus(new double[] {1, 2})).isEqualTo(of(2, 2, -1, 0.5));
        assertThat(Z.minus(new double[] {1, 2})).isEqualTo(of(0, 2, -5, 0.5));
        assertThat(Z.times(new double[] {2, 4})).isEqualTo(of(2, 4, -12, 2));
        assertThat(Z.plus(1)).isEqualTo(of(2, 2, -2, 0.5));
        assertThat(Z.minus(1)).isEqualTo(of(0, 2, -4, 0.5));
        assertThat(Z.times(2)).isEqualTo(of(2, 4, -6, 1));
        assertThat(Z.over(2)).isEqualTo(of(0.5, 1, -1.5, 0.25));
        assertThat(Z.plus(A)).isEqualTo(of(2, 4, -2, 2.5));
        assertThat(Z.minus(A)).isEqualTo(of(0, 0, -4, -1.5));
        assertThat(Z.times(A)).isEqualTo(of(-3, 4, -4, -5.5));
        assertThat(Z.over(A).get(0)).isEqualTo(Complex.ONE);
        assertThat(Z.negate()).isEqualTo(of(-1, -2, 3, -0.5));
        assertThat(Z.map(Complex::square)).isEqualTo(Z.times(Z));
    }

    @Test
    void nothingConjugates() {
        assertThat(Z.dot(Z)).isEqualTo(A.times(A).plus(B.times(B)));
        assertThat(ComplexArray.of(new Complex(0, 1)).norm().re())
                .as("√(i·i) is no real number")
                .isNaN();
        assertThat(Z.sum()).isEqualTo(new Complex(-2, 2.5));
        assertThat(Z.dot(new double[] {2, 1})).isEqualTo(new Complex(-1, 4.5));
        assertThat(Z.max()).isEqualTo(A);
    }

    @Test
    void productsWithRealMatrices() {
        double[][] rows = {{1, 2}, {0, -1}, {3, 0}};
        ComplexArray wanted = ComplexArray.of(new Complex(-5, 3), new Complex(3, -0.5), new Complex(3, 6));

        assertThat(Z.leftTimes(rows)).isEqualTo(wanted);
        assertThat(Z.leftTimes(new DMatrixRMaj(rows))).isEqualTo(wanted);
    }

    @Test
    void logSumExpHasTheSoftmaxForItsGradientAndDoesNotOverflow() {
        double h = 1e-100;
        double[] x = {1000, 999, -1000};
        double e = Math.exp(-1);
        for (int i = 0; i < x.length; i++) {
            double[] step = new double[x.length];
            step[i] = h;
            ComplexArray z = ComplexArray.of(new ComplexVector(x.clone(), step));

            assertThat(z.logSumExp().re()).isCloseTo(1000 + Math.log1p(e), within(2e-13));
            assertThat(z.logSumExp().im() / h)
                    .isCloseTo(ComplexArray.ofReal(x).softmax().get(i).re(), within(1e-16));
        }
        assertThat(ComplexArray.ofReal(x).softmax().sum().re()).isCloseTo(1, within(2e-16));
        double[] step = {h, 0, 0};
        assertThat(ComplexArray.of(new ComplexVector(x, step)).softmax().get(1).im() / h)
                .isCloseTo(-e / ((1 + e) * (1 + e)), within(1e-16));
    }

    @Test
    void convertsFromAndToVectorsWithoutSharing() {
        double[] real = {1, 2};
        ComplexVector vector = new ComplexVector(real, new double[] {3, 4});
        ComplexArray array = ComplexArray.of(vector);
        real[0] = 7;
        array.real()[0] = 8;
        array.toVector().imaginary()[0] = 9;

        assertThat(array).isEqualTo(of(1, 3, 2, 4)).hasSameHashCodeAs(of(1, 3, 2, 4));
        assertThat(array.imaginary()).containsExactly(3, 4);
        assertThat(array.slice(1, 2)).isEqualTo(ComplexArray.of(new Complex(2, 4)));
        assertThat(array).hasToString("[1.0 + 3.0i, 2.0 + 4.0i]");
        assertThat(Z.negate()).hasToString("[-1.0 - 2.0i, 3.0 - 0.5i]");
    }

    @Test
    void wrongLengthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Z.plus(ComplexArray.ofReal(1, 2, 3)))
                .withMessage(
                        "an array of length 2 was combined with one of length 3: operations entry by entry need equal lengths,"
                                + " a product with a matrix as many columns as entries");
        assertThatIllegalArgumentException().isThrownBy(() -> Z.dot(new double[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> Z.leftTimes(new double[][] {{1, 2, 3}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Z.leftTimes(new DMatrixRMaj(2, 3)));
        assertThatIllegalStateException()
                .isThrownBy(() -> ComplexArray.of().max())
                .withMessage("the largest of no entries was asked for: max() needs at least one");
    }

    @Test
    @SuppressWarnings("NullAway") // users may not check theirs
    void twinsGoThroughVectors() {
        ComplexVector z = new ComplexVector(new double[] {1, -3}, new double[] {2, 0.5});

        assertThat(ComplexArray.of(ComplexTwin.ofScalar(ComplexArray::sum).apply(z)))
                .isEqualTo(ComplexArray.of(new Complex(-2, 2.5)));
        assertThat(ComplexArray.of(ComplexTwin.ofVector(a -> a.times(2)).apply(z)))
                .isEqualTo(of(2, 4, -6, 1));
        assertThat(ComplexArray.of(ComplexTwin.ofUnivariate(Complex::negate).apply(z)))
                .isEqualTo(ComplexArray.of(new Complex(-1, -2)));
        assertThatNullPointerException()
                .isThrownBy(() -> ComplexTwin.ofUnivariate(null))
                .withMessage("twin");
    }
}
