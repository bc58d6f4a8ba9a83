package org.gradcheck.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/**
 * An option or a parameter with a value.
 *
 * @param argument its model
 * @param type the type of the value
 * @param <T> the same
 */
public record Value<T>(ArgSpec argument, Class<T> type) {

    /** Whether it was given. */
    public boolean isGiven() {
        return argument.getValue() != null;
    }

    /** The value, if it was given. */
    public Optional<T> get() {
        return Optional.ofNullable(argument.getValue()).map(type::cast);
    }
}
