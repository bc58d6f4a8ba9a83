package org.gradcheck.space;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Matrices with orthonormal columns, XᵀX = I, with the Euclidean metric. A tangent V has XᵀV skew-symmetric, the projection is
 * PU = U − X sym(XᵀU) (Absil, Mahony and Sepulchre 2008, examples 3.5.2 and 3.6.2; Boumal 2023, section 7.3).
 *
 * <p>The retraction is the orthogonal polar factor of X + V (Absil, Mahony and Sepulchre 2008, example 4.1.3). That is the
 * matrix nearest to it, so it is of second order (Absil and Malick, "Projection-like retractions on matrix manifolds", 2012),
 * which the Q of a QR decomposition is not. X + V always has full rank: (X + V)ᵀ(X + V) = I + VᵀV.
 *
 * @param isProper whether only rotations belong to it, of determinant 1
 */
record Stiefel(int rows, int columns, boolean isProper) implements EmbeddedManifold<DMatrixRMaj> {

    Stiefel {
        Dimensions.requirePositive(columns);
        if (columns > rows) {
            throw new IllegalArgumentException("at most " + rows + " vectors in " + rows
                    + " dimensions are orthonormal, got " + columns + " columns");
        }
        if (rows == 1) {
            throw new IllegalArgumentException(
                    "a 1×1 matrix with a column of length 1 is 1 or -1: there is nothing to vary");
        }
    }

    @Override
    public Space<DMatrixRMaj> around() {
        return new MatrixSpace(rows, columns);
    }

    @Override
    public int tangentDimension() {
        return rows * columns - columns * (columns + 1) / 2;
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        DMatrixRMaj point = element(x);
        DMatrixRMaj along = element(u);
        DMatrixRMaj normal = Matrices.product(point, Matrices.symmetricPart(Matrices.gram(point, along)));
        return coordinates(Matrices.sum(along, -1, normal));
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        return coordinates(polarFactor(element(Coordinates.sum(x, v))));
    }

    private static DMatrixRMaj polarFactor(DMatrixRMaj a) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(a.numRows, a.numCols, true, true, true);
        if (!svd.decompose(a.copy())) {
            return Matrices.each(a, entry -> Double.NaN);
        }
        return Matrices.product(svd.getU(null, false), svd.getV(null, true));
    }

    @Override
    public Violation violation(double[] x) {
        DMatrixRMaj point = element(x);
        DMatrixRMaj gram = Matrices.gram(point, point);
        Violation worst = Violation.NONE;
        for (int i = 0; i < columns; i++) {
            for (int j = i; j < columns; j++) {
                double product = gram.get(i, j);
                worst = worst.or(new Violation(
                        Math.abs(product - (i == j ? 1 : 0)),
                        i == j
                                ? "its column " + i + " has length " + Violation.number(Math.sqrt(product))
                                : "its columns " + i + " and " + j + " have the inner product "
                                        + Violation.number(product)));
            }
        }
        return worst.isRounding() && isProper && CommonOps_DDRM.det(point) < 0
                ? new Violation(2, "its determinant is -1")
                : worst;
    }

    @Override
    public String description() {
        if (isProper) {
            return rows + "×" + rows + " rotations";
        }
        return rows == columns
                ? "orthogonal " + rows + "×" + rows + " matrices"
                : rows + "×" + columns + " matrices with orthonormal columns";
    }
}
