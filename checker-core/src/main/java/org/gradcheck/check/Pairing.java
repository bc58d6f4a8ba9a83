package org.gradcheck.check;

import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.SuppliedBilinearMap;
import org.gradcheck.derivative.SuppliedOperator;

/**
 * A number that a supplied derivative makes of two arguments and that is linear in each: ⟨w, f′(x)[v]⟩ of a tangent v and a
 * cotangent w, or ⟨w, f″(x)[u, v]⟩ of tangents v and u for a fixed w. Both methods fail with a
 * {@link DerivativeFaultException} where the user's code does.
 */
interface Pairing {

    /** The number. */
    double of(double[] v, double[] other);

    /** The size of the terms that it is a sum of. */
    double termSize(double[] v, double[] other);

    /** ⟨w, f′(x)[v]⟩, of v and w. */
    static Pairing of(SuppliedOperator operator) {
        return new Pairing() {
            @Override
            public double of(double[] v, double[] w) {
                return operator.pair(v, new double[][] {w})[0];
            }

            @Override
            public double termSize(double[] v, double[] w) {
                return operator.termSize(v, w);
            }
        };
    }

    /** ⟨w, f″(x)[u, v]⟩, of v and u. */
    static Pairing of(SuppliedBilinearMap map, double[] w) {
        return new Pairing() {
            @Override
            public double of(double[] v, double[] u) {
                return map.pair(u, v, new double[][] {w})[0];
            }

            @Override
            public double termSize(double[] v, double[] u) {
                return map.termSize(u, v, w);
            }
        };
    }

    /** The same with its arguments exchanged. */
    default Pairing swapped() {
        Pairing original = this;
        return new Pairing() {
            @Override
            public double of(double[] v, double[] other) {
                return original.of(other, v);
            }

            @Override
            public double termSize(double[] v, double[] other) {
                return original.termSize(other, v);
            }
        };
    }
}
