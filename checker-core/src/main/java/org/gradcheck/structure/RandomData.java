package org.gradcheck.structure;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** Random data that are never perturbed: labels, masks. */
final class RandomData {

    private RandomData() {}

    /** One 1 among zeros. */
    static DMatrixRMaj oneHot(int rows, int columns, SplittableRandom random) {
        DMatrixRMaj data = new DMatrixRMaj(rows, columns);
        data.data[random.nextInt(data.data.length)] = 1;
        return data;
    }

    /** One 1 among zeros in each row. */
    static DMatrixRMaj oneHotRows(int rows, int columns, SplittableRandom random) {
        DMatrixRMaj data = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            data.set(i, random.nextInt(columns), 1);
        }
        return data;
    }

    /** Each entry one of two, both of which occur if there is more than one entry. */
    static DMatrixRMaj coins(int rows, int columns, double heads, double tails, SplittableRandom random) {
        DMatrixRMaj data = new DMatrixRMaj(rows, columns);
        for (int k = 0; k < data.data.length; k++) {
            data.data[k] = random.nextBoolean() ? heads : tails;
        }
        int sure = random.nextInt(data.data.length);
        data.data[sure] = heads;
        if (data.data.length > 1) {
            data.data[(sure + 1 + random.nextInt(data.data.length - 1)) % data.data.length] = tails;
        }
        return data;
    }

    /** Positive entries of sum 1 in each row. */
    static DMatrixRMaj stochastic(int rows, int columns, SplittableRandom random) {
        DMatrixRMaj data = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                data.set(i, j, 0.2 + random.nextDouble());
                sum += data.get(i, j);
            }
            for (int j = 0; j < columns; j++) {
                data.set(i, j, data.get(i, j) / sum);
            }
        }
        return data;
    }
}
