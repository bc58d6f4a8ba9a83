package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradcheck.derivative.AlongTangents;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeAlong;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.QuadraticForm;
import org.gradcheck.derivative.SecondDerivative;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.Precision;
import org.gradcheck.reference.ComplexStep;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Compares supplied second derivatives with what is known of the first: as the derivative of f′ where a first derivative
 * has been confirmed, f″(x)[u, v] for random u and v. Always, and alone where there is none, f″(x)[v, v] with second
 * differences of f, the second-order term of the quadratic model. So a wrong second derivative is not blamed on the first,
 * nor the reverse.
 *
 * <p>On a manifold it is the Riemannian Hessian. The derivative of x ↦ f′(x)[Pₓu] is that only in the Euclidean metric of
 * the coordinates; another one has Christoffel terms as well, and f′ is then left out. Second differences along the curves of
 * a retraction of second order have the Hessian in every metric (Boumal 2023, proposition 5.44).
 */
final class SecondOrderCheck {

    /** Tangents u; the direction of differencing is v. */
    private static final int TANGENTS = 2;

    /** Up to this many outputs are looked at one by one. */
    private static final int FEW_OUTPUTS = 3;

    private final Subject subject;
    private final CheckSettings settings;
    private final Optional<Derivative> confirmed;
    private final Optional<ComplexStep> complexStep;
    private final SplittableRandom random;

    /** @param confirmed a first derivative that has been confirmed */
    SecondOrderCheck(Subject subject, CheckSettings settings, Optional<Derivative> confirmed) {
        this.subject = subject;
        this.settings = settings;
        this.confirmed = confirmed;
        // A twin has been examined at the point only, and its derivative is differenced beside it.
        this.complexStep = subject.complex()
                .filter(continuation -> !continuation.byHand())
                .map(continuation -> new ComplexStep(continuation.function()));
        this.random = Seeds.secondOrder(settings.seed());
    }

    /**
     * The results: for each form one, where a first derivative can be differenced another for the quadratic model, and
     * what identities say.
     *
     * @param precision the precision assumed of f
     */
    List<CheckResult> run(List<SecondDerivative> forms, Precision precision) {
        if (forms.isEmpty()) {
            return List.of();
        }
        Manifold<?> domain = subject.domain();
        boolean hasChristoffelTerms =
                !(domain instanceof Space) && domain.metric().isPresent();
        Optional<Differenced> first = confirmed
                .filter(derivative -> !hasChristoffelTerms)
                .map(derivative -> new Differenced(derivative, Scheme.OF_FIRST_DERIVATIVE))
                .or(this::ofComplexStep);
        List<CheckResult> results = new ArrayList<>();
        List<CheckResult> quadratic = new ArrayList<>();
        for (SecondDerivative form : forms) {
            Optional<CheckResult> compared = first.map(differenced -> asDerivativeOf(differenced, form));
            compared.ifPresent(results::add);
            CheckResult model = domain.retractionOrder() == 1
                    ? withoutQuadraticModel(form, first.isPresent())
                    : inQuadraticModel(form, first.isPresent());
            if (compared.filter(SecondOrderCheck::isConfirmed).isPresent()) {
                model = besidesConfirmed(model);
            }
            results.add(model);
            quadratic.add(model);
        }
        results.addAll(new SecondOrderIdentities(subject, settings, precision, forms, quadratic).run());
        return results;
    }

    /** Evaluations of the complex function. */
    int complexEvaluations() {
        return complexStep.map(ComplexStep::evaluations).orElse(0);
    }

    /** A first derivative to take differences of. */
    private record Differenced(Derivative derivative, Scheme scheme) {}

