package org.gradcheck.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.spec.structure.Seed;

/**
 * A spec whose names, shapes and expressions fit.
 *
 * @param spec the spec as read
 * @param variables its variables, data loaded
 * @param functionShape the shape of f's value
 * @param claims its derivatives
 */
public record CompiledSpec(Spec spec, List<BoundVariable> variables, Shape functionShape, List<CompiledClaim> claims) {

    public CompiledSpec {
        variables = List.copyOf(variables);
        claims = List.copyOf(claims);
    }

    /** Whether one point differs from another. */
    public boolean isRandom() {
        return variables.stream().anyMatch(BoundVariable::isRandom);
    }

    /** The values of all variables at a point; each variable has random numbers of its own. */
    Map<String, DMatrixRMaj> point(Seed seed, int number) {
        Map<String, DMatrixRMaj> values = new HashMap<>();
        for (BoundVariable variable : variables) {
            values.put(
                    variable.name(),
                    variable.value(seed.split("point")
                            .split(variable.name())
                            .split(number)
                            .random()));
        }
        return values;
    }
}
