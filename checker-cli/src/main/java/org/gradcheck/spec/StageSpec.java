package org.gradcheck.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stage of a chain as it is written.
 *
 * @param name its name, by which later stages take it
 * @param place where it stands
 * @param inputs what it is differentiated with respect to, where that is listed
 * @param lets its own intermediate values, in order
 * @param function its function
 * @param jvp its pushforward in the tangents of its inputs, if given
 * @param vjp its pullbacks by input, in its cotangent
 */
public record StageSpec(
        String name,
        Place place,
        Optional<List<Variable.Located>> inputs,
        Map<String, Formula> lets,
        Formula function,
        Optional<Formula> jvp,
        Map<String, Formula> vjp) {

    public StageSpec {
        inputs = inputs.map(List::copyOf);
        lets = Collections.unmodifiableMap(new LinkedHashMap<>(lets));
        vjp = Collections.unmodifiableMap(new LinkedHashMap<>(vjp));
    }
}
