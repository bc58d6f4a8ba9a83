package org.gradcheck.expression.arithmetic;

import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.complex.Complex;

/**
 * A complex matrix as its real and its imaginary part, by rows. A product takes four real ones: with three, as in Gauss's trick, tiny
 * imaginary parts would drown in the rounding of the real ones.
 *
 * @param re the real part
 * @param im the imaginary part
 */
record Planes(double[][] re, double[][] im) {

    static Planes of(ZMatrixRMaj x) {
        Planes result = zero(x.numRows, x.numCols);
        int at = 0;
        for (int i = 0; i < x.numRows; i++) {
            double[] re = result.re[i];
            double[] im = result.im[i];
            for (int j = 0; j < x.numCols; j++) {
                re[j] = x.data[at++];
                im[j] = x.data[at++];
            }
        }
        return result;
    }

    static Planes transposed(ZMatrixRMaj x) {
        Planes result = zero(x.numCols, x.numRows);
        int at = 0;
        for (int i = 0; i < x.numRows; i++) {
            for (int j = 0; j < x.numCols; j++) {
                result.re[j][i] = x.data[at++];
                result.im[j][i] = x.data[at++];
            }
        }
        return result;
    }

    static Planes zero(int rows, int columns) {
        return new Planes(Rows.zero(rows, columns), Rows.zero(rows, columns));
    }

    ZMatrixRMaj matrix() {
        ZMatrixRMaj result = new ZMatrixRMaj(re.length, re[0].length);
        int at = 0;
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < re[i].length; j++) {
                result.data[at++] = re[i][j];
                result.data[at++] = im[i][j];
            }
        }
        return result;
    }

    Planes times(Planes other) {
        Planes result = zero(re.length, other.re[0].length);
        result.addProduct(this, other);
        return result;
    }

    /** Adds the product of x with as many rows of y as x has columns. */
    void addProduct(Planes x, Planes y) {
        Rows.addProduct(re, 1, x.re, y.re);
        boolean isReal = Rows.areZero(x.im);
        boolean isOtherReal = Rows.areZero(y.im);
        if (!isReal && !isOtherReal) {
            Rows.addProduct(re, -1, x.im, y.im);
        }
        if (!isOtherReal) {
            Rows.addProduct(im, 1, x.re, y.im);
        }
        if (!isReal) {
            Rows.addProduct(im, 1, x.im, y.re);
        }
    }

    /** A row, which stays a part of this matrix. */
    Planes row(int row) {
        return new Planes(new double[][] {re[row]}, new double[][] {im[row]});
    }

    Complex entry(int row, int column) {
        return new Complex(re[row][column], im[row][column]);
    }

    void put(int row, int column, Complex value) {
        re[row][column] = value.re();
        im[row][column] = value.im();
    }

    void swapRows(int first, int second) {
        double[] moved = re[first];
        re[first] = re[second];
        re[second] = moved;
        moved = im[first];
        im[first] = im[second];
        im[second] = moved;
    }

    /** Subtracts a multiple of a row of another matrix from a row of this one, between two columns. */
    void subtract(int row, Complex factor, Planes other, int source, int from, int to) {
        subtract(re[row], im[row], factor.re(), factor.im(), other.re[source], other.im[source], from, to);
    }

    static void subtract(
            double[] targetRe,
            double[] targetIm,
            double re,
            double im,
            double[] sourceRe,
            double[] sourceIm,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            double x = sourceRe[j];
            double y = sourceIm[j];
            targetRe[j] -= re * x - im * y;
            targetIm[j] -= re * y + im * x;
        }
    }
}
