package org.gradcheck.check;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.CheckRequest.Supplied;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.TypedLinearizedFunction;
import org.gradcheck.derivative.Valued;
import org.jspecify.annotations.Nullable;

/** Calls that return value and derivative together, taken apart. User code may return null; the guard names it. */
@SuppressWarnings("NullAway")
final class ValuedForms {

    private ValuedForms() {}

    static <X, Y> Supplied<X, Y> gradient(Function<X, Valued<Y, X>> call) {
        return new Supplied<>(
                Form.GRADIENT,
                spaces -> spaces.gradient(x -> derivative(call.apply(x)), GradientConvention.PAIRING),
                Optional.of(spaces -> new TypedLinearizedFunction<>(
                        spaces.domain(), spaces.domain(), spaces.codomain(), (x, v) -> value(call.apply(x)))));
    }

    static <X, Y> Supplied<X, Y> jvp(BiFunction<X, X, Valued<Y, Y>> call) {
        return new Supplied<>(
                Form.JVP,
                spaces -> spaces.jvp((x, v) -> derivative(call.apply(x, v))),
                Optional.of(spaces -> new TypedLinearizedFunction<>(
                        spaces.domain(), spaces.domain(), spaces.codomain(), (x, v) -> value(call.apply(x, v)))));
    }

    static <X, Y> Supplied<X, Y> vjp(BiFunction<X, Y, Valued<Y, X>> call) {
        return new Supplied<>(
                Form.VJP,
                spaces -> spaces.vjp((x, w) -> derivative(call.apply(x, w)), GradientConvention.PAIRING),
                Optional.of(spaces -> new TypedLinearizedFunction<>(
                        spaces.domain(), spaces.codomain(), spaces.codomain(), (x, w) -> value(call.apply(x, w)))));
    }

    static <X, Y> Supplied<X, Y> jacobian(Function<X, Valued<Y, DMatrixRMaj>> call) {
        return new Supplied<>(
                Form.JACOBIAN,
                spaces -> spaces.jacobian(x -> derivative(call.apply(x))),
                Optional.of(spaces -> new TypedLinearizedFunction<>(
                        spaces.domain(), spaces.domain(), spaces.codomain(), (x, v) -> value(call.apply(x)))));
    }

    private static <Y, D> D derivative(@Nullable Valued<Y, D> valued) {
        return valued == null ? null : valued.derivative();
    }

    private static <Y, D> Y value(@Nullable Valued<Y, D> valued) {
        return valued == null ? null : valued.value();
    }
}
