package org.gradcheck.spec;

import java.util.List;
import java.util.Optional;
import org.gradcheck.derivative.Form;

/**
 * A derivative that a spec claims: one check.
 *
 * @param form its form
 * @param variable the variable it belongs to; empty for a JVP, which may perturb several
 * @param formula the derivative
 * @param wrt for a JVP the variables that are perturbed, where they are listed
 * @param expected the verdict expected
 */
public record Claim(
        Form form, Optional<String> variable, Formula formula, List<Variable.Located> wrt, Expectation expected) {

    public Claim {
        wrt = List.copyOf(wrt);
    }
}
