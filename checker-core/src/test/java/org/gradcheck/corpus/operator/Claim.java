package org.gradcheck.corpus.operator;

import java.util.function.UnaryOperator;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.Form;

/**
 * An operator that claims to be a derivative, right or wrong.
 *
 * @param form what it is supplied as
 * @param mistake what is wrong with it, empty if nothing is
 * @param supply hands it to a check
 * @param values what it says, in numbers, on the coordinates of the spaces
 */
record Claim<X, Y>(Form form, String mistake, UnaryOperator<DerivativeCheck<X, Y>> supply, Values values) {

    boolean isSecondOrder() {
        return form == Form.HESSIAN || form == Form.HVP || form == Form.BILINEAR;
    }

    /** The numbers that a claim stands for. */
    interface Values {

        /** ⟨w, f′(x)[v]⟩, or ⟨w, f″(x)[u, v]⟩ of a second derivative. */
        double at(double[] x, double[] u, double[] v, double[] w);

        /** By how much, relative to its size, it lies outside of the space where the convention says it lies. */
        default double outside(double[] x, double[] u, double[] w) {
            return 0;
        }
    }
}
