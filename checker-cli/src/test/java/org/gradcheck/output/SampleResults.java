package org.gradcheck.output;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.point.Magnitude;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Explanation;
import org.gradcheck.report.Fact;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.RemainderPoint;
import org.gradcheck.report.Verdict;
import org.gradcheck.spec.CheckedPoint;
import org.gradcheck.spec.Expectation;
import org.gradcheck.spec.Redraw;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;

/** Results of every kind, made by hand. */
public final class SampleResults {

    private SampleResults() {}

    public static SuiteResult suite(SpecResult... specs) {
        return new SuiteResult(7, List.of(specs), Duration.ofMillis(1234));
    }

    public static SpecResult passed() {
        return spec("specs/losses/ridge.json", "Ridge regression", confirmed(), confirmed());
    }

    public static SpecResult refutedAsExpected() {
        return spec(
                "specs/losses/squared-error-of-sigmoid--as-cross-entropy.json",
                "Squared error (wrong: as cross-entropy)",
                refuted(Expectation.REFUTED));
    }

    public static SpecResult failed() {
        return spec(
                "specs/quadratic-forms/general.json",
                "Quadratic form of a general matrix",
                refuted(Expectation.CONFIRMED));
    }

    public static SpecResult confirmedAgainstExpectation() {
        SpecCheckResult check = confirmed();
        return spec(
                "specs/norms/euclidean.json",
                "Norm",
                new SpecCheckResult(
                        check.form(),
                        check.variable(),
                        Expectation.REFUTED,
                        false,
                        check.report(),
                        check.result(),
                        check.point(),
                        check.redrawn(),
                        check.evaluations()));
    }

    public static SpecResult inconclusive() {
        Verdict verdict = new Verdict.Inconclusive(
                InconclusiveReason.FUNCTION_FAILED, "f cannot be evaluated at the point: f(x) is NaN");
        CheckResult result = new CheckResult("jvp", verdict, List.of(), List.of());
        return spec(
                "root.json",
                "Square root",
                check("jvp", Optional.empty(), Expectation.CONFIRMED, result, new double[] {-1}, 2));
    }

    public static SpecResult noisy() {
        Verdict verdict = new Verdict.Inconclusive(InconclusiveReason.UNRESOLVED, "the reference has no bound");
        Evidence evidence = evidence(
                verdict,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                OptionalDouble.empty(),
                List.of(new RemainderPoint(1e-3, Double.NaN, Double.NaN, Double.NaN)));
        return spec(
                "noisy.json",
                "Noise",
                check(
                        "gradient",
                        Optional.of("x"),
                        Expectation.CONFIRMED,
                        new CheckResult("gradient", verdict, List.of(evidence), List.of()),
                        new double[] {1},
                        30));
    }

