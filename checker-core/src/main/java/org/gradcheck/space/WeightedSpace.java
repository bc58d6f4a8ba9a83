package org.gradcheck.space;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** A space with the inner product uᵀWv on its coordinates in place of its own. */
record WeightedSpace<T>(Space<T> base, Weight weight) implements DerivedSpace<T> {

    static void requireSize(Space<?> space, int size) {
        if (size != space.dimension()) {
            throw new IllegalArgumentException("the weights of " + space.description() + " are for " + space.dimension()
                    + " coordinates, got " + size);
        }
    }

    @Override
    public double[] coordinates(T element) {
        return base.coordinates(element);
    }

    @Override
    public T element(double[] coordinates) {
        return base.element(coordinates);
    }

    @Override
    public double inner(double[] u, double[] v) {
        return Coordinates.inner(weight.times(u), v);
    }

    @Override
    public double[] representer(double[] functional) {
        return weight.solve(functional);
    }

    @Override
    public double termSize(double[] u, double[] v) {
        return weight.termSize(u, v);
    }

    /** B(BᵀWB)⁻¹BᵀWu for a basis B of the space: what is orthogonal depends on the inner product. */
    @Override
    public double[] projection(double[] x, double[] u) {
        if (tangentDimension() == dimension()) {
            return u.clone();
        }
        double[][] basis = IntStream.range(0, dimension())
                .filter(this::isIndependent)
                .mapToObj(k -> {
                    double[] unit = new double[dimension()];
                    unit[k] = 1;
                    return tangent(x, unit);
                })
                .toArray(double[][]::new);
        DMatrixRMaj gram = new DMatrixRMaj(basis.length, basis.length);
        double[] paired = new double[basis.length];
        for (int k = 0; k < basis.length; k++) {
            double[] weighted = weight.times(basis[k]);
            paired[k] = Coordinates.inner(weighted, u);
            for (int l = 0; l < basis.length; l++) {
                gram.set(k, l, Coordinates.inner(weighted, basis[l]));
            }
        }
        double[] factors = MatrixWeight.solve(gram, paired);
        double[] nearest = new double[dimension()];
        for (int k = 0; k < basis.length; k++) {
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] += factors[k] * basis[k][i];
            }
        }
        return nearest;
    }

    @Override
    public Optional<String> metric() {
        return Optional.of(weight.metric());
    }

    @Override
    public List<Misreading> misreadings() {
        return List.of(new Misreading(
                "euclidean",
                "is right in the Euclidean inner product: W⁻¹ times it would be confirmed",
                (x, g) -> representer(g)));
    }

    @Override
    public String tangentPart() {
        return "its projection in the weighted inner product";
    }
}
