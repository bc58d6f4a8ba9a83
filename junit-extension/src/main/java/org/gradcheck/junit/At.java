package org.gradcheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Points at which a derivative is not to be checked, because there is none: {@code @Differentiable(except = @At(0))} for |x|.
 *
 * <p>Points are compared by their coordinates. One value alone stands for a point with that value everywhere.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface At {

    /** The coordinates of the point, matrices being read by columns; or one value for all of them. */
    double[] value();

    /** By how much a coordinate may differ. */
    double within() default 0;

    /** Whether it is enough that one coordinate is as said; then for one value, as for a kink of max(0, xᵢ) in each entry. */
    boolean anyCoordinate() default false;
}
