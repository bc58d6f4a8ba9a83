package org.gradcheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A generated point: a parameter of a {@link DerivativeTest} of type {@code double}, {@code double[]}, {@code float[]},
 * {@code double[][]} or {@code DMatrixRMaj}.
 *
 * <p>Entries are drawn with six significant digits, as many as reports print, so that a point can be typed again.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Point {

    /** The length of an array; required for {@code double[]} and {@code float[]}. */
    int dimension() default 0;

    /** The number of rows; required for matrices. */
    int rows() default 0;

    /** The number of columns; required for matrices. */
    int columns() default 0;

    /** How the entries are distributed. */
    Distribution distribution() default Distribution.SPREAD;

    /** The mean of a normal distribution, or the center of a spread. */
    double mean() default 0;

    /** The standard deviation of a normal distribution, or the scale of a spread. */
    double sd() default 1;

    /** The lower end of a uniform distribution. */
    double low() default -1;

    /** The upper end of a uniform distribution. */
    double high() default 1;
}
