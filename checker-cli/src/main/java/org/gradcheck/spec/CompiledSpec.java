package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.point.Choice;
import org.gradcheck.point.PointSampler;
import org.gradcheck.point.Seed;

/**
 * A spec whose names, shapes and expressions fit.
 *
 * @param spec the spec as read
 * @param variables its variables, data loaded
 * @param function f
 * @param stages its stages, if it is a chain
 * @param claims its derivatives
 */
public record CompiledSpec(
        Spec spec,
        List<BoundVariable> variables,
        BoundFunction function,
        List<CompiledStage> stages,
        List<CompiledClaim> claims) {

    public CompiledSpec {
        variables = List.copyOf(variables);
        stages = List.copyOf(stages);
        claims = List.copyOf(claims);
    }

    /** The shape of f's value, or of its outputs by name. */
    public String functionShape() {
        return function.describedShape();
    }

    /** Whether one point differs from another. */
    public boolean isRandom() {
        return variables.stream().anyMatch(BoundVariable::isRandom);
    }

    /**
     * The values of all variables at a point for a claim, in the order of the spec. The perturbed variables of the claim
     * are drawn first; each variable has random numbers of its own.
     */
    List<DrawnValue> point(CompiledClaim claim, Seed seed, Choice choice) {
        Set<BoundVariable> order = new LinkedHashSet<>(
                claim.received().isEmpty() ? claim.perturbed().variables() : List.of());
        order.addAll(variables);
        List<DrawnValue> values = new ArrayList<>();
        long coordinates = 0;
        int rank = 0;
        for (BoundVariable variable : order) {
            PointSampler sampler = new PointSampler(seed.split("point").split(variable.name()), coordinates);
            Choice own = choice.ofRank(rank);
            values.add(new DrawnValue(variable, own, variable.value(sampler, own)));
            if (variable.isRandom()) {
                coordinates += variable.shape().entryCount();
                rank++;
            }
        }
        Map<String, Integer> places = new HashMap<>();
        variables.forEach(variable -> places.put(variable.name(), places.size()));
        values.sort(Comparator.comparingInt(
                value -> places.getOrDefault(value.variable().name(), -1)));
        claim.received()
                .filter(received -> !received.outputs().isEmpty())
                .ifPresent(received -> values.addAll(received(claim, received, values, choice)));
        return values;
    }

    /** What a stage receives of earlier stages; NaN where these have no value. */
    private static List<DrawnValue> received(
            CompiledClaim claim, BoundFunction received, List<DrawnValue> drawn, Choice choice) {
        Map<String, DMatrixRMaj> point = new HashMap<>();
        drawn.forEach(value -> point.put(value.variable().name(), value.value()));
        List<DMatrixRMaj> values = received.evaluate(RealArithmetic.INSTANCE, point);
        List<DrawnValue> all = new ArrayList<>();
        List<String> names = List.copyOf(received.outputs().keySet());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            DMatrixRMaj value = values.get(i);
            BoundVariable variable = claim.perturbed().variables().stream()
                    .filter(own -> own.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> new BoundVariable(
                            name,
                            received.shape(name),
                            Geometry.PLAIN,
                            Optional.empty(),
                            new BoundVariable.Source.Fixed(value)));
            all.add(new DrawnValue(variable, choice, value));
        }
        return all;
    }
}
