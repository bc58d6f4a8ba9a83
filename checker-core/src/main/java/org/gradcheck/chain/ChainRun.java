package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/** One run: the graph is evaluated, then stages, junctions, composition and the user's whole are checked in turn. */
final class ChainRun {

    private final Wiring wiring;
    private final WholeForms forms;
    private final CheckSettings settings;
    private final ForwardPass forward;

    ChainRun(Wiring wiring, WholeForms forms, CheckSettings settings) {
        this.wiring = wiring;
        this.forms = forms;
        this.settings = settings;
        this.forward = new ForwardPass(wiring);
    }

    ChainReport report() {
        Findings findings = new Findings();
        // From the last to the first: what a stage keeps between calls spoils none that was checked already.
        for (int value = wiring.output(); value >= wiring.inputCount(); value--) {
            BoundStage stage = forward.bound().get(value);
            if (stage != null && !stage.forms().isEmpty()) {
                findings.stages.put(value, stage.check(settings));
            }
        }
        forward.misfit().ifPresent(findings.junctions::add);
        findings.junctions.addAll(Junctions.linearised(wiring, forward));
        if (forward.isWhole() && wiring.isActive(wiring.output())) {
            whole(findings);
        }
        Conclusion conclusion = new Conclusions(wiring, forward, findings).conclusion();
        return new ChainReport(
                verdict(findings),
                conclusion,
                stations(findings),
                findings.junctions,
                findings.composed,
                findings.whole.map(Whole.Checked::report),
                findings.found.map(Bisector.Found::bisection),
                findings.remarks,
                forward.evaluations(),
                settings.seed());
    }

    /** What is found on the way. */
    static final class Findings {
        final Map<Integer, CheckReport> stages = new TreeMap<>();
        final List<JunctionFault> junctions = new ArrayList<>();
        final List<String> remarks = new ArrayList<>();
        Optional<CheckReport> composed = Optional.empty();
        Optional<Whole.Checked> whole = Optional.empty();
        Optional<Bisector.Found> found = Optional.empty();
        List<Diagnosis> causesAtFound = List.of();
        Optional<Sizes> sizes = Optional.empty();

        boolean noStageIsWrong() {
            return stages.values().stream().noneMatch(CheckReport::isRefuted);
        }
    }

    private void whole(Findings findings) {
        Composition composition = new Composition(wiring, forward);
        Whole whole = new Whole(wiring, forward, composition, settings);
        if (composition.isExact() && canBeCalled(findings)) {
            boolean pushes = given(stage -> stage.forms().jvp().isPresent());
            boolean pulls = given(stage -> stage.forms().vjp().isPresent());
            findings.composed = Optional.of(whole.composed(pushes, pulls));
        } else {
            findings.remarks.addAll(notComposed(composition));
        }
        if (!forms.isEmpty()) {
            findings.whole = Optional.of(whole.supplied(forms, findings.noStageIsWrong()));
            if (findings.whole.get().report().isRefuted()) {
                forms.pullback()
                        .filter(WholeForms.Pullback::exposes)
                        .ifPresent(backward -> bisect(findings, whole, composition, backward));
            }
        }
        Sizes sizes = Sizes.of(wiring, forward, composition, settings.seed());
        findings.sizes = Optional.of(sizes);
        findings.remarks.addAll(sizes.remarks(wiring));
    }

    private List<String> notComposed(Composition composition) {
        List<String> without = wiring.stageValues()
                .filter(wiring::isRelevant)
                .filter(stage -> !composition.operator(stage).isExact())
                .mapToObj(wiring::name)
                .toList();
        boolean someGiven = wiring.stageValues()
                .filter(wiring::isRelevant)
                .anyMatch(stage -> composition.operator(stage).isExact());
        return someGiven && !without.isEmpty()
                ? List.of("the stages are not composed: " + String.join(", ", without)
                        + (without.size() == 1 ? " has" : " have") + " no derivative")
                : List.of();
    }

    private boolean given(Predicate<BoundStage> form) {
        return wiring.stageValues()
                .filter(wiring::isRelevant)
                .mapToObj(forward::bound)
                .anyMatch(form);
    }

    /** Whether every stage's derivative returns something of the right shape. */
    private static boolean canBeCalled(Findings findings) {
        Set<RefutationReason> failures = Set.of(
                RefutationReason.THREW,
                RefutationReason.NOT_FINITE,
                RefutationReason.WRONG_SHAPE,
                RefutationReason.MISUSED_BUFFER);
        return findings.stages.values().stream()
                .flatMap(report -> report.results().stream())
                .noneMatch(result ->
                        result.verdict() instanceof Verdict.Refuted refuted && failures.contains(refuted.reason()));
    }

