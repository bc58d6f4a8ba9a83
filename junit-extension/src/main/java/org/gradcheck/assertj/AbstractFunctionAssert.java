package org.gradcheck.assertj;

import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.report.CheckReport;

/**
 * What the assertions on all functions share: settings, none of which is needed, and the judgement of a report.
 *
 * @param <SELF> the type of the assertion
 * @param <X> the type of the points
 * @param <Y> the type of the values
 */
public abstract class AbstractFunctionAssert<SELF extends AbstractFunctionAssert<SELF, X, Y>, X, Y>
        extends AbstractAssert<SELF, DerivativeCheck<X, Y>> {

    private Optional<DerivativeCheck<X, Y>> configured = Optional.empty();
    private AssertionContext context = AssertionContext.none();
    private boolean hasPoint;

    /** An assertion on the function of a check, which may lack point and derivative. */
    protected AbstractFunctionAssert(DerivativeCheck<X, Y> check, Class<?> selfType) {
        super(check, selfType);
    }

    /** All settings at once. */
    public SELF withSettings(CheckSettings settings) {
        return configured(check -> check.settings(settings));
    }

    /** The seed that decides every random choice; a failure names it. */
    public SELF withSeed(long seed) {
        return configured(check -> check.seed(seed));
    }

    /** How many directions are tried at least. */
    public SELF withDirections(int directions) {
        return configured(check -> check.directions(directions));
    }

    /** The most evaluations of f; a check that needs more is inconclusive. */
    public SELF withBudget(int evaluations) {
        return configured(check -> check.budget(evaluations));
    }

    /** The relative accuracy to which f and its derivative agree at best because they are approximations. */
    public SELF withAccuracy(double accuracy) {
        return configured(check -> check.accuracy(accuracy));
    }

    /** Makes a certain but tiny discrepancy refute. */
    public SELF strictly() {
        return configured(DerivativeCheck::strict);
    }

    /** The analytic continuation of f, which makes the reference exact to rounding. */
    public SELF withComplexStep(ComplexFunction continuation) {
        return configured(check -> check.complexStep(continuation));
    }

    /** For test frameworks: who replays a failing check, and what becomes of an inconclusive one. */
    public SELF inContext(AssertionContext newContext) {
        context = newContext;
        return myself;
    }

    final SELF configured(Function<DerivativeCheck<X, Y>, DerivativeCheck<X, Y>> step) {
        isNotNull();
        configured = Optional.of(step.apply(configured.orElse(actual)));
        return myself;
    }

    final SELF configuredAt(X point) {
        hasPoint = true;
        return configured(check -> check.at(point));
    }

    /** Fails unless the derivative is confirmed. */
    final void expectConfirmed(String form, Function<DerivativeCheck<X, Y>, DerivativeCheck<X, Y>> supplied) {
        CheckReport report = run(supplied);
        if (!report.isConfirmed()) {
            throw failure("f to have the supplied " + form, report);
        }
    }

    /** Fails unless the derivative is refuted. */
    final void expectRefuted(String form, Function<DerivativeCheck<X, Y>, DerivativeCheck<X, Y>> supplied) {
        CheckReport report = run(supplied);
        if (!report.isRefuted()) {
            throw failure("the supplied " + form + " to be wrong", report);
        }
    }

    private CheckReport run(Function<DerivativeCheck<X, Y>, DerivativeCheck<X, Y>> supplied) {
        isNotNull();
        if (!hasPoint) {
            throw new IllegalStateException("a derivative is checked at a point: call at(x) before this assertion");
        }
        return supplied.apply(configured.orElse(actual)).run();
    }

    private AssertionError failure(String expectation, CheckReport report) {
        CheckMessages.Message message = CheckMessages.of(expectation, report, context.replay(report.seed()));
        if (report.isInconclusive()) {
            context.beforeInconclusiveFailure(message.create(info.description(), info.representation()));
        }
        return assertionError(message);
    }
}
