package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Gradient;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.SuppliedOperator;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.diagnosis.ConstantFactor;
import org.gradcheck.diagnosis.OtherConvention;
import org.gradcheck.function.Precision;
import org.gradcheck.reference.Estimate;
import org.gradcheck.reference.FinerSteps;
import org.gradcheck.reference.Jump;
import org.gradcheck.reference.JumpProbe;
import org.gradcheck.reference.Line;
import org.gradcheck.reference.ReadOuts;
import org.gradcheck.reference.Stairs;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Fact;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.Verdict;

/** One supplied form on its way to a verdict: collects evidence direction by direction. Used by one thread. */
final class FormCheck {

    /** From here on a discrepancy is no accuracy of an iteration. */
    private static final double LARGE = 0.05;

    private static final double CLEAR = 1e-10;

    /** Parallel sums differ in the last digits from run to run. */
    private static final double ROUNDING_ULPS = 64;

    private final Subject subject;
    private final Derivative derivative;
    private final boolean oneDirection;
    private final List<Tried> tried = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    /** How many pieces of evidence have been looked at more closely. */
    private int looked;

    private boolean stopped;
    private boolean unasked;

    private Optional<SuppliedOperator> operator = Optional.empty();
    private Optional<Verdict> settled = Optional.empty();

    /**
     * Takes the derivative at the subject's point; a fault in it settles the verdict at once.
     *
     * @param oneDirection whether a single direction is to decide
     */
    FormCheck(Subject subject, Derivative derivative, boolean oneDirection) {
        this.subject = subject;
        this.derivative = derivative;
        this.oneDirection = oneDirection;
        try {
            operator = Optional.of(derivative.at(subject.x(), subject.domain(), subject.codomain()));
        } catch (DerivativeFaultException e) {
            settle(Verdicts.of(e.fault(), derivative.form().label()));
        }
    }

    /** Whether another direction could still say something. */
    boolean wants(int direction, int atLeast) {
        return settled.isEmpty() && !stopped && (direction <= atLeast || isUndecided());
    }

    /** Whether the directions so far confirm, to the last digits. */
    boolean isClearlyConfirmed() {
        return !evidence.isEmpty()
                && evidence.stream()
                        .allMatch(e ->
                                e.verdict() instanceof Verdict.Confirmed confirmed && confirmed.resolution() <= CLEAR);
    }

    /** The supplied values for the line's read-outs; empty if the derivative misbehaves, which settles the verdict. */
    Optional<SuppliedValues> supplied(Line line) {
        try {
            return operator.map(o ->
                            o.pair(line.direction().tangent(), line.readOuts().cotangents()))
                    .map(values -> SuppliedValues.on(line, subject, derivative, values));
        } catch (DerivativeFaultException e) {
            settle(Verdicts.of(e.fault(), derivative.form().label()));
            return Optional.empty();
        }
    }

    /** Judges the supplied values on an evaluated line. */
    void judge(Trial trial, SuppliedValues supplied, Decision decision) {
        tried.add(new Tried(trial, supplied));
        evidence.add(trial.judge(subject, derivative, supplied, decision));
    }

    /**
     * Before a discrepancy is believed that is small or that coarser steps contradict, looks for jumps in f that would
     * explain it, and judges again if there are.
     *
     * @param affordable how many more evaluations of f the budget allows
     */
    void reconsider(int affordable, Function<Jump, Decision> knowing) {
        if (!isDoubtful()) {
            return;
        }
        Evidence worst = Collections.max(evidence, Comparator.comparingDouble(Evidence::relativeError));
        Trial trial = tried.get(evidence.indexOf(worst)).trial();
        JumpProbe probe = trial.jumpProbe(subject, derivative, worst, affordable);
        Optional<Jump> found = probe.search(worst.discrepancy());
        unasked |= found.isEmpty() && probe.isCutShort();
        found.ifPresent(jump -> {
            evidence.clear();
            looked = 0;
            for (Tried t : tried) {
                evidence.add(t.trial().judge(subject, derivative, t.supplied(), knowing.apply(jump)));
            }
        });
    }