    private void bisect(Findings findings, Whole whole, Composition composition, WholeForms.Pullback backward) {
        List<double[]> cotangents = whole.cotangents(backward.form());
        Map<Integer, Object> exposed = whole.exposed(backward, cotangents.get(0));
        if (exposed.keySet().stream().noneMatch(wiring::isStage)) {
            return;
        }
        findings.found = new Bisector(wiring, forward, settings, exposed, cotangents.get(0)).find();
        findings.found.ifPresent(found -> {
            if (found.suspects().stream().noneMatch(stage -> isWrong(findings, stage))) {
                findings.causesAtFound = causes(found, whole, composition, backward, cotangents);
            }
        });
    }

    private static boolean isWrong(Findings findings, int stage) {
        CheckReport report = findings.stages.get(stage);
        return report != null && report.isRefuted();
    }

    /** The mistakes that explain the cotangent at which a backward pass goes wrong. */
    private List<Diagnosis> causes(
            Bisector.Found found,
            Whole whole,
            Composition composition,
            WholeForms.Pullback backward,
            List<double[]> cotangents) {
        int wrong = found.wrong();
        List<Trial> trials = new ArrayList<>();
        try {
            for (double[] w : cotangents) {
                Object given = whole.exposed(backward, w).get(wrong);
                if (given == null) {
                    return List.of();
                }
                double[] observed = forward.set(wrong)
                        .projection(forward.value(wrong), forward.set(wrong).coordinates(given));
                trials.add(new Trial(
                        List.of(observed),
                        mistake -> List.of(forward.set(wrong)
                                .projection(
                                        forward.value(wrong),
                                        composition.pull(w, mistake).get(wrong)))));
            }
            Agreement agreement = Agreement.measured(
                    c -> List.of(composition
                            .pull(Coordinates.times(c, cotangents.get(0)), Mistake.NONE)
                            .get(wrong)),
                    composition.isExact());
            return Trial.causes(Mistakes.backward(wiring, forward, found.suspects()::contains), trials, agreement);
        } catch (StageFailureException | IllegalArgumentException | ClassCastException e) {
            return List.of(); // of something of another shape the comparison has said so
        }
    }

    private Verdict verdict(Findings findings) {
        Stream<Verdict> junctions = findings.junctions.stream()
                .map(fault -> new Verdict.Refuted(
                        fault.kind().equals("space") ? RefutationReason.WRONG_SHAPE : RefutationReason.CONTRADICTS,
                        fault.text()));
        Stream<Verdict> failure = forward.failure().stream()
                .map(failed -> new Verdict.Inconclusive(InconclusiveReason.FUNCTION_FAILED, failed.text()));
        return Stream.of(
                        junctions,
                        findings.stages.values().stream().map(CheckReport::verdict),
                        findings.composed.stream().map(CheckReport::verdict),
                        findings.whole.stream().map(checked -> checked.report().verdict()),
                        failure)
                .flatMap(verdicts -> verdicts)
                .reduce(Verdict::worse)
                .orElseGet(() -> new Verdict.Inconclusive(
                        InconclusiveReason.UNRESOLVED, "nothing was checked: the value depends on constants only"));
    }

    private List<Station> stations(Findings findings) {
        List<Station> stations = new ArrayList<>();
        for (int value = 0; value < wiring.valueCount(); value++) {
            int number = value;
            boolean isStage = wiring.isStage(value);
            stations.add(new Station(
                    wiring.name(value),
                    isStage ? Station.Role.STAGE : wiring.isActive(value) ? Station.Role.INPUT : Station.Role.CONSTANT,
                    isStage ? wiring.stage(value).takes() : List.of(),
                    forward.has(value) ? forward.set(value).description() : "",
                    status(findings, value),
                    Optional.ofNullable(findings.stages.get(value)),
                    findings.sizes.map(sizes -> sizes.tangents().get(number)).orElse(OptionalDouble.empty()),
                    findings.sizes.map(sizes -> sizes.cotangents().get(number)).orElse(OptionalDouble.empty())));
        }
        return stations;
    }

    private Station.Status status(Findings findings, int value) {
        CheckReport report = findings.stages.get(value);
        boolean misfit =
                findings.junctions.stream().anyMatch(fault -> fault.to().equals(wiring.name(value)));
        boolean suspected =
                findings.found.filter(found -> found.suspects().contains(value)).isPresent();
        if (misfit || (report == null ? suspected : report.isRefuted())) {
            return Station.Status.WRONG;
        }
        if (report != null) {
            return report.isConfirmed() ? Station.Status.RIGHT : Station.Status.UNDECIDED;
        }
        boolean failed =
                forward.failure().filter(failure -> failure.stage() == value).isPresent();
        return failed ? Station.Status.UNDECIDED : Station.Status.UNCHECKED;
    }
}
