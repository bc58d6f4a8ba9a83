package org.gradcheck.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
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

    private final Claim claim;
    private final BoundExpression function;
    private final BoundExpression derivative;
    private final List<BoundVariable> perturbed;
    private final Coordinates coordinates;

    CompiledClaim(Claim claim, BoundExpression function, BoundExpression derivative, List<BoundVariable> perturbed) {
        this.claim = claim;
        this.function = function;
        this.derivative = derivative;
        this.perturbed = List.copyOf(perturbed);
        this.coordinates = new Coordinates(perturbed);
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
        DerivativeCheck<double[], double[]> supplied = supply(check, point);
        return (hasContinuation() ? supplied.complexStep(continuation(point)) : supplied).run();
    }

    private DerivativeCheck<double[], double[]> supply(
            DerivativeCheck<double[], double[]> check, Map<String, DMatrixRMaj> point) {
        return switch (claim.form()) {
            case GRADIENT -> check.gradient(x -> coordinates.project(real(derivative, point, x, Map.of())));
            case JACOBIAN -> check.jacobian(jacobian(point));
            case JVP -> check.jvp((x, v) -> Vectors.vec(real(derivative, point, x, coordinates.matrices(v, TANGENT))));
            case VJP ->
                check.vjp((x, w) -> coordinates.project(real(derivative, point, x, Map.of(COTANGENT, cotangent(w)))));
        };
    }

    private DMatrixRMaj real(
            BoundExpression expression, Map<String, DMatrixRMaj> point, double[] x, Map<String, DMatrixRMaj> more) {
        Map<String, DMatrixRMaj> values = new HashMap<>(point);
        values.putAll(coordinates.matrices(x, ""));
        values.putAll(more);
        return expression.evaluate(RealArithmetic.INSTANCE, values);
    }

    private DMatrixRMaj cotangent(double[] w) {
        return Vectors.matrix(w, function.shape().rowCount(), function.shape().columnCount());
    }

    /** The columns of the supplied Jacobian belong to vec of the variable; those of the check to its coordinates. */
    private Function<double[], DMatrixRMaj> jacobian(Map<String, DMatrixRMaj> point) {
        int rows = perturbed.get(0).shape().rowCount();
        int columns = perturbed.get(0).shape().columnCount();
        return x -> {
            DMatrixRMaj supplied = real(derivative, point, x, Map.of());
            DMatrixRMaj onCoordinates = new DMatrixRMaj(supplied.numRows, coordinates.dimension());
            for (int i = 0; i < supplied.numRows; i++) {
                double[] row = new double[supplied.numCols];
                System.arraycopy(supplied.data, i * supplied.numCols, row, 0, row.length);
                double[] projected = coordinates.project(Vectors.matrix(row, rows, columns));
                System.arraycopy(projected, 0, onCoordinates.data, i * projected.length, projected.length);
            }
            return onCoordinates;
        };
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
