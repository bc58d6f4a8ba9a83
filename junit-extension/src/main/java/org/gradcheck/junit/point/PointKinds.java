package org.gradcheck.junit.point;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.point.Distribution;
import org.gradcheck.space.Space;
import org.gradcheck.structure.Structure;

/** The kind of points that a type, or a point, stands for. */
public final class PointKinds {

    /** What can be drawn, for messages. */
    public static final String SUPPORTED =
            "double, double[], float[], double[][], DMatrixRMaj, SimpleMatrix, records and" + " lists of these";

    private PointKinds() {}

    /**
     * The points of a type.
     *
     * @throws PointProblemException if the type cannot be drawn, or not with these sizes
     */
    public static PointKind<?> of(Type type, PointRequest request) {
        Class<?> raw = raw(type);
        Optional<LeafType<?>> leaf = LeafType.of(raw);
        if (leaf.isPresent()) {
            return Leaf.of(leaf.get(), request);
        }
        if (raw.isRecord()) {
            return RecordKind.of(raw, request);
        }
        if (isList(raw) && type instanceof ParameterizedType list) {
            return ListKind.of(elements(list, request), request.sizes());
        }
        throw new PointProblemException("is not supported; supported are " + SUPPORTED);
    }

    /** The points of a space. */
    public static <T> PointKind<T> in(Space<T> space, Distribution distribution) {
        return new SpaceKind<>(space, distribution);
    }

    private static PointKind<?> elements(ParameterizedType list, PointRequest request) {
        Type element = list.getActualTypeArguments()[0];
        try {
            return of(element, request.ofElements());
        } catch (PointProblemException e) {
            throw e.in("its element of type " + raw(element).getSimpleName());
        }
    }

    /** Whether lists can be given to it. */
    static boolean isList(Class<?> type) {
        return type == List.class || type == Collection.class || type == Iterable.class;
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : Object.class;
    }

    /** Whether a class is one of those of which points are made, apart from lists. */
    public static boolean isPoint(Class<?> type) {
        return LeafType.of(type).isPresent() || type.isRecord() || isList(type);
    }

    /**
     * The kind that a point is of.
     *
     * @throws PointProblemException if it is of none
     */
    @SuppressWarnings("unchecked") // a value of the type found by its own class
    public static <T> PointKind<T> like(T value, Optional<Structure> structure) {
        Optional<LeafType<?>> type = LeafType.of(value.getClass());
        if (type.isPresent()) {
            LeafType<T> leaf = (LeafType<T>) type.get();
            DMatrixRMaj matrix = leaf.toMatrix().apply(value);
            return new Leaf<>(leaf, matrix.getNumRows(), matrix.getNumCols(), Distribution.spread(), structure);
        }
        if (value instanceof Record) {
            return (PointKind<T>) RecordKind.like(value.getClass(), value);
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            return (PointKind<T>) new ListKind<>(like(list.get(0), structure), list.size());
        }
        throw new PointProblemException("is not supported; supported are " + SUPPORTED);
    }
}
