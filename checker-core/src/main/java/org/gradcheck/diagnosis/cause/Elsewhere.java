package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.diagnosis.probe.Bench;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.diagnosis.probe.Suspect;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Hypothesis;
import org.gradcheck.space.Space;

/**
 * The derivative at other points: right in some region, as one that is wrong in a branch or a tail only, or the same at all
 * of them, as one that was never computed anew.
 */
public final class Elsewhere {

    private static final List<String> KINDS = List.of("region", "constant");

    /** Agreement of fewer digits proves nothing. */
    private static final double RESOLVED = 1e-4;

    private static final double APART = 0.1;

    private static final double CHANGED = 1e-3;

    /** So far from the point f has been evaluated already. */
    private static final double NEAR = 0x1p-3;

    private final Bench bench;
    private final Suspect suspect;
    private final List<Probe> here;
    private final boolean far;
    private final List<Seen> seen = new ArrayList<>();

    /** @param words for a point far away; empty beside the point */
    private record Place(String words, double[] point) {}

    private enum Outcome {
        RIGHT,
        WRONG,
        UNKNOWN
    }

    /** What was seen at one other point. */
    private record Seen(Place place, Outcome outcome, boolean suppliedUnchanged, boolean referenceChanged) {}

    /**
     * Looks at other points.
     *
     * @param here probes at the point itself
     * @param far whether f may be evaluated far from the point, where it may not even return
     */
    public Elsewhere(Bench bench, List<Probe> here, boolean far) {
        this.far = far;
        this.bench = bench;
        this.suspect = bench.suspect();
        this.here = here.stream().filter(Probe::isCertain).limit(2).toList();
    }

    /** The region where the derivative is right, or that it does not change. */
    public List<Diagnosis> diagnose() {
        if (!(suspect.domain() instanceof Space) || here.isEmpty()) {
            return List.of();
        }
        places().forEach(place -> look(place).ifPresent(seen::add));
        List<Diagnosis> found = new ArrayList<>();
        String right = words(Outcome.RIGHT);
        String wrong = words(Outcome.WRONG);
        if (!right.isEmpty()) {
            found.add(new Diagnosis(
                    "region",
                    "the supplied derivative is right " + right + "; it is wrong at the point"
                            + (wrong.isEmpty() ? "" : " and " + wrong),
                    "compared along " + here.size() + (here.size() == 1 ? " direction" : " directions")
                            + " at each of these points"));
        }
        boolean frozen = seen.size() > 1 && seen.stream().allMatch(Seen::suppliedUnchanged);
        if (right.isEmpty() && frozen && seen.stream().anyMatch(Seen::referenceChanged)) {
            found.add(new Diagnosis(
                    "constant",
                    "the supplied derivative does not change with the point, and the reference does: a placeholder, or one"
                            + " that was computed once",
                    "the same to the last bit at " + (seen.size() + 1) + " points"));
        }
        return found;
    }

    /** How these questions fared. */
    public List<Hypothesis> hypotheses() {
        String question = "is it right at other points?";
        if (words(Outcome.RIGHT).isEmpty() && words(Outcome.WRONG).isEmpty()) {
            return List.of(new Hypothesis(
                    KINDS, question, Hypothesis.Outcome.NOT_APPLICABLE, "no other point could be looked at"));
        }
        String right = words(Outcome.RIGHT);
        return List.of(
                right.isEmpty()
                        ? new Hypothesis(KINDS, question, Hypothesis.Outcome.REJECTED, "wrong " + words(Outcome.WRONG))
                        : new Hypothesis(KINDS, question, Hypothesis.Outcome.FITS, "right " + right));
    }

    private String words(Outcome outcome) {
        return seen.stream()
                .filter(at -> at.outcome() == outcome && !at.place().words().isEmpty())
                .map(at -> at.place().words())
                .collect(Collectors.joining(", "));
    }

    private List<Place> places() {
        double[] x = suspect.x();
        double norm = Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
        List<Place> places = new ArrayList<>();
        for (double t : new double[] {NEAR, -NEAR}) {
            places.add(new Place(
                    "", new Direction(Direction.Kind.GIVEN, here.get(0).direction()).pointAt(x, t)));
        }
        if (!far) {
            return places;
        }
        // Only where f is likely to have values: entries of one sign keep it, and no point is far from the one given.
        boolean hasBothSigns =
                Arrays.stream(x).anyMatch(v -> v < 0) && Arrays.stream(x).anyMatch(v -> v > 0);
        if (hasBothSigns) {
            places.add(moved("where all entries are positive", Math::abs));
            places.add(moved("where all entries are negative", v -> -Math.abs(v)));
        }
        if (norm > 0 && Math.abs(norm - 1) > APART) {
            places.add(moved("at unit length", v -> v / norm));
        }
        places.add(moved("at a tenth of the point", v -> v / 10));
        places.add(moved("at twice the point", v -> v * 2));
        return places.stream()
                .filter(place -> suspect.domain().violation(place.point()).isRounding())
                .toList();
    }

    private Place moved(String words, DoubleUnaryOperator move) {
        return new Place(words, Arrays.stream(suspect.x()).map(move).toArray());
    }

    private Optional<Seen> look(Place place) {
        try {
            return bench.at(place.point()).flatMap(other -> {
                List<Probe> probes = new ArrayList<>();
                boolean unchanged = true;
                boolean changed = false;
                for (Probe known : here) {
                    Optional<List<Probe>> probe = other.probe(other.direction(known.direction()), known.cotangent());
                    if (probe.isEmpty()) {
                        return Optional.empty();
                    }
                    probes.addAll(probe.get());
                    unchanged &= other.supplied(known) == known.supplied();
                    changed |= Math.abs(probe.get().get(0).reference().value()
                                    - known.reference().value())
                            > 4 * (probe.get().get(0).bound() + known.bound())
                                    + CHANGED * Math.abs(known.reference().value());
                }
                return Optional.of(new Seen(place, outcome(probes), unchanged, changed));
            });
        } catch (DerivativeFaultException e) {
            return Optional.empty();
        }
    }

    private static Outcome outcome(List<Probe> probes) {
        if (probes.stream().anyMatch(Probe::isCertain)) {
            return Outcome.WRONG;
        }
        boolean resolved = probes.stream().allMatch(probe -> probe.bound() <= RESOLVED * Math.abs(probe.supplied()));
        return resolved ? Outcome.RIGHT : Outcome.UNKNOWN;
    }
}
