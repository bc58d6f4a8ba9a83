package org.gradcheck.assertj;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.complex.ComplexTwin;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;
import org.gradcheck.report.TwinReport;

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
    private List<X> points = List.of();

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

    /** A twin of f in complex numbers, on coordinates: as {@link DerivativeCheck#complexTwin(ComplexTwin)}, examined before it is believed. */
    public SELF withComplexTwin(ComplexTwin twin) {
        requireNonNull(twin, "twin");
        return configured(check -> check.complexTwin(twin));
    }

    /**
     * Verifies that a twin has the values of f on the real axis, to rounding, and is analytic off it; at each of the points, and
     * without any derivative.
     */
    public SELF hasComplexTwin(ComplexTwin twin) {
        requireNonNull(twin, "twin");
        isNotNull();
        requirePoints();
        for (X point : points) {
            TwinReport report =
                    configured.orElse(actual).at(point).complexTwin(twin).checkTwin();
            if (!report.agrees()) {
                throw assertionError(CheckMessages.of(report));
            }
        }
        return myself;
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

    /**
     * Several points, at each of which a derivative is to be right; a failure names the point. Points that are spread over
     * magnitudes and signs are those of {@link org.gradcheck.point.SpreadPoints}.
     */
    public SELF atPoints(List<X> several) {
        isNotNull();
        if (several.isEmpty()) {
            throw new IllegalArgumentException("atPoints needs at least one point");
        }
        points = List.copyOf(several);
        return myself;
    }

    final SELF atPoint(X point) {
        return atPoints(List.of(point));
    }

    /** Fails unless the derivative is confirmed. */
    final void expectConfirmed(String form, Function<DerivativeCheck<X, Y>, DerivativeCheck<X, Y>> supplied) {
        expect("f to have the supplied " + form, supplied);
    }

    /** Fails unless all that is supplied is confirmed. */
    final void expect(String expectation, Function<DerivativeCheck<X, Y>, DerivativeCheck<X, Y>> supplied) {
        Finding finding = run(supplied);
        if (!finding.report().isConfirmed()) {
            throw failure(expectation, finding);
        }
    }

    /** Fails unless the derivative is refuted. */
    final void expectRefuted(String form, Function<DerivativeCheck<X, Y>, DerivativeCheck<X, Y>> supplied) {
        Finding finding = run(supplied);
        if (!finding.report().isRefuted()) {
            throw failure("the supplied " + form + " to be wrong", finding);
        }
    }

    /** The report that decides, and the number of its point. */
    private record Finding(CheckReport report, int number) {}

    /** The first point that refutes decides, else the first that is inconclusive, else the first. */
    private Finding run(Function<DerivativeCheck<X, Y>, DerivativeCheck<X, Y>> supplied) {
        isNotNull();
        requirePoints();
        List<Finding> findings = new ArrayList<>();
        for (X point : points) {
            CheckReport report =
                    supplied.apply(configured.orElse(actual).at(point)).run();
            findings.add(new Finding(report, findings.size() + 1));
            if (report.isRefuted()) {
                break;
            }
        }
        // The first of the worst: max would give the last.
        return findings.stream()
                .min(Comparator.comparingInt(
                        (Finding finding) -> -finding.report().verdict().severity()))
                .orElseThrow();
    }

    private void requirePoints() {
        if (points.isEmpty()) {
            throw new IllegalStateException("a derivative is checked at a point: call at(x) before this assertion");
        }
    }

    private AssertionError failure(String expectation, Finding finding) {
        CheckReport report = finding.report();
        List<Fact> facts = new ArrayList<>();
        if (points.size() > 1) {
            facts.add(new Fact("number", finding.number() + " of " + points.size() + " points"));
        }
        facts.addAll(context.facts(report));
        facts.add(new Fact("replay", context.replay(report.seed())));
        CheckMessages.Message message = CheckMessages.of(expectation, report, facts);
        if (report.isInconclusive()) {
            context.beforeInconclusiveFailure(message.create(info.description(), info.representation()));
        }
        return assertionError(message);
    }
}
