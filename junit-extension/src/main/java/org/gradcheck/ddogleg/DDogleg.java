package org.gradcheck.ddogleg;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ddogleg.optimization.functions.FunctionNtoM;
import org.ddogleg.optimization.functions.FunctionNtoMxN;
import org.ddogleg.optimization.functions.FunctionNtoN;
import org.ddogleg.optimization.functions.FunctionNtoS;
import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.adapt.Gradients;
import org.gradcheck.adapt.Outputs;
import org.gradcheck.check.DerivativeCheck;

/**
 * Checks and derivatives in the interfaces of DDogleg, dense and sparse.
 *
 * <pre>{@code
 * assertThatFunction(DDogleg.check(residuals)).at(p).hasJacobian(DDogleg.jacobian(jacobian));
 * }</pre>
 */
@SuppressWarnings("exports") // whoever calls it requires the library's module
public final class DDogleg {

    private DDogleg() {}

    /** A check of residuals. An output that the function leaves unset is seen. */
    public static DerivativeCheck<double[], double[]> check(FunctionNtoM f) {
        return DerivativeCheck.ofVector(Outputs.filling(f.getNumOfOutputsM(), f::process));
    }

    /** A check of a scalar function. */
    public static DerivativeCheck<double[], Double> check(FunctionNtoS f) {
        return DerivativeCheck.ofScalar(f::process);
    }

    /** A gradient. An entry that the function leaves unset is seen. */
    public static UnaryOperator<double[]> gradient(FunctionNtoN gradient) {
        return Gradients.filling(gradient::process);
    }

    /**
     * A Jacobian, in a matrix that the function declares itself. As an optimiser does, the matrix is handed over once more with
     * what it holds: a check refutes a function that adds to it.
     */
    public static Function<double[], DMatrixRMaj> jacobian(FunctionNtoMxN<? extends DMatrix> jacobian) {
        return x -> JacobianCall.of(jacobian, x);
    }
}
