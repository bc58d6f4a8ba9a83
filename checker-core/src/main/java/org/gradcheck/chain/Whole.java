package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.TypedLinearizedFunction;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/** The whole as one function of its inputs: the composition of the stages and the user's own derivative of it. */
final class Whole {

    private static final int TRIALS = 3;

    private final Wiring wiring;
    private final ForwardPass forward;
    private final Composition composition;
    private final CheckSettings settings;
    private final Manifold<Map<String, Object>> domain;
    private final Space<Object> codomain;
    private final double[] point;

    Whole(Wiring wiring, ForwardPass forward, Composition composition, CheckSettings settings) {
        this.wiring = wiring;
        this.forward = forward;
        this.composition = composition;
        this.settings = settings;
        this.domain = forward.domain();
        this.codomain = forward.codomain();
        this.point = StageCall.concatenated(
                wiring.activeInputs().mapToObj(forward::value).toList());
    }

    /** A user's derivative of the whole, checked. */
    record Checked(CheckReport report, List<Diagnosis> causes, Optional<Boolean> isComposition) {}

    private DerivativeCheck<Map<String, Object>, Object> check() {
        return DerivativeCheck.of(domain, codomain, inputs -> codomain.element(forward.output(coordinates(inputs))))
                .at(domain.element(point))
                .settings(settings);
    }

    private Map<Integer, double[]> coordinates(Map<String, Object> inputs) {
        Map<Integer, double[]> coordinates = new HashMap<>();
        wiring.activeInputs()
                .forEach(value -> coordinates.put(
                        value,
                        forward.set(value)
                                .coordinates(Optional.ofNullable(inputs.get(wiring.name(value)))
                                        .orElseThrow())));
        return coordinates;
    }

    /** The check of what the stages compose to, in the forms that they are given in. */
    CheckReport composed(boolean pushes, boolean pulls) {
        DerivativeCheck<Map<String, Object>, Object> check = check();
        if (pushes) {
            check = check.jvp((at, v) -> codomain.element(pushed(domain.coordinates(v), Mistake.NONE)));
        }
        if (pulls) {
            check = check.vjp((at, w) -> domain.element(
                    StageCall.concatenated(ofInputs(composition.pull(codomain.coordinates(w), Mistake.NONE)))));
        }
        return check.run();
    }

    private double[] pushed(double[] v, Mistake mistake) {
        return composition.push(v, mistake).get(wiring.output());
    }

    private List<double[]> ofInputs(List<double[]> cotangents) {
        return wiring.activeInputs().mapToObj(cotangents::get).toList();
    }

    /** The check of what the user gave, with the comparison with the composition if that is exact. */
    Checked supplied(WholeForms forms, boolean stagesAreRight) {
        DerivativeCheck<Map<String, Object>, Object> check = check();
        if (forms.jvp().isPresent()) {
            check = check.jvp(jvp(forms.jvp().get()));
        }
        if (forms.pullback().isPresent()) {
            BiFunction<Map<String, Object>, Object, Map<String, Object>> pullback =
                    vjp(forms.pullback().get());
            Object one = codomain.element(new double[codomain.dimension()]);
            check = forms.pullback().get().form() == Form.GRADIENT
                    ? check.gradient(at -> pullback.apply(at, one))
                    : check.vjp(pullback);
        }
        CheckReport report = check.run();
        List<CheckResult> rows = new ArrayList<>(report.results());
        List<Diagnosis> causes = new ArrayList<>();
        List<Boolean> agreements = new ArrayList<>();
        for (Form form : List.of(Form.JVP, Form.VJP)) {
            List<Trial> trials = form == Form.JVP
                    ? forms.jvp().map(this::pushTrials).orElse(List.of())
                    : forms.pullback().map(this::pullTrials).orElse(List.of());
            if (trials.isEmpty()) {
                continue;
            }
            String label = form == Form.JVP
                    ? form.label()
                    : forms.pullback().orElseThrow().form().label();
            Optional<Agreement> agreement = agreement(form);
            if (agreement.isEmpty()) {
                continue; // the stages cannot be composed; their own rows say why
            }
            boolean agrees = trials.stream().allMatch(trial -> trial.isExplainedBy(Mistake.NONE, agreement.get()));
            if (composition.isExact()) {
                agreements.add(agrees);
                rows.add(row(label, trials, agreement.get(), agrees));
            }
            if (!agrees && stagesAreRight) {
                causes.addAll(Trial.causes(
                        form == Form.JVP
                                ? Mistakes.forward(wiring, forward)
                                : Mistakes.backward(wiring, forward, stage -> true),
                        trials,
                        agreement.get()));
            }
        }
        return new Checked(
                new CheckReport(point, rows, report.evaluations(), report.precision(), report.seed()),
                causes,
                agreements.isEmpty() ? Optional.empty() : Optional.of(!agreements.contains(false)));
    }

    private CheckResult row(String form, List<Trial> trials, Agreement agreement, boolean agrees) {
        List<IdentityEvidence> evidence = trials.stream()
                .map(trial -> evidence(form, trial, agreement))
                .sorted((a, b) -> Double.compare(b.relativeError(), a.relativeError()))
                .toList();
        Verdict verdict = agrees
                ? new Verdict.Confirmed(
                        evidence.get(0).allowed() / Math.max(evidence.get(0).scale(), Double.MIN_NORMAL),
                        "the " + form + " of the whole is what the stages compose to, to rounding")
                : new Verdict.Refuted(
                        RefutationReason.CONTRADICTS,
                        "the " + form + " of the whole is not what the stages compose to: off by "
                                + Numbers.error(evidence.get(0).relativeError()) + " of its size");
        return CheckResult.ofIdentity("composition of " + form, verdict, evidence, List.of());
    }

