package org.gradcheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gradcheck.structure.Structure;

/**
 * A point: a parameter of a {@link DerivativeTest} of type {@code double}, {@code double[]}, {@code float[]},
 * {@code double[][]}, {@code DMatrixRMaj}, {@code SimpleMatrix}, a record of these, or a {@code List} of these.
 *
 * <p>Points are drawn unless they are given by {@link #values()}, {@link #method()} or {@link #csv()}. Drawn entries have six
 * significant digits, as many as reports print, so that a point can be typed again. Of given ones the n-th is used by the
 * invocation with seed n, counting round and round.
 *
 * <p>On the component of a record it says how that component is drawn.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Point {

    /** The length of an array; required for {@code double[]} and {@code float[]} that are drawn. */
    int dimension() default 0;

    /** The number of rows; required for matrices that are drawn. */
    int rows() default 0;

    /** The number of columns; required for matrices that are drawn. */
    int columns() default 0;

    /** The number of elements; required for lists that are drawn. The other sizes are those of an element. */
    int count() default 0;

    /** The sizes of a record's components, for records that are not annotated themselves. */
    Size[] sizes() default {};

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

    /**
     * What is known of the point beyond its size: {@code structure = Structure.SPD}. It decides how the point is drawn, and the
     * {@link GradientChecker} compares derivatives along the directions only in which points of the structure move. At most one.
     */
    Structure[] structure() default {};

    /** The points, written as text: {@code {"1, -1, 2", "0, 0, 1"}}, and matrices by rows: {@code "1, 2; 3, 4"}. */
    String[] values() default {};

    /**
     * The method that has the points: the name of one of the test class without parameters, or {@code package.Class#name} of a
     * static one. It returns a stream, collection or array of points, or one point.
     */
    String method() default "";

    /**
     * The class path resource that has the points: a table of numbers, one point a row, matrices by rows. Cells are separated by
     * comma, semicolon or tab; a heading may come first.
     */
    String csv() default "";
}
