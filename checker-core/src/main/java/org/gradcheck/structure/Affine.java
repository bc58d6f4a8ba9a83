package org.gradcheck.structure;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.gradcheck.space.Violation;

/**
 * Matrices that move along straight lines in the directions of a subspace, wherever they start: an affine set, with the
 * Frobenius inner product. Its tangent space is the same at each point.
 *
 * @param matrices the space around it
 * @param onto the orthogonal projection onto the subspace, on coordinates
 * @param tangentDimension the dimension of the subspace
 * @param description what the points are
 */
record Affine(Space<DMatrixRMaj> matrices, UnaryOperator<double[]> onto, int tangentDimension, String description)
        implements Manifold<DMatrixRMaj> {

    /** Symmetric n×n matrices whose diagonal does not change. */
    static Affine fixedDiagonal(int size) {
        Space<DMatrixRMaj> symmetric = Spaces.symmetric(size);
        return new Affine(
                symmetric,
                u -> {
                    double[] projected = symmetric.projection(u, u);
                    for (int i = 0; i < size; i++) {
                        projected[i * size + i] = 0;
                    }
                    return projected;
                },
                size * (size - 1) / 2,
                "symmetric " + size + "×" + size + " matrices with a given diagonal");
    }

    /** Matrices of which the sum of each column does not change. */
    static Affine fixedColumnSums(int rows, int columns) {
        return new Affine(
                Spaces.matrix(rows, columns),
                u -> centred(u, columns, rows, 1, rows),
                (rows - 1) * columns,
                rows + "×" + columns + " matrices with given sums of columns");
    }

    /** Matrices of which the sum of each row does not change. */
    static Affine fixedRowSums(int rows, int columns) {
        return new Affine(
                Spaces.matrix(rows, columns),
                u -> centred(u, rows, 1, rows, columns),
                rows * (columns - 1),
                rows + "×" + columns + " matrices with given sums of rows");
    }

    /** Each group of entries less its mean; of {@code groups} groups, {@code apart} from start to start. */
    private static double[] centred(double[] u, int groups, int apart, int step, int size) {
        double[] projected = u.clone();
        for (int g = 0; g < groups; g++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += u[g * apart + k * step];
            }
            for (int k = 0; k < size; k++) {
                projected[g * apart + k * step] -= sum / size;
            }
        }
        return projected;
    }

    @Override
    public int dimension() {
        return matrices.dimension();
    }

    @Override
    public double[] coordinates(DMatrixRMaj element) {
        return matrices.coordinates(element);
    }

    @Override
    public DMatrixRMaj element(double[] coordinates) {
        return matrices.element(coordinates);
    }

    @Override
    public double inner(double[] x, double[] u, double[] v) {
        return matrices.inner(u, v);
    }

    @Override
    public double termSize(double[] x, double[] u, double[] v) {
        return matrices.termSize(u, v);
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        return onto.apply(u);
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        double[] moved = x.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += v[k];
        }
        return moved;
    }

    @Override
    public int retractionOrder() {
        return 2;
    }

    /** That of the space around it: an affine set goes through every one of its points. */
    @Override
    public Violation violation(double[] x) {
        return matrices.violation(x);
    }

    @Override
    public Optional<String> metric() {
        return Optional.empty();
    }
}
