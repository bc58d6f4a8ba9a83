package org.gradcheck.space;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The n×n matrices of a pattern as a subspace of all of them, with the Frobenius inner product: coordinates are those of the
 * full matrix.
 */
record PatternedMatrixSpace(MatrixPattern pattern, int size) implements Space<DMatrixRMaj> {

    PatternedMatrixSpace {
        Dimensions.requirePositive(size);
        if (pattern == MatrixPattern.SKEW && size == 1) {
            throw new IllegalArgumentException("a skew-symmetric 1×1 matrix is 0: there is nothing to vary");
        }
    }

    private MatrixSpace matrices() {
        return new MatrixSpace(size, size);
    }

    @Override
    public int dimension() {
        return matrices().dimension();
    }

    @Override
    public int tangentDimension() {
        int offDiagonal = size * (size - 1) / 2;
        return switch (pattern) {
            case SKEW -> offDiagonal;
            case DIAGONAL -> size;
            case SYMMETRIC, LOWER_TRIANGULAR, UPPER_TRIANGULAR -> offDiagonal + size;
        };
    }

    @Override
    public double[] coordinates(DMatrixRMaj element) {
        return matrices().coordinates(element);
    }

    @Override
    public DMatrixRMaj element(double[] coordinates) {
        return matrices().element(coordinates);
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        double[] nearest = new double[u.length];
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                nearest[at(i, j)] = pattern.nearest(i, j, u[at(i, j)], u[at(j, i)]);
            }
        }
        return nearest;
    }

    /** The matrix with the same free entries: a mean of two independent numbers may happen to be next to nothing. */
    @Override
    public double[] tangent(double[] x, double[] numbers) {
        double[] tangent = new double[numbers.length];
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                if (pattern.isFree(i, j)) {
                    tangent[at(i, j)] = numbers[at(i, j)];
                } else if (pattern.mirror() != 0 && i != j) {
                    tangent[at(i, j)] = pattern.mirror() * numbers[at(j, i)];
                }
            }
        }
        return tangent;
    }

    @Override
    public Violation violation(double[] x) {
        double[] nearest = projection(x, x);
        int worst = 0;
        for (int k = 1; k < x.length; k++) {
            worst = Math.abs(x[k] - nearest[k]) > Math.abs(x[worst] - nearest[worst]) ? k : worst;
        }
        if (x[worst] == nearest[worst]) {
            return Violation.NONE;
        }
        int i = worst % size;
        int j = worst / size;
        double across = x[at(j, i)];
        // Across the diagonal the difference is the same; rounding should not choose which of the two is named.
        boolean swap = pattern.mirror() != 0 && i > j;
        return new Violation(
                Math.abs(x[worst] - nearest[worst]) / Coordinates.largest(x),
                swap ? pattern.violation(j, i, across, x[worst]) : pattern.violation(i, j, x[worst], across));
    }

    @Override
    public boolean isIndependent(int coordinate) {
        return pattern.isFree(coordinate % size, coordinate / size);
    }

    @Override
    public List<Misreading> misreadings() {
        return pattern.mirror() == 0
                ? List.of()
                : List.of(new Misreading(
                        "independent",
                        "is right in the convention INDEPENDENT, where each pair of off-diagonal entries is one parameter;"
                                + " paired with " + pattern.label()
                                + " directions its off-diagonal entries must be halved",
                        (x, g) -> fromIndependent(g)));
    }

    /** Each pair of entries together once: half of it in either. */
    private double[] fromIndependent(double[] g) {
        double[] gradient = tangent(g, g);
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                if (i != j) {
                    gradient[at(i, j)] /= 2;
                }
            }
        }
        return gradient;
    }

    @Override
    public String tangentPart() {
        return "its " + pattern.label() + " part";
    }

    @Override
    public List<Grid> grids(double[] x) {
        return matrices().grids(x);
    }

    @Override
    public String description() {
        return pattern.label() + " " + matrices().description();
    }

    private int at(int i, int j) {
        return j * size + i;
    }
}
