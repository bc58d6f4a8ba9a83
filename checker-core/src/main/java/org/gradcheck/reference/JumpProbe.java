package org.gradcheck.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.function.Precision;

/**
 * Looks for jumps of a read-out along a line: equidistant points on short windows, a polynomial subtracted, and the
 * intervals of largest change bisected. A jump keeps its size under bisection, where a smooth change or a kink shrinks
 * and a pole grows. Dear in evaluations, so it is asked only before a small discrepancy is believed.
 */
public final class JumpProbe {

    private static final int POINTS = 21;
    private static final int DEGREE = 10;
    private static final List<Stretch> STRETCHES = List.of(
            new Stretch(0, 0.25),
            new Stretch(0.5, 0.25),
            new Stretch(-0.5, 0.25),
            new Stretch(1, 0.25),
            new Stretch(-1, 0.25),
            new Stretch(3, 1.75),
            new Stretch(-3, 1.75));
    private static final int BISECTIONS = 24;

    /** Bisections between two looks at whether the change stays. */
    private static final int PERIOD = 4;

    private static final int CANDIDATES = 2;
    private static final double NOISE_FACTOR = 16;
    private static final double ROUNDING_FACTOR = 64;
    private static final double SIGNIFICANT = 16;
    private static final double COUNTED = 0.3;

    /** About the most evaluations that one search takes: most candidates fall after two periods. */
    public static final int COST = STRETCHES.size() * (POINTS + 2 * PERIOD * CANDIDATES) + CANDIDATES * BISECTIONS;

    private final Line line;
    private final int readOut;
    private final double noise;

    public JumpProbe(Line line, int readOut, double noise) {
        this.line = line;
        this.readOut = readOut;
        this.noise = noise;
    }

    /** The first jump that explains a discrepancy between derivatives, if any stretch of the line has one. */
    public Optional<Jump> search(double discrepancy) {
        double magnitude = line.samples(readOut).near();
        for (Stretch stretch : STRETCHES) {
            Optional<Jump> jump = searchIn(stretch).filter(found -> found.explains(discrepancy, magnitude));
            if (jump.isPresent()) {
                return jump;
            }
        }
        return Optional.empty();
    }

    private Optional<Jump> searchIn(Stretch stretch) {
        double[] y = line.valuesAt(POINTS, i -> stretch.at(node(i)), readOut);
        double largest = 0;
        for (double value : y) {
            if (!Double.isFinite(value)) {
                return Optional.empty();
            }
            largest = Math.max(largest, Math.abs(value));
        }
        Polynomial trend = Polynomial.fit(y);
        double[] changes = new double[POINTS - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = Math.abs((y[i + 1] - trend.at(node(i + 1))) - (y[i] - trend.at(node(i))));
        }
        double magnitude = line.samples(readOut).near();
        // Noise that is relative to g grows with it away from the point.
        double localNoise = noise * Math.max(1, magnitude > 0 ? largest / magnitude : 1);
        double floor = NOISE_FACTOR * localNoise + ROUNDING_FACTOR * Precision.ULP * largest;
        int[] candidates = IntStream.range(0, changes.length)
                .filter(i -> changes[i] > floor)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -changes[i]))
                .limit(CANDIDATES)
                .mapToInt(i -> i)
                .toArray();
        double size = 0;
        for (int i : candidates) {
            size = Math.max(size, jumpIn(stretch, trend, y, i));
        }
        if (size <= SIGNIFICANT * localNoise || magnitude == 0) {
            return Optional.empty();
        }
        double found = size;
        long count = IntStream.range(0, changes.length)
                .filter(i -> changes[i] > COUNTED * found)
                .count();
        return Optional.of(new Jump(size / magnitude, count / (2 * stretch.halfWidth())));
    }

    /** The size of the jump in an interval, 0 if what is left after the trend does not stay under bisection. */
    private double jumpIn(Stretch stretch, Polynomial trend, double[] y, int interval) {
        double a = node(interval);
        double b = node(interval + 1);
        double ra = y[interval] - trend.at(a);
        double rb = y[interval + 1] - trend.at(b);
        double before = Math.abs(rb - ra);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (a + b) / 2;
            double rm = line.valueAt(stretch.at(middle), readOut) - trend.at(middle);
            if (!Double.isFinite(rm)) {
                return 0;
            }
            if (Math.abs(rm - ra) > Math.abs(rb - rm)) {
                b = middle;
                rb = rm;
            } else {
                a = middle;
                ra = rm;
            }
            if (i % PERIOD == PERIOD - 1) {
                double now = Math.abs(rb - ra);
                // The first look is against a whole interval, where the polynomial's own error may be in the way.
                if (i > PERIOD && (now < before / 2 || now > 4 * before)) {
                    return 0;
                }
                before = now;
            }
        }
        return before;
    }

    private static double node(int i) {
        return 2.0 * i / (POINTS - 1) - 1;
    }

    /** A part of the line, t in centre ± halfWidth. */
    private record Stretch(double centre, double halfWidth) {
        double at(double s) {
            return centre + halfWidth * s;
        }
    }

    /** A least-squares polynomial on the nodes, in Chebyshev form. */
    private record Polynomial(double[] coefficients) {

        static Polynomial fit(double[] y) {
            DMatrixRMaj basis = new DMatrixRMaj(POINTS, DEGREE + 1);
            for (int i = 0; i < POINTS; i++) {
                for (int k = 0; k <= DEGREE; k++) {
                    basis.set(i, k, chebyshev(k, node(i)));
                }
            }
            DMatrixRMaj solution = new DMatrixRMaj(DEGREE + 1, 1);
            CommonOps_DDRM.solve(basis, DMatrixRMaj.wrap(POINTS, 1, y), solution);
            return new Polynomial(solution.data);
        }

        double at(double s) {
            double sum = 0;
            for (int k = 0; k < coefficients.length; k++) {
                sum += coefficients[k] * chebyshev(k, s);
            }
            return sum;
        }

        private static double chebyshev(int k, double s) {
            return Math.cos(k * Math.acos(Math.max(-1, Math.min(1, s))));
        }
    }
}
