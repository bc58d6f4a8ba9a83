package org.gradcheck.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gradcheck.chain.ChainReport;

/**
 * The result of one spec file.
 *
 * @param file the file as the user named it
 * @param title the spec's title, or its file name where it has none or cannot be read
 * @param tags the spec's tags
 * @param seed the master seed it was checked with: the command line's, else its own, else the default
 * @param error why it could not be checked: one paragraph that names file and place
 * @param checks one entry a form and variable
 * @param elapsed how long it took
 * @param chain for a chain, what the debugger of chains found at one point
 * @param written the spec as it is written; empty where it could not be read
 * @param place where the error is, if there is one
 */
public record SpecResult(
        String file,
        String title,
        List<String> tags,
        long seed,
        Optional<String> error,
        List<SpecCheckResult> checks,
        Duration elapsed,
        Optional<ChainReport> chain,
        Optional<WrittenSpec> written,
        Optional<Place> place) {

    public SpecResult {
        tags = List.copyOf(tags);
        checks = List.copyOf(checks);
    }

    /** The result of a spec that is no chain, without the spec. */
    public SpecResult(
            String file,
            String title,
            List<String> tags,
            long seed,
            Optional<String> error,
            List<SpecCheckResult> checks,
            Duration elapsed) {
        this(file, title, tags, seed, error, checks, elapsed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    SpecResult withPlace(Place where) {
        return new SpecResult(file, title, tags, seed, error, checks, elapsed, chain, written, Optional.of(where));
    }

    /** The same without what is written in the spec, and where. */
    public SpecResult withoutText() {
        return new SpecResult(
                file, title, tags, seed, error, checks, elapsed, chain, Optional.empty(), Optional.empty());
    }

    /** The worst outcome of the checks. */
    public Outcome outcome() {
        if (error.isPresent()) {
            return Outcome.ERROR;
        }
        if (checks.stream().anyMatch(check -> check.outcome() == Outcome.FAILED)) {
            return Outcome.FAILED;
        }
        return checks.stream().anyMatch(check -> check.outcome() == Outcome.INCONCLUSIVE)
                ? Outcome.INCONCLUSIVE
                : Outcome.PASSED;
    }

    /** Evaluations of f over all checks. */
    public int evaluations() {
        return checks.stream().mapToInt(SpecCheckResult::evaluations).sum();
    }
}
