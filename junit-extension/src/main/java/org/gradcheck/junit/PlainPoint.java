package org.gradcheck.junit;

import java.lang.reflect.Parameter;

/** The annotation of a point of which nothing is said. */
final class PlainPoint {

    static final Point ANNOTATION = annotation();

    private PlainPoint() {}

    @SuppressWarnings("unused") // read by reflection
    private static void carrier(@Point double point) {}

    private static Point annotation() {
        try {
            Parameter parameter =
                    PlainPoint.class.getDeclaredMethod("carrier", double.class).getParameters()[0];
            return parameter.getAnnotation(Point.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
