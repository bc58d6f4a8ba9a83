package org.gradcheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The size of one component of a record: {@code @Point(sizes = @Size(of = "weights", rows = 2, columns = 3))}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Size {

    /** The name of the component. */
    String of();

    /** The length of an array. */
    int dimension() default 0;

    /** The number of rows. */
    int rows() default 0;

    /** The number of columns. */
    int columns() default 0;

    /** The number of elements of a list. */
    int count() default 0;
}
