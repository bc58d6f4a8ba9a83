package org.gradcheck.function;

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

    /** The number of entries. */
    public int length() {
        return real.length;
    }
}
