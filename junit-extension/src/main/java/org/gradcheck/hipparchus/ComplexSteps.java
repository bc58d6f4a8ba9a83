package org.gradcheck.hipparchus;

import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.ComplexVector;
import org.hipparchus.analysis.CalculusFieldMultivariateFunction;
import org.hipparchus.analysis.CalculusFieldMultivariateVectorFunction;
import org.hipparchus.analysis.CalculusFieldUnivariateFunction;
import org.hipparchus.complex.Complex;

/**
 * Functions of Hipparchus' {@code Complex} as the analytic continuation of a function of {@code double}.
 *
 * <pre>{@code
 * assertThatFunction(model::value).withComplexStep(ComplexSteps.of(model::fieldValue)).at(x).hasGradient(model::gradient);
 * }</pre>
 */
@SuppressWarnings("exports") // whoever calls it requires the library's module
public final class ComplexSteps {

    private ComplexSteps() {}

    /** Of a scalar function of a vector. */
    public static ComplexFunction of(CalculusFieldMultivariateFunction<Complex> f) {
        return z -> toVector(f.value(toArray(z)));
    }

    /** Of a vector function of a vector. */
    public static ComplexFunction ofVector(CalculusFieldMultivariateVectorFunction<Complex> f) {
        return z -> toVector(f.value(toArray(z)));
    }

    /** Of a function of a number. */
    public static ComplexFunction ofUnivariate(CalculusFieldUnivariateFunction<Complex> f) {
        return z -> toVector(f.value(toArray(z)[0]));
    }

    private static Complex[] toArray(ComplexVector z) {
        Complex[] array = new Complex[z.length()];
        for (int i = 0; i < array.length; i++) {
            array[i] = new Complex(z.real()[i], z.imaginary()[i]);
        }
        return array;
    }

    private static ComplexVector toVector(Complex... array) {
        ComplexVector vector = new ComplexVector(new double[array.length], new double[array.length]);
        for (int i = 0; i < array.length; i++) {
            vector.real()[i] = array[i].getReal();
            vector.imaginary()[i] = array[i].getImaginary();
        }
        return vector;
    }
}
