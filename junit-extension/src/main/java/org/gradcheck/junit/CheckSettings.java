package org.gradcheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Settings for the checks of one test, or of all in a class and the classes nested in it. None needs setting, and none is a
 * tolerance.
 *
 * <p>What a method does not say is taken from its class, then from the classes around that, then from JUnit's configuration
 * parameter {@code gradcheck.} with the name of the attribute, as {@code gradcheck.directions}.
 *
 * <p>It also lets ordinary {@code @Test} methods take a {@link GradientChecker}, to which the settings apply.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(GradientCheckerResolver.class)
@SuppressWarnings("exports") // the annotation is the interface, the extension its secret
public @interface CheckSettings {

    /** The seed of the first invocation. */
    long seed() default DerivativeTest.SEED_FROM_CONFIGURATION;

    /** How many times a test runs, each at other points. */
    int points() default DerivativeTest.POINTS_FROM_CONFIGURATION;

    /** How many directions are tried at least; two if not said. */
    int directions() default 0;

    /** The most evaluations of f; a check that needs more is inconclusive. No limit if not said. */
    int budget() default 0;

    /** The relative accuracy to which f and its derivative agree at best because they are approximations. */
    double accuracy() default 0;

    /** The precision that f computes in: {@code double}, {@code single}, {@code half}, or a relative rounding error. */
    String precision() default "";

    /** Whether a certain but tiny discrepancy refutes. */
    boolean strict() default false;

    /** The most milliseconds that a check may take, against functions that hang. No limit if not said. */
    long timeout() default 0;

    /** What becomes of a test when a check is inconclusive. One at most; {@link InconclusiveOutcome#ABORT} if not said. */
    InconclusiveOutcome[] inconclusive() default {};

    /** Whether the evidence is attached to the test. One at most; {@link Attachment#UNLESS_CONFIRMED} if not said. */
    Attachment[] attachment() default {};
}
