package org.gradcheck.expression.algebra;

import org.gradcheck.expression.arithmetic.Arithmetic;

/**
 * The principal logarithm by inverse scaling and squaring: square roots until A is near I, then the Padé approximant of log(I + X) as
 * Gauss–Legendre quadrature of ∫₀¹ X(I + tX)⁻¹dt (N. J. Higham, "Functions of Matrices", 2008, 11.4 and 11.5).
 */
public final class MatrixLogarithm {

    /** Norm of X up to which 16 nodes are exact to rounding. */
    private static final double RADIUS = 0.5;

    private static final int NODES = 16;

    private static final int MOST_ROOTS = 60;

    private MatrixLogarithm() {}

    /** The logarithm of a square matrix; NaN where an eigenvalue is on the closed negative real axis. */
    public static <M> M of(Arithmetic<M> on, M a) {
        M one = on.identity(on.rows(a));
        M root = a;
        int roots = 0;
        while (RealMatrices.norm1(on, on.subtract(root, one)) > RADIUS && roots < MOST_ROOTS) {
            root = MatrixSign.squareRoot(on, root);
            roots++;
        }
        return on.scale(on.scalar(Math.scalb(1.0, roots)), nearIdentity(on, on.subtract(root, one)));
    }

    private static <M> M nearIdentity(Arithmetic<M> on, M x) {
        M one = on.identity(on.rows(x));
        M sum = on.filled(on.rows(x), on.rows(x), 0);
        for (int k = 0; k < NODES; k++) {
            double node = legendreRoot(k);
            double slope = legendreSlope(node);
            double weight = 1 / ((1 - node * node) * slope * slope);
            M shifted = on.add(one, on.scale(on.scalar((1 + node) / 2), x));
            sum = on.add(sum, on.scale(on.scalar(weight), on.solve(shifted, x)));
        }
        return sum;
    }

    /** A zero of the Legendre polynomial, by Newton's method from the estimate of Tricomi. */
    private static double legendreRoot(int k) {
        double root = Math.cos(Math.PI * (k + 0.75) / (NODES + 0.5));
        for (int i = 0; i < 6; i++) {
            root -= legendre(root, NODES) / legendreSlope(root);
        }
        return root;
    }

    private static double legendreSlope(double x) {
        return NODES * (legendre(x, NODES - 1) - x * legendre(x, NODES)) / ((1 - x) * (1 + x));
    }

    private static double legendre(double x, int degree) {
        double before = 1;
        double value = x;
        for (int n = 2; n <= degree; n++) {
            double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
            before = value;
            value = next;
        }
        return value;
    }
}
