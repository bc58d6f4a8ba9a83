package org.gradcheck.commonsmath;

import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.Valued;

/** One call of a model for least squares, which gives values and Jacobian. */
final class LeastSquaresCall {

    private LeastSquaresCall() {}

    /** The model's vector is x itself, so that a change of it is seen. */
    static Valued<double[], DMatrixRMaj> of(MultivariateJacobianFunction model, double[] x) {
        Pair<RealVector, RealMatrix> result = model.value(new ArrayRealVector(x, false));
        return new Valued<>(
                result.getFirst().toArray(), new DMatrixRMaj(result.getSecond().getData()));
    }
}
