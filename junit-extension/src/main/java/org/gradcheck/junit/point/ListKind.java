package org.gradcheck.junit.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.gradcheck.point.Magnitude;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** Lists of a number of points of one kind. */
record ListKind<E>(PointKind<E> element, int length) implements PointKind<List<E>> {

    static <E> ListKind<E> of(PointKind<E> element, PointSizes sizes) {
        sizes.requireCount();
        return new ListKind<>(element, sizes.count());
    }

    @Override
    public Manifold<List<E>> set() {
        return element.set() instanceof Space<E> space
                ? Spaces.list(space, length)
                : Manifolds.list(element.set(), length);
    }

    @Override
    public int leaves() {
        return length * element.leaves();
    }

    @Override
    public long count() {
        return length * element.count();
    }

    @Override
    public List<E> draw(Draw draw) {
        List<E> elements = new ArrayList<>();
        Draw next = draw;
        for (int i = 0; i < length; i++) {
            elements.add(element.draw(next));
            next = next.after(element);
        }
        return elements;
    }

    @Override
    public Optional<Magnitude> magnitude(Draw draw) {
        return Optional.empty();
    }

    @Override
    public String text(List<E> point) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        point.stream().limit(PointText.SHOWN_ENTRIES).forEach(each -> text.add(element.text(each)));
        if (point.size() > PointText.SHOWN_ENTRIES) {
            text.add("…");
        }
        return text.toString();
    }
}