    /** The complex-step derivative, if real differences of f confirm it. Not under a budget, which it would use up. */
    private Optional<Differenced> ofComplexStep() {
        int outputs = subject.value().length;
        return complexStep
                .filter(step ->
                        subject.domain() instanceof Space && settings.budget().isEmpty())
                .<Derivative>map(step -> new Jvp((x, v) -> step.derivative(x, v, outputs)))
                .filter(jvp -> new AgreementCheck(subject, settings, Scheme.CENTRAL)
                                .run(List.of(jvp))
                                .get(0)
                                .verdict()
                        instanceof Verdict.Confirmed)
                .map(jvp -> new Differenced(jvp, Scheme.OF_COMPLEX_STEP));
    }

    private CheckResult asDerivativeOf(Differenced differenced, SecondDerivative form) {
        Derivative first = differenced.derivative();
        double[][] tangents = new double[TANGENTS][];
        for (int i = 0; i < TANGENTS; i++) {
            Direction.Kind kind = i % 2 == 0 ? Direction.Kind.SCALED : Direction.Kind.ISOTROPIC;
            tangents[i] = subject.randomDirection(kind, random).tangent();
        }
        double[][] cotangents = cotangents(subject.value().length);
        GuardedFunction slopes = new GuardedFunction(
                new DerivativeAlong(first, tangents, cotangents, subject.domain(), subject.codomain()));
        Preflight.Outcome outcome = Preflight.evaluate(slopes, subject.x());
        if (!(outcome instanceof Preflight.Ready ready)) {
            return new CheckResult(
                    form.form().label(),
                    Verdicts.inconclusive(
                            InconclusiveReason.NOT_DETERMINISTIC,
                            "the " + first.form().label() + " that it was to be compared with changes"),
                    List.of(),
                    List.of());
        }
        Subject derivative = new Subject(
                slopes,
                Optional.empty(),
                subject.domain(),
                Spaces.vector(ready.value().length),
                subject.x(),
                ready.value(),
                ready.repeatDeviation(),
                subject.given());
        return new AgreementCheck(derivative, settings.withoutBudget(), differenced.scheme())
                .run(List.of(new AlongTangents(form, tangents, cotangents, subject.codomain())))
                .get(0);
    }

    private CheckResult inQuadraticModel(SecondDerivative form, boolean besides) {
        CheckResult result = new AgreementCheck(subject, settings, Scheme.SECOND)
                .run(List.of(new QuadraticForm(form)))
                .get(0);
        return new CheckResult(
                quadraticModel(form, besides),
                result.verdict(),
                result.evidence(),
                result.diagnosis(),
                result.details());
    }

    private static boolean isConfirmed(CheckResult result) {
        return result.verdict() instanceof Verdict.Confirmed;
    }

    /**
     * Second differences lose twice the digits, and near a feature that is narrower than their steps they see another function. What
     * the derivative of a confirmed f′ confirms they do not refute.
     */
    private static CheckResult besidesConfirmed(CheckResult model) {
        return model.verdict() instanceof Verdict.Refuted refuted
                ? new CheckResult(
                        model.name(),
                        Verdicts.inconclusive(
                                InconclusiveReason.UNRESOLVED,
                                "second differences of f do not see what f′ as supplied does; " + refuted.text()),
                        model.evidence(),
                        List.of(),
                        model.details())
                : model;
    }

    private static CheckResult withoutQuadraticModel(SecondDerivative form, boolean besides) {
        Verdict verdict = Verdicts.inconclusive(
                InconclusiveReason.FIRST_ORDER_RETRACTION,
                "where the gradient is not 0, second derivatives of f along its curves are not those of the Hessian");
        return new CheckResult(quadraticModel(form, besides), verdict, List.of(), List.of());
    }

    private static String quadraticModel(SecondDerivative form, boolean besides) {
        return (besides ? "quadratic model of " : "") + form.form().label();
    }

    private double[][] cotangents(int outputs) {
        double[][] cotangents = new double[Math.min(outputs, FEW_OUTPUTS)][outputs];
        for (int p = 0; p < cotangents.length; p++) {
            if (outputs <= FEW_OUTPUTS) {
                cotangents[p][p] = 1;
            } else {
                cotangents[p] = random.doubles(outputs, -1, 1).toArray();
            }
        }
        return cotangents;
    }
}
