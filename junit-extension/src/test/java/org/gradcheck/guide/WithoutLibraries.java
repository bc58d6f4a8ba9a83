package org.gradcheck.guide;

import org.gradcheck.assertj.DerivativeAssertions;
import org.gradcheck.check.DerivativeCheck;

/** A program of somebody who has none of the libraries that there are adapters for. */
final class WithoutLibraries {

    private WithoutLibraries() {}

    /** Prints what it finds. */
    public static void main(String[] arguments) {
        DerivativeAssertions.assertThatScalarFunction(x -> x[0] * x[1])
                .at(new double[] {1, 2})
                .hasGradient(x -> new double[] {x[1], x[0]})
                .hasWrongGradient(x -> new double[] {x[1], -x[0]});
        System.out.println("assertions work, in module "
                + DerivativeCheck.class.getModule().getName());
        for (String library : new String[] {
            "org.hipparchus.complex.Complex",
            "org.hipparchus.optim.OptimizationData",
            "org.apache.commons.math3.util.Pair",
            "org.ddogleg.optimization.functions.FunctionNtoM"
        }) {
            try {
                System.out.println("there is " + Class.forName(library));
            } catch (ClassNotFoundException e) {
                System.out.println("there is no " + e.getMessage());
            }
        }
    }
}
