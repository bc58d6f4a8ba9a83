package org.gradcheck.diagnosis.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.SuppliedOperator;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.reference.Direction;
import org.gradcheck.reference.DirectionalReference;
import org.gradcheck.reference.Estimate;
import org.gradcheck.reference.Neighbourhood;

/**
 * Compares a suspect with references along further directions, within the evaluations that are allowed. Used by one thread.
 */
public final class Bench {

    private static final double LAST_PLACES = 0x1p-50;

    private final Suspect suspect;
    private final DirectionalReference references;
    private final GuardedFunction function;
    private final int affordable;
    private final int evaluationsBefore;
    private final SplittableRandom random;

    /**
     * A bench.
     *
     * @param affordable how many evaluations of f it may take
     * @param random the random numbers of all that is drawn for it
     */
    public Bench(Suspect suspect, DirectionalReference references, int affordable, SplittableRandom random) {
        this.suspect = suspect;
        this.references = references;
        this.function = suspect.around().function();
        this.affordable = affordable;
        this.evaluationsBefore = function.evaluations();
        this.random = random;
    }

    /** What is compared. */
    public Suspect suspect() {
        return suspect;
    }

    /** Random numbers for whoever asks. */
    public SplittableRandom random() {
        return random;
    }

    /** Along how many directions there have been references. */
    public int references() {
        return references.count();
    }

    /** How many evaluations of f they took, real and complex ones together. */
    public int evaluations() {
        return function.evaluations() - evaluationsBefore + references.complexEvaluations();
    }

    /** A random direction, the n-th of a series that alternates in kind. */
    public Direction randomDirection(int n) {
        Direction.Kind kind = n % 2 == 0 ? Direction.Kind.SCALED : Direction.Kind.ISOTROPIC;
        return Direction.random(kind, suspect.domain(), suspect.x(), random);
    }

    /** The direction that moves some coordinates by the given numbers, as the set of the points has it. */
    public Direction direction(double[] numbers) {
        return Direction.of(Direction.Kind.GIVEN, suspect.domain(), suspect.x(), numbers);
    }

    /** The same derivative at another point; empty where f has no value, or the derivative fails. */
    public Optional<Bench> at(double[] point) {
        if (evaluations() + references.mostEvaluations() > affordable
                || !(function.evaluate(point) instanceof Evaluation.Value value)) {
            return Optional.empty();
        }
        Neighbourhood around = suspect.around().at(point, value.coordinates());
        SuppliedOperator operator = suspect.derivative().at(point, suspect.domain(), suspect.codomain());
        Suspect other = new Suspect(suspect.derivative(), operator, around, List.of(), suspect.indexing(), false);
        return Optional.of(new Bench(other, references.around(around), affordable - evaluations(), random));
    }

    /** ⟨w, f(x + tv)⟩ along the direction of a probe, in its read-out; NaN where f has no value or evaluations do not reach. */
    public double valueAt(Probe probe, double t) {
        double[] point = new Direction(Direction.Kind.GIVEN, probe.direction()).pointAt(suspect.x(), t);
        return evaluations() < affordable && function.evaluate(point) instanceof Evaluation.Value value
                ? suspect.codomain().inner(probe.cotangent(), value.coordinates())
                : Double.NaN;
    }

    /** What the derivative says here of another's tangent and cotangent. */
    public double supplied(Probe probe) {
        return suspect.operator().pair(probe.direction(), new double[][] {probe.cotangent()})[0];
    }

    /** One probe for each cotangent; empty if evaluations are used up, the derivative fails, or f has no derivative there. */
    public Optional<List<Probe>> probe(Direction direction, double[]... cotangents) {
        if (direction.isZero() || evaluations() + references.mostEvaluations() > affordable) {
            return Optional.empty();
        }
        try {
            double[] v = direction.tangent();
            double[] supplied = suspect.operator().pair(v, cotangents);
            List<Estimate> estimates = references.along(direction, cotangents, supplied);
            List<Probe> probes = new ArrayList<>();
            for (int p = 0; p < cotangents.length; p++) {
                if (estimates.get(p).isKnown() && Double.isFinite(supplied[p])) {
                    double rounding = LAST_PLACES * suspect.operator().termSize(v, cotangents[p]);
                    probes.add(new Probe(v, cotangents[p], supplied[p], estimates.get(p), rounding));
                }
            }
            return probes.size() == cotangents.length ? Optional.of(probes) : Optional.empty();
        } catch (DerivativeFaultException e) {
            return Optional.empty();
        }
    }
}
