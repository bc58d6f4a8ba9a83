package org.gradcheck.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of variables, by name. The matrices are not copied; evaluation does not modify them.
 *
 * @param <M> the matrix type
 */
public record Environment<M>(Map<String, M> values) {

    public Environment {
        values = Map.copyOf(values);
    }

    public static <M> Environment<M> of(Map<String, M> values) {
        return new Environment<>(values);
    }

    /** This environment and one more value. */
    public Environment<M> with(String name, M value) {
        Map<String, M> extended = new HashMap<>(values);
        extended.put(name, value);
        return new Environment<>(extended);
    }

    public Optional<M> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
