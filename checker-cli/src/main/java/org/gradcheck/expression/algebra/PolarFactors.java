package org.gradcheck.expression.algebra;

import org.gradcheck.expression.arithmetic.Arithmetic;

/**
 * The polar decomposition A = U·P of a matrix of full rank, by Newton's iteration for square matrices; others are reduced by a QR
 * factorisation (N. J. Higham, "Functions of Matrices", 2008, 8.2 and algorithm 8.20).
 *
 * @param orthogonal U, with orthonormal columns, or rows when A is wide
 * @param symmetric P = (AᵀA)^½
 */
public record PolarFactors<M>(M orthogonal, M symmetric) {

    /** NaN where A has not full rank. */
    public static <M> PolarFactors<M> of(Arithmetic<M> on, M a) {
        M orthogonal = orthogonal(on, a);
        return new PolarFactors<>(orthogonal, Rotation.symmetric(on, on.multiplyTransposed(orthogonal, a)));
    }

    private static <M> M orthogonal(Arithmetic<M> on, M a) {
        if (on.rows(a) < on.columns(a)) {
            return on.transpose(orthogonal(on, on.transpose(a)));
        }
        if (on.rows(a) == on.columns(a)) {
            return MatrixSign.orthogonal(on, a);
        }
        QrFactors<M> qr = QrFactors.of(on, a);
        return on.multiply(qr.orthonormal(), MatrixSign.orthogonal(on, qr.upper()));
    }
}
