package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gradcheck.point.Choice;
import org.gradcheck.point.PointSampler;
import org.gradcheck.point.Seed;

/**
 * A spec whose names, shapes and expressions fit.
 *
 * @param spec the spec as read
 * @param variables its variables, data loaded
 * @param function f
 * @param claims its derivatives
 */
public record CompiledSpec(
        Spec spec, List<BoundVariable> variables, BoundFunction function, List<CompiledClaim> claims) {

    public CompiledSpec {
        variables = List.copyOf(variables);
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
        Set<BoundVariable> order = new LinkedHashSet<>(claim.perturbed().variables());
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
        values.sort(Comparator.comparingInt(value -> variables.indexOf(value.variable())));
        return values;
    }
}