    public static SpecResult redrawn() {
        SpecCheckResult check = confirmed();
        Map<String, DMatrixRMaj> values = new LinkedHashMap<>();
        values.put("A", new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}}));
        values.put("b", new DMatrixRMaj(new double[][] {{5}, {6}}));
        values.put("c", new DMatrixRMaj(new double[][] {{7}}));
        Map<String, Magnitude> magnitudes = new LinkedHashMap<>();
        magnitudes.put("A", Magnitude.ORDINARY);
        magnitudes.put("b", Magnitude.SMALL);
        return spec(
                "log.json",
                "Logarithm",
                new SpecCheckResult(
                        "jvp",
                        Optional.empty(),
                        Expectation.CONFIRMED,
                        false,
                        check.report(),
                        check.result(),
                        new CheckedPoint(3, 3, List.of("A", "b"), magnitudes, values),
                        List.of(
                                new Redraw(1, 3, InconclusiveReason.FUNCTION_FAILED, false),
                                new Redraw(2, 1, InconclusiveReason.UNRESOLVED, false),
                                new Redraw(3, 24, InconclusiveReason.DOMAIN, true)),
                        check.evaluations()));
    }

    /** An operator identity, in an inner product of its own. */
    public static SpecResult notAdjoint() {
        Verdict verdict = new Verdict.Refuted(RefutationReason.NOT_ADJOINT, "JVP and VJP are not adjoint: 3 but 4");
        IdentityEvidence identity =
                new IdentityEvidence("adjointness", "⟨w, f′(x)[v]⟩", 3, "⟨f′(x)*[w], v⟩", 4, "", 1e-14, 5, "v = [1]");
        CheckResult result = new CheckResult(
                "adjoint",
                verdict,
                List.of(),
                List.of(identity),
                List.of(),
                List.of(new Fact("inner product", "uᵀWv")),
                Explanation.NONE);
        return spec(
                "adjoint.json",
                "Adjoint",
                check("vjp", Optional.of("x"), Expectation.CONFIRMED, result, new double[] {1}, 0));
    }

    public static SpecResult broken() {
        return new SpecResult(
                "specs/broken spec.json", "broken spec.json", List.of(), 7, Optional.of("""
                        specs/broken spec.json, line 3, /function: A is 3×2 and x is 3×1: did you mean A' * x?
                            A * x
                              ^"""), List.of(), Duration.ZERO);
    }

    private static SpecResult spec(String file, String title, SpecCheckResult... checks) {
        return new SpecResult(file, title, List.of("tag"), 7, Optional.empty(), List.of(checks), Duration.ofMillis(20));
    }

    private static SpecCheckResult confirmed() {
        Verdict verdict = new Verdict.Confirmed(2.5e-13, "agrees with the reference to 2.5e-13 in 2 directions");
        Evidence first = evidence(verdict, 4, 1e-12, OptionalDouble.of(2.0012), remainder(2));
        CheckResult result = new CheckResult("gradient", verdict, List.of(first), List.of());
        return check("gradient", Optional.of("w"), Expectation.CONFIRMED, result, new double[] {1, -2}, 154);
    }

    private static SpecCheckResult refuted(Expectation expected) {
        Verdict verdict = new Verdict.Refuted(
                RefutationReason.DISAGREEMENT,
                "disagrees with the reference (half of the derivative's scale, far more than the bound explains)");
        Evidence evidence = evidence(verdict, 2, 1e-12, OptionalDouble.of(1.0004), remainder(1));
        CheckResult result = new CheckResult(
                "gradient", verdict, List.of(evidence), List.of(new Diagnosis("factor", "0.5 times the reference")));
        return check("gradient", Optional.of("x"), expected, result, new double[] {1, -2, 0.5}, 98);
    }

    private static SpecCheckResult check(
            String form,
            Optional<String> variable,
            Expectation expected,
            CheckResult result,
            double[] point,
            int evaluations) {
        CheckReport report = new CheckReport(
                point, List.of(result), evaluations, Optional.of("double precision assumed of f, as declared"), 99);
        String name = variable.orElse("x");
        CheckedPoint checked = new CheckedPoint(
                2,
                3,
                List.of(name),
                Map.of(name, Magnitude.LARGE),
                Map.of(name, DMatrixRMaj.wrap(point.length, 1, point)));
        return new SpecCheckResult(form, variable, expected, false, report, result, checked, List.of(), evaluations);
    }

    private static Evidence evidence(
            Verdict verdict, double supplied, double bound, OptionalDouble order, List<RemainderPoint> remainder) {
        return new Evidence(
                1,
                "isotropic",
                new double[] {0.75, -0.5, 0.625},
                "f",
                supplied,
                4,
                bound,
                4,
                1e-16,
                "central differences",
                1,
                remainder,
                order,
                OptionalDouble.empty(),
                verdict);
    }

    private static List<RemainderPoint> remainder(int order) {
        return List.of(
                new RemainderPoint(0.5, 4.25, Math.pow(0.5, order), 0.125),
                new RemainderPoint(0.25, 4.0625, Math.pow(0.25, order), 0.015625));
    }
}
