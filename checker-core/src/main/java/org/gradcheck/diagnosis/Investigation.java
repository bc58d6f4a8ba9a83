package org.gradcheck.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gradcheck.diagnosis.cause.BesideKink;
import org.gradcheck.diagnosis.cause.Causes;
import org.gradcheck.diagnosis.cause.Clues;
import org.gradcheck.diagnosis.cause.Elsewhere;
import org.gradcheck.diagnosis.probe.Bench;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.diagnosis.probe.Suspect;
import org.gradcheck.diagnosis.where.InputLocalisation;
import org.gradcheck.diagnosis.where.Located;
import org.gradcheck.diagnosis.where.OutputLocalisation;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Explanation;
import org.gradcheck.report.Hypothesis;
import org.gradcheck.report.Verdict;
import org.gradcheck.report.Where;

/** Looks into a derivative that has been refuted: where it is wrong, and why. Says no more than what was measured tells apart. */
public final class Investigation {

    /** The directions that refuted it, of which so many are probed again. */
    private static final int KNOWN = 2;

    /** Fresh directions, of which some are for fitting numbers and the others for testing them. */
    private static final int FRESH = 4;

    private static final int FITTED = 3;

    /** Beyond a kink on one side a central quotient is halfway between both slopes; curvature passes by there once at most. */
    private static final double HALFWAY = 0.5;

    private static final double BAND = 0.15;
    private static final int SEVERAL = 2;

    private final Bench bench;
    private final Suspect suspect;
    private final List<Probe> fitted = new ArrayList<>();
    private final List<Probe> fresh = new ArrayList<>();
    private Optional<Located> outputs = Optional.empty();
    private Optional<Located> inputs = Optional.empty();

    private Investigation(Bench bench) {
        this.bench = bench;
        this.suspect = bench.suspect();
    }

    /**
     * What was found.
     *
     * @param causes likely causes, the likeliest first
     * @param explanation all that was looked into
     */
    public record Findings(List<Diagnosis> causes, Explanation explanation) {}

    /** Investigates; finds nothing where f cannot be probed or evaluations do not reach. */
    public static Findings of(Bench bench) {
        return new Investigation(bench).findings();
    }

    private Findings findings() {
        Causes.Result causes = new Causes.Result(List.of(), List.of());
        List<Where> where = new ArrayList<>();
        if (gatherProbes()) {
            causes = Causes.ofTheWhole(clues());
            if (!causes.fitting().isEmpty()) {
                everywhere().ifPresent(where::add);
            } else {
                inputs = refuting().flatMap(probe -> new InputLocalisation(bench, probe).locate());
                Optional<Where> rows = outputs.flatMap(Located::where);
                inputs.flatMap(Located::where)
                        .filter(columns -> rows.isEmpty() || columns.extent() == Where.Extent.EXACT)
                        .ifPresent(where::add);
                rows.ifPresent(where::add);
                causes = Causes.of(clues());
            }
        }
        List<Diagnosis> fitting = new ArrayList<>();
        List<Hypothesis> tried = new ArrayList<>(causes.tried());
        refuting()
                .filter(probe -> isBent())
                .map(probe -> BesideKink.of(bench, probe))
                .ifPresent(kink -> {
                    kink.diagnosis().ifPresent(fitting::add);
                    tried.add(kink.hypothesis());
                });
        fitting.addAll(causes.fitting());
        if (fitting.isEmpty() && !fitted.isEmpty()) {
            Elsewhere elsewhere = new Elsewhere(bench, fitted, suspect.mayWander());
            fitting.addAll(elsewhere.diagnose());
            tried.addAll(elsewhere.hypotheses());
        }
        return new Findings(
                List.copyOf(fitting), new Explanation(where, tried, bench.references(), bench.evaluations()));
    }

    /** Whether several coarse steps see the slope halfway to the supplied one: a kink may be between them and the fine ones. */
    private boolean isBent() {
        return suspect.evidence().stream()
                .filter(evidence -> evidence.verdict() instanceof Verdict.Refuted)
                .anyMatch(evidence -> evidence.remainder().stream()
                                .mapToDouble(point ->
                                        Math.abs(point.quotient() - evidence.reference()) / evidence.discrepancy())
                                .filter(bend -> Math.abs(bend - HALFWAY) <= BAND)
                                .count()
                        >= SEVERAL);
    }

