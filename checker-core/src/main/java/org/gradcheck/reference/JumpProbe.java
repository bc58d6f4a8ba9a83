package org.gradcheck.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.gradcheck.function.Precision;

/**
 * Looks for jumps of a read-out along a line, as an inner iteration leaves them that stops at a tolerance. What the
 * supplied derivative explains is subtracted: r(t) = g(t) − ∫₀ᵗ D. Over a stretch without jumps r drifts smoothly, D
 * right or wrong; an interval over which it changes otherwise is bisected, and a jump keeps its size.
 *
 * <p>Few evaluations of f, and some of the derivative. Asked only before a small discrepancy is believed. One probe
 * serves one search.
 */
public final class JumpProbe {

    /** Around the point first; the smaller ones only where the discrepancy does not go on through a larger one. */
    private static final List<Stretch> STRETCHES = List.of(
            new Stretch(-0x1p-2, 0x1p-2, 8),
            new Stretch(-0x1p-5, 0x1p-5, 8),
            new Stretch(-0x1p-8, 0x1p-8, 8),
            new Stretch(0.25, 1, 6),
            new Stretch(-1, -0.25, 6),
            new Stretch(1, 4.75, 6),
            new Stretch(-4.75, -1, 6));

    private static final int SUSPECTS = 2;
    private static final int QUARTERS = 4;

    /** So often that a kink beside the point, which the intervals next to it see as a jump until they are shorter, is not one. */
    private static final int LEVELS = 11;

    private static final double NOISE_FACTOR = 16;
    private static final double ROUNDING_FACTOR = 64;

    /** The trend may be wrong by this part of the discrepancy that is to be explained. */
    private static final double TREND = 0.25;

    /** A jump that explains a discrepancy stands out from what it makes r drift by over an interval. */
    private static final double STANDING_OUT = 0.5;

    /** … or at least from the other intervals. */
    private static final double OUTLIER = 8;

    private static final double SMALLEST = 0.02;

    /** Jumps of one origin differ in size by no more than this factor. */
    private static final double COMPARABLE = 4;

    private final Line line;
    private final int readOut;
    private final double noise;
    private final DoubleUnaryOperator slope;
    private int affordable;

    /**
     * @param noise the standard deviation of one value
     * @param slope the supplied derivative of the read-out along the line at t, not finite where it cannot be had
     * @param affordable the most evaluations of f allowed; nothing is found beyond them
     */
    public JumpProbe(Line line, int readOut, double noise, DoubleUnaryOperator slope, int affordable) {
        this.line = line;
        this.readOut = readOut;
        this.noise = noise;
        this.slope = slope;
        this.affordable = affordable;
    }

    /** Whether evaluations ran out before all was searched. */
    public boolean isCutShort() {
        return affordable < 0;
    }

    /** The first jump that explains a discrepancy between derivatives, and whether any stretch of the line has another. */
    public Optional<Jump> search(double discrepancy) {
        double magnitude = line.samples(readOut).near();
        Optional<Jump> first = Optional.empty();
        boolean drifts = magnitude == 0;
        for (Stretch stretch : STRETCHES) {
            if (magnitude > 0 && !(drifts && stretch.isAroundThePoint())) {
                Search search = searchIn(stretch, discrepancy, magnitude);
                drifts |= search.drifts();
                if (search.jump().isPresent()) {
                    boolean repeated = first.isPresent() || search.jump().get().repeated();
                    first = Optional.of(first.orElse(search.jump().get()).repeated(repeated));
                }
                if (first.filter(Jump::repeated).isPresent()) {
                    return first;
                }
            }
        }
        return first;
    }

    private Search searchIn(Stretch stretch, double discrepancy, double magnitude) {
        return Antiderivative.of(slope, stretch.from(), stretch.to(), TREND * discrepancy)
                .map(trend -> searchIn(stretch, trend, discrepancy, magnitude))
                .orElse(new Search(Optional.empty(), false));
    }

