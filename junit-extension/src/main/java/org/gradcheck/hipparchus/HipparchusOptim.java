package org.gradcheck.hipparchus;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.Valued;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/** Checks and derivatives in the interfaces of hipparchus-optim, as an optimiser is given them. */
@SuppressWarnings("exports") // whoever calls it requires the library's module
public final class HipparchusOptim {

    private HipparchusOptim() {}

    /** A check of the objective of an optimiser. */
    public static DerivativeCheck<double[], Double> check(ObjectiveFunction objective) {
        return Hipparchus.check(objective.getObjectiveFunction());
    }

    /** A check of the values of a model for least squares, which come with their Jacobian from one call. */
    public static DerivativeCheck<double[], double[]> check(MultivariateJacobianFunction model) {
        return DerivativeCheck.ofVector(x -> values(call(model, x)));
    }

    /** The gradient of the objective of an optimiser. */
    public static UnaryOperator<double[]> gradient(ObjectiveFunctionGradient gradient) {
        return HipparchusDerivatives.gradient(gradient.getObjectiveFunctionGradient());
    }

    /** The Jacobian of a model for least squares. */
    public static Function<double[], DMatrixRMaj> jacobian(MultivariateJacobianFunction model) {
        return x -> jacobian(call(model, x));
    }

    /** Values and Jacobian of a model for least squares, for checks of a function of its own. */
    public static Function<double[], Valued<double[], DMatrixRMaj>> valueAndJacobian(
            MultivariateJacobianFunction model) {
        return x -> {
            Pair<RealVector, RealMatrix> result = call(model, x);
            return new Valued<>(values(result), jacobian(result));
        };
    }

    private static Pair<RealVector, RealMatrix> call(MultivariateJacobianFunction model, double[] x) {
        return model.value(new ArrayRealVector(x, false));
    }

    private static double[] values(Pair<RealVector, RealMatrix> result) {
        return result.getFirst().toArray();
    }

    private static DMatrixRMaj jacobian(Pair<RealVector, RealMatrix> result) {
        return new DMatrixRMaj(result.getSecond().getData());
    }
}
