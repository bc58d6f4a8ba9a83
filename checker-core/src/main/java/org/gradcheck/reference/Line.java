package org.gradcheck.reference;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.space.Space;

/**
 * f along the line x + t·v: evaluates pairs t = ±2⁻ᵏ on demand, remembers their read-outs and forgets the outputs. An
 * evaluation that fails or is not finite becomes NaN. Used by one thread.
 */
public final class Line {

    private final GuardedFunction function;
    private final double[] x;
    private final double[] value;
    private final Direction direction;
    private final Space<?> codomain;
    private final ReadOuts readOuts;
    private final double[] center;
    private final double[] magnitude;
    private final Map<Integer, double[][]> pairs = new TreeMap<>();
    private final FloatDetector floats = new FloatDetector();

    /**
     * Starts a line at x by evaluating one pair, from which the read-outs are made.
     *
     * @param value f(x)
     */
    public Line(
            GuardedFunction function,
            double[] x,
            double[] value,
            Direction direction,
            Space<?> codomain,
            SplittableRandom random) {
        this.function = function;
        this.x = x;
        this.value = value;
        this.direction = direction;
        this.codomain = codomain;
        floats.see(value);
        double[] plus = evaluate(StepLadder.step(StepLadder.SCALING));
        double[] minus = evaluate(-StepLadder.step(StepLadder.SCALING));
        double[] change = new double[value.length];
        for (int i = 0; i < change.length; i++) {
            double difference = plus[i] - minus[i];
            change[i] = Double.isFinite(difference) ? difference : 0;
        }
        this.readOuts = ReadOuts.of(change, random);
        this.center = readOuts.read(value, codomain);
        this.magnitude = readOuts.magnitude(value);
        pairs.put(StepLadder.SCALING, new double[][] {readOuts.read(plus, codomain), readOuts.read(minus, codomain)});
    }

    /** The direction v. */
    public Direction direction() {
        return direction;
    }

    /** The scalars read off the output. */
    public ReadOuts readOuts() {
        return readOuts;
    }

    /** Makes sure that the pair ±2⁻ᵏ has been evaluated. */
    public void evaluatePair(int exponent) {
        if (!pairs.containsKey(exponent)) {
            double t = StepLadder.step(exponent);
            pairs.put(
                    exponent,
                    new double[][] {readOuts.read(evaluate(t), codomain), readOuts.read(evaluate(-t), codomain)});
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

    /** Whether all outputs seen so far look like single precision. */
    public boolean isSinglePrecision() {
        return floats.isSinglePrecision();
    }

    /** The finite pairs of one read-out. */
    public Samples samples(int readOut) {
        int[] exponents = pairs.entrySet().stream()
                .filter(pair ->
                        Double.isFinite(pair.getValue()[0][readOut]) && Double.isFinite(pair.getValue()[1][readOut]))
                .mapToInt(Map.Entry::getKey)
                .toArray();
        double[] plus = new double[exponents.length];
        double[] minus = new double[exponents.length];
        for (int i = 0; i < exponents.length; i++) {
            double[][] pair = pairs.getOrDefault(exponents[i], new double[2][]);
            plus[i] = pair[0][readOut];
            minus[i] = pair[1][readOut];
        }
        return new Samples(center[readOut], magnitude[readOut], exponents, plus, minus);
    }

    /** g(t) of one read-out, not remembered; NaN where f fails. */
    double valueAt(double t, int readOut) {
        return readOuts.read(evaluate(t), codomain)[readOut];
    }

    private double[] evaluate(double t) {
        Evaluation evaluation = function.evaluate(direction.pointAt(x, t));
        if (evaluation instanceof Evaluation.Value y) {
            floats.see(y.coordinates());
            return y.coordinates();
        }
        double[] failed = new double[value.length];
        Arrays.fill(failed, Double.NaN);
        return failed;
    }
}
