package org.gradcheck.chain;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gradcheck.derivative.Form;

/**
 * The user's own derivative of the whole.
 *
 * @param jvp its pushforward
 * @param pullback its gradient, VJP or backward pass, the last one given
 */
record WholeForms(Optional<BiFunction<Values, Values, Object>> jvp, Optional<Pullback> pullback) {

    /**
     * A derivative that returns a cotangent for each input.
     *
     * @param form the form it is checked as
     * @param exposes whether it may also return cotangents of stages
     * @param function the user's code; a gradient ignores the cotangent
     */
    record Pullback(Form form, boolean exposes, BiFunction<Values, Object, Map<String, ?>> function) {}

    static WholeForms none() {
        return new WholeForms(Optional.empty(), Optional.empty());
    }

    boolean isEmpty() {
        return jvp.isEmpty() && pullback.isEmpty();
    }

    WholeForms withJvp(BiFunction<Values, Values, Object> newJvp) {
        return new WholeForms(Optional.of(newJvp), pullback);
    }

    WholeForms withVjp(BiFunction<Values, Object, Map<String, ?>> vjp) {
        return new WholeForms(jvp, Optional.of(new Pullback(Form.VJP, false, vjp)));
    }

    WholeForms withBackward(BiFunction<Values, Object, Map<String, ?>> backward) {
        return new WholeForms(jvp, Optional.of(new Pullback(Form.VJP, true, backward)));
    }

    WholeForms withGradient(Function<Values, Map<String, ?>> gradient) {
        return new WholeForms(jvp, Optional.of(new Pullback(Form.GRADIENT, false, (at, w) -> gradient.apply(at))));
    }
}