    /** The place where the two sides differ most. */
    private IdentityEvidence evidence(String form, Trial trial, Agreement agreement) {
        List<double[]> right = trial.composed().apply(Mistake.NONE);
        List<double[]> given = trial.observed();
        int worst = 0;
        double excess = -1;
        for (int k = 0; k < right.size(); k++) {
            double allowed = Math.max(agreement.allowed(right, given, k), Double.MIN_NORMAL);
            double ratio = Agreement.largestDifference(right.get(k), given.get(k)) / allowed;
            if (!(ratio <= excess)) {
                worst = k;
                excess = ratio;
            }
        }
        double[] a = given.get(worst);
        double[] b = right.get(worst);
        int entry = 0;
        for (int i = 0; i < a.length; i++) {
            entry = Math.abs(a[i] - b[i]) > Math.abs(a[entry] - b[entry]) ? i : entry;
        }
        String what = form.equals(Form.JVP.label())
                ? wiring.name(wiring.output())
                : wiring.name(wiring.activeInputs().toArray()[worst]);
        return new IdentityEvidence(
                "composition",
                "given",
                a[entry],
                "composed",
                b[entry],
                what + (a.length == 1 ? "" : ", entry " + (entry + 1)),
                agreement.allowed(right, given, worst),
                Math.max(Coordinates.largest(a), Coordinates.largest(b)),
                "random");
    }

    /** To what accuracy the stages compose; empty if their derivatives misbehave. */
    private Optional<Agreement> agreement(Form form) {
        SplittableRandom random = random(7);
        double[] argument = form == Form.JVP
                ? Coordinates.unitTangent(domain, point, random)
                : Coordinates.unitTangent(codomain, value(), random);
        try {
            return Optional.of(Agreement.measured(
                    c -> {
                        double[] scaled = Coordinates.times(c, argument);
                        return form == Form.JVP
                                ? List.of(pushed(scaled, Mistake.NONE))
                                : ofInputs(composition.pull(scaled, Mistake.NONE));
                    },
                    composition.isExact()));
        } catch (StageFailureException e) {
            return Optional.empty();
        }
    }

    private double[] value() {
        return forward.value(wiring.output());
    }

    /** The random numbers of a purpose. */
    private SplittableRandom random(int purpose) {
        return new SplittableRandom(settings.seed() * 31 + purpose);
    }

    private List<Trial> pushTrials(BiFunction<Values, Values, Object> supplied) {
        Jvp jvp = new Jvp(new TypedLinearizedFunction<>(domain, domain, codomain, jvp(supplied)));
        SplittableRandom random = random(1);
        List<Trial> trials = new ArrayList<>();
        try {
            for (int i = 0; i < TRIALS; i++) {
                double[] v = Coordinates.unitTangent(domain, point, random);
                trials.add(new Trial(List.of(jvp.apply(point, v, codomain)), mistake -> List.of(pushed(v, mistake))));
            }
        } catch (DerivativeFaultException e) {
            return List.of();
        }
        return trials;
    }

    private List<Trial> pullTrials(WholeForms.Pullback supplied) {
        Vjp vjp = new Vjp(new TypedLinearizedFunction<>(domain, codomain, domain, vjp(supplied)));
        List<Trial> trials = new ArrayList<>();
        try {
            for (double[] w : cotangents(supplied.form())) {
                List<double[]> observed = StageCall.parts(domain, domain.projection(point, vjp.apply(point, w)));
                trials.add(new Trial(
                        observed,
                        mistake -> StageCall.parts(
                                domain,
                                domain.projection(
                                        point, StageCall.concatenated(ofInputs(composition.pull(w, mistake)))))));
            }
        } catch (DerivativeFaultException e) {
            return List.of();
        }
        return trials;
    }

    /** Random cotangents of the whole; 1 alone for a gradient, which has no other. */
    List<double[]> cotangents(Form form) {
        if (form == Form.GRADIENT) {
            return codomain.dimension() == 1 ? List.of(new double[] {1}) : List.of();
        }
        SplittableRandom random = random(2);
        List<double[]> cotangents = new ArrayList<>();
        for (int i = 0; i < TRIALS; i++) {
            double[] w = Coordinates.unitTangent(codomain, value(), random);
            // Of one number the unit ones are 1 and −1 only.
            cotangents.add(Coordinates.times(0.5 + random.nextDouble(), w));
        }
        return cotangents;
    }

    private BiFunction<Map<String, Object>, Map<String, Object>, Object> jvp(
            BiFunction<Values, Values, Object> supplied) {
        return (at, v) -> supplied.apply(forward.inputs(at), new Values(v));
    }

    private BiFunction<Map<String, Object>, Object, Map<String, Object>> vjp(WholeForms.Pullback supplied) {
        return (at, w) -> {
            Map<String, Object> result = new LinkedHashMap<>(supplied.function().apply(forward.inputs(at), w));
            for (int value = 0; value < wiring.valueCount(); value++) {
                if (!wiring.isActive(value) || (wiring.isStage(value) && supplied.exposes())) {
                    result.remove(wiring.name(value));
                }
            }
            return result;
        };
    }

    /** All that the user's backward pass returns for a cotangent, by the numbers of the values; empty if it fails. */
    Map<Integer, Object> exposed(WholeForms.Pullback supplied, double[] w) {
        Map<Integer, Object> exposed = new LinkedHashMap<>();
        try {
            supplied.function()
                    .apply(forward.inputs(domain.element(point)), codomain.element(w))
                    .forEach((name, cotangent) -> wiring.number(name)
                            .filter(wiring::isRelevant)
                            .ifPresent(value -> exposed.put(value, cotangent)));
        } catch (RuntimeException e) {
            return Map.of(); // the check of the whole says so
        }
        return exposed;
    }
}
