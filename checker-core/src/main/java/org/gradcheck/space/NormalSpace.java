package org.gradcheck.space;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * What the gradients of constraints span at a point x: the normal space of {g = 0} there, in the inner product of the space
 * around it. The gradient of constraint j is
 * that of coordinate j of g.
 */
public final class NormalSpace {

    private static final double DEPENDENT = 1e-12;

    private final Space<?> around;
    private final double[][] gradients;
    private final DMatrixRMaj gram;

    private NormalSpace(Space<?> around, double[][] gradients) {
        this.around = around;
        this.gradients = gradients;
        this.gram = products(gradients);
    }

    /** The normal space at x, by one pullback for each constraint. Throws what that throws. */
    public static <X, G> NormalSpace at(Space<X> around, Constraints<X, G> constraints, double[] x) {
        Space<G> values = constraints.values();
        double[][] gradients = new double[values.dimension()][];
        for (int j = 0; j < gradients.length; j++) {
            double[] unit = new double[gradients.length];
            unit[j] = 1;
            double[] gradient = around.coordinates(
                    constraints.vjp().apply(around.element(x), values.element(values.representer(unit))));
            gradients[j] = around.projection(x, gradient);
        }
        return new NormalSpace(around, gradients);
    }

    /** The number of constraints. */
    public int size() {
        return gradients.length;
    }

    /** Σ aⱼ times the gradient of constraint j. */
    public double[] combination(double[] a) {
        double[] sum = new double[around.dimension()];
        for (int j = 0; j < a.length; j++) {
            sum = Coordinates.sum(sum, Coordinates.times(a[j], gradients[j]));
        }
        return sum;
    }

    /** Σ |aⱼ| times the sizes of the entries of the gradient of constraint j: what the terms of a combination are. */
    public double[] termSizes(double[] a) {
        double[] sum = new double[around.dimension()];
        for (int j = 0; j < a.length; j++) {
            sum = Coordinates.sum(sum, Coordinates.absolute(Coordinates.times(a[j], gradients[j])));
        }
        return sum;
    }

    /** The coefficients of the combination nearest to u; empty if the gradients are not independent, or not finite. */
    public Optional<double[]> coefficients(double[] u) {
        return isIndependent() ? solve(gram, rates(u)) : Optional.empty();
    }

    /**
     * The smallest shift along the gradients that changes g by its value, to first order: x minus it satisfies the constraints.
     *
     * @param value the coordinates of g(x)
     */
    public Optional<double[]> shift(double[] value) {
        return isIndependent() ? step(this, value).map(this::combination) : Optional.empty();
    }

    /** ⟨nⱼ, u⟩ for each constraint: at what rate it changes along u. */
    double[] rates(double[] u) {
        double[] rates = new double[size()];
        for (int j = 0; j < rates.length; j++) {
            rates[j] = around.inner(gradients[j], u);
        }
        return rates;
    }

    /** √⟨nⱼ, nⱼ⟩. */
    double length(int j) {
        return Math.sqrt(gram.get(j, j));
    }

    /** Whether no constraint's gradient is a combination of the others', up to rounding; none is zero. */
    public boolean isIndependent() {
        return independence() > DEPENDENT;
    }

    /** The smallest eigenvalue of the gradients' inner products, each gradient of unit length; NaN if one is zero. */
    double independence() {
        DMatrixRMaj cosines = gram.copy();
        for (int j = 0; j < size(); j++) {
            for (int k = 0; k < size(); k++) {
                cosines.set(j, k, gram.get(j, k) / length(j) / length(k));
            }
        }
        for (double cosine : cosines.data) {
            if (!Double.isFinite(cosine)) {
                return Double.NaN;
            }
        }
        return Matrices.smallestEigenvalue(cosines);
    }

    /**
     * The coefficients a with ⟨nⱼ(other), Σ aₖnₖ⟩ = rⱼ, n being the gradients here and n(other) those at another point: a Newton
     * step along the normals of this one.
     */
    Optional<double[]> step(NormalSpace other, double[] r) {
        return solve(other.products(gradients), r);
    }

    private DMatrixRMaj products(double[][] others) {
        DMatrixRMaj products = new DMatrixRMaj(gradients.length, others.length);
        for (int j = 0; j < gradients.length; j++) {
            for (int k = 0; k < others.length; k++) {
                products.set(j, k, around.inner(gradients[j], others[k]));
            }
        }
        return products;
    }

    private static Optional<double[]> solve(DMatrixRMaj matrix, double[] right) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.linear(right.length);
        if (!solver.setA(matrix.copy())) {
            return Optional.empty();
        }
        DMatrixRMaj solution = new DMatrixRMaj(right.length, 1);
        solver.solve(new DMatrixRMaj(right.length, 1, true, right), solution);
        return Coordinates.isFinite(solution.data) ? Optional.of(solution.data) : Optional.empty();
    }
}
