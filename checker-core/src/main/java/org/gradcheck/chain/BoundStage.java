package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Space;

/** A stage at what it really receives, as a function of those of its arguments that are not constant. */
final class BoundStage {

    private final StageCall call;
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final Manifold<Map<String, Object>> domain;
    private final double[] point;
    private final Space<Object> codomain;

    private record Constant(Manifold<Object> set, double[] coordinates) {
        Object element() {
            return set.element(coordinates);
        }
    }

    /**
     * @param arguments the coordinates of all that the stage takes
     * @param active which of them are not constant, at least one
     */
    BoundStage(StageCall call, List<double[]> arguments, List<Boolean> active, Space<Object> codomain) {
        this.call = call;
        this.codomain = codomain;
        Map<String, Manifold<Object>> sets = new LinkedHashMap<>();
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k < arguments.size(); k++) {
            String name = call.stage().takes().get(k);
            if (active.get(k)) {
                sets.put(name, call.sets().get(k));
                points.add(arguments.get(k));
            } else {
                constants.put(name, new Constant(call.sets().get(k), arguments.get(k)));
            }
        }
        this.domain = Manifolds.named(sets);
        this.point = StageCall.concatenated(points);
    }

    String name() {
        return call.stage().name();
    }

    /** The set of its arguments that are not constant. */
    Manifold<Map<String, Object>> domain() {
        return domain;
    }

    Space<Object> codomain() {
        return codomain;
    }

    /** The coordinates of what it receives, constants left out. */
    double[] point() {
        return point.clone();
    }

    Stage.Forms<Object> forms() {
        return call.stage().forms();
    }

    /** The check of its forms alone; there must be one. */
    CheckReport check(CheckSettings settings) {
        DerivativeCheck<Map<String, Object>, Object> check = DerivativeCheck.of(domain, codomain, function())
                .at(domain.element(point))
                .settings(settings);
        if (forms().jvp().isPresent()) {
            check = check.jvp(jvp());
        }
        if (forms().vjp().isPresent()) {
            check = check.vjp(vjp());
        }
        if (forms().complex().isPresent()) {
            check = check.complexStep(forms().complex().get());
        }
        return check.run();
    }

    /** The function of the arguments that are not constant. */
    Function<Map<String, Object>, Object> function() {
        return arguments -> call.counted().apply(complete(arguments));
    }

    /** The pushforward; there must be one. */
    BiFunction<Map<String, Object>, Map<String, Object>, Object> jvp() {
        BiFunction<Values, Values, Object> supplied = forms().jvp().orElseThrow();
        return (at, tangents) -> supplied.apply(new Values(complete(at)), new Values(tangents));
    }

    /** The pullback, without what it returns for constants; there must be one. */
    BiFunction<Map<String, Object>, Object, Map<String, Object>> vjp() {
        BiFunction<Values, Object, Map<String, ?>> supplied = forms().vjp().orElseThrow();
        return (at, cotangent) -> {
            Map<String, Object> result = new LinkedHashMap<>(supplied.apply(new Values(complete(at)), cotangent));
            result.keySet().removeAll(constants.keySet());
            return result;
        };
    }

    private Map<String, Object> complete(Map<String, Object> arguments) {
        if (constants.isEmpty()) {
            return arguments;
        }
        Map<String, Object> complete = new LinkedHashMap<>();
        for (String name : call.stage().takes()) {
            Constant constant = constants.get(name);
            if (constant != null) {
                complete.put(name, constant.element());
            } else if (arguments.containsKey(name)) {
                complete.put(name, Objects.requireNonNull(arguments.get(name)));
            }
        }
        return complete;
    }
}
