package org.gradcheck.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.diagnosis.Investigation;
import org.gradcheck.diagnosis.PartVerdicts;
import org.gradcheck.diagnosis.probe.Bench;
import org.gradcheck.diagnosis.probe.Suspect;
import org.gradcheck.function.Precision;
import org.gradcheck.reference.ComplexStep;
import org.gradcheck.reference.Differences;
import org.gradcheck.reference.Direction;
import org.gradcheck.reference.DirectionalReference;
import org.gradcheck.reference.Line;
import org.gradcheck.reference.Neighbourhood;
import org.gradcheck.reference.Refinement;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.CoordinateRange;

/**
 * Compares each supplied form with the reference along several directions. All forms share the evaluations of f. Used by
 * one thread.
 */
final class AgreementCheck {

    /** Directions added when the first ones do not decide. */
    private static final int MORE = 2;

    /** Evaluations to look into a refuted derivative with; few causes need a tenth of them. */
    private static final int MOST_TO_EXPLAIN = 10_000;

    /** Kinds of diagnosis that come with the comparison, and are looked into again. */
    private static final Set<String> QUICK = Set.of("zero", "factor", "sign", "part");

    /** Each part that is looked at by itself costs the evaluations of a direction. */
    private static final int MOST_PARTS = 16;

    private final Subject subject;
    private final CheckSettings settings;
    private final Scheme scheme;
    private Optional<Line> lastLine = Optional.empty();
    private final Neighbourhood neighbourhood;
    private final Optional<ComplexStep> complexStep;

    AgreementCheck(Subject subject, CheckSettings settings, Scheme scheme) {
        this.subject = subject;
        this.settings = settings;
        this.scheme = scheme;
        this.neighbourhood = new Neighbourhood(
                subject.function(),
                subject.domain(),
                subject.x(),
                subject.value(),
                subject.codomain(),
                settings.precision(),
                settings.parallel());
        this.complexStep = subject.complex().map(continuation -> new ComplexStep(continuation.function()));
    }

