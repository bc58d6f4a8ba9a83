package org.gradcheck.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reference derivatives along further directions, for whoever knows already that f is smooth at the point and asks many
 * questions: with few steps, and with a single complex one where complex steps have been vouched for. Used by one thread.
 */
public final class DirectionalReference {

    /** Real differences this good need no more steps. */
    private static final double RESOLVED = 1e-8;

    private static final double ROUNDING = 16;

    private final Neighbourhood around;
    private final double repeatDeviation;
    private final Optional<ComplexStep> complexStep;
    private final double resolution;
    private int count;

    /**
     * References around a point.
     *
     * @param repeatDeviation |f(x) − f(x)′|/√2 of a repeated evaluation at the point; usually 0
     * @param complexStep the complex step, if real differences have vouched for it at the point
     * @param resolution what it resolved there, relative
     */
    public DirectionalReference(
            Neighbourhood around, double repeatDeviation, Optional<ComplexStep> complexStep, double resolution) {
        this.around = around;
        this.repeatDeviation = repeatDeviation;
        this.complexStep = complexStep;
        this.resolution = resolution;
    }

    /** The same at another point, where complex steps have not been vouched for. */
    public DirectionalReference around(Neighbourhood other) {
        return new DirectionalReference(other, repeatDeviation, Optional.empty(), 0);
    }

    /** The most evaluations of f that one direction takes. */
    public int mostEvaluations() {
        return complexStep.isPresent() ? 1 : 2 * StepLadder.FINEST;
    }

    /** Evaluations of the complex function. */
    public int complexEvaluations() {
        return complexStep.isPresent() ? count : 0;
    }

    /** Along how many directions there have been references. */
    public int count() {
        return count;
    }

    /**
     * ⟨w, f′(x)[v]⟩ for each w; not known where f has no derivative along v that can be seen.
     *
     * @param cotangents the w, at least one
     * @param supplied a value for each, which sets the scale together with what is found
     */
    public List<Estimate> along(Direction direction, double[][] cotangents, double[] supplied) {
        count++;
        return complexStep
                .map(step -> byComplexStep(step, direction, cotangents))
                .orElseGet(() -> byDifferences(direction, cotangents, supplied));
    }

    private List<Estimate> byComplexStep(ComplexStep step, Direction direction, double[][] cotangents) {
        double[] slopes = step.derivative(around.x(), direction.tangent(), around.value().length);
        List<Estimate> estimates = new ArrayList<>();
        for (double[] w : cotangents) {
            double value = around.codomain().inner(w, slopes);
            double size = around.codomain().termSize(w, slopes);
            double relative = Math.max(ROUNDING * 0x1p-53, resolution);
            estimates.add(Double.isFinite(value) ? new Estimate(value, relative * size) : Estimate.unknown());
        }
        return estimates;
    }

    private List<Estimate> byDifferences(Direction direction, double[][] cotangents, double[] supplied) {
        List<String> names = IntStream.range(0, cotangents.length)
                .mapToObj(Integer::toString)
                .toList();
        Line line = Line.reading(around, direction, new ReadOuts(cotangents, names));
        Differences differences = new CentralDifference(line, repeatDeviation);
        line.evaluatePairs(StepLadder.first());
        boolean enough = IntStream.range(0, cotangents.length)
                .mapToObj(p -> differences.estimate(p, supplied[p]))
                .allMatch(estimate -> estimate.estimate().isKnown() && estimate.resolution() <= RESOLVED);
        if (!enough) {
            new Refinement(differences, StepLadder.FINEST).run(List.of(supplied), false);
        }
        return IntStream.range(0, cotangents.length)
                .mapToObj(p -> usable(differences.estimate(p, supplied[p])))
                .toList();
    }

    private static Estimate usable(LineEstimate estimate) {
        boolean smooth = estimate.kink().isEmpty() && estimate.regimes().isEmpty();
        return smooth ? estimate.estimate() : Estimate.unknown();
    }
}
