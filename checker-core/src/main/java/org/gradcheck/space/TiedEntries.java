package org.gradcheck.space;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * The matrices in which groups of entries are equal, as those on each diagonal of a Toeplitz matrix: a subspace of all
 * matrices, with the Frobenius inner product. Coordinates are those of the full matrix.
 */
final class TiedEntries implements Space<DMatrixRMaj> {

    private final String label;
    private final MatrixSpace matrices;
    /** For each coordinate the first one of its group. */
    private final int[] leaders;

    private TiedEntries(String label, int rows, int columns, IntBinaryOperator group) {
        this.label = label;
        this.matrices = new MatrixSpace(rows, columns);
        this.leaders = new int[matrices.dimension()];
        int[] first = new int[rows + columns];
        Arrays.fill(first, -1);
        for (int k = 0; k < leaders.length; k++) {
            int own = group.applyAsInt(k % rows, k / rows);
            if (first[own] < 0) {
                first[own] = k;
            }
            leaders[k] = first[own];
        }
    }

    /** Equal along each diagonal. */
    static TiedEntries toeplitz(int rows, int columns) {
        return new TiedEntries("Toeplitz", rows, columns, (i, j) -> i - j + columns);
    }

    /** Equal at each distance from the diagonal. */
    static TiedEntries symmetricToeplitz(int size) {
        return new TiedEntries("symmetric Toeplitz", size, size, (i, j) -> Math.abs(i - j));
    }

    /** Each column the one before it shifted down by one, cyclically. */
    static TiedEntries circulant(int size) {
        return new TiedEntries("circulant", size, size, (i, j) -> Math.floorMod(i - j, size));
    }

    @Override
    public int dimension() {
        return matrices.dimension();
    }

    @Override
    public int tangentDimension() {
        int groups = 0;
        for (int k = 0; k < leaders.length; k++) {
            groups += isIndependent(k) ? 1 : 0;
        }
        return groups;
    }

    @Override
    public double[] coordinates(DMatrixRMaj element) {
        return matrices.coordinates(element);
    }

    @Override
    public DMatrixRMaj element(double[] coordinates) {
        return matrices.element(coordinates);
    }

    /** The mean of each group. */
    @Override
    public double[] projection(double[] x, double[] u) {
        double[] sums = new double[u.length];
        int[] counts = new int[u.length];
        for (int k = 0; k < u.length; k++) {
            // Differences from the leader: equal entries keep their value to the last bit.
            sums[leaders[k]] += u[k] - u[leaders[k]];
            counts[leaders[k]]++;
        }
        double[] nearest = new double[u.length];
        for (int k = 0; k < u.length; k++) {
            int leader = leaders[k];
            nearest[k] = u[leader] + sums[leader] / counts[leader];
        }
        return nearest;
    }

    /** The leader of each group: a mean of independent numbers may happen to be next to nothing. */
    @Override
    public double[] tangent(double[] x, double[] numbers) {
        double[] tangent = new double[numbers.length];
        for (int k = 0; k < tangent.length; k++) {
            tangent[k] = numbers[leaders[k]];
        }
        return tangent;
    }

    @Override
    public Violation violation(double[] x) {
        int worst = 0;
        for (int k = 1; k < x.length; k++) {
            worst = distance(x, k) > distance(x, worst) ? k : worst;
        }
        if (distance(x, worst) == 0) {
            return Violation.NONE;
        }
        return new Violation(
                distance(x, worst) / Coordinates.largest(x),
                "entries " + entry(leaders[worst]) + " and " + entry(worst) + " are "
                        + Violation.number(x[leaders[worst]]) + " and " + Violation.number(x[worst]));
    }

    private double distance(double[] x, int k) {
        return Math.abs(x[k] - x[leaders[k]]);
    }

    private String entry(int k) {
        return "(" + k % matrices.rows() + ", " + k / matrices.rows() + ")";
    }

    @Override
    public boolean isIndependent(int coordinate) {
        return leaders[coordinate] == coordinate;
    }

    @Override
    public String tangentPart() {
        return "its " + label + " part";
    }

    @Override
    public List<Grid> grids(double[] x) {
        return matrices.grids(x);
    }

    @Override
    public String description() {
        return label + " " + matrices.description();
    }
}
