package org.gradcheck.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradcheck.expression.Program;

/**
 * The intermediate values that are computed from tangents or cotangents, directly or through others. Only derivatives with all of these see
 * them.
 *
 * @param needs the tangents and cotangents that each is computed from, in the order of the spec
 */
record DerivativeLets(Map<String, Set<String>> needs) {

    DerivativeLets {
        needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
    }

    static DerivativeLets of(Spec spec) {
        Set<String> arguments = arguments(spec);
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        spec.lets().forEach((name, formula) -> {
            Set<String> own = needed(ExpressionCompiler.parse(formula), arguments, needs);
            if (!own.isEmpty()) {
                needs.put(name, own);
            }
        });
        return new DerivativeLets(needs);
    }

    /** The names of all tangents and cotangents, but for those that mean something else in this spec. */
    private static Set<String> arguments(Spec spec) {
        Set<String> names = new LinkedHashSet<>();
        for (Variable variable : spec.variables()) {
            for (String suffix : List.of("", CompiledClaim.FIRST, CompiledClaim.SECOND)) {
                names.add(CompiledClaim.TANGENT + variable.name() + suffix);
            }
        }
        spec.function().keySet().forEach(output -> names.add(output + CompiledClaim.COTANGENT));
        spec.variables().forEach(variable -> names.remove(variable.name()));
        names.removeAll(spec.sizes().keySet());
        names.removeAll(spec.lets().keySet());
        return names;
    }

    private static Set<String> needed(Program program, Set<String> arguments, Map<String, Set<String>> before) {
        Set<String> needed = new LinkedHashSet<>();
        for (String name : program.freeNames()) {
            if (arguments.contains(name)) {
                needed.add(name);
            }
            needed.addAll(before.getOrDefault(name, Set.of()));
        }
        return needed;
    }

    boolean contains(String name) {
        return needs.containsKey(name);
    }

    /** Those that can be computed where these tangents and cotangents are known, in order. */
    List<String> knownWith(Set<String> arguments) {
        return needs.keySet().stream()
                .filter(name -> arguments.containsAll(needs.getOrDefault(name, Set.of())))
                .toList();
    }

    /** The names with the tangents and cotangents that intermediate values among them are computed from. */
    Set<String> withNeeds(Set<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        names.forEach(name -> all.addAll(needs.getOrDefault(name, Set.of())));
        return all;
    }
}
