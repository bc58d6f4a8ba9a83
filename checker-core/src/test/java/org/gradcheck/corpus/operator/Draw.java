package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.diagonal;
import static org.gradcheck.corpus.operator.Algebra.identity;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.symmetric;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;

/** Points and constants from a seed. Each call draws anew. */
final class Draw {

    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Entries between −1 and 1. */
    double[] vector(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    /** Entries between 0.5 and 2. */
    double[] positive(int length) {
        return random.doubles(length, 0.5, 2).toArray();
    }

    /** Entries between −1 and 1. */
    DMatrixRMaj matrix(int rows, int columns) {
        return new DMatrixRMaj(rows, columns, true, vector(rows * columns));
    }

    DMatrixRMaj symmetricMatrix(int size) {
        return symmetric(matrix(size, size));
    }

    /** Eigenvalues of at least 1. */
    DMatrixRMaj positiveDefinite(int size) {
        DMatrixRMaj a = matrix(size, size);
        return plus(identity(size), times(a, transposed(a)));
    }

    /** Symmetric, with eigenvalues near 1, 2.5, 4 and so on: gaps that no neighbour closes. */
    DMatrixRMaj separated(int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> 1 + 1.5 * i);
        return plus(diagonal(values), scaled(0.4, symmetricMatrix(size)));
    }

    /** Far from singular, and from symmetric. */
    DMatrixRMaj regular(int size) {
        return plus(scaled(2, identity(size)), matrix(size, size));
    }

    ZMatrixRMaj complexVector(int length) {
        return new ZMatrixRMaj(length, 1, true, vector(2 * length));
    }
}