    /** A multiple of the right derivative is wrong wherever that is not zero. */
    private Optional<Where> everywhere() {
        int n = suspect.coordinates().length;
        return n < 2
                ? Optional.empty()
                : Optional.of(new Where(
                        Where.Side.INPUTS,
                        Where.Extent.EVERYWHERE,
                        "everywhere",
                        "wrong everywhere, by the same factor",
                        List.of(),
                        n));
    }

    private Clues clues() {
        return new Clues(suspect, fitted, fresh, inputs, outputs);
    }

    /** The probe that speaks most clearly against the derivative. */
    private Optional<Probe> refuting() {
        return fitted.stream()
                .filter(Probe::isCertain)
                .max(Comparator.comparingDouble(
                        probe -> Math.abs(probe.error()) / Math.max(probe.bound(), Double.MIN_NORMAL)));
    }

    /** Whether there are enough of them to tell anything. */
    private boolean gatherProbes() {
        List<Direction> directions = new ArrayList<>(suspect.evidence().stream()
                .filter(evidence -> evidence.verdict() instanceof Verdict.Refuted)
                .limit(KNOWN)
                .map(Evidence::direction)
                .map(v -> new Direction(Direction.Kind.GIVEN, v))
                .toList());
        for (int n = 0; n < FRESH; n++) {
            directions.add(bench.randomDirection(n));
        }
        double[][] cotangents = cotangents(directions.get(0));
        int probed = 0;
        for (Direction direction : directions) {
            Optional<List<Probe>> probes = bench.probe(direction, cotangents);
            if (probes.isPresent()) {
                (probed < FITTED ? fitted : fresh).addAll(probes.get());
                probed++;
            }
        }
        return probed > FITTED;
    }

    /** One that reads all that is wrong with the outputs, where these can be read one by one, and random ones. */
    private double[][] cotangents(Direction direction) {
        int m = suspect.outputs();
        if (m == 1) {
            return new double[][] {{1}};
        }
        List<double[]> cotangents = new ArrayList<>();
        OutputLocalisation localisation = new OutputLocalisation(bench);
        Optional<List<Probe>> all = localisation.read(direction);
        all.ifPresent(probes -> {
            Located located = localisation.locate(probes);
            outputs = Optional.of(located);
            if (located.wrong().length > 0) {
                cotangents.add(errors(located, probes));
            }
        });
        double[] sizes = sizes(all, m);
        for (int i = 0; i < KNOWN; i++) {
            double[] functional = new double[m];
            for (int p = 0; p < m; p++) {
                double sign = bench.random().nextBoolean() ? 1 : -1;
                functional[p] = sign * (0.5 + 0.5 * bench.random().nextDouble()) / sizes[p];
            }
            double[] w = suspect.codomain().representer(functional);
            cotangents.add(suspect.codomain().tangent(suspect.around().value(), w));
        }
        return cotangents.toArray(double[][]::new);
    }

    private double[] errors(Located located, List<Probe> probes) {
        double largest = Arrays.stream(located.wrong())
                .mapToDouble(p -> Math.abs(probes.get(p).error()))
                .max()
                .orElse(1);
        double[] functional = new double[probes.size()];
        for (int p : located.wrong()) {
            functional[p] = probes.get(p).error() / largest;
        }
        double[] w = suspect.codomain().representer(functional);
        return suspect.codomain().tangent(suspect.around().value(), w);
    }

    /** The sizes of the outputs' derivatives, so that small outputs are not drowned. */
    private static double[] sizes(Optional<List<Probe>> all, int m) {
        double[] sizes = new double[m];
        Arrays.fill(sizes, 1);
        all.ifPresent(probes -> {
            double largest = probes.stream()
                    .mapToDouble(probe -> Math.abs(probe.reference().value()))
                    .max()
                    .orElse(0);
            for (int p = 0; p < m; p++) {
                double size = Math.abs(probes.get(p).reference().value());
                sizes[p] = size > 1e-6 * largest && largest > 0 ? size / largest : 1;
            }
        });
        return sizes;
    }
}
