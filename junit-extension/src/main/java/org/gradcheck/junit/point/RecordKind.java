package org.gradcheck.junit.point;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.gradcheck.point.Magnitude;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Part;
import org.junit.platform.commons.support.ReflectionSupport;

/** Records of points. */
record RecordKind<R>(Class<R> type, List<Component<?>> components) implements PointKind<R> {

    /** One component, and the points that it takes. */
    record Component<T>(RecordComponent component, PointKind<T> kind) {

        @SuppressWarnings("unchecked") // the component's type is what the kind was made for
        T of(Object whole) {
            return (T) ReflectionSupport.invokeMethod(component.getAccessor(), whole);
        }

        <R> Part<R, T, Manifold<T>> part() {
            return Manifolds.part(component.getName(), this::of, kind.set());
        }

        String text(Object whole) {
            return component.getName() + " = " + kind.text(of(whole));
        }
    }

    static <R> RecordKind<R> of(Class<R> type, PointRequest request) {
        PointSizes sizes = request.sizes();
        if (!sizes.equals(PointSizes.NONE)) {
            throw new PointProblemException(
                    "is a record and takes no sizes itself: give them for its components, by @Point"
                            + " on these or by `sizes`");
        }
        if (request.structure().isPresent()) {
            throw new PointProblemException("is a record and takes no `structure` itself");
        }
        List<Component<?>> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(component(component, request));
        }
        if (components.isEmpty()) {
            throw new PointProblemException("is a record without components: there is nothing to vary");
        }
        return new RecordKind<>(type, List.copyOf(components));
    }

    private static Component<?> component(RecordComponent component, PointRequest request) {
        try {
            return new Component<>(
                    component,
                    PointKinds.of(component.getGenericType(), request.parts().apply(component)));
        } catch (PointProblemException e) {
            throw e.in("component " + component.getName() + " of type "
                    + component.getType().getSimpleName());
        }
    }

    /** The kind that a record is of. */
    static <R> RecordKind<R> like(Class<R> type, Object value) {
        List<Component<?>> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object part = ReflectionSupport.invokeMethod(component.getAccessor(), value);
            components.add(new Component<>(component, PointKinds.like(part, Optional.empty())));
        }
        return new RecordKind<>(type, List.copyOf(components));
    }

    @Override
    public Manifold<R> set() {
        List<Part<R, ?, ? extends Manifold<?>>> parts = new ArrayList<>();
        for (Component<?> component : components) {
            parts.add(component.part());
        }
        return Manifolds.product(parts, this::construct);
    }

    private R construct(List<?> parts) {
        return RecordConstructor.of(type).apply(parts);
    }

    @Override
    public int leaves() {
        return components.stream()
                .mapToInt(component -> component.kind().leaves())
                .sum();
    }

    @Override
    public long count() {
        return components.stream()
                .mapToLong(component -> component.kind().count())
                .sum();
    }

    @Override
    public R draw(Draw draw) {
        List<Object> parts = new ArrayList<>();
        Draw next = draw;
        for (Component<?> component : components) {
            parts.add(component.kind().draw(next));
            next = next.after(component.kind());
        }
        return construct(parts);
    }

    @Override
    public Optional<Magnitude> magnitude(Draw draw) {
        return components.size() == 1 ? components.get(0).kind().magnitude(draw) : Optional.empty();
    }

    @Override
    public String text(R point) {
        StringJoiner text = new StringJoiner(", ", type.getSimpleName() + "(", ")");
        components.forEach(component -> text.add(component.text(point)));
        return text.toString();
    }
}
