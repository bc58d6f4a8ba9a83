package org.gradcheck.chain;

import java.util.Map;
import org.gradcheck.report.Diagnosis;

/**
 * A way to compose right derivatives of stages wrongly. Stages and values are given by number.
 *
 * @param cause the mistake in words
 * @param uses the edges that are not used as they should be
 * @param points the stages that are linearised elsewhere than at what they receive
 * @param derivativeOf the stages in whose place the derivative of another is applied
 * @param seedIgnored whether the pullback begins with ones, whatever the cotangent
 */
record Mistake(
        Diagnosis cause,
        Map<Wiring.Edge, Use> uses,
        Map<Integer, double[]> points,
        Map<Integer, Integer> derivativeOf,
        boolean seedIgnored) {

    /** No mistake. */
    static final Mistake NONE = new Mistake(new Diagnosis("none", "no mistake"), Map.of(), Map.of(), Map.of(), false);

    /** What passes along an edge. */
    sealed interface Use {}

    /** The derivative times a factor: 0 where it is dropped, 1 where it should be. */
    record Scaled(double factor) implements Use {}

    /** The derivative taken for the identity. */
    record Identity() implements Use {}

    /** The adjoint in place of the derivative, or the other way round. */
    record Transposed() implements Use {}

    Mistake {
        uses = Map.copyOf(uses);
        points = Map.copyOf(points);
        derivativeOf = Map.copyOf(derivativeOf);
    }

    static Mistake of(String kind, String text, Map<Wiring.Edge, Use> uses) {
        return new Mistake(new Diagnosis(kind, text), uses, Map.of(), Map.of(), false);
    }

    static Mistake atPoints(String kind, String text, Map<Integer, double[]> points) {
        return new Mistake(new Diagnosis(kind, text), Map.of(), points, Map.of(), false);
    }

    static Mistake inOrder(String text, Map<Integer, Integer> derivativeOf) {
        return new Mistake(new Diagnosis("order", text), Map.of(), Map.of(), derivativeOf, false);
    }

    static Mistake seedIgnored(String text) {
        return new Mistake(new Diagnosis("seed", text), Map.of(), Map.of(), Map.of(), true);
    }
}
