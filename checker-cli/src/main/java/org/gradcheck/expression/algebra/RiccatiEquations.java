package org.gradcheck.expression.algebra;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;

/** The stabilising solutions of algebraic Riccati equations; NaN where there is none. */
public final class RiccatiEquations {

    private static final int MOST_DOUBLINGS = 60;
    private static final double CLOSE = 1e-8;
    private static final int LAST_STEPS = 2;

    private RiccatiEquations() {}

    /**
     * X of AᵀX + XA − XBR⁻¹BᵀX + Q = 0, by the sign function of the Hamiltonian matrix (J. D. Roberts, "Linear model reduction and solution
     * of the algebraic Riccati equation by use of the sign function", 1980) and two steps of Newton's method (D. L. Kleinman, "On an
     * iterative technique for Riccati equation computations", 1968).
     */
    public static <M> M continuous(Arithmetic<M> on, M a, M b, M q, M r) {
        int size = on.rows(a);
        M at = on.transpose(a);
        M g = on.multiply(b, on.solve(r, on.transpose(b)));
        M hamiltonian = on.assemble(
                2 * size,
                2 * size,
                List.of(
                        new Arithmetic.Block<>(0, 0, a),
                        new Arithmetic.Block<>(0, size, on.negate(g)),
                        new Arithmetic.Block<>(size, 0, on.negate(q)),
                        new Arithmetic.Block<>(size, size, on.negate(at))));
        M shifted = on.add(MatrixSign.sign(on, hamiltonian), on.identity(2 * size));
        // The columns of [I; X] span the null space of sign + I.
        M factor = on.part(shifted, 0, size, 2 * size, size);
        M right = on.negate(on.part(shifted, 0, 0, 2 * size, size));
        QrFactors<M> qr = QrFactors.of(on, factor);
        M x = on.solve(qr.upper(), on.multiplyTransposed(qr.orthonormal(), right));
        for (int step = 0; step < LAST_STEPS; step++) {
            M closed = on.subtract(a, on.multiply(g, x));
            M constant = on.add(q, on.multiply(x, on.multiply(g, x)));
            x = MatrixEquations.lyapunov(on, on.transpose(closed), constant);
        }
        return x;
    }

    /**
     * X of X = AᵀXA − AᵀXB(R + BᵀXB)⁻¹BᵀXA + Q, by structure-preserving doubling (E. K.-W. Chu, H.-Y. Fan, W.-W. Lin and C.-S. Wang,
     * "Structure-preserving algorithms for periodic discrete-time algebraic Riccati equations", 2004).
     */
    public static <M> M discrete(Arithmetic<M> on, M a, M b, M q, M r) {
        M one = on.identity(on.rows(a));
        M power = a;
        M g = on.multiply(b, on.solve(r, on.transpose(b)));
        M x = q;
        int last = LAST_STEPS;
        for (int step = 0; step < MOST_DOUBLINGS; step++) {
            M mixed = on.add(one, on.multiply(g, x));
            M forward = on.solve(mixed, power);
            M spread = on.solve(mixed, on.multiplyByTransposed(g, power));
            M change = on.multiplyTransposed(power, on.multiply(x, forward));
            g = on.add(g, on.multiply(power, spread));
            power = on.multiply(power, forward);
            x = on.add(x, change);
            if (!RealMatrices.isFinite(on, x)) {
                break;
            }
            if (RealMatrices.norm1(on, change) <= CLOSE * RealMatrices.norm1(on, x) && last-- == 0) {
                return x;
            }
        }
        return RealMatrices.allNaN(on, on.rows(a), on.rows(a));
    }
}
