package org.gradcheck.junit.point;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A record's canonical constructor. */
record RecordConstructor<R>(Constructor<R> constructor) implements Function<List<?>, R> {

    static <R> RecordConstructor<R> of(Class<R> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            if (!constructor.trySetAccessible()) {
                throw new PointProblemException(
                        "is a record that cannot be constructed by reflection: open its package to"
                                + " org.gradcheck.junit in module-info.java");
            }
            return new RecordConstructor<>(constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + type, e);
        }
    }

    /** The record; what its constructor throws is thrown on. */
    @Override
    public R apply(List<?> parts) {
        try {
            return constructor.newInstance(parts.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(
                    "the constructor of " + constructor.getDeclaringClass().getSimpleName() + " throws " + e.getCause(),
                    e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(
                    "cannot construct " + constructor.getDeclaringClass().getSimpleName(), e);
        }
    }
}
