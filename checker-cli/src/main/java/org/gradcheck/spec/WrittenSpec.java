package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.derivative.Form;

/**
 * What reports show of a spec as it is written.
 *
 * @param source where the formula can be looked up
 * @param names the names of variables and stages
 * @param definitions the local functions, from head to body, in order
 * @param lets the named intermediate values, in order
 * @param function the outputs of f by name
 * @param derivatives what is claimed
 */
public record WrittenSpec(
        Optional<String> source,
        List<String> names,
        Map<String, Formula> definitions,
        Map<String, Formula> lets,
        Map<String, Formula> function,
        List<Derivative> derivatives) {

    public WrittenSpec {
        names = List.copyOf(names);
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        lets = Collections.unmodifiableMap(new LinkedHashMap<>(lets));
        function = Collections.unmodifiableMap(new LinkedHashMap<>(function));
        derivatives = List.copyOf(derivatives);
    }

    /**
     * A derivative.
     *
     * @param form its form
     * @param variable the variable it belongs to; empty for a JVP
     * @param stage the stage of a chain that it is of; empty for the whole
     * @param formulas the derivative: for each output of f by name where it is in tangents, else one
     */
    public record Derivative(
            Form form, Optional<String> variable, Optional<String> stage, Map<String, Formula> formulas) {

        public Derivative {
            formulas = Collections.unmodifiableMap(new LinkedHashMap<>(formulas));
        }

        /** "gradient of w", "jvp of stage h". */
        public String name() {
            return Claim.name(form.label(), variable, stage);
        }

        /** The derivative, or the first of several outputs'. */
        public Formula formula() {
            return formulas.values().iterator().next();
        }
    }

    static WrittenSpec of(Spec spec) {
        List<String> names = new ArrayList<>();
        spec.variables().forEach(variable -> names.add(variable.name()));
        spec.chain().forEach(stage -> names.add(stage.name()));
        return new WrittenSpec(
                spec.source(),
                names,
                spec.definitions(),
                spec.lets(),
                spec.function(),
                spec.claims().stream()
                        .map(claim -> new Derivative(claim.form(), claim.variable(), claim.stage(), claim.formulas()))
                        .toList());
    }

    /** The derivative of that name. */
    public Optional<Derivative> derivative(String name) {
        return derivatives.stream()
                .filter(derivative -> derivative.name().equals(name))
                .findFirst();
    }
}
