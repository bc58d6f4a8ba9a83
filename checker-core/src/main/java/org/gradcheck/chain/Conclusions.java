package org.gradcheck.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;

/** What the findings come to, the first cause before its consequences. */
final class Conclusions {

    private final Wiring wiring;
    private final ForwardPass forward;
    private final ChainRun.Findings findings;

    Conclusions(Wiring wiring, ForwardPass forward, ChainRun.Findings findings) {
        this.wiring = wiring;
        this.forward = forward;
        this.findings = findings;
    }

    Conclusion conclusion() {
        return junction()
                .or(this::stage)
                .or(this::forward)
                .or(this::wholeIsWrong)
                .or(this::hiddenState)
                .or(this::undecided)
                .orElseGet(this::right);
    }

    private Optional<Conclusion> junction() {
        return findings.junctions.stream()
                .findFirst()
                .map(fault ->
                        new Conclusion(Conclusion.Kind.JUNCTION, Optional.of(fault.to()), fault.text(), List.of()));
    }

    private Optional<Conclusion> stage() {
        return findings.stages.entrySet().stream()
                .filter(entry -> entry.getValue().isRefuted())
                .min(Map.Entry.comparingByKey())
                .map(entry -> {
                    String name = wiring.name(entry.getKey());
                    CheckResult result = entry.getValue().decisiveResults().get(0);
                    return new Conclusion(
                            Conclusion.Kind.STAGE,
                            Optional.of(name),
                            "stage \"" + name + "\" is wrong: its " + result.name() + " "
                                    + result.verdict().text() + relation(),
                            result.diagnosis());
                });
    }

    /** How the user's whole relates to stages of which one is wrong. */
    private String relation() {
        return findings.whole
                .flatMap(Whole.Checked::isComposition)
                .map(same -> same
                        ? "; the derivative of the whole is what the stages compose to, and wrong with it"
                        : "; the derivative of the whole is not what the stages compose to")
                .orElse("");
    }

    private Optional<Conclusion> forward() {
        return forward.failure()
                .map(failure -> new Conclusion(
                        Conclusion.Kind.FORWARD, Optional.of(wiring.name(failure.stage())), failure.text(), List.of()));
    }

    private Optional<Conclusion> wholeIsWrong() {
        Optional<Whole.Checked> wrong =
                findings.whole.filter(checked -> checked.report().isRefuted());
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        CheckReport report = wrong.get().report();
        CheckResult result = report.decisiveResults().get(0);
        List<Diagnosis> causes = findings.causesAtFound.isEmpty() ? wrong.get().causes() : findings.causesAtFound;
        boolean stagesAreRight = allStagesAreRight();
        // What the stages compose to is refuted as well: then the way of composing is not to blame.
        boolean asComposed = wrong.get().isComposition().orElse(false);
        if (stagesAreRight && asComposed) {
            return hiddenState();
        }
        String text = (stagesAreRight ? "all stages are right; their composition is wrong: " : "")
                + "the " + formOf(result.name()) + " of the whole "
                + result.verdict().text()
                + findings.found.map(found -> "; " + place(found)).orElse("");
        return Optional.of(new Conclusion(
                stagesAreRight ? Conclusion.Kind.COMPOSITION : Conclusion.Kind.WHOLE,
                findings.found
                        .filter(found -> found.suspects().size() == 1)
                        .map(found -> wiring.name(found.suspects().iterator().next())),
                text,
                causes.isEmpty() ? result.diagnosis() : causes));
    }

    private static String formOf(String name) {
        return name.startsWith("composition of ") ? name.substring("composition of ".length()) : name;
    }

    private String place(Bisector.Found found) {
        List<String> right = found.bisection().right();
        String before = right.isEmpty()
                ? "which is computed from that of the output"
                : "while " + (right.size() == 1 ? "that of " : "those of ") + quoted(right)
                        + (right.size() == 1 ? " is right" : " are right");
        List<String> suspects = found.bisection().suspects();
        return "the cotangent of \"" + found.bisection().wrong() + "\" is wrong, " + before + ": look at "
                + (suspects.size() == 1 ? "the pullback of " : "the pullbacks of ") + quoted(suspects);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    /** Whether every stage that the whole depends on has a derivative, and that is confirmed. */
    private boolean allStagesAreRight() {
        return wiring.stageValues()
                .filter(wiring::isRelevant)
                .allMatch(stage -> Optional.ofNullable(findings.stages.get(stage))
                        .filter(CheckReport::isConfirmed)
                        .isPresent());
    }

    private Optional<Conclusion> hiddenState() {
        return findings.composed
                .filter(report -> report.isRefuted() && allStagesAreRight())
                .map(report -> new Conclusion(
                        Conclusion.Kind.HIDDEN_STATE,
                        Optional.empty(),
                        "all stages are right, and what they compose to is not the derivative of the whole: a stage"
                                + " depends on something that it does not take, or keeps a state between calls",
                        List.of()));
    }

    private Optional<Conclusion> undecided() {
        Optional<Integer> stage = findings.stages.entrySet().stream()
                .filter(entry -> entry.getValue().isInconclusive())
                .map(Map.Entry::getKey)
                .min(Integer::compare);
        if (stage.isPresent()) {
            CheckResult result = Optional.ofNullable(findings.stages.get(stage.get()))
                    .orElseThrow()
                    .decisiveResults()
                    .get(0);
            return Optional.of(new Conclusion(
                    Conclusion.Kind.UNDECIDED,
                    Optional.of(wiring.name(stage.get())),
                    "nothing is known to be wrong; stage \"" + wiring.name(stage.get()) + "\" is undecided: its "
                            + result.name() + " " + result.verdict().text(),
                    List.of()));
        }
        return findings.whole
                .map(Whole.Checked::report)
                .filter(report -> !report.isConfirmed())
                .or(() -> findings.composed.filter(report -> !report.isConfirmed()))
                .map(report -> new Conclusion(
                        Conclusion.Kind.UNDECIDED,
                        Optional.empty(),
                        "nothing is known to be wrong; the whole is undecided: "
                                + report.decisiveResults().get(0).verdict().text(),
                        List.of()));
    }

    private Conclusion right() {
        return new Conclusion(
                Conclusion.Kind.RIGHT,
                Optional.empty(),
                (findings.stages.isEmpty() ? "" : "every derivative of a stage is right at what the stage receives")
                        + (findings.composed.isPresent() && !findings.stages.isEmpty()
                                ? ", and so is what they compose to"
                                : "")
                        + findings.whole
                                .map(checked -> (findings.stages.isEmpty() ? "" : "; ")
                                        + "the derivative of the whole is right")
                                .orElse(""),
                List.of());
    }
}
