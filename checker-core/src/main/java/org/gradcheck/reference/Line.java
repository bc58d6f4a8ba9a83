package org.gradcheck.reference;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.Precision;

/**
 * f along the line x + t·v, or along a curve on a manifold: evaluates pairs t = ±2⁻ᵏ on demand, remembers their read-outs and forgets the outputs. An
 * evaluation that fails or is not finite becomes NaN. Used by one thread, which may let others evaluate f.
 */
public final class Line {

    /** Values of f use their last places, unless it is what is left of larger terms. */
    private static final double COARSE_LATTICE = 256;

    /** How many last places of the size of its terms f may be rounded to. */
    private static final double LAST_PLACES = 64;

    private final Neighbourhood around;
    private final Direction direction;
    private final Curve curve;
    private final ReadOuts readOuts;
    private final double[] center;
    private final double[] magnitude;
    private final Map<Integer, double[][]> pairs = new TreeMap<>();
    private final FloatDetector floats = new FloatDetector();
    private boolean atTheEdge;

    /** Starts a line by evaluating one pair, from which the read-outs are made. */
    Line(Neighbourhood around, Direction direction, SplittableRandom random) {
        this(around, direction, (value, change) -> ReadOuts.of(value, change, around.codomain(), random));
    }

    /** The same with read-outs that are known before. */
    static Line reading(Neighbourhood around, Direction direction, ReadOuts readOuts) {
        return new Line(around, direction, (value, change) -> readOuts);
    }

    private Line(Neighbourhood around, Direction direction, BiFunction<double[], double[], ReadOuts> reading) {
        this.around = around;
        this.direction = direction;
        this.curve = Curve.through(around.domain(), around.x(), direction);
        double[] value = around.value();
        floats.see(value);
        double t = StepLadder.step(StepLadder.SCALING);
        double[][] pair = indices(2).mapToObj(i -> evaluate(i == 0 ? t : -t)).toArray(double[][]::new);
        double[] change = new double[value.length];
        for (int i = 0; i < change.length; i++) {
            double difference = pair[0][i] - pair[1][i];
            change[i] = Double.isFinite(difference) ? difference : 0;
        }
        this.readOuts = reading.apply(value, change);
        this.center = readOuts.read(value, around.codomain());
        this.magnitude = readOuts.magnitude(value, around.codomain());
        pairs.put(
                StepLadder.SCALING,
                new double[][] {readOuts.read(pair[0], around.codomain()), readOuts.read(pair[1], around.codomain())});
    }

    /**
     * Starts a line whose steps are short enough for f's domain: where ordinary steps have no values on both sides, the
     * direction is narrowed until they have, or it is clear that only one side ever has.
     *
     * @param affordablePairs how many pairs the budget allows; fewer than it takes to look, and the line stays as it is
     */
    public static Line within(Neighbourhood around, Direction direction, SplittableRandom random, int affordablePairs) {
        return within(around, direction, affordablePairs, along -> new Line(around, along, random));
    }

    /** The same with read-outs that are known before. */
    public static Line within(Neighbourhood around, Direction direction, ReadOuts readOuts, int affordablePairs) {
        return within(around, direction, affordablePairs, along -> reading(around, along, readOuts));
    }

    private static Line within(
            Neighbourhood around, Direction direction, int affordablePairs, Function<Direction, Line> start) {
        Line line = start.apply(direction);
        if (line.finitePairs().length > 0 || affordablePairs < 2 + StepLadder.probes().length) {
            return line;
        }
        line.evaluatePairs(StepLadder.probes());
        int[] finite = line.finitePairs();
        if (finite.length == 0 && line.endsAtThePoint()) {
            line.atTheEdge = true;
            return line;
        }
        int coarsest = finite.length == 0 ? StepLadder.FINEST : finite[0];
        return coarsest <= StepLadder.COARSE
                ? line
                : start.apply(direction.narrowed(
                        around.domain(), around.x(), Math.min(coarsest - StepLadder.SCALING, Direction.NARROWEST)));
    }

    /** The direction v. */
    public Direction direction() {
        return direction;
    }

    /**
     * The size of what one read-out is computed from: its own, or, where it is what is left of terms that cancelled, that
     * of the terms.
     */
    public double sizeInside(int readOut) {
        Samples samples = samples(readOut);
        double own = Math.max(samples.near(), samples.magnitude());
        double size = FlatPiece.isRemnant(samples) ? Math.max(own, sizeOfTerms()) : own;
        double lattice = FlatPiece.lattice(samples);
        boolean rounded = lattice > COARSE_LATTICE * precision().roundingOf(own)
                && lattice <= LAST_PLACES * precision().roundingOf(sizeOfTerms());
        return rounded ? Math.max(size, lattice / (2 * precision().unitRoundoff())) : size;
    }

