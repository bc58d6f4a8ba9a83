package org.gradcheck.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A spec as it is written, read but not yet understood: names, shapes and expressions may still not fit.
 *
 * @param path the file, to which paths of data are relative
 * @param title the title, or the file name
 * @param source where the formula can be looked up
 * @param tags the tags
 * @param sizes named sizes
 * @param variables the variables, in order
 * @param definitions the local functions, from head to body, in order: sigma(z) to 1 ./ (1 + exp(-z))
 * @param lets the named intermediate values, in order
 * @param function the outputs of f by name, of which one without a name is called f
 * @param chain the stages, where there is a chain in place of a function; they are also among the intermediate values
 * @param claims the derivatives, at least one
 * @param options how to check
 */
public record Spec(
        Path path,
        String title,
        Optional<String> source,
        List<String> tags,
        Map<String, Integer> sizes,
        List<Variable> variables,
        Map<String, Formula> definitions,
        Map<String, Formula> lets,
        Map<String, Formula> function,
        List<StageSpec> chain,
        List<Claim> claims,
        CheckOptions options) {

    /** What an output without a name is called. */
    public static final String OUTPUT = "f";

    public Spec {
        function = Collections.unmodifiableMap(new LinkedHashMap<>(function));
        tags = List.copyOf(tags);
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        variables = List.copyOf(variables);
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        lets = Collections.unmodifiableMap(new LinkedHashMap<>(lets));
        chain = List.copyOf(chain);
        claims = List.copyOf(claims);
    }

    /** The file as the user named it. */
    public String file() {
        return path.toString();
    }
}
