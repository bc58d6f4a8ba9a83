package org.gradcheck.junit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gradcheck.assertj.AssertionContext;
import org.gradcheck.assertj.FunctionAssert;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.junit.point.ChosenPoint;
import org.gradcheck.junit.point.PointKinds;
import org.gradcheck.junit.point.PointProblemException;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Begins the assertions at a point of any type: {@code check.at(parameters).thatScalar(model::loss)}.
 *
 * @param <X> the type of the point
 */
public final class PointChecker<X> {

    private final ChosenPoint<X> point;
    private final Invocation invocation;
    private final AssertionContext context;

    PointChecker(ChosenPoint<X> point, Invocation invocation, AssertionContext context) {
        this.point = point;
        this.invocation = invocation;
        this.context = context;
    }

    /** A scalar function of the point. Its gradient is of the type of the point. */
    public FunctionAssert<X, Double> thatScalar(ToDoubleFunction<X> f) {
        requireNonNull(f, "f");
        return begun(DerivativeCheck.of(domain(), Spaces.scalar(), f::applyAsDouble));
    }

    /**
     * A function of the point with values of a type that points can have too, of which the size is found from its value.
     *
     * @throws IllegalArgumentException from the assertion, if its values have another type
     */
    public <Y> FunctionAssert<X, Y> that(Function<X, Y> f) {
        requireNonNull(f, "f");
        return begun(DerivativeCheck.ofShapes(x -> domain(), PointChecker::spaceOf, f));
    }

    /** A function of the point with values in a space. */
    public <Y> FunctionAssert<X, Y> that(Space<Y> codomain, Function<X, Y> f) {
        requireNonNull(codomain, "codomain");
        requireNonNull(f, "f");
        return begun(DerivativeCheck.of(domain(), codomain, f));
    }

    private Manifold<X> domain() {
        return point.set().orElseThrow();
    }

    private <Y> FunctionAssert<X, Y> begun(DerivativeCheck<X, Y> check) {
        return new FunctionAssert<>(check)
                .withSettings(invocation.check())
                .inContext(context)
                .at(point.value());
    }

    /** The point of a test's own. */
    static <X> ChosenPoint<X> chosen(X point) {
        try {
            return ChosenPoint.like(point);
        } catch (PointProblemException e) {
            throw new IllegalArgumentException(
                    e.of("a point of type " + point.getClass().getSimpleName()), e);
        }
    }

    private static <Y> Space<Y> spaceOf(Y value) {
        try {
            if (PointKinds.like(value, Optional.empty()).set() instanceof Space<Y> space) {
                return space;
            }
        } catch (PointProblemException e) {
            throw new IllegalArgumentException(
                    e.of("a value of type " + value.getClass().getSimpleName()) + "; for others give their space", e);
        }
        throw new IllegalStateException("a value without structure lies in a space");
    }
}
