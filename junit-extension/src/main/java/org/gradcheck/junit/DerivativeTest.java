package org.gradcheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of derivatives, run at several points.
 *
 * <pre>{@code
 * @DerivativeTest
 * void gradient(@Point(dimension = 10) double[] w, GradientChecker check) {
 *     check.that(loss::value).hasGradient(loss::gradient);
 * }
 * }</pre>
 *
 * <p>The method may take parameters annotated with {@link Point}, a {@link GradientChecker} and a
 * {@link org.gradcheck.check.CheckSettings}. The n-th invocation has the seed {@code seed + n - 1}, which decides its
 * points and its checks and stands in its name. That invocation alone is replayed by
 * {@code @DerivativeTest(seed = …, points = 1)} with the seed it names.
 *
 * <p>Invocations that failed when the test was run the last time come first.
 *
 * <p>May be put on an annotation to make a project's own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(DerivativeTestExtension.class)
@SuppressWarnings("exports") // the annotation is the interface, the extension its secret
public @interface DerivativeTest {

    /** The configuration parameter of JUnit that gives the seed where the annotation does not. */
    String SEED_PARAMETER = "gradcheck.seed";

    /** The seed that stands for "from the configuration parameter {@value #SEED_PARAMETER}, or 1 without it". */
    long SEED_FROM_CONFIGURATION = Long.MIN_VALUE;

    /** The number of points that stands for "from the configuration, or as many as are given, or 3". */
    int POINTS_FROM_CONFIGURATION = Integer.MIN_VALUE;

    /**
     * How many times the test runs, each at other points. If not said, three times, or once for each given point, or three
     * times for each if others are drawn.
     */
    int points() default POINTS_FROM_CONFIGURATION;

    /** The seed of the first invocation. */
    long seed() default SEED_FROM_CONFIGURATION;

    /**
     * What becomes of the test when a check of the {@link GradientChecker} is inconclusive: one at most, and
     * {@link InconclusiveOutcome#ABORT} if not said here, by {@link CheckSettings} or by the configuration.
     */
    InconclusiveOutcome[] inconclusive() default {};

    /** Points at which f is not differentiable, and which are left out. */
    At[] except() default {};
}
