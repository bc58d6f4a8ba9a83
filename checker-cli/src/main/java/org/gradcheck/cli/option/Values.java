package org.gradcheck.cli.option;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/**
 * An option or a parameter that may be repeated.
 *
 * @param argument its model
 * @param type the type of each value
 * @param <T> the same
 */
public record Values<T>(ArgSpec argument, Class<T> type) {

    /** The values in the order they were given in; empty if there are none. */
    public List<T> get() {
        List<?> values = argument.getValue();
        return values == null ? List.of() : values.stream().<T>map(type::cast).toList();
    }
}
