package org.gradcheck.benchmarks;

/**
 * The y with y = p + sin(qy)/2, iterated until two steps differ by less than a tolerance: f jumps wherever the number of
 * iterations changes. The gradient is that of the exact solution.
 *
 * @param tolerance where f stops
 */
record FixedPoint(double tolerance) {

    private static final double EXACT = 1e-15;

    double value(double[] pq) {
        return solve(pq, tolerance);
    }

    double[] gradient(double[] pq) {
        double y = solve(pq, EXACT);
        double halfCosine = Math.cos(pq[1] * y) / 2;
        double determinant = 1 - pq[1] * halfCosine;
        return new double[] {1 / determinant, y * halfCosine / determinant};
    }

    private static double solve(double[] pq, double tolerance) {
        double y = 0;
        double before;
        do {
            before = y;
            y = pq[0] + Math.sin(pq[1] * y) / 2;
        } while (Math.abs(y - before) > tolerance);
        return y;
    }
}
