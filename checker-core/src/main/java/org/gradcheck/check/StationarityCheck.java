package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.Gradient;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.diagnosis.ConstantFactor;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.Precision;
import org.gradcheck.function.TypedFunction;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Constraints;
import org.gradcheck.space.NormalSpace;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Asks whether a point x and Lagrange multipliers λ satisfy the conditions of first order of "f is stationary where g = 0":
 * g(x) = 0 and ∇f(x) + g′(x)*[λ] = 0 (Nocedal and Wright, "Numerical Optimization", 2006, theorem 12.1, for equality
 * constraints and with the other sign of λ). The gradient and the pullback in it are checked as well, in rows of their own, so
 * that a wrong derivative is not blamed on the multipliers.
 *
 * <pre>{@code
 * CheckReport report = StationarityCheck.of(Spaces.vector(2), f, gradient, Constraints.ofRows(1, g, jacobian))
 *         .run(x, multipliers);
 * }</pre>
 *
 * <p>What is left of the sums is judged as of every operator identity, relative to their terms: a solution to 1e-6 is
 * refuted, one to 1e-8 inconclusive, unless an accuracy is declared in the settings. Immutable.
 *
 * @param <X> the type of the points
 * @param <G> the type of the values of g, and of the multipliers
 */
public final class StationarityCheck<X, G> {

    private final Space<X> domain;
    private final DerivativeCheck<X, Double> objective;
    private final Function<X, X> gradient;
    private final Constraints<X, G> constraints;
    private final CheckSettings settings;

    private StationarityCheck(
            Space<X> domain,
            DerivativeCheck<X, Double> objective,
            Function<X, X> gradient,
            Constraints<X, G> constraints,
            CheckSettings settings) {
        this.domain = domain;
        this.objective = objective;
        this.gradient = gradient;
        this.constraints = constraints;
        this.settings = settings;
    }

    /**
     * A check of a problem with equality constraints.
     *
     * @param domain the space of the points, in whose inner product gradient and pullback are
     * @param function f
     * @param gradient x ↦ ∇f(x)
     */
    public static <X, G> StationarityCheck<X, G> of(
            Space<X> domain, ToDoubleFunction<X> function, Function<X, X> gradient, Constraints<X, G> constraints) {
        DerivativeCheck<X, Double> objective = DerivativeCheck.of(domain, Spaces.scalar(), function::applyAsDouble)
                .gradient(gradient);
        return new StationarityCheck<>(domain, objective, gradient, constraints, CheckSettings.defaults());
    }

    /** The same with other settings: a seed, an accuracy, strictness. */
    public StationarityCheck<X, G> settings(CheckSettings newSettings) {
        return new StationarityCheck<>(domain, objective, gradient, constraints, newSettings);
    }

    /**
     * Runs the check at x with multipliers λ: the rows of ∇f, those of g′* ("… of the constraints"), then "feasibility" and
     * "stationarity", unless what they rest on cannot be evaluated.
     *
     * @throws org.gradcheck.space.NotInSpaceException if x or λ has the wrong shape
     */
    public CheckReport run(X x, G multipliers) {
        double[] lambda = constraints.values().coordinates(multipliers);
        double[] point = domain.coordinates(x);
        CheckReport ofObjective = objective.settings(settings).at(x).run();
        CheckReport ofConstraints = DerivativeCheck.of(domain, constraints.values(), constraints.function())
                .vjp(constraints.vjp())
                .settings(settings)
                .at(x)
                .run();
        List<CheckResult> results = new ArrayList<>(ofObjective.results());
        ofConstraints.results().forEach(result -> results.add(result.named(result.name() + " of the constraints")));
        IdentityRows rows = new IdentityRows(
                settings,
                settings.precision().orElse(Precision.DOUBLE),
                Map.of(
                        Form.GRADIENT, ofObjective.results().get(0).verdict(),
                        Form.VJP, ofConstraints.results().get(0).verdict()));
        Preflight.Outcome ofG = Preflight.evaluate(
                new GuardedFunction(new TypedFunction<>(domain, g -> constraints.values(), constraints.function())),
                point);
        if (ofG instanceof Preflight.Ready ready) {
            rows.test(
                    "feasibility",
                    "vjp of the constraints",
                    List.of(Form.VJP),
                    decision -> feasibility(point, ready.value(), decision));
            rows.test(
                    "stationarity",
                    "derivative",
                    List.of(Form.GRADIENT, Form.VJP),
                    decision -> stationarity(point, lambda, decision));
        }
        results.addAll(rows.results());
        return new CheckReport(
                point,
                results,
                ofObjective.evaluations() + ofConstraints.evaluations(),
                ofObjective.precision(),
                settings.seed());
    }

