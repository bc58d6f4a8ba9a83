package org.gradcheck.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradcheck.spec.Shard;

/** Reads which part of a suite is wanted: {@code 2/3}, or {@code auto} for what the build server says. */
final class ShardOption {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    /** What build servers call the number of a job and how many there are; some count from 0. */
    private static final List<Names> SERVERS = List.of(
            new Names("CI_NODE_INDEX", "CI_NODE_TOTAL", 1), // GitLab
            new Names("CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
            new Names("BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0));

    private record Names(String number, String count, int first) {}

    private ShardOption() {}

    /**
     * The part that a word means; the whole where it is {@code auto} and this is no build server.
     *
     * @param text the word
     * @param environment the variables of the environment
     */
    static Shard read(String text, Map<String, String> environment) {
        if (text.equals("auto")) {
            return ofServer(environment).orElseGet(() -> whole(environment));
        }
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            throw new CommandException("--shard " + text + ": expected number/count, such as 1/4, or auto for what the"
                    + " build server says.");
        }
        return shard("--shard " + text, Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2)));
    }

    /** Not on a build server, whose jobs would then all check the whole. */
    private static Shard whole(Map<String, String> environment) {
        boolean says =
                SERVERS.stream().anyMatch(names -> environment.containsKey(names.count())); // of one job, on GitLab
        if (environment.containsKey("CI") && !says) {
            throw new CommandException(
                    "--shard auto: this is a build server (CI is set), and it does not say which of its jobs"
                            + " this is; expected one of "
                            + SERVERS.stream().map(Names::number).collect(Collectors.joining(", "))
                            + ", with its count. Say it yourself: --shard I/N.");
        }
        return new Shard(1, 1);
    }

    private static Optional<Shard> ofServer(Map<String, String> environment) {
        return SERVERS.stream()
                .filter(names -> environment.containsKey(names.number()) && environment.containsKey(names.count()))
                .findFirst()
                .map(names -> {
                    String found = "--shard auto: " + names.number() + "=" + environment.get(names.number()) + ", "
                            + names.count() + "=" + environment.get(names.count());
                    return shard(
                            found,
                            whole(found, String.valueOf(environment.get(names.number()))) + 1 - names.first(),
                            whole(found, String.valueOf(environment.get(names.count()))));
                });
    }

    private static int whole(String found, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new CommandException(found + ": expected whole numbers.");
        }
    }

    private static Shard shard(String found, int number, int count) {
        if (count < 1 || number < 1 || number > count) {
            throw new CommandException(found + ": there is no part " + number + " of " + count
                    + "; expected a number from 1 to the count.");
        }
        return new Shard(number, count);
    }
}
