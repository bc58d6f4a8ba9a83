package org.gradcheck.output;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gradcheck.spec.SpecResult;

/**
 * How a result is obtained again.
 *
 * @param options the options of the run, beside the seed, that decide its results: {@code ["--points 5"]}
 * @param others the options of the run that decide which specs are checked, and what is found out about them beyond that:
 *     {@code ["--only ml", "--explain"]}
 * @param inputs the words, quoted for a shell, that stand for specs that are in no file, by the names of their results
 */
public record Replay(List<String> options, List<String> others, Map<String, String> inputs) {

    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_@%+=:,./\\\\-]+");

    public Replay {
        options = List.copyOf(options);
        others = List.copyOf(others);
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    /** A run over files alone. */
    public Replay(List<String> options) {
        this(options, List.of(), Map.of());
    }

    /** A run with nothing but defaults. */
    public static Replay withDefaults() {
        return new Replay(List.of());
    }

    /** The command that checks this spec alone and finds the same. */
    public String command(SpecResult spec) {
        StringBuilder command = new StringBuilder("gradcheck check ");
        command.append(inputs.getOrDefault(spec.file(), quoted(spec.file())))
                .append(" --seed ")
                .append(spec.seed());
        for (String option : options) {
            command.append(' ').append(option);
        }
        return command.toString();
    }

    /** A word as a shell takes it. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
