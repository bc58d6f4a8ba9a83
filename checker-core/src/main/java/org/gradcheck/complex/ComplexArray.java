package org.gradcheck.complex;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.function.ComplexVector;

/**
 * An immutable array of complex numbers, with what a loss or a layer needs. As in {@link Complex} nothing conjugates: {@link #dot} is
 * Σzᵢwᵢ, and {@link #norm} the square root of Σzᵢ², which is the Euclidean norm of a real array and its analytic continuation.
 *
 * <p>Operations between two arrays are entry by entry, and want equal lengths. Sums run from the first entry to the last, as the
 * usual loop does, so that real parts agree with those of the real program.
 */
public final class ComplexArray {

    private final double[] real;
    private final double[] imaginary;

    /** Takes the arrays over. */
    private ComplexArray(double[] real, double[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    /** An array of these entries. */
    public static ComplexArray of(Complex... entries) {
        return generate(entries.length, i -> entries[i]);
    }

    /** Real numbers, copied. */
    public static ComplexArray ofReal(double... entries) {
        return new ComplexArray(entries.clone(), new double[entries.length]);
    }

    /** The entries of a complex vector, copied. */
    public static ComplexArray of(ComplexVector vector) {
        return new ComplexArray(vector.real().clone(), vector.imaginary().clone());
    }

    /**
     * An array of which each entry is computed from its index: {@code generate(z.length() - 1, i -> z.get(i + 1).minus(z.get(i)))}.
     */
    public static ComplexArray generate(int length, IntFunction<Complex> entry) {
        ComplexArray result = new ComplexArray(new double[length], new double[length]);
        for (int i = 0; i < length; i++) {
            Complex value = entry.apply(i);
            result.real[i] = value.re();
            result.imaginary[i] = value.im();
        }
        return result;
    }

    /**
     * The product Az of a real matrix, given by its rows, with this array.
     *
     * @throws IllegalArgumentException if a row has another length than this array
     */
    public ComplexArray leftTimes(double[][] rows) {
        return generate(rows.length, i -> dot(rows[i]));
    }

    /**
     * The product Az of a real matrix with this array.
     *
     * @throws IllegalArgumentException if the matrix has another number of columns than this array has entries
     */
    public ComplexArray leftTimes(DMatrixRMaj matrix) {
        int width = matrix.numCols;
        return generate(matrix.numRows, i -> dot(Arrays.copyOfRange(matrix.data, i * width, (i + 1) * width)));
    }

    public int length() {
        return real.length;
    }

    /** The entry at an index from 0. */
    public Complex get(int index) {
        return new Complex(real[index], imaginary[index]);
    }

    /** The entries from an index up to another one, which is not included. */
    public ComplexArray slice(int from, int to) {
        return new ComplexArray(Arrays.copyOfRange(real, from, to), Arrays.copyOfRange(imaginary, from, to));
    }

    public ComplexArray plus(ComplexArray other) {
        requireLength(other.length());
        return generate(length(), i -> get(i).plus(other.get(i)));
    }

    public ComplexArray plus(double[] other) {
        requireLength(other.length);
        return generate(length(), i -> get(i).plus(other[i]));
    }

    /** Adds one number to each entry. */
    public ComplexArray plus(Complex other) {
        return map(z -> z.plus(other));
    }

    /** Adds one number to each entry. */
    public ComplexArray plus(double other) {
        return map(z -> z.plus(other));
    }

    public ComplexArray minus(ComplexArray other) {
        requireLength(other.length());
        return generate(length(), i -> get(i).minus(other.get(i)));
    }

    public ComplexArray minus(double[] other) {
        requireLength(other.length);
        return generate(length(), i -> get(i).minus(other[i]));
    }

    /** Subtracts one number from each entry. */
    public ComplexArray minus(Complex other) {
        return map(z -> z.minus(other));
    }

    /** Subtracts one number from each entry. */
    public ComplexArray minus(double other) {
        return map(z -> z.minus(other));
    }

    public ComplexArray negate() {
        return map(Complex::negate);
    }

    public ComplexArray times(ComplexArray other) {
        requireLength(other.length());
        return generate(length(), i -> get(i).times(other.get(i)));
    }

    public ComplexArray times(double[] other) {
        requireLength(other.length);
        return generate(length(), i -> get(i).times(other[i]));
    }

    /** Multiplies each entry by one number. */
    public ComplexArray times(Complex factor) {
        return map(z -> z.times(factor));
    }

    /** Multiplies each entry by one number. */
    public ComplexArray times(double factor) {
        return map(z -> z.times(factor));
    }

    public ComplexArray over(ComplexArray other) {
        requireLength(other.length());
        return generate(length(), i -> get(i).over(other.get(i)));
    }

    /** Divides each entry by one number. */
    public ComplexArray over(Complex divisor) {
        return map(z -> z.over(divisor));
    }

    /** Divides each entry by one number. */
    public ComplexArray over(double divisor) {
        return map(z -> z.over(divisor));
    }

    /** A function of each entry: {@code z.map(Complex::tanh)}. */
    public ComplexArray map(UnaryOperator<Complex> function) {
        return generate(length(), i -> function.apply(get(i)));
    }

    /** The sum of the entries, 0 if there are none. */
    public Complex sum() {
        double re = 0;
        double im = 0;
        for (int i = 0; i < length(); i++) {
            re += real[i];
            im += imaginary[i];
        }
        return new Complex(re, im);
    }

    /** Σzᵢwᵢ; neither factor is conjugated. */
    public Complex dot(ComplexArray other) {
        requireLength(other.length());
        Complex sum = Complex.ZERO;
        for (int i = 0; i < length(); i++) {
            sum = sum.plus(get(i).times(other.get(i)));
        }
        return sum;
    }

    /** Σzᵢwᵢ with real numbers. */
    public Complex dot(double[] other) {
        requireLength(other.length);
        Complex sum = Complex.ZERO;
        for (int i = 0; i < length(); i++) {
            sum = sum.plus(get(i).times(other[i]));
        }
        return sum;
    }

    /** √Σzᵢ². Analytic away from zero. */
    public Complex norm() {
        return dot(this).sqrt();
    }

    /**
     * The entry with the largest real part, the first of equal ones; NaN when any real part is. Analytic where the largest is the
     * only one.
     *
     * @throws IllegalStateException if there are no entries
     */
    public Complex max() {
        if (length() == 0) {
            throw new IllegalStateException("the largest of no entries was asked for: max() needs at least one");
        }
        Complex largest = get(0);
        for (int i = 1; i < length(); i++) {
            largest = Complex.max(largest, get(i));
        }
        return largest;
    }

    /** log Σexp zᵢ, without overflow: exponentials are taken of zᵢ − m with m the largest real part. */
    public Complex logSumExp() {
        double largest = max().re();
        return map(z -> z.minus(largest).exp()).sum().log().plus(largest);
    }

    /** exp zᵢ / Σexp zⱼ, without overflow. */
    public ComplexArray softmax() {
        double largest = max().re();
        ComplexArray exponentials = map(z -> z.minus(largest).exp());
        return exponentials.over(exponentials.sum());
    }

    /** The real parts, in a fresh array. */
    public double[] real() {
        return real.clone();
    }

    /** The imaginary parts, in a fresh array. */
    public double[] imaginary() {
        return imaginary.clone();
    }

    /** The same entries as a vector, which owns its arrays. */
    public ComplexVector toVector() {
        return new ComplexVector(real.clone(), imaginary.clone());
    }

    private void requireLength(int other) {
        if (other != length()) {
            throw new IllegalArgumentException(
                    "an array of length " + length() + " was combined with one of length " + other
                            + ": operations entry by entry need equal lengths, a product with a matrix as many columns as entries");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComplexArray that
                && Arrays.equals(real, that.real)
                && Arrays.equals(imaginary, that.imaginary);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(real) + Arrays.hashCode(imaginary);
    }

    /** The entries, as "[1.0 + 2.0i, 3.0 - 0.5i]". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < length(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(real[i])
                    .append(imaginary[i] < 0 ? " - " : " + ")
                    .append(Math.abs(imaginary[i]))
                    .append('i');
        }
        return text.append(']').toString();
    }
}
