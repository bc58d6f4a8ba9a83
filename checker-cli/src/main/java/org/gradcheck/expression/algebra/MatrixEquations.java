package org.gradcheck.expression.algebra;

import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryMap;
import org.gradcheck.expression.arithmetic.EntryOperator;

/**
 * Sylvester and Lyapunov equations as systems of linear equations for vec X (R. A. Horn and C. R. Johnson, "Topics in Matrix Analysis",
 * 4.3 and 4.4). The cost grows as the sixth power of the size; NaN where a solution is not unique.
 */
public final class MatrixEquations {

    private MatrixEquations() {}

    /** The solution X of A·X + X·B = C. */
    public static <M> M sylvester(Arithmetic<M> on, M a, M b, M c) {
        int m = on.rows(a);
        int n = on.rows(b);
        M left = on.rearrange(a, m * n, m * n, (r, s) -> r / m == s / m ? r % m * m + s % m : EntryMap.ZERO);
        M right = on.rearrange(b, m * n, m * n, (r, s) -> r % m == s % m ? s / m * n + r / m : EntryMap.ZERO);
        return solved(on, on.add(left, right), c);
    }

    /** The solution X of A·X + X·Aᵀ + Q = 0. */
    public static <M> M lyapunov(Arithmetic<M> on, M a, M q) {
        return sylvester(on, a, on.transpose(a), on.negate(q));
    }

    /** The solution X of A·X·Aᵀ − X + Q = 0. */
    public static <M> M discreteLyapunov(Arithmetic<M> on, M a, M q) {
        int n = on.rows(a);
        M outer = on.rearrange(a, n * n, n * n, (r, s) -> r / n * n + s / n);
        M inner = on.rearrange(a, n * n, n * n, (r, s) -> r % n * n + s % n);
        M product = on.combine(EntryOperator.TIMES, outer, inner);
        return solved(on, on.subtract(on.identity(n * n), product), q);
    }

    private static <M> M solved(Arithmetic<M> on, M system, M right) {
        int rows = on.rows(right);
        int columns = on.columns(right);
        M stacked = on.rearrange(right, rows * columns, 1, (i, j) -> i % rows * columns + i / rows);
        M solution = on.solve(system, stacked);
        return on.rearrange(solution, rows, columns, (i, j) -> j * rows + i);
    }
}
