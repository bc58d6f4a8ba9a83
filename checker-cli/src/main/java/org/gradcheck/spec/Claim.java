package org.gradcheck.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.derivative.Form;

/**
 * A derivative that a spec claims: one check.
 *
 * @param form its form
 * @param variable the variable it belongs to; empty for a JVP, which may perturb several
 * @param formulas the derivative: for each output of f by name where it is in tangents, else one
 * @param wrt for a JVP the variables that are perturbed, where they are listed
 * @param expected the verdict expected
 * @param covered what that expectation was stated of: the form and variable, the form, or, empty, the whole spec
 * @param finding what is expected to be found out beside the verdict
 * @param stage the stage of a chain that it is a derivative of; empty for the whole
 */
public record Claim(
        Form form,
        Optional<String> variable,
        Map<String, Formula> formulas,
        List<Variable.Located> wrt,
        Expectation expected,
        String covered,
        ExpectedFinding finding,
        Optional<String> stage) {

    public Claim {
        formulas = Collections.unmodifiableMap(new LinkedHashMap<>(formulas));
        wrt = List.copyOf(wrt);
    }

    /** "gradient of w", "jvp", "jvp of stage h", "vjp of w in stage h". */
    public String name() {
        return name(form.label(), variable, stage);
    }

    static String name(String form, Optional<String> variable, Optional<String> stage) {
        return form
                + variable.map(v -> " of " + v).orElse("")
                + stage.map(s -> (variable.isPresent() ? " in stage " : " of stage ") + s)
                        .orElse("");
    }

    /** The derivative, or the first of several outputs'. */
    public Formula formula() {
        return formulas.values().iterator().next();
    }
}
