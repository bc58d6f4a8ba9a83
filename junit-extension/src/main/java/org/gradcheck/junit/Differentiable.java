package org.gradcheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method, without parameters, that returns a function with its derivatives, or several of them: in a class that implements
 * {@link DifferentiableTests} each derivative becomes a test at each of several points.
 *
 * <pre>{@code
 * class ActivationsTest implements DifferentiableTests {
 *
 *     @Differentiable
 *     DifferentiableFunction softplus() {
 *         return DifferentiableFunction.univariate(Activations::softplus).derivative(Activations::logistic);
 *     }
 *
 *     @Differentiable(except = @At(0))
 *     DifferentiableFunction relu() {
 *         return DifferentiableFunction.univariate(Activations::relu).derivative(Activations::step);
 *     }
 * }
 * }</pre>
 *
 * <p>The method returns a {@link DifferentiableFunction}, or a stream, collection, array or map from names of them. It may be
 * put on a class that implements {@link DifferentiableFunction}, too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Differentiable {

    /** At how many points each function is checked, beside the special ones; three if not said. */
    int points() default DerivativeTest.POINTS_FROM_CONFIGURATION;

    /** The seed of the first point. */
    long seed() default DerivativeTest.SEED_FROM_CONFIGURATION;

    /** What becomes of a test when its check is inconclusive. One at most; {@link InconclusiveOutcome#ABORT} if not said. */
    InconclusiveOutcome[] inconclusive() default {};

    /** Points at which the function is not differentiable, and which are left out. */
    At[] except() default {};
}
