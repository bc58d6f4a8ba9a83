package org.gradcheck.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.Form;
import org.gradcheck.expression.arithmetic.ComplexArithmetic;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** A claimed derivative that is ready to be checked at any point. */
public final class CompiledClaim {

    /** The cotangent's name in the expressions of a VJP. */
    static final String COTANGENT = "fbar";

    /** A tangent's name is this and the name of its variable. */
    static final String TANGENT = "d";

    /** What is appended to the name of the first of two tangents. */
    static final String FIRST = "_1";

    /** What is appended to the name of the second. */
    static final String SECOND = "_2";

    private final Claim claim;
    private final BoundExpression function;
    private final BoundExpression derivative;
    private final List<BoundVariable> perturbed;
    private final Coordinates coordinates;
    private final Optional<CompiledClaim> first;

    CompiledClaim(Claim claim, BoundExpression function, BoundExpression derivative, List<BoundVariable> perturbed) {
        this(claim, function, derivative, perturbed, Optional.empty());
    }

    /** @param first for a second derivative, the first derivative it is compared with if that is confirmed */
    private CompiledClaim(
            Claim claim,
            BoundExpression function,
            BoundExpression derivative,
            List<BoundVariable> perturbed,
            Optional<CompiledClaim> first) {
        this.claim = claim;
        this.first = first;
        this.function = function;
        this.derivative = derivative;
        this.perturbed = List.copyOf(perturbed);
        this.coordinates = new Coordinates(perturbed);
    }

    /** The same claim on a second derivative, with a first derivative in the same variables to compare it with. */
    CompiledClaim comparedWith(List<CompiledClaim> claims) {
        Optional<CompiledClaim> sameVariables = claims.stream()
                .filter(other -> other.first.isEmpty() && !isSecondOrder(other.claim.form()))
                .filter(other -> other.perturbed.equals(perturbed))
                .findFirst();
        return new CompiledClaim(claim, function, derivative, perturbed, sameVariables);
    }

    private static boolean isSecondOrder(Form form) {
        return form == Form.HESSIAN || form == Form.HVP || form == Form.BILINEAR;
    }

    /** The claim as written. */
    public Claim claim() {
        return claim;
    }

    /** The variables that are perturbed; all others are constant. */
    public List<BoundVariable> perturbed() {
        return perturbed;
    }

    /** In how many dimensions the point can move. */
    public int dimension() {
        return coordinates.dimension();
    }

    /** Whether f also has complex values, on which a better reference rests. */
    public boolean hasContinuation() {
        return function.smoothness() != Smoothness.NOT_ANALYTIC;
    }

    /** Checks the claim at one point. */
    CheckReport check(Map<String, DMatrixRMaj> point, CheckSettings settings) {
        Space<double[]> domain = Spaces.vector(coordinates.dimension());
        Space<double[]> codomain = Spaces.vector((int) function.shape().entryCount());
        DerivativeCheck<double[], double[]> check = DerivativeCheck.of(
                        domain, codomain, (double[] x) -> Vectors.vec(real(function, point, x, Map.of())))
                .at(coordinates.of(point))
                .settings(settings);
        DerivativeCheck<double[], double[]> compared =
                first.map(f -> f.supply(check, point)).orElse(check);
        DerivativeCheck<double[], double[]> supplied = supply(compared, point);
        CheckReport report = (hasContinuation() ? supplied.complexStep(continuation(point)) : supplied).run();
        return first.isPresent() ? report.about(claim.form().label()) : report;
    }

    private DerivativeCheck<double[], double[]> supply(
            DerivativeCheck<double[], double[]> check, Map<String, DMatrixRMaj> point) {
        return switch (claim.form()) {
            case GRADIENT -> check.gradient(x -> coordinates.project(real(derivative, point, x, Map.of())));
            case JACOBIAN -> check.jacobian(jacobian(point));
            case JVP -> check.jvp((x, v) -> Vectors.vec(real(derivative, point, x, coordinates.matrices(v, TANGENT))));
            case VJP ->
                check.vjp((x, w) -> coordinates.project(real(derivative, point, x, Map.of(COTANGENT, cotangent(w)))));
            case HESSIAN -> check.hessian(x -> coordinates.projectBothSides(real(derivative, point, x, Map.of())));
            case HVP ->
                check.hessianVectorProduct(
                        (x, v) -> coordinates.project(real(derivative, point, x, coordinates.matrices(v, TANGENT))));
            case BILINEAR -> check.bilinear((x, u, v) -> Vectors.vec(real(derivative, point, x, tangents(u, v))));
        };
    }

    private DMatrixRMaj real(
            BoundExpression expression, Map<String, DMatrixRMaj> point, double[] x, Map<String, DMatrixRMaj> more) {
        Map<String, DMatrixRMaj> values = new HashMap<>(point);
        values.putAll(coordinates.matrices(x, ""));
        values.putAll(more);
        return expression.evaluate(RealArithmetic.INSTANCE, values);
    }

    private Map<String, DMatrixRMaj> tangents(double[] u, double[] v) {
        Map<String, DMatrixRMaj> tangents = new HashMap<>();
        coordinates.matrices(u, TANGENT).forEach((name, value) -> tangents.put(name + FIRST, value));
        coordinates.matrices(v, TANGENT).forEach((name, value) -> tangents.put(name + SECOND, value));
        return tangents;
    }

    private DMatrixRMaj cotangent(double[] w) {
        return Vectors.matrix(w, function.shape().rowCount(), function.shape().columnCount());
    }

    /** The columns of the supplied Jacobian belong to vec of the variable; those of the check to its coordinates. */
    private Function<double[], DMatrixRMaj> jacobian(Map<String, DMatrixRMaj> point) {
        return x -> coordinates.projectRows(real(derivative, point, x, Map.of()));
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
            values.putAll(coordinates.matrices(z));
            return Vectors.vec(function.evaluate(ComplexArithmetic.INSTANCE, values));
        };
    }
}
