package org.gradcheck.assertj;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractAssert;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.complex.ComplexTwin;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.point.Distribution;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;
import org.gradcheck.report.TwinReport;

/**
 * What the assertions on all functions share: the points, settings, none of which is needed, and the judgement of a report.
 *
 * @param <SELF> the type of the assertion
 * @param <X> the type of the points
 * @param <Y> the type of the values
 */
public abstract class AbstractFunctionAssert<SELF extends AbstractFunctionAssert<SELF, X, Y>, X, Y>
        extends AbstractAssert<SELF, DerivativeCheck<X, Y>> {

    private Optional<DerivativeCheck<X, Y>> configured = Optional.empty();
    private AssertionContext context = AssertionContext.none();
    private CheckedPoints<X> points = new CheckedPoints.Given<>(List.of());
    private Optional<PointSpace<X>> pointSpace = Optional.empty();
    private Distribution distribution = Distribution.spread();

    /** An assertion on the function of a check, which may lack point and derivative. */
    protected AbstractFunctionAssert(DerivativeCheck<X, Y> check, Class<?> selfType) {
        super(check, selfType);
    }

    /** All settings at once. */
    public SELF withSettings(CheckSettings settings) {
        return configured(check -> check.settings(settings));
    }

    /** The seed that decides every random choice, that of random points too; a failure names it. */
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

    /**
     * Names the coordinates of the points, in their order, by which a failure calls them: {@code named("forward", "strike")}.
     * The assertion refuses more or fewer names than coordinates with an IllegalArgumentException.
     */
    public SELF named(String... names) {
        return configured(check -> check.named(names));
    }

    /** The analytic continuation of f, which makes the reference exact to rounding. */
    public SELF withComplexStep(ComplexFunction continuation) {
        return configured(check -> check.complexStep(continuation));
    }

    /** How the coordinates of random points are distributed; over magnitudes and signs unless set. */
    public SELF withDistribution(Distribution newDistribution) {
        distribution = newDistribution;
        return myself;
    }

    /** A twin of f in complex numbers, on coordinates: as {@link DerivativeCheck#complexTwin(ComplexTwin)}, examined before it is believed. */
    public SELF withComplexTwin(ComplexTwin twin) {
        requireNonNull(twin, "twin");
        return configured(check -> check.complexTwin(twin));
    }

    /**
     * Verifies that a twin has the values of f on the real axis, to rounding, and is analytic off it; at each of the points, and
     * without any derivative.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; Math.exp(x[0]) * x[1]).at(new double[] {1, -2})
     *         .hasComplexTwin(ComplexTwin.ofScalar(z -&gt; z.get(0).exp().times(z.get(1))));
     *
     * // assertion will fail: the twin takes a modulus, which is not analytic
     * assertThatScalarFunction(x -&gt; x[0] * x[0]).at(new double[] {1})
     *         .hasComplexTwin(ComplexTwin.ofScalar(z -&gt; Complex.of(Math.hypot(z.get(0).re(), z.get(0).im())).square()));</code></pre>
     */
    public SELF hasComplexTwin(ComplexTwin twin) {
        requireNonNull(twin, "twin");
        int number = 0;
        for (X point : points()) {
            number++;
            TwinReport report = check().at(point).complexTwin(twin).checkTwin();
            if (!report.agrees()) {
                throw assertionError(CheckMessages.of(report, numberOf(number)));
            }
        }
        return myself;
    }

    /** For test frameworks: who replays a failing check, and what becomes of an inconclusive one. */
    public SELF inContext(AssertionContext newContext) {
        context = newContext;
        return myself;
    }

    final SELF configured(UnaryOperator<DerivativeCheck<X, Y>> step) {
        isNotNull();
        configured = Optional.of(step.apply(check()));
        return myself;
    }

    /** The check as it is configured, without point and derivative. */
    final DerivativeCheck<X, Y> check() {
        return configured.orElse(actual);
    }

    /** For entry points: the space that random points are drawn in. */
    final SELF drawnFrom(PointSpace<X> space) {
        pointSpace = Optional.of(space);
        return myself;
    }

    /**
     * Several points, at each of which a derivative is to be right; a failure names the point. Points that are spread over
     * magnitudes and signs are those of {@link org.gradcheck.point.SpreadPoints}, and of {@code atRandomPoints}.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; x[0] * x[1])
     *         .atPoints(List.of(new double[] {1, -2}, new double[] {3, 0.5}))
     *         .hasGradient(x -&gt; new double[] {x[1], x[0]});
     *
     * // assertion will fail: at the second point the derivative is 1
     * assertThatFunction((double x) -&gt; Math.abs(x)).atPoints(List.of(-1.0, 2.0)).hasDerivative(x -&gt; -1);</code></pre>
     */
    public SELF atPoints(List<X> several) {
        if (several.isEmpty()) {
            throw new IllegalArgumentException("atPoints needs at least one point");
        }
        return at(new CheckedPoints.Given<>(several));
    }

    /**
     * As many random points, if the space of the points is known: that of functions between spaces and of one variable. They
     * are spread over magnitudes and signs, and decided by the seed, whether it is set before or after.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatFunction(Math::exp).atRandomPoints(3).hasDerivative(Math::exp);
     *
     * // assertion will fail: not at negative points
     * assertThatFunction((double x) -&gt; Math.abs(x)).atRandomPoints(3).hasDerivative(x -&gt; 1);</code></pre>
     *
     * @throws IllegalArgumentException if the space is not known, or is curved
     */
    public SELF atRandomPoints(int count) {
        return atRandomPointsOf(count);
    }

    final SELF atRandomPointsOf(int count, int... sizes) {
        isNotNull();
        Optional<PointSpace<X>> space = pointSpace;
        if (space.isEmpty()) {
            throw new IllegalStateException(
                    "the space of the points of f is not known: give points by at(x) or atPoints(list)");
        }
        return at(new CheckedPoints.Random<>(space.get().of(sizes), count));
    }

    final SELF atPoint(X point) {
        return at(new CheckedPoints.Given<>(List.of(point)));
    }

    private SELF at(CheckedPoints<X> newPoints) {
        isNotNull();
        points = newPoints;
        forgetForms();
        return myself;
    }

    /** Called when the points change: forms that were named at other points do not count any more. */
    void forgetForms() {
        // there are none here
    }

    /**
     * Verifies that f itself has a derivative at each of the points: along random directions the reference converges, from
     * both sides to one number, and what it converges to is additive. See {@link DerivativeCheck#differentiability()} for what
     * this sees and what not.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThatScalarFunction(x -&gt; Math.hypot(x[0], x[1])).at(new double[] {3, 4}).isDifferentiable();
     *
     * // assertion will fail: a norm has a kink at zero
     * assertThatScalarFunction(x -&gt; Math.hypot(x[0], x[1])).at(new double[] {0, 0}).isDifferentiable();</code></pre>
     */
    public SELF isDifferentiable() {
        expect("f to be differentiable", DerivativeCheck::differentiability, false);
        return myself;
    }

    /**
     * Verifies that f is proved to have no derivative at each of the points: a kink, a jump, an infinite slope, or
     * derivatives along directions that are not additive. That nothing can be told is a failure here too.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertions will pass
     * assertThatFunction((double x) -&gt; Math.max(0, x)).at(0).isNotDifferentiable();
     * assertThatFunction(Math::cbrt).at(0).isNotDifferentiable();
     *
     * // assertion will fail: beside the kink there is a derivative
     * assertThatFunction((double x) -&gt; Math.max(0, x)).at(1).isNotDifferentiable();</code></pre>
     */
    public SELF isNotDifferentiable() {
        List<Finding> findings = findings(DerivativeCheck::differentiability, report -> !report.isRefuted());
        Finding last = findings.get(findings.size() - 1);
        if (!last.report().isRefuted()) {
            throw failure("f not to be differentiable", last);
        }
        return myself;
    }

    /** Fails unless the derivative is confirmed. */
    final void expectConfirmed(String form, UnaryOperator<DerivativeCheck<X, Y>> supplied) {
        expect("f to have the supplied " + form, supplied);
    }

    /** Fails unless all that is supplied is confirmed. */
    final void expect(String expectation, UnaryOperator<DerivativeCheck<X, Y>> supplied) {
        expect(expectation, check -> supplied.apply(check).run(), false);
    }

    /** Fails unless the derivative is refuted; why it is wrong costs evaluations, and nobody asks. */
    final void expectRefuted(String form, UnaryOperator<DerivativeCheck<X, Y>> supplied) {
        expect(
                "the supplied " + form + " to be wrong",
                check -> supplied.apply(check.settings(check.settings().withExplained(false)))
                        .run(),
                true);
    }

    /** What an assertion asks at a point. */
    @FunctionalInterface
    interface Question<X, Y> extends Function<DerivativeCheck<X, Y>, CheckReport> {}

    /** Fails unless the point that decides is judged as expected. */
    final void expect(String expectation, Question<X, Y> question, boolean refuted) {
        // The first of the worst: max would give the last.
        Finding finding = findings(question, CheckReport::isRefuted).stream()
                .min(Comparator.comparingInt(
                        (Finding found) -> -found.report().verdict().severity()))
                .orElseThrow();
        if (refuted ? !finding.report().isRefuted() : !finding.report().isConfirmed()) {
            throw failure(expectation, finding);
        }
    }

    /** Fails unless what is asked at one point alone is confirmed. */
    final void expectAt(X point, String expectation, Question<X, Y> question, List<Fact> number) {
        CheckReport report = question.apply(check().at(point));
        context.made(report);
        if (!report.isConfirmed()) {
            throw failure(expectation, report, number);
        }
    }

    /** A report and the number of its point. */
    private record Finding(CheckReport report, int number) {}

    /** Those at the points, up to one that is enough. */
    private List<Finding> findings(Question<X, Y> question, Predicate<CheckReport> isEnough) {
        List<Finding> findings = new ArrayList<>();
        for (X point : points()) {
            CheckReport report = question.apply(check().at(point));
            context.made(report);
            findings.add(new Finding(report, findings.size() + 1));
            if (isEnough.test(report)) {
                break;
            }
        }
        return findings;
    }

    /** The points, random ones being drawn. */
    final List<X> points() {
        isNotNull();
        List<X> all = points.list(check().settings().seed(), distribution);
        if (all.isEmpty()) {
            throw new IllegalStateException("a derivative is checked at a point: call at(x) before this assertion");
        }
        return all;
    }

    /** What the rows of reports are called in the first sentence of a failure. */
    Headline headline() {
        return Headline.plain();
    }

    private AssertionError failure(String expectation, Finding finding) {
        return failure(expectation, finding.report(), numberOf(finding.number()));
    }

    private AssertionError failure(String expectation, CheckReport report, List<Fact> number) {
        List<Fact> facts = new ArrayList<>(number);
        facts.addAll(context.facts(report));
        facts.add(replay(report.seed()));
        return failure(CheckMessages.of(expectation, headline(), report, facts), report.isInconclusive());
    }

    /** Which of the points it is, if there are several. */
    final List<Fact> numberOf(int number) {
        int count = points().size();
        return count == 1 ? List.of() : List.of(new Fact("number", number + " of " + count + " points"));
    }

    final Fact replay(long seed) {
        return new Fact("replay", context.replay(seed));
    }

    final AssertionError failure(CheckMessages.Message message, boolean inconclusive) {
        if (inconclusive) {
            context.beforeInconclusiveFailure(message.create(info.description(), info.representation()));
        }
        return assertionError(message);
    }
}
