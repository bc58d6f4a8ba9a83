package org.gradcheck.cli.option;

import picocli.CommandLine.Model.ArgSpec;

/**
 * An option that is given or not.
 *
 * @param argument its model
 */
public record Flag(ArgSpec argument) {

    /** Whether it was given. */
    public boolean isGiven() {
        return Boolean.TRUE.equals(argument.getValue());
    }
}
