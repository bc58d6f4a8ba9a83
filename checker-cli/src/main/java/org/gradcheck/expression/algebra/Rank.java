package org.gradcheck.expression.algebra;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryOperator;

/** Functions that are analytic at matrices of full rank, where they are computed without a decision on the rank, and not elsewhere. */
public final class Rank {

    private Rank() {}

    /**
     * The Moore–Penrose inverse: R⁻¹Qᵀ with A = QR for full column rank, the transpose of that for full row rank (G. H. Golub and C. F. Van
     * Loan, "Matrix Computations", 5.5.2). Otherwise the real one, with NaN imaginary parts: it jumps when the rank grows.
     */
    public static <M> M pseudoInverse(Arithmetic<M> on, M a) {
        if (!isFull(on.realPart(a))) {
            DMatrixRMaj result = new DMatrixRMaj(on.columns(a), on.rows(a));
            CommonOps_DDRM.pinv(on.realPart(a), result);
            return Slopes.removed(on, on.embed(result), a);
        }
        return on.rows(a) >= on.columns(a) ? ofTall(on, a) : on.transpose(ofTall(on, on.transpose(a)));
    }

    private static <M> M ofTall(Arithmetic<M> on, M a) {
        QrFactors<M> qr = QrFactors.of(on, a);
        return on.solve(qr.upper(), on.transpose(qr.orthonormal()));
    }

    /** The sum of the singular values: ⟨U, A⟩ with the polar factor U, which is analytic where singular values coincide, too. */
    public static <M> M nuclearNorm(Arithmetic<M> on, M a) {
        if (!isFull(on.realPart(a))) {
            return on.sum(SingularValues.of(on, a).values());
        }
        return on.sum(on.combine(EntryOperator.TIMES, PolarFactors.of(on, a).orthogonal(), a));
    }

    private static boolean isFull(DMatrixRMaj a) {
        if (!Double.isFinite(CommonOps_DDRM.elementSumAbs(a))) {
            // Whatever is computed from it will be NaN.
            return true;
        }
        double[] values = SingularOps_DDRM.singularValues(a);
        double largest = Arrays.stream(values).max().orElse(0);
        double least = Arrays.stream(values).min().orElse(0);
        return least > Math.max(a.numRows, a.numCols) * Math.ulp(largest);
    }
}
