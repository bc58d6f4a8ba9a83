package org.gradcheck.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Magnitude;

/**
 * A point at which a derivative was checked.
 *
 * @param number its number, from 1
 * @param of how many points there are to be checked; those after a refuting one are left out
 * @param perturbed the names of the variables that are perturbed
 * @param magnitudes how large these are; those for which the spec decides that are missing
 * @param values the values of the variables that are perturbed or drawn, in the order of the spec and never modified;
 *     large values of variables that are not perturbed are missing
 */
public record CheckedPoint(
        int number,
        int of,
        List<String> perturbed,
        Map<String, Magnitude> magnitudes,
        Map<String, DMatrixRMaj> values) {

    /** A constant of more entries is not worth the memory of keeping it. */
    private static final int MOST_KEPT = 1000;

    public CheckedPoint {
        perturbed = List.copyOf(perturbed);
        magnitudes = Collections.unmodifiableMap(new LinkedHashMap<>(magnitudes));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static CheckedPoint of(CompiledClaim claim, Choice choice, int of, List<DrawnValue> drawn) {
        Map<String, Magnitude> magnitudes = new LinkedHashMap<>();
        Map<String, DMatrixRMaj> values = new LinkedHashMap<>();
        for (DrawnValue one : drawn) {
            BoundVariable variable = one.variable();
            boolean perturbed = claim.perturbed().variables().contains(variable);
            if (perturbed && variable.hasMagnitudes()) {
                magnitudes.put(variable.name(), one.choice().magnitude());
            }
            if (perturbed || (variable.isRandom() && variable.shape().entryCount() <= MOST_KEPT)) {
                values.put(variable.name(), one.value());
            }
        }
        return new CheckedPoint((int) choice.number(), of, claim.perturbedNames(), magnitudes, values);
    }
}