    /**
     * Before a derivative is refuted that is many times the reference, looks at much finer steps: f may vary so fast that
     * all ordinary ones miss it. Where coarse steps side with the supplied value, looks whether the finest ones only see one
     * of the stairs that rounding inside f makes.
     *
     * @param affordable how many more evaluations of f the budget allows
     */
    void lookCloser(int affordable) {
        int left = affordable;
        for (int i = looked; i < evidence.size() && tried.size() == evidence.size(); i++) {
            if (settled.isEmpty()
                    && isRefuted(i)
                    && mayBeTooCoarse(evidence.get(i))
                    && isAffordable(FinerSteps.EVALUATIONS, left)) {
                evidence.set(i, tried.get(i).trial().lookingAtFinerSteps(evidence.get(i)));
                left -= FinerSteps.EVALUATIONS;
            }
            if (settled.isEmpty()
                    && isRefuted(i)
                    && tried.get(i).trial().mayStandOnAStair(evidence.get(i))
                    && isAffordable(Stairs.EVALUATIONS, left)) {
                evidence.set(i, tried.get(i).trial().lookingForStairs(evidence.get(i)));
                left -= Stairs.EVALUATIONS;
            }
        }
        looked = evidence.size();
    }

    /** A question that cannot be paid for stays open. */
    private boolean isAffordable(int evaluations, int left) {
        unasked |= left < evaluations;
        return left >= evaluations;
    }

    /** Takes back a refutation that depends on a question for which no evaluations were left. */
    void settleWhatWasNotAsked(Verdict instead) {
        if (unasked && verdictOfPairings() instanceof Verdict.Refuted) {
            settle(instead);
        }
    }

    private boolean isRefuted(int i) {
        return evidence.get(i).verdict() instanceof Verdict.Refuted;
    }

    private static boolean mayBeTooCoarse(Evidence e) {
        return FinerSteps.areAskedAbout(e.supplied(), e.reference());
    }

    private boolean isDoubtful() {
        return settled.isEmpty()
                && !(verdicts().combined() instanceof Verdict.Confirmed)
                && tried.size() == evidence.size()
                && evidence.stream().anyMatch(FormCheck::disagrees)
                && IntStream.range(0, tried.size())
                        .allMatch(i -> evidence.get(i).relativeError() < LARGE
                                || tried.get(i).trial().coarseStepsSideWithSupplied(evidence.get(i)));
    }

    private static boolean disagrees(Evidence e) {
        return e.discrepancy() > Decision.CERTAIN * e.bound() && e.relativeError() > Decision.ROUNDING;
    }

    /**
     * Asks the derivative again, now that f has been evaluated elsewhere. An answer that has changed by more than rounding
     * comes from hidden state: a cache of the last evaluation of f, say.
     */
    void askAgain() {
        if (settled.isPresent() || tried.isEmpty() || verdicts().combined() instanceof Verdict.Refuted) {
            return;
        }
        Line line = tried.get(0).trial().differences().line();
        double[] before = tried.get(0).supplied().values();
        try {
            SuppliedOperator again = derivative.at(subject.x(), subject.domain(), subject.codomain());
            double[] v = line.direction().tangent();
            double[][] cotangents = line.readOuts().cotangents();
            double[] after = again.pair(v, cotangents);
            for (int p = 0; p < before.length; p++) {
                double change = Math.abs(after[p] - before[p]);
                // Mostly there is none, and then the size of terms need not be asked for: it may call the derivative.
                if (change > 0 && change > ROUNDING_ULPS * Precision.ULP * again.termSize(v, cotangents[p])) {
                    settle(Verdicts.inconclusive(
                            InconclusiveReason.NOT_DETERMINISTIC,
                            "the " + derivative.form().label() + " gave " + Numbers.value(before[p]) + ", and "
                                    + Numbers.value(after[p])
                                    + " at the same point once f had been evaluated elsewhere"));
                }
            }
        } catch (DerivativeFaultException e) {
            settle(Verdicts.of(e.fault(), derivative.form().label()));
        }
    }

