package org.gradcheck.hipparchus;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.CalculusFieldMultivariateFunction;
import org.hipparchus.analysis.CalculusFieldMultivariateVectorFunction;
import org.hipparchus.analysis.CalculusFieldUnivariateFunction;
import org.hipparchus.analysis.FieldMultivariateFunction;
import org.hipparchus.analysis.FieldMultivariateVectorFunction;
import org.hipparchus.analysis.FieldUnivariateFunction;
import org.hipparchus.complex.Complex;
import org.hipparchus.util.Binary64;

/** Functions of field elements, evaluated at real numbers. */
@SuppressWarnings("overloads") // called with objects only
final class FieldEvaluation {

    private FieldEvaluation() {}

    static ToDoubleFunction<double[]> real(FieldMultivariateFunction f) {
        return x -> f.value(binary64(x)).getReal();
    }

    static UnaryOperator<double[]> real(FieldMultivariateVectorFunction f) {
        return x -> Arrays.stream(f.value(binary64(x)))
                .mapToDouble(Binary64::getReal)
                .toArray();
    }

    static Function<Double, Double> real(FieldUnivariateFunction f) {
        return x -> f.value(new Binary64(x)).getReal();
    }

    static ToDoubleFunction<double[]> realPart(CalculusFieldMultivariateFunction<Complex> f) {
        return x -> realPart(f.value(complex(x)));
    }

    static UnaryOperator<double[]> realPart(CalculusFieldMultivariateVectorFunction<Complex> f) {
        return x -> Arrays.stream(f.value(complex(x)))
                .mapToDouble(FieldEvaluation::realPart)
                .toArray();
    }

    static Function<Double, Double> realPart(CalculusFieldUnivariateFunction<Complex> f) {
        return x -> realPart(f.value(new Complex(x)));
    }

    /** A logarithm of a negative number has a real part, and no value. */
    private static double realPart(Complex y) {
        return y.getImaginary() == 0 ? y.getReal() : Double.NaN;
    }

    private static Binary64[] binary64(double[] x) {
        return Arrays.stream(x).mapToObj(Binary64::new).toArray(Binary64[]::new);
    }

    private static Complex[] complex(double[] x) {
        return Arrays.stream(x).mapToObj(Complex::new).toArray(Complex[]::new);
    }
}
