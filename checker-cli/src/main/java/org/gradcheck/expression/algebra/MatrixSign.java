package org.gradcheck.expression.algebra;

import org.gradcheck.expression.arithmetic.Arithmetic;

/**
 * Newton iterations for the matrix sign function, the square root and the orthogonal polar factor (N. J. Higham, "Functions of Matrices",
 * 2008: 5.16 and 5.35, 6.29, 8.17 and 8.20). Scalings are real constants that leave the limit where it is, and the number of steps is
 * decided by real parts, so the results are analytic.
 */
public final class MatrixSign {

    private static final int MOST_STEPS = 60;

    /** Relative change from which on the iteration converges by itself, without scaling. */
    private static final double NEAR = 1e-2;

    /** Relative change after which one step, being quadratic, is exact to rounding and another one brings its derivative there. */
    private static final double CLOSE = 1e-7;

    private static final int LAST_STEPS = 2;

    private MatrixSign() {}

    /** One step of an iteration: the next pair, from the present one scaled by a constant. */
    @FunctionalInterface
    private interface Step<M> {
        Pair<M> next(M x, M y, boolean scaled);
    }

    private record Pair<M>(M x, M y) {}

    /** The sign of a square matrix; NaN where the iteration fails for an eigenvalue on the imaginary axis. */
    public static <M> M sign(Arithmetic<M> on, M a) {
        return iterated(on, new Pair<>(a, a), (x, y, scaled) -> {
            M inverse = on.inverse(x);
            double scale = scaled ? Math.sqrt(RealMatrices.norm1(on, inverse) / RealMatrices.norm1(on, x)) : 1;
            M next = mean(on, x, inverse, scale);
            return new Pair<>(next, next);
        });
    }

    /** The principal square root, by the iteration of Denman and Beavers; NaN where there is none. */
    public static <M> M squareRoot(Arithmetic<M> on, M a) {
        return iterated(on, new Pair<>(a, on.identity(on.rows(a))), (x, y, scaled) -> {
            M xInverse = on.inverse(x);
            M yInverse = on.inverse(y);
            double sizes = RealMatrices.norm1(on, xInverse) * RealMatrices.norm1(on, yInverse);
            double scale =
                    scaled ? Math.sqrt(Math.sqrt(sizes / (RealMatrices.norm1(on, x) * RealMatrices.norm1(on, y)))) : 1;
            return new Pair<>(mean(on, x, yInverse, scale), mean(on, y, xInverse, scale));
        });
    }

    /** The orthogonal polar factor of a square matrix; NaN for a singular one. */
    static <M> M orthogonal(Arithmetic<M> on, M a) {
        return iterated(on, new Pair<>(a, a), (x, y, scaled) -> {
            M inverse = on.transpose(on.inverse(x));
            double scale = scaled ? Math.sqrt(RealMatrices.norm1(on, inverse) / RealMatrices.norm1(on, x)) : 1;
            M next = mean(on, x, inverse, scale);
            return new Pair<>(next, next);
        });
    }

    /** (s·x + y/s)/2. */
    private static <M> M mean(Arithmetic<M> on, M x, M y, double scale) {
        return on.add(on.scale(on.scalar(scale / 2), x), on.scale(on.scalar(0.5 / scale), y));
    }

    private static <M> M iterated(Arithmetic<M> on, Pair<M> start, Step<M> step) {
        Pair<M> pair = start;
        boolean scaled = true;
        for (int i = 0; i < MOST_STEPS; i++) {
            Pair<M> next = step.next(pair.x(), pair.y(), scaled);
            if (!RealMatrices.isFinite(on, next.x())) {
                break;
            }
            double change = RealMatrices.norm1(on, on.subtract(next.x(), pair.x())) / RealMatrices.norm1(on, next.x());
            pair = next;
            scaled &= change > NEAR;
            if (change <= CLOSE) {
                for (int last = 0; last < LAST_STEPS; last++) {
                    pair = step.next(pair.x(), pair.y(), false);
                }
                return pair.x();
            }
        }
        return RealMatrices.allNaN(on, on.rows(start.x()), on.columns(start.x()));
    }
}