    /** Ends the check with a verdict, whatever the evidence so far. */
    void settle(Verdict verdict) {
        settled = Optional.of(verdict);
    }

    /** No more directions; the verdict is the evidence's if that decides, and else the one given. */
    void stop(Verdict otherwise) {
        stopped = true;
        if (evidence.isEmpty() || isUndecided()) {
            settle(otherwise);
        }
    }

    /** What the comparison says, whatever may be unseen by it. */
    Verdict verdictOfPairings() {
        return settled.orElseGet(() -> verdicts().combined());
    }

    CheckResult result() {
        Verdict verdict = verdictOfPairings();
        String form = derivative.form().label();
        if (verdict instanceof Verdict.Confirmed && operator.isPresent()) {
            Optional<UnseenPart> unseen = UnseenPart.of(subject, derivative, operator.get(), evidence);
            if (unseen.isPresent()) {
                return new CheckResult(
                        form,
                        unseen.get().verdict(),
                        evidence,
                        List.of(unseen.get().diagnosis()),
                        details());
            }
        }
        List<Diagnosis> diagnosis = verdict instanceof Verdict.Refuted ? diagnosis() : List.of();
        return new CheckResult(form, verdict, evidence, diagnosis, details());
    }

    private List<Diagnosis> diagnosis() {
        List<Diagnosis> diagnosis =
                new ArrayList<>(OtherConvention.diagnose(claims(), derivative, subject.x(), subject.domain()));
        diagnosis.addAll(ConstantFactor.diagnose(
                evidence, readsOneOutput() ? 1 : subject.domain().tangentDimension()));
        return diagnosis;
    }

    /** Whether one output among several decided along every direction: a factor of this one says little of the others. */
    private boolean readsOneOutput() {
        return evidence.stream().map(Evidence::readOut).distinct().count() == 1
                && ReadOuts.isOneOutput(evidence.get(0).readOut());
    }

    /** What was supplied for each read-out that has a reference, for forms that pair something with the direction. */
    private List<OtherConvention.Claim> claims() {
        List<OtherConvention.Claim> claims = new ArrayList<>();
        try {
            for (int i = 0; i < tried.size() && operator.isPresent(); i++) {
                claims.addAll(tried.get(i).claims(operator.get()));
            }
        } catch (DerivativeFaultException e) {
            return List.of();
        }
        return claims;
    }

    /** The inner product and the convention that the values were paired in, unless they are the usual ones. */
    private List<Fact> details() {
        List<Fact> details = new ArrayList<>();
        if (derivative instanceof Gradient gradient && gradient.convention() != GradientConvention.PAIRING) {
            details.add(new Fact("convention", gradient.convention().label()));
        }
        if (derivative instanceof Gradient || derivative instanceof Vjp) {
            subject.domain().metric().ifPresent(metric -> details.add(new Fact("inner product", metric)));
        }
        if (derivative instanceof Vjp) {
            subject.codomain()
                    .metric()
                    .ifPresent(metric -> details.add(new Fact("inner product", "of the outputs: " + metric)));
        }
        return details;
    }

    private boolean isUndecided() {
        return verdicts().isUndecided();
    }

    private DirectionVerdicts verdicts() {
        return new DirectionVerdicts(evidence, oneDirection);
    }

    /** A direction that was tried, with the values supplied for it. */
    private record Tried(Trial trial, SuppliedValues supplied) {

        List<OtherConvention.Claim> claims(SuppliedOperator operator) {
            Line line = trial.differences().line();
            List<OtherConvention.Claim> claims = new ArrayList<>();
            for (int p = 0; p < line.readOuts().count(); p++) {
                double value = supplied.values()[p];
                Estimate reference = trial.differences().estimate(p, value).estimate();
                if (reference.isKnown()) {
                    operator.representer(line.readOuts().cotangents()[p])
                            .ifPresent(representer -> claims.add(new OtherConvention.Claim(
                                    representer, line.direction().tangent(), value, reference)));
                }
            }
            return claims;
        }
    }
}
