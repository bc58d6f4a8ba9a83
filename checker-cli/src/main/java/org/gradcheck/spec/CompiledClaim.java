package org.gradcheck.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.expression.arithmetic.ComplexArithmetic;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.NotInSpaceException;
import org.gradcheck.space.Spaces;
import org.gradcheck.structure.MatrixSet;

/**
 * A claimed derivative that is ready to be checked at any point.
 *
 * @param claim the claim as written
 * @param function f
 * @param derivative the derivative: of each output of f for a form in tangents, else one expression
 * @param perturbed the variables that are perturbed; all others are constant
 * @param first for a second derivative, the first derivative it is compared with if that is confirmed
 * @param received for a derivative of a stage, the values of earlier stages that it takes, from those of the variables
 */
public record CompiledClaim(
        Claim claim,
        BoundFunction function,
        BoundFunction derivative,
        Perturbed perturbed,
        Optional<CompiledClaim> first,
        Optional<BoundFunction> received) {

    /** A derivative of the whole function. */
    CompiledClaim(
            Claim claim,
            BoundFunction function,
            BoundFunction derivative,
            Perturbed perturbed,
            Optional<CompiledClaim> first) {
        this(claim, function, derivative, perturbed, first, Optional.empty());
    }

    /** A cotangent's name is that of its output and this. */
    static final String COTANGENT = "bar";

    /** A tangent's name is this and the name of its variable. */
    static final String TANGENT = "d";

    /** What is appended to the name of the first of two tangents. */
    static final String FIRST = "_1";

    /** What is appended to the name of the second. */
    static final String SECOND = "_2";

    /** The same claim on a second derivative, with a first derivative in the same variables to compare it with. */
    CompiledClaim comparedWith(List<CompiledClaim> claims) {
        Optional<CompiledClaim> sameVariables = claims.stream()
                .filter(other -> other.first.isEmpty() && !isSecondOrder(other.claim.form()))
                .filter(other -> other.perturbed.equals(perturbed))
                .findFirst();
        return new CompiledClaim(claim, function, derivative, perturbed, sameVariables);
    }

    /** Whether it is about a second derivative. */
    public boolean isSecondOrder() {
        return isSecondOrder(claim.form());
    }

    private static boolean isSecondOrder(Form form) {
        return form == Form.HESSIAN || form == Form.HVP || form == Form.BILINEAR;
    }

    /** The names of the variables that are perturbed. */
    public List<String> perturbedNames() {
        return perturbed.variables().stream().map(BoundVariable::name).toList();
    }

    /** In how many dimensions the point can move. */
    public int dimension() {
        return perturbed.dimension();
    }

    /** The sets that variables keep to while they move, by name: "X: symmetric 4×4 matrices". Those that move freely are left out. */
    public List<String> sets() {
        return perturbed.variables().stream()
                .filter(variable -> variable.geometry().set() != MatrixSet.FULL)
                .map(variable -> variable.name() + " among " + variable.set().description())
                .toList();
    }

    /** What its values mean, unless they are merely to be paired with directions. */
    public Optional<String> convention() {
        boolean hasValues = claim.form() == Form.GRADIENT || claim.form() == Form.VJP;
        return hasValues && perturbed.only().convention() != GradientConvention.PAIRING
                ? Optional.of(perturbed.only().convention().name().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** The inner products that are not the Frobenius one. */
    public List<String> innerProducts() {
        return perturbed.variables().stream()
                .filter(variable -> variable.innerProduct().isPresent())
                .map(variable -> "of " + variable.name() + ": vec(U)'·W·vec(V), with the weight W given")
                .toList();
    }

    /** Whether f also has complex values, on which a better reference rests. */
    public boolean hasContinuation() {
        return function.smoothness() != Smoothness.NOT_ANALYTIC;
    }

    /** Checks the claim at one point. */
    CheckReport check(Map<String, DMatrixRMaj> point, CheckSettings settings) {
        DerivativeCheck<Map<String, DMatrixRMaj>, double[]> check = DerivativeCheck.of(
                        perturbed.domain(point),
                        Spaces.vector(function.entryCount()),
                        (Map<String, DMatrixRMaj> x) -> vec(function, point, x, Map.of()))
                .at(perturbed.of(point))
                .settings(settings);
        DerivativeCheck<Map<String, DMatrixRMaj>, double[]> compared =
                first.map(f -> f.supply(check, point)).orElse(check);
        DerivativeCheck<Map<String, DMatrixRMaj>, double[]> supplied = supply(compared, point);
        CheckReport report = (hasContinuation() ? supplied.complexStep(continuation(point)) : supplied).run();
        return first.isPresent() ? report.about(claim.form().label()) : report;
    }

    private DerivativeCheck<Map<String, DMatrixRMaj>, double[]> supply(
            DerivativeCheck<Map<String, DMatrixRMaj>, double[]> check, Map<String, DMatrixRMaj> point) {
        return switch (claim.form()) {
            case GRADIENT ->
                check.gradient(x -> member(point, x, Map.of()), perturbed.only().convention());
            case JACOBIAN -> check.jacobian(x -> single(point, x, Map.of()));
            case JVP -> check.jvp((x, v) -> image(point, x, tangents(v, "")));
            case VJP ->
                check.vjp(
                        (x, w) -> member(point, x, function.matrices(w, COTANGENT)),
                        perturbed.only().convention());
            case HESSIAN -> check.hessian(x -> single(point, x, Map.of()));
            case HVP -> check.hessianVectorProduct((x, v) -> member(point, x, tangents(v, "")));
            case BILINEAR ->
                check.bilinear((x, u, v) -> {
                    Map<String, DMatrixRMaj> both = tangents(u, FIRST);
                    both.putAll(tangents(v, SECOND));
                    return image(point, x, both);
                });
        };
    }

    private static Map<String, DMatrixRMaj> tangents(Map<String, DMatrixRMaj> v, String suffix) {
        Map<String, DMatrixRMaj> named = new HashMap<>();
        v.forEach((name, value) -> named.put(TANGENT + name + suffix, value));
        return named;
    }

    private Map<String, DMatrixRMaj> member(
            Map<String, DMatrixRMaj> point, Map<String, DMatrixRMaj> x, Map<String, DMatrixRMaj> more) {
        return Map.of(perturbed.only().name(), single(point, x, more));
    }

    private DMatrixRMaj single(
            Map<String, DMatrixRMaj> point, Map<String, DMatrixRMaj> x, Map<String, DMatrixRMaj> more) {
        return derivative
                .evaluate(RealArithmetic.INSTANCE, values(point, x, more))
                .get(0);
    }

    /** A value of a form in tangents, of the shapes of f's. */
    private double[] image(
            Map<String, DMatrixRMaj> point, Map<String, DMatrixRMaj> x, Map<String, DMatrixRMaj> tangents) {
        if (!derivative.describedShape().equals(function.describedShape())) {
            throw new NotInSpaceException(
                    "f is " + function.describedShape() + ", got " + derivative.describedShape(),
                    function.entryCount(),
                    derivative.entryCount());
        }
        return vec(derivative, point, x, tangents);
    }

    private static double[] vec(
            BoundFunction function,
            Map<String, DMatrixRMaj> point,
            Map<String, DMatrixRMaj> x,
            Map<String, DMatrixRMaj> more) {
        return Vectors.stacked(function.evaluate(RealArithmetic.INSTANCE, values(point, x, more)));
    }

    private static Map<String, DMatrixRMaj> values(
            Map<String, DMatrixRMaj> point, Map<String, DMatrixRMaj> x, Map<String, DMatrixRMaj> more) {
        Map<String, DMatrixRMaj> values = new HashMap<>(point);
        values.putAll(x);
        values.putAll(more);
        return values;
    }

    private ComplexFunction continuation(Map<String, DMatrixRMaj> point) {
        Map<String, ZMatrixRMaj> constants = new HashMap<>();
        for (String name : function.inputNames()) {
            DMatrixRMaj value = point.get(name);
            if (value != null) {
                constants.put(name, ComplexArithmetic.INSTANCE.embed(value));
            }
        }
        return z -> {
            Map<String, ZMatrixRMaj> values = new HashMap<>(constants);
            values.putAll(perturbed.complex(z));
            return Vectors.stackedComplex(function.evaluate(ComplexArithmetic.INSTANCE, values));
        };
    }
}
