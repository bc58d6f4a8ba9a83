package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.report.Numbers;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/** What is asked where one stage hands its value to the next. */
final class Junctions {

    /** By as many units in the last place may a value differ that was computed in another order. */
    private static final double ROUNDING_ULPS = 1024;

    private Junctions() {}

    /** A stage that expects another space than what it takes is in. */
    static Optional<JunctionFault> misfit(Wiring wiring, int stage, List<Manifold<Object>> sets) {
        Map<String, Space<?>> expected = wiring.stage(stage).expected();
        for (int value : wiring.takes(stage)) {
            String from = wiring.name(value);
            Space<?> space = expected.get(from);
            Manifold<Object> found = sets.get(value);
            if (space != null
                    && (space.dimension() != found.dimension()
                            || !space.description().equals(found.description()))) {
                String to = wiring.name(stage);
                return Optional.of(new JunctionFault(
                        "space",
                        from,
                        to,
                        "\"" + from + "\" gives " + found.description() + ", but \"" + to + "\" takes "
                                + space.description()));
            }
        }
        return Optional.empty();
    }

    /** Stages that the user's code linearised elsewhere than at what they receive. */
    static List<JunctionFault> linearised(Wiring wiring, ForwardPass forward) {
        List<JunctionFault> faults = new ArrayList<>();
        wiring.stageValues()
                .filter(forward::has)
                .forEach(stage -> wiring.stage(stage)
                        .linearisedAt()
                        .forEach((name, kept) ->
                                fault(wiring, forward, stage, name, kept).ifPresent(faults::add)));
        return faults;
    }

    private static Optional<JunctionFault> fault(
            Wiring wiring, ForwardPass forward, int stage, String from, Object kept) {
        int value = wiring.number(from).orElseThrow();
        double[] received = forward.value(value);
        String to = wiring.name(stage);
        double[] at;
        try {
            at = forward.set(value).coordinates(kept);
        } catch (IllegalArgumentException | ClassCastException e) {
            return Optional.of(new JunctionFault(
                    "linearised",
                    from,
                    to,
                    "\"" + to + "\" was linearised at something that is not among "
                            + forward.set(value).description() + ", which \"" + from + "\" gives: " + e.getMessage()));
        }
        if (isSame(at, received)) {
            return Optional.empty();
        }
        String origin = origin(wiring, forward, stage, at)
                .map(name -> ", which is the value of " + name)
                .orElse("");
        return Optional.of(new JunctionFault(
                "linearised",
                from,
                to,
                "\"" + to + "\" was linearised at " + from + " = " + Numbers.vector(at) + origin + "; it receives "
                        + Numbers.vector(received) + " from \"" + from + "\""));
    }

    private static Optional<String> origin(Wiring wiring, ForwardPass forward, int stage, double[] at) {
        for (int value = 0; forward.has(value) && value < wiring.valueCount(); value++) {
            if (isSame(at, forward.value(value))) {
                return Optional.of("\"" + wiring.name(value) + "\"" + (value == stage ? ", its own output" : ""));
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(double[] u, double[] v) {
        if (u.length != v.length) {
            return false;
        }
        double size = 0;
        for (double entry : v) {
            size = Math.max(size, Math.abs(entry));
        }
        for (int i = 0; i < u.length; i++) {
            if (!(Math.abs(u[i] - v[i]) <= ROUNDING_ULPS * Math.ulp(size))) {
                return false;
            }
        }
        return true;
    }
}