    /** By how far x is off the set, to first order and relative to x. */
    private CheckResult feasibility(double[] x, double[] value, IdentityDecision decision) {
        double size = normals(x)
                .flatMap(normals -> normals.shift(value))
                .map(shift -> largest(shift) / Math.max(largest(x), Double.MIN_NORMAL))
                .orElse(largest(value) == 0 ? 0.0 : Double.POSITIVE_INFINITY);
        Verdict verdict = decision.on(
                size,
                size > decision.tolerance(),
                Decision.LINE_OF_REFUTATION,
                new IdentityDecision.Words(
                        RefutationReason.INFEASIBLE,
                        "x satisfies the constraints",
                        "g(x) is " + Numbers.value(largest(value)) + " in its largest entry"
                                + (Double.isFinite(size)
                                        ? ", which puts x " + Numbers.value(size) + " of its size off"
                                        : ", and its derivative there has no full rank")));
        return CheckResult.ofIdentity("feasibility", verdict, List.of(), List.of());
    }

    /** ⟨∇f(x), v⟩ against −⟨g′(x)*[λ], v⟩ for random v. */
    private CheckResult stationarity(double[] x, double[] lambda, IdentityDecision decision) {
        TypedSpaces<X, Double> spaces = new TypedSpaces<>(domain, Spaces.scalar());
        Subject subject = new Subject(
                new GuardedFunction(at -> new double[] {0}),
                Optional.empty(),
                domain,
                Spaces.scalar(),
                x,
                new double[] {0},
                0,
                Optional.empty());
        Vjp pullback =
                new TypedSpaces<>(domain, constraints.values()).vjp(constraints.vjp(), GradientConvention.PAIRING);
        Gradient balancing = new Gradient(at -> negative(pullback.apply(at, lambda)), GradientConvention.PAIRING);
        List<IdentityEvidence> evidence = OperatorPair.of(
                        subject,
                        decision,
                        Seeds.identities(settings.seed()),
                        spaces.gradient(gradient, GradientConvention.PAIRING),
                        balancing)
                .compare(new OperatorPair.Words("stationarity", "⟨∇f(x), v⟩", "−⟨g′(x)*[λ], v⟩"));
        Verdict verdict =
                PairVerdict.of(evidence, decision, RefutationReason.NOT_STATIONARY, "∇f(x) and −g′(x)*[λ] agree");
        List<Diagnosis> diagnosis = new ArrayList<>();
        if (verdict instanceof Verdict.Refuted) {
            diagnosis.addAll(ConstantFactor.between(evidence, x.length, "−g′(x)*[λ]", "∇f(x)"));
            diagnosis.addAll(multipliers(x, decision));
        }
        return CheckResult.ofIdentity("stationarity", verdict, evidence, diagnosis);
    }

    /** Whether other multipliers would do. */
    private List<Diagnosis> multipliers(double[] x, IdentityDecision decision) {
        double[] slope = domain.projection(x, domain.coordinates(gradient.apply(domain.element(x))));
        return normals(x)
                .flatMap(normals -> normals.coefficients(slope).map(nearest -> {
                    double left = largest(difference(slope, normals.combination(nearest))) / largest(slope);
                    return left <= Math.max(Decision.LINE_OF_REFUTATION, decision.resolved())
                            ? new Diagnosis(
                                    "multipliers",
                                    "x is stationary, with the multipliers λ = " + Numbers.vector(negative(nearest)))
                            : new Diagnosis(
                                    "not-stationary",
                                    "no multipliers make x stationary: the nearest, λ = "
                                            + Numbers.vector(negative(nearest)) + ", leave " + Numbers.value(left)
                                            + " of ∇f(x)");
                }))
                .map(List::of)
                .orElseGet(List::of);
    }

    /** Empty where the pullback throws, which a row of its own says. */
    private Optional<NormalSpace> normals(double[] x) {
        try {
            return Optional.of(NormalSpace.at(domain, constraints, x));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static double[] negative(double[] v) {
        return LinearityTrial.times(-1, v);
    }

    private static double[] difference(double[] u, double[] v) {
        double[] difference = u.clone();
        Arrays.setAll(difference, i -> u[i] - v[i]);
        return difference;
    }

    private static double largest(double[] v) {
        return Arrays.stream(v).map(Math::abs).max().orElse(0);
    }
}
