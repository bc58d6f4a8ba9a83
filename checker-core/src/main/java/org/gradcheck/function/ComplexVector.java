package org.gradcheck.function;

import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * A complex vector as two real ones of equal length.
 *
 * <p>The arrays are not copied: a complex vector is handed from one owner to the next, never shared.
 *
 * @param real the real parts
 * @param imaginary the imaginary parts
 */
public record ComplexVector(double[] real, double[] imaginary) {

    public ComplexVector {
        if (real.length != imaginary.length) {
            throw new IllegalArgumentException("a complex vector needs as many imaginary parts as real ones, got "
                    + imaginary.length + " and " + real.length);
        }
    }

    /**
     * Complex vectors of a length as a real space of twice the dimension; see {@link Spaces#complexVector} for what a gradient
     * is there.
     */
    public static Space<ComplexVector> space(int length) {
        return Spaces.adapted(Spaces.complexVector(length), ComplexVector::toMatrix, ComplexVector::ofMatrix);
    }

    private static ZMatrixRMaj toMatrix(ComplexVector vector) {
        ZMatrixRMaj matrix = new ZMatrixRMaj(vector.length(), 1);
        for (int i = 0; i < vector.length(); i++) {
            matrix.set(i, 0, vector.real[i], vector.imaginary[i]);
        }
        return matrix;
    }

    private static ComplexVector ofMatrix(ZMatrixRMaj matrix) {
        ComplexVector vector = new ComplexVector(new double[matrix.numRows], new double[matrix.numRows]);
        for (int i = 0; i < matrix.numRows; i++) {
            vector.real[i] = matrix.getReal(i, 0);
            vector.imaginary[i] = matrix.getImag(i, 0);
        }
        return vector;
    }

    /** The number of entries. */
    public int length() {
        return real.length;
    }
}
