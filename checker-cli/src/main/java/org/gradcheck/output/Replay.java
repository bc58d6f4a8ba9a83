package org.gradcheck.output;

import java.util.List;
import java.util.regex.Pattern;
import org.gradcheck.spec.SpecResult;

/**
 * How a result is obtained again.
 *
 * @param options the options of the run, beside the seed, that decide its results: {@code ["--points 5"]}
 */
public record Replay(List<String> options) {

    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_@%+=:,./\\\\-]+");

    public Replay {
        options = List.copyOf(options);
    }

    /** A run with nothing but defaults. */
    public static Replay withDefaults() {
        return new Replay(List.of());
    }

    /** The command that checks this spec alone and finds the same. */
    public String command(SpecResult spec) {
        StringBuilder command = new StringBuilder("gradcheck check ");
        command.append(quoted(spec.file())).append(" --seed ").append(spec.seed());
        for (String option : options) {
            command.append(' ').append(option);
        }
        return command.toString();
    }

    private static String quoted(String file) {
        return PLAIN.matcher(file).matches() ? file : "'" + file.replace("'", "'\\''") + "'";
    }
}
