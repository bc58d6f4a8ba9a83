package org.gradcheck.space;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** The symmetric positive definite matrices, whose tangents are the symmetric matrices, in one metric or another. */
interface PositiveDefinite extends EmbeddedManifold<DMatrixRMaj> {

    /** n, of n×n. */
    int size();

    @Override
    default Space<DMatrixRMaj> around() {
        return new PatternedMatrixSpace(MatrixPattern.SYMMETRIC, size());
    }

    @Override
    default int tangentDimension() {
        return around().tangentDimension();
    }

    @Override
    default double[] projection(double[] x, double[] u) {
        return around().projection(x, u);
    }

    @Override
    default double[] tangent(double[] x, double[] numbers) {
        return around().tangent(x, numbers);
    }

    @Override
    default Violation violation(double[] x) {
        Violation violation = around().violation(x);
        DMatrixRMaj point = element(x);
        return !violation.isRounding() || Matrices.isPositiveDefinite(point)
                ? violation
                : new Violation(
                        1, "its smallest eigenvalue is " + Violation.number(Matrices.smallestEigenvalue(point)));
    }

    @Override
    default Violation tangentViolation(double[] x, double[] v) {
        return around().violation(v);
    }

    @Override
    default List<Misreading> misreadings() {
        return around().misreadings();
    }

    @Override
    default String tangentPart() {
        return around().tangentPart();
    }

    @Override
    default String description() {
        return "symmetric positive definite " + size() + "×" + size() + " matrices";
    }
}
