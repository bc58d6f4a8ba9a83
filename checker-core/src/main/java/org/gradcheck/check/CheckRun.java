package org.gradcheck.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.Gradient;
import org.gradcheck.derivative.SecondDerivative;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.TypedFunction;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.TwinFault;
import org.gradcheck.report.TwinReport;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Grid;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.OffManifoldException;
import org.gradcheck.space.Space;
import org.gradcheck.space.Violation;

/** One run: f is evaluated at the point, then every check measures, and the report collects what they found. */
final class CheckRun<X, Y> {

    private final CheckRequest<X, Y> request;
    private final Manifold<X> domain;
    private final double[] x;
    private final TypedFunction<X, Y> typed;
    private final GuardedFunction function;

    CheckRun(CheckRequest<X, Y> request) {
        this.request = request;
        X point = request.point()
                .orElseThrow(() -> new IllegalStateException("a check needs a point: call at(x) before run()"));
        this.domain = request.domainAround(point);
        this.x = onDomain(domain.coordinates(point));
        this.typed = new TypedFunction<>(domain, request.codomain(), request.function());
        this.function = new GuardedFunction(typed);
    }

    /** The report, or an inconclusive one if the settings limit the time and it is up. */
    CheckReport reportInTime() {
        if (request.supplied().isEmpty() && request.suppliedSecond().isEmpty()) {
            throw new IllegalStateException(
                    "a check needs a derivative: call gradient, jvp, vjp, jacobian, hessian, hessianVectorProduct or bilinear before run()");
        }
        return inTime(this::check, this::unfit);
    }

    /** Of f and another function: whether they are the same; likewise. */
    CheckReport equalityInTime(String name, Function<X, Y> other) {
        return inTime(
                subject -> {
                    GuardedFunction guarded =
                            new GuardedFunction(new TypedFunction<>(domain, request.codomain(), other));
                    return report(
                            List.of(new EqualityCheck(subject, request.settings(), name, guarded).run()),
                            0,
                            Optional.empty());
                },
                verdict -> List.of(new CheckResult(name, verdict, List.of(), List.of())));
    }

    /** Of f alone: whether it has a derivative at the point; likewise. */
    CheckReport differentiabilityInTime() {
        return inTime(
                this::checkDifferentiability,
                verdict -> List.of(new CheckResult(DifferentiabilityCheck.NAME, verdict, List.of(), List.of())));
    }

    private CheckReport inTime(Function<Subject, CheckReport> check, Function<Verdict, List<CheckResult>> unfitRows) {
        Supplier<CheckReport> report = () -> report(check, unfitRows);
        return request.settings().timeout().isPresent()
                ? Deadline.call(
                        request.settings().timeout().get(),
                        report,
                        seen -> report(unfitRows.apply(timedOut(seen)), 0, Optional.empty()))
                : report.get();
    }

    /** What there is to say of the complex twin alone. */
    TwinReport twinReport() {
        Continuation twin = request.complex()
                .orElseThrow(() -> new IllegalStateException(
                        "there is no twin to check: call complexTwin or complexVectorTwin before checkTwin()"));
        Preflight.Outcome outcome = Preflight.evaluate(function, x);
        if (!(outcome instanceof Preflight.Ready ready)) {
            String text = ((Preflight.Unfit) outcome).verdict().text();
            TwinFault fault = new TwinFault(TwinFault.Kind.NOT_EXAMINED, "was not examined: " + text);
            return new TwinReport(x, Optional.of(fault), Double.POSITIVE_INFINITY, function.evaluations());
        }
        TwinCheck found =
                TwinCheck.of(subject(ready, typed.codomain().orElseThrow()), request.settings(), twin.function());
        return new TwinReport(x, found.fault(), found.resolution(), function.evaluations() + found.calls());
    }

    private Subject subject(Preflight.Ready ready, Space<Y> codomain) {
        Optional<Direction> given = request.direction().map(v -> Direction.given(domain, x, domain.coordinates(v)));
        return new Subject(
                function, request.complex(), domain, codomain, x, ready.value(), ready.repeatDeviation(), given);
    }

    /** A twin is examined before it is used for anything. */
    private Optional<TwinCheck> examined(Subject subject) {
        return subject.complex()
                .filter(continuation ->
                        continuation.byHand() && !request.supplied().isEmpty())
                .map(continuation -> TwinCheck.of(subject, request.settings(), continuation.function()));
    }

    private static Subject believing(Subject subject, TwinCheck twin) {
        return subject.continuedBy(subject.complex()
                .filter(continuation -> twin.fault().isEmpty())
                .map(continuation -> continuation.examined(twin.certificates())));
    }

    private static Verdict timedOut(Duration limit) {
        return Verdicts.inconclusive(
                InconclusiveReason.TIMED_OUT, "the check was given up after " + limit.toMillis() + " ms");
    }

    private static Verdict offCodomain(Space<?> codomain, Violation violation) {
        return Verdicts.inconclusive(
                InconclusiveReason.FUNCTION_FAILED,
                "f returned a value that is not among " + codomain.description() + ": " + violation.text());
    }

    private CheckReport report(Function<Subject, CheckReport> check, Function<Verdict, List<CheckResult>> unfitRows) {
        Preflight.Outcome outcome = Preflight.evaluate(function, x);
        if (outcome instanceof Preflight.Unfit unfit) {
            return report(unfitRows.apply(unfit.verdict()), 0, Optional.empty());
        }
        Preflight.Ready ready = (Preflight.Ready) outcome;
        Space<Y> codomain = typed.codomain().orElseThrow();
        Violation violation = codomain.violation(ready.value());
        if (!violation.isRounding()) {
            return report(unfitRows.apply(offCodomain(codomain, violation)), 0, Optional.empty());
        }
        return check.apply(subject(ready, codomain));
    }

