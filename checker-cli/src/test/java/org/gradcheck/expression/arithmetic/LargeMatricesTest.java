package org.gradcheck.expression.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large matrices take other loops than small ones, to the same results. */
class LargeMatricesTest {

    private static final double H = 1e-24;
    private static final RealArithmetic REAL = RealArithmetic.INSTANCE;
    private static final ComplexArithmetic COMPLEX = ComplexArithmetic.INSTANCE;

    private final Random random = new Random(1);

    @ParameterizedTest
    @CsvSource({"3, 4, 5", "3, 40, 1", "1, 40, 30", "13, 14, 15", "12, 12, 12", "40, 39, 38", "30, 3, 30"})
    void realProductsAreThoseOfEjmlBitByBit(int rows, int inner, int columns) {
        DMatrixRMaj x = real(rows, inner);
        DMatrixRMaj y = real(inner, columns);
        double[] product = CommonOps_DDRM.mult(x, y, null).data;

        assertThat(REAL.multiply(x, y).data).containsExactly(product);
        assertThat(REAL.multiplyTransposed(REAL.transpose(x), y).data).containsExactly(product);
        assertThat(REAL.multiplyByTransposed(x, REAL.transpose(y)).data).containsExactly(product);
    }

    @ParameterizedTest
    @CsvSource({"3, 4, 5", "3, 40, 1", "1, 40, 30", "13, 14, 15", "40, 39, 38", "30, 3, 30"})
    void complexProductsKeepTinyImaginaryPartsAndDoNotConjugate(int rows, int inner, int columns) {
        DMatrixRMaj x = real(rows, inner);
        DMatrixRMaj dx = real(rows, inner);
        DMatrixRMaj y = real(inner, columns);
        DMatrixRMaj dy = real(inner, columns);
        DMatrixRMaj product = REAL.multiply(x, y);
        DMatrixRMaj change = REAL.add(REAL.multiply(x, dy), REAL.multiply(dx, y));
        ZMatrixRMaj z = complex(x, dx);
        ZMatrixRMaj w = complex(y, dy);

        assertIs(COMPLEX.multiply(z, w), product, change);
        assertIs(COMPLEX.multiplyTransposed(COMPLEX.transpose(z), w), product, change);
        assertIs(COMPLEX.multiplyByTransposed(z, COMPLEX.transpose(w)), product, change);
        assertIs(COMPLEX.multiply(COMPLEX.embed(x), w), product, REAL.multiply(x, dy));
        assertIs(COMPLEX.multiply(z, COMPLEX.embed(y)), product, REAL.multiply(dx, y));
    }

    @Test
    void complexProductsOfLargeImaginaryPartsAreThoseOfTheDefinition() {
        DMatrixRMaj a = real(20, 20);
        DMatrixRMaj b = real(20, 20);
        ZMatrixRMaj square = COMPLEX.multiply(complex(a, scaled(b)), complex(a, scaled(b)));

        DMatrixRMaj real = REAL.subtract(REAL.multiply(a, a), REAL.multiply(b, b));
        for (int at = 0; at < real.getNumElements(); at++) {
            assertThat(square.data[2 * at]).isCloseTo(real.data[at], within(1e-13));
        }
    }

    @Test
    void realPartsOfCholeskyFactorsAreTheRealFactorBitByBit() {
        DMatrixRMaj x = real(30, 30);
        DMatrixRMaj a = REAL.add(REAL.multiplyByTransposed(x, x), REAL.identity(30));
        DMatrixRMaj factor = REAL.cholesky(a);
        ZMatrixRMaj complex = COMPLEX.cholesky(complex(a, real(30, 30)));

        assertThat(COMPLEX.realPart(complex).data).containsExactly(factor.data);
        double[] product = REAL.multiplyByTransposed(factor, factor).data;
        for (int at = 0; at < product.length; at++) {
            assertThat(product[at]).isCloseTo(a.data[at], within(1e-12));
        }
    }

    @Test
    void realPartsOfOrthonormalColumnsAreTheRealOnesBitByBit() {
        DMatrixRMaj a = real(30, 20);
        Arithmetic.Orthonormal<DMatrixRMaj> factors = REAL.orthonormalise(a);
        Arithmetic.Orthonormal<ZMatrixRMaj> complex = COMPLEX.orthonormalise(complex(a, real(30, 20)));

        assertThat(COMPLEX.realPart(complex.basis()).data).containsExactly(factors.basis().data);
        assertThat(COMPLEX.realPart(complex.upper()).data).containsExactly(factors.upper().data);
        double[] product = REAL.multiply(factors.basis(), factors.upper()).data;
        for (int at = 0; at < product.length; at++) {
            assertThat(product[at]).isCloseTo(a.data[at], within(1e-13));
        }
    }

    @Test
    void choleskyFactorIsNaNWithoutPositiveDefiniteness() {
        DMatrixRMaj a = REAL.negate(REAL.identity(3));

        assertThat(REAL.cholesky(a).data[0]).isNaN();
        assertThat(COMPLEX.cholesky(COMPLEX.embed(a)).data[0]).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "20"})
    void realPartsOfSolutionsAreTheRealSolutionBitByBit(int columns) {
        DMatrixRMaj a = real(30, 30);
        DMatrixRMaj b = real(30, columns);
        DMatrixRMaj x = REAL.solve(a, b);

        assertThat(COMPLEX.realPart(COMPLEX.solve(complex(a, real(30, 30)), complex(b, real(30, columns)))).data)
                .containsExactly(x.data);
        double[] product = REAL.multiply(a, x).data;
        for (int at = 0; at < product.length; at++) {
            assertThat(product[at]).isCloseTo(b.data[at], within(1e-11));
        }
    }

    private DMatrixRMaj real(int rows, int columns) {
        return RandomMatrices_DDRM.rectangle(rows, columns, -1, 1, random);
    }

    /** Undoes the factor of {@link #complex}. */
    private static DMatrixRMaj scaled(DMatrixRMaj x) {
        return REAL.scale(REAL.scalar(1 / H), x);
    }

    private static ZMatrixRMaj complex(DMatrixRMaj re, DMatrixRMaj im) {
        ZMatrixRMaj result = COMPLEX.embed(re);
        for (int at = 0; at < im.getNumElements(); at++) {
            result.data[2 * at + 1] = H * im.data[at];
        }
        return result;
    }

    private static void assertIs(ZMatrixRMaj found, DMatrixRMaj real, DMatrixRMaj imaginary) {
        assertThat(COMPLEX.realPart(found).data).containsExactly(real.data);
        for (int at = 0; at < imaginary.getNumElements(); at++) {
            assertThat(found.data[2 * at + 1] / H).isCloseTo(imaginary.data[at], within(1e-14 * 40));
        }
    }
}