    private Search searchIn(Stretch stretch, Antiderivative trend, double discrepancy, double magnitude) {
        double[] r = remainders(stretch, trend, Double.NaN, Double.NaN);
        double floor = floor(magnitude, r);
        double[] steps = deviations(r);
        double drift = discrepancy * stretch.length() / stretch.intervals();
        double standsOut =
                Math.max(floor, Math.min(STANDING_OUT * drift, Math.max(SMALLEST * drift, OUTLIER * median(steps))));
        int[] suspects = IntStream.range(0, steps.length)
                .filter(i -> steps[i] > standsOut)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -steps[i]))
                .mapToInt(i -> i)
                .toArray();
        Optional<Jump> jump = candidates(suspects, steps)
                .mapToObj(i -> jumpIn(stretch.part(i, QUARTERS), trend, r[i], r[i + 1], steps[suspects[0]]))
                .filter(step -> step.size() > floor)
                .map(step -> new Jump(
                        step.size() / magnitude,
                        Math.max(step.density(), suspects.length / stretch.length()),
                        suspects.length > 1))
                .filter(found -> found.explains(discrepancy, magnitude))
                .max(Comparator.comparingDouble(Jump::relativeSize));
        double drifted = Math.abs(r[r.length - 1] - r[0]) / stretch.length();
        return new Search(jump, drifted > discrepancy / 2 && drifted < 2 * discrepancy);
    }

    /** The intervals that stand out most; and, where most hold a jump and the smooth one stands out, one of the others. */
    private static IntStream candidates(int[] suspects, double[] steps) {
        if (suspects.length == 0) {
            return IntStream.empty();
        }
        IntStream others = IntStream.range(0, steps.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> steps[i]))
                .mapToInt(i -> i);
        return IntStream.concat(Arrays.stream(suspects).limit(SUSPECTS), others.limit(1))
                .distinct();
    }

    /** The jump that quartering leads to, of size 0 if what stands out does not stay. */
    private Step jumpIn(Stretch interval, Antiderivative trend, double first, double last, double size) {
        Stretch current = interval;
        double[] r = {first, last};
        double before = size;
        double density = 0;
        for (int level = 0; level < LEVELS; level++) {
            r = remainders(current, trend, r[0], r[r.length - 1]);
            double[] steps = deviations(r);
            int largest = 0;
            for (int i = 1; i < steps.length; i++) {
                largest = steps[i] > steps[largest] ? i : largest;
            }
            // The first quarters may hold several jumps.
            if (level > 0 && !(steps[largest] >= before / 2 && steps[largest] <= 4 * before)) {
                return new Step(0, 0);
            }
            before = steps[largest];
            double comparable = before / COMPARABLE;
            long jumps = Arrays.stream(steps).filter(step -> step > comparable).count();
            density = jumps > 1 ? jumps / current.length() : density;
            current = current.part(largest, QUARTERS);
            r = new double[] {r[largest], r[largest + 1]};
        }
        return new Step(before, density);
    }

    /** r at the nodes of a stretch, given the outer ones if they are known; NaN where f has no value, or no evaluation is left. */
    private double[] remainders(Stretch stretch, Antiderivative trend, double first, double last) {
        int from = Double.isNaN(first) ? 0 : 1;
        int to = stretch.intervals() - (Double.isNaN(last) ? 0 : 1);
        double[] r = new double[stretch.intervals() + 1];
        Arrays.fill(r, Double.NaN);
        r[0] = first;
        r[r.length - 1] = last;
        affordable -= to - from + 1;
        if (affordable < 0) {
            return r;
        }
        double[] g = line.valuesAt(to - from + 1, i -> stretch.node(from + i), readOut);
        for (int i = from; i <= to; i++) {
            r[i] = g[i - from] - trend.at(stretch.node(i));
        }
        return r;
    }

    /** How much each step of r differs from their median, which is what a smooth drift makes of all of them. */
    private static double[] deviations(double[] r) {
        double[] steps = new double[r.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = r[i + 1] - r[i];
        }
        double median = median(steps);
        return Arrays.stream(steps).map(step -> Math.abs(step - median)).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Noise that is relative to g grows with it away from the point. */
    private double floor(double magnitude, double[] values) {
        double largest = magnitude;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return NOISE_FACTOR * noise * largest / magnitude + ROUNDING_FACTOR * Precision.ULP * largest;
    }

    /**
     * What a stretch shows.
     *
     * @param jump a jump that explains the discrepancy
     * @param drifts whether the discrepancy at the point goes on through the stretch, as that of a wrong formula does
     */
    private record Search(Optional<Jump> jump, boolean drifts) {}

    /**
     * A jump of r.
     *
     * @param density how many of them there are per unit of t, where they are so dense that quarters hold several
     */
    private record Step(double size, double density) {}

    /** A part of the line, divided into intervals. */
    private record Stretch(double from, double to, int intervals) {
        double length() {
            return to - from;
        }

        boolean isAroundThePoint() {
            return from < 0 && to > 0;
        }

        double node(int i) {
            return from + (to - from) * i / intervals;
        }

        Stretch part(int i, int into) {
            return new Stretch(node(i), node(i + 1), into);
        }
    }
}