    /** The point, refused if it is off the domain. On a curved one to the last place, so that curves pass through it. */
    private double[] onDomain(double[] point) {
        OffManifoldException.requirePoint(domain, point);
        domain.requireConsistent(point);
        return domain instanceof Space ? point : domain.retraction(point, new double[point.length]);
    }

    private CheckReport checkDifferentiability(Subject subject) {
        DifferentiabilityCheck check = new DifferentiabilityCheck(subject, request.settings());
        CheckResult result = check.run();
        return report(List.of(result), 0, check.precision());
    }

    private CheckReport check(Subject asked) {
        TypedSpaces<X, Y> spaces = new TypedSpaces<>(domain, typed.codomain().orElseThrow());
        Optional<TwinCheck> twin = examined(asked);
        Subject subject = twin.map(examination -> believing(asked, examination)).orElse(asked);
        List<Derivative> derivatives = request.supplied().stream()
                .map(supplied -> supplied.inSpaces().apply(spaces))
                .toList();
        requireScalarForGradient(derivatives, subject.codomain().dimension());
        requireScalarForHessian(subject.codomain().dimension());

        AgreementCheck agreement = new AgreementCheck(subject, request.settings(), Scheme.CENTRAL);
        List<CheckResult> compared = derivatives.isEmpty() ? List.of() : agreement.run(derivatives);
        List<CheckResult> identities = new IdentityChecks(
                        subject, request.settings(), agreement.assumedPrecision(), derivatives, compared)
                .run(request.supplied().stream()
                        .flatMap(supplied -> supplied.valuePart(spaces).stream())
                        .toList());
        List<CheckResult> results = new ArrayList<>();
        for (int i = 0; i < derivatives.size(); i++) {
            CheckResult own = compared.get(i);
            CheckResult explained = isLinear(own, identities) ? agreement.explained(derivatives.get(i), own) : own;
            results.add(twin.flatMap(TwinCheck::fact).map(explained::withDetail).orElse(explained));
        }
        results.addAll(identities);
        Optional<Derivative> confirmed = confirmed(derivatives, compared);
        SecondOrderCheck secondOrder = new SecondOrderCheck(subject, request.settings(), confirmed);
        results.addAll(secondOrder.run(second(spaces), agreement.assumedPrecision()));
        return report(
                results,
                agreement.complexEvaluations()
                        + secondOrder.complexEvaluations()
                        + twin.map(TwinCheck::calls).orElse(0),
                agreement.precision());
    }

    /** Whether nothing speaks against it; without, no explanation by linear operators makes sense. */
    private static boolean isLinear(CheckResult form, List<CheckResult> identities) {
        return identities.stream()
                .noneMatch(row ->
                        row.name().equals("linearity of " + form.name()) && row.verdict() instanceof Verdict.Refuted);
    }

    private List<SecondDerivative> second(TypedSpaces<X, Y> spaces) {
        return request.suppliedSecond().stream()
                .map(supplied -> supplied.inSpaces().apply(spaces))
                .toList();
    }

    private static Optional<Derivative> confirmed(List<Derivative> derivatives, List<CheckResult> results) {
        return IntStream.range(0, derivatives.size())
                .filter(i -> results.get(i).verdict() instanceof Verdict.Confirmed)
                .<Derivative>mapToObj(derivatives::get)
                .findFirst();
    }

    /** Nothing can be said of any form where f has no value. */
    private List<CheckResult> unfit(Verdict verdict) {
        return Stream.concat(
                        request.supplied().stream().map(CheckRequest.Supplied::form),
                        request.suppliedSecond().stream().map(CheckRequest.SuppliedSecond::form))
                .map(form -> new CheckResult(form.label(), verdict, List.of(), List.of()))
                .toList();
    }

    private CheckReport report(List<CheckResult> results, int complexEvaluations, Optional<String> precision) {
        return new CheckReport(
                x,
                names(),
                results,
                function.evaluations() + complexEvaluations,
                precision,
                request.settings().seed());
    }

    /** The names given, or those of a record of numbers. */
    private List<String> names() {
        if (request.names().isPresent()) {
            return request.names().get().names();
        }
        List<Grid> grids = domain.grids(x);
        boolean isNamed =
                grids.stream().allMatch(grid -> grid.size() == 1 && !grid.name().isEmpty());
        return isNamed ? grids.stream().map(Grid::name).toList() : List.of();
    }

    private void requireScalarForHessian(int outputs) {
        boolean given = request.suppliedSecond().stream().anyMatch(supplied -> supplied.form() != Form.BILINEAR);
        if (outputs != 1 && given) {
            throw new IllegalArgumentException(
                    "only a scalar function has a Hessian, and f has " + outputs + " outputs: supply a bilinear map");
        }
    }

    private static void requireScalarForGradient(List<Derivative> derivatives, int outputs) {
        if (outputs != 1 && derivatives.stream().anyMatch(Gradient.class::isInstance)) {
            throw new IllegalArgumentException("only a scalar function has a gradient, and f has " + outputs
                    + " outputs: supply a jacobian, jvp or vjp");
        }
    }
}