    /** The size of terms that f may compute with, if nothing of them is to be seen: one, or that of the largest coordinate. */
    double sizeOfTerms() {
        double size = 1;
        for (double coordinate : around.x()) {
            size = Math.max(size, Math.abs(coordinate));
        }
        return size;
    }

    /** The curve through the point that f is evaluated on. */
    public Curve curve() {
        return curve;
    }

    /** The scalars read off the output. */
    public ReadOuts readOuts() {
        return readOuts;
    }

    /** Makes sure that the pairs ±2⁻ᵏ have been evaluated. */
    public void evaluatePairs(int... exponents) {
        int[] missing = Arrays.stream(exponents).filter(k -> !hasPair(k)).toArray();
        double[][] values = indices(2 * missing.length)
                .mapToObj(i -> {
                    double t = StepLadder.step(missing[i / 2]);
                    return readOuts.read(evaluate(i % 2 == 0 ? t : -t), around.codomain());
                })
                .toArray(double[][]::new);
        for (int i = 0; i < missing.length; i++) {
            pairs.put(missing[i], new double[][] {values[2 * i], values[2 * i + 1]});
        }
    }

    /** Whether the pair ±2⁻ᵏ has been evaluated, successfully or not. */
    public boolean hasPair(int exponent) {
        return pairs.containsKey(exponent);
    }

    /** The number of pairs evaluated. */
    public int pairCount() {
        return pairs.size();
    }

    /** The precision f computes in: as declared, or as all outputs seen so far look. */
    public Precision precision() {
        return around.declared().orElse(floats.isSinglePrecision() ? Precision.SINGLE : Precision.DOUBLE);
    }

    /** The finite pairs of one read-out. */
    public Samples samples(int readOut) {
        int[] exponents = exponents(pair -> isFinite(pair, 0, readOut) && isFinite(pair, 1, readOut));
        return new Samples(
                center[readOut],
                magnitude[readOut],
                exponents,
                values(exponents, 0, readOut),
                values(exponents, 1, readOut));
    }

    /** The values of one read-out inside of f's domain; empty unless the point is on its edge, to the last place. */
    Optional<HalfLine> halfLine(int readOut) {
        return atTheEdge ? onlySide(readOut) : Optional.empty();
    }

    /** Whether one side has values at all steps tried, and the other has none even a few last places from the point. */
    private boolean endsAtThePoint() {
        return onlySide(0)
                .filter(half -> half.count() == pairCount())
                .filter(half -> Double.isNaN(valueAt(-half.sign() * StepLadder.step(StepLadder.LAST_PLACES), 0)))
                .isPresent();
    }

    private Optional<HalfLine> onlySide(int readOut) {
        int[] plus = exponents(pair -> isFinite(pair, 0, readOut));
        int[] minus = exponents(pair -> isFinite(pair, 1, readOut));
        if ((plus.length == 0) == (minus.length == 0)) {
            return Optional.empty();
        }
        int side = plus.length > 0 ? 0 : 1;
        int[] exponents = side == 0 ? plus : minus;
        return Optional.of(new HalfLine(
                center[readOut], magnitude[readOut], side == 0 ? 1 : -1, exponents, values(exponents, side, readOut)));
    }

    /** Which of the steps tried have finite values on both sides; all read-outs share them. */
    int[] finitePairs() {
        return exponents(pair -> isFinite(pair, 0, 0) && isFinite(pair, 1, 0));
    }

    /** g(t) of one read-out, not remembered; NaN where f fails. */
    double valueAt(double t, int readOut) {
        return readOuts.read(evaluate(t), around.codomain())[readOut];
    }

    /** g at several t, not remembered. */
    double[] valuesAt(int count, IntToDoubleFunction t, int readOut) {
        return indices(count)
                .mapToDouble(i -> valueAt(t.applyAsDouble(i), readOut))
                .toArray();
    }

    /** 0 … count − 1, in parallel if f allows it; the results keep their order. */
    private IntStream indices(int count) {
        IntStream range = IntStream.range(0, count);
        return around.parallel() ? range.parallel() : range;
    }

    private static boolean isFinite(double[][] pair, int side, int readOut) {
        return Double.isFinite(pair[side][readOut]);
    }

    private int[] exponents(Predicate<double[][]> usable) {
        return pairs.entrySet().stream()
                .filter(pair -> usable.test(pair.getValue()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private double[] values(int[] exponents, int side, int readOut) {
        return Arrays.stream(exponents)
                .mapToDouble(k -> pairs.getOrDefault(k, new double[2][readOut + 1])[side][readOut])
                .toArray();
    }

    private double[] evaluate(double t) {
        Evaluation evaluation = around.function().evaluate(curve.pointAt(t));
        if (evaluation instanceof Evaluation.Value y) {
            floats.see(y.coordinates());
            return y.coordinates();
        }
        double[] failed = new double[around.value().length];
        Arrays.fill(failed, Double.NaN);
        return failed;
    }
}
