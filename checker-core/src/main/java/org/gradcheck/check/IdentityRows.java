package org.gradcheck.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Form;
import org.gradcheck.function.Precision;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;

/**
 * The rows of a report that test identities, as they come. A form that throws, returns nonsense, changes its arguments or
 * changes its mind is left out: its own row says so.
 */
final class IdentityRows {

    private final CheckSettings settings;
    private final Precision precision;
    private final Map<Form, Verdict> compared;
    private final Set<Form> broken = EnumSet.noneOf(Form.class);
    private final List<CheckResult> results = new ArrayList<>();

    /**
     * No rows yet.
     *
     * @param precision the precision assumed of f
     * @param compared what comparing the forms with f said
     */
    IdentityRows(CheckSettings settings, Precision precision, Map<Form, Verdict> compared) {
        this.settings = settings;
        this.precision = precision;
        this.compared = compared;
        compared.forEach((form, verdict) -> {
            if (isFault(verdict)) {
                broken.add(form);
            }
        });
    }

    /**
     * Adds a row unless a form it is about is broken; a fault in it is the last that is heard of the forms.
     *
     * @param name the name of the row
     * @param called what a fault is ascribed to
     */
    void test(String name, String called, List<Form> about, Function<IdentityDecision, CheckResult> check) {
        if (about.stream().anyMatch(broken::contains)) {
            return;
        }
        try {
            results.add(check.apply(new IdentityDecision(settings, precision, resolved(about))));
        } catch (DerivativeFaultException e) {
            Verdict verdict = Verdicts.of(e.fault(), called);
            results.add(CheckResult.ofIdentity(name, verdict, List.of(), List.of()));
            broken.addAll(about);
        }
    }

    /** The rows, in the order of the tests. */
    List<CheckResult> results() {
        return List.copyOf(results);
    }

    /** What the comparisons with f resolved of these forms. */
    private double resolved(List<Form> about) {
        return about.stream()
                .map(compared::get)
                .mapToDouble(verdict -> verdict instanceof Verdict.Confirmed confirmed ? confirmed.resolution() : 0)
                .max()
                .orElse(0);
    }

    private static boolean isFault(Verdict verdict) {
        if (verdict instanceof Verdict.Refuted refuted) {
            return switch (refuted.reason()) {
                case THREW, NOT_FINITE, WRONG_SHAPE, MISUSED_BUFFER -> true;
                case DISAGREEMENT,
                        OUTSIDE_ONE_SIDED_DERIVATIVES,
                        NOT_ADJOINT,
                        NOT_LINEAR,
                        NOT_SYMMETRIC,
                        CONTRADICTS,
                        WRONG_VALUE,
                        OUTSIDE_ITS_SPACE,
                        NOT_DIFFERENTIABLE,
                        NOT_STATIONARY,
                        INFEASIBLE -> false;
            };
        }
        return verdict instanceof Verdict.Inconclusive inconclusive
                && (inconclusive.reason() == InconclusiveReason.MUTATED_INPUT
                        || inconclusive.reason() == InconclusiveReason.NOT_DETERMINISTIC);
    }
}
