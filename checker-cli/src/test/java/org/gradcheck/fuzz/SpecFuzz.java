package org.gradcheck.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.gradcheck.output.HtmlReport;
import org.gradcheck.output.JsonReport;
import org.gradcheck.output.MergedResults;
import org.gradcheck.output.Replay;
import org.gradcheck.spec.Limits;
import org.gradcheck.spec.RunSettings;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SpecRunner;
import org.gradcheck.spec.SpecSource;
import org.gradcheck.spec.SuiteResult;

/**
 * A target for Jazzer: any text is a spec that is read, checked and reported, or is refused with its place. Anything thrown is a
 * finding, and so is a result that blames gradcheck itself, or one that is not the same when read back from JSON.
 */
public final class SpecFuzz {

    private static final int LONGEST = 2000;

    /** Data in other files are another matter. */
    private static final Pattern FILES = Pattern.compile("\"(csv|npy|json)\"|\\\\u");

    private static final String BLAME = "fuzz.json: an error in gradcheck itself";

    /** So much is checked that everything is called. */
    private static final RunSettings SETTINGS = new RunSettings(
            OptionalLong.empty(),
            OptionalInt.of(1),
            OptionalInt.of(1),
            OptionalInt.of(40),
            OptionalDouble.empty(),
            Optional.empty(),
            false,
            1,
            false,
            Limits.defaults()
                    .withTime(Optional.empty())
                    .withEntries(100_000)); // endless work is the fuzzer's to notice

    private SpecFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedText.of(input, LONGEST)
                .filter(text -> !FILES.matcher(text).find())
                .ifPresent(SpecFuzz::check);
    }

    private static void check(String text) {
        SpecResult result = new SpecRunner(SETTINGS).run(new SpecSource.Text("fuzz.json", Path.of("fuzz.json"), text));
        result.error().filter(error -> error.startsWith(BLAME)).ifPresent(error -> {
            throw new AssertionError(error);
        });
        SuiteResult suite = new SuiteResult(1, List.of(result), Duration.ZERO);
        String json = new JsonReport(Replay.withDefaults()).of(suite);
        SuiteResult read =
                MergedResults.of(List.of(new MergedResults.Part("fuzz", json))).suite();
        HtmlReport html = new HtmlReport(Replay.withDefaults());
        if (!html.of(read).equals(html.of(new SuiteResult(1, List.of(withoutTime(result)), Duration.ZERO)))) {
            throw new AssertionError("the page of what was read back is another one");
        }
    }

    private static SpecResult withoutTime(SpecResult result) {
        return new SpecResult(
                result.file(),
                result.title(),
                result.tags(),
                result.seed(),
                result.error(),
                result.checks(),
                Duration.ZERO,
                result.chain(),
                result.written(),
                result.place());
    }
}