    /** One result for each form, in their order. */
    List<CheckResult> run(List<Derivative> derivatives) {
        boolean oneDirection = subject.given().isPresent() || settings.directions() == 1;
        List<FormCheck> forms = derivatives.stream()
                .map(derivative -> new FormCheck(subject, derivative, oneDirection))
                .toList();
        int atLeast = oneDirection ? 1 : settings.directions();
        int most = oneDirection ? 1 : settings.directions() + MORE;
        for (int n = 1; n <= most; n++) {
            int number = n;
            List<FormCheck> live =
                    forms.stream().filter(form -> form.wants(number, atLeast)).toList();
            if (live.isEmpty()) {
                break;
            }
            tryDirection(number, live);
            live.forEach(form -> form.lookCloser(2 * affordablePairs()));
        }
        if (scheme == Scheme.CENTRAL) {
            forms.forEach(
                    form -> form.reconsider(2 * affordablePairs(), jump -> new Decision(settings, Optional.of(jump))));
        }
        for (FormCheck form : forms) {
            form.lookCloser(2 * affordablePairs());
        }
        Verdict unasked =
                outOfBudget(": too few to tell whether f has jumps or stairs that would explain what is seen");
        forms.forEach(form -> form.settleWhatWasNotAsked(unasked));
        forms.forEach(FormCheck::askAgain);
        List<CheckResult> results = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            CheckResult result = forms.get(i).result();
            List<Diagnosis> located = result.verdict() instanceof Verdict.Refuted
                            && !result.evidence().isEmpty()
                    ? wrongParts(derivatives.get(i), result.evidence().get(0))
                    : List.of();
            results.add(result.withMore(located));
        }
        return results;
    }

    /** Of a point that consists of parts, those along which alone the derivative is wrong. */
    private List<Diagnosis> wrongParts(Derivative derivative, Evidence refuted) {
        List<PartVerdicts.Part> parts = new ArrayList<>();
        List<CoordinateRange> ranges = subject.domain().parts(subject.x());
        if (ranges.size() < 2 || ranges.size() > MOST_PARTS) {
            return List.of();
        }
        for (CoordinateRange range : ranges) {
            Direction alone =
                    new Direction(Direction.Kind.GIVEN, refuted.direction()).restricted(range.from(), range.to());
            FormCheck form = new FormCheck(subject, derivative, true);
            tryDirection(refuted.number(), alone, Seeds.direction(settings.seed(), refuted.number()), List.of(form));
            parts.add(new PartVerdicts.Part(range.name(), form.verdictOfPairings()));
        }
        return PartVerdicts.diagnose(parts);
    }

    /** The same result with where and why, if the comparison refuted the derivative; an operator that is not linear is not asked. */
    CheckResult explained(Derivative derivative, CheckResult result) {
        if (!settings.explained()
                || !(result.verdict() instanceof Verdict.Refuted refuted)
                || refuted.reason() != RefutationReason.DISAGREEMENT
                || isExplainedByConvention(result)) {
            return result;
        }
        try {
            Suspect suspect = new Suspect(
                    derivative,
                    derivative.at(subject.x(), subject.domain(), subject.codomain()),
                    neighbourhood.assuming(assumedPrecision()),
                    result.evidence(),
                    settings.indexing(),
                    settings.wandering());
            Optional<Evidence> vouched =
                    result.decisive().filter(evidence -> evidence.method().equals(Trial.COMPLEX_STEP));
            DirectionalReference references = new DirectionalReference(
                    suspect.around(),
                    subject.repeatDeviation(),
                    complexStep.filter(step -> vouched.isPresent()),
                    vouched.map(Evidence::resolution).orElse(0.0));
            int affordable = Math.min(MOST_TO_EXPLAIN, 2 * affordablePairs());
            Bench bench = new Bench(suspect, references, affordable, Seeds.explanation(settings.seed()));
            Investigation.Findings findings = Investigation.of(bench);
            return result.explained(findings.causes(), findings.explanation());
        } catch (DerivativeFaultException e) {
            return result;
        }
    }

    /** Right in another convention: nothing is left to find out. */
    private static boolean isExplainedByConvention(CheckResult result) {
        return result.diagnosis().stream().anyMatch(diagnosis -> !QUICK.contains(diagnosis.kind()));
    }

    /** Evaluations of the complex function. */
    int complexEvaluations() {
        return complexStep.map(ComplexStep::evaluations).orElse(0);
    }

    /** The precision that was assumed of f; double if nothing was compared and none declared. */
    Precision assumedPrecision() {
        return lastLine.map(Line::precision).or(settings::precision).orElse(Precision.DOUBLE);
    }

    /** The precision that was assumed of f, and on what grounds; empty if nothing was compared. */
    Optional<String> precision() {
        return lastLine.map(line -> line.precision().label() + " assumed of f"
                + (settings.precision().isPresent() ? ", as declared" : ", by the look of its values"));
    }

    private void tryDirection(int number, List<FormCheck> forms) {
        SplittableRandom random = Seeds.direction(settings.seed(), number);
        tryDirection(number, subject.direction(number, random), random, forms);
    }

    private void tryDirection(int number, Direction direction, SplittableRandom random, List<FormCheck> forms) {
        if (direction.isZero()) {
            Verdict verdict =
                    Verdicts.inconclusive(InconclusiveReason.ZERO_DIRECTION, "the direction moves no coordinate");
            forms.forEach(form -> form.settle(verdict));
            return;
        }
        if (affordablePairs() < 1) {
            stopForBudget(forms);
            return;
        }
        Line line = Line.within(neighbourhood, direction, random, affordablePairs());
        lastLine = Optional.of(line);
        Differences differences = scheme.on(line, subject.repeatDeviation());
        Map<FormCheck, SuppliedValues> supplied = new LinkedHashMap<>();
        forms.forEach(form -> form.supplied(line).ifPresent(values -> supplied.put(form, values)));
        if (supplied.isEmpty()) {
            return;
        }
        boolean easy = supplied.keySet().stream().allMatch(FormCheck::isClearlyConfirmed);
        List<double[]> meant =
                supplied.values().stream().map(SuppliedValues::meant).toList();
        if (!new Refinement(differences, affordablePairs()).run(meant, easy)) {
            stopForBudget(forms);
            return;
        }
        Optional<ComplexStep.Imaginary> imaginary = complexStep
                .filter(step -> 2 * affordablePairs() >= ComplexStep.EVALUATIONS)
                .flatMap(step -> step.along(line.curve(), subject.value()))
                .flatMap(values -> subject.complex().orElseThrow().believed(direction, values));
        Trial trial = new Trial(number, scheme, differences, imaginary);
        Decision decision = new Decision(settings, Optional.empty());
        supplied.forEach((form, values) -> form.judge(trial, values, decision));
    }

    private int affordablePairs() {
        return settings.budget().isPresent()
                ? Math.max(0, settings.budget().getAsInt() - evaluations()) / 2
                : Integer.MAX_VALUE / 2;
    }

    private int evaluations() {
        return subject.function().evaluations() + complexEvaluations();
    }

    private Verdict outOfBudget(String more) {
        return Verdicts.inconclusive(
                InconclusiveReason.BUDGET,
                evaluations() + " of " + settings.budget().orElse(0) + " evaluations of f were used" + more);
    }

    private void stopForBudget(List<FormCheck> forms) {
        Verdict verdict = outOfBudget("");
        forms.forEach(form -> form.stop(verdict));
    }
}
