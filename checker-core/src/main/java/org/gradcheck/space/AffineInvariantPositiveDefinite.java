package org.gradcheck.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The symmetric positive definite matrices with the metric ⟨U, V⟩ = tr(X⁻¹UX⁻¹V), which does not change under X ↦ AXAᵀ
 * (Bhatia, "Positive Definite Matrices", 2007, chapter 6). The gradient of f in it is X sym(G) X with the Euclidean gradient G.
 *
 * <p>The retraction X + V + ½VX⁻¹V agrees with the geodesic X exp(X⁻¹V) to second order, and is positive definite for every
 * V: it is ½(X + (X + V)X⁻¹(X + V)) (Boumal 2023, section 11.7).
 */
record AffineInvariantPositiveDefinite(int size) implements PositiveDefinite {

    AffineInvariantPositiveDefinite {
        Dimensions.requirePositive(size);
    }

    @Override
    public double inner(double[] x, double[] u, double[] v) {
        DMatrixRMaj inverse = inverse(x);
        DMatrixRMaj lowered = Matrices.product(Matrices.product(inverse, element(u)), inverse);
        return Coordinates.inner(coordinates(lowered), coordinates(transposed(v)));
    }

    @Override
    public double termSize(double[] x, double[] u, double[] v) {
        DMatrixRMaj inverse = Matrices.each(inverse(x), Math::abs);
        DMatrixRMaj sizeOfU = Matrices.each(element(u), Math::abs);
        DMatrixRMaj lowered = Matrices.product(Matrices.product(inverse, sizeOfU), inverse);
        return Coordinates.termSize(coordinates(lowered), coordinates(transposed(v)));
    }

    private DMatrixRMaj transposed(double[] v) {
        return CommonOps_DDRM.transpose(element(v), null);
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        DMatrixRMaj along = element(v);
        DMatrixRMaj bent = Matrices.product(Matrices.product(along, inverse(x)), along);
        return projection(x, coordinates(Matrices.sum(element(Coordinates.sum(x, v)), 0.5, bent)));
    }

    private DMatrixRMaj inverse(double[] x) {
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        if (!CommonOps_DDRM.invert(element(x), inverse)) {
            inverse.fill(Double.NaN);
        }
        return inverse;
    }

    @Override
    public Optional<String> metric() {
        return Optional.of("⟨U, V⟩ = tr(X⁻¹UX⁻¹V)");
    }

    @Override
    public List<Misreading> misreadings() {
        List<Misreading> readings = new ArrayList<>();
        readings.add(new Misreading(
                "euclidean",
                "is right in the Euclidean inner product: X·sym(G)·X with G for it would be confirmed",
                this::raised));
        for (Misreading reading : PositiveDefinite.super.misreadings()) {
            readings.add(new Misreading(
                    reading.kind(),
                    reading.text() + ", and the Euclidean gradient G taken to X·G·X",
                    (x, g) -> raised(x, reading.meant().apply(x, g))));
        }
        return readings;
    }

    /** X sym(G) X. */
    private double[] raised(double[] x, double[] g) {
        DMatrixRMaj point = element(x);
        return projection(
                x, coordinates(Matrices.product(Matrices.product(point, Matrices.symmetricPart(element(g))), point)));
    }
}
