package org.gradcheck.output;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.output.json.SpecJson;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;

/** What is different in the results of a run from those of the run before, so that only this need be told. */
public final class SuiteChanges {

    private SuiteChanges() {}

    /** The specs that are new or whose results differ, as a suite. */
    public static SuiteResult between(SuiteResult before, SuiteResult now) {
        Map<String, String> known = new HashMap<>();
        before.specs().forEach(spec -> known.put(spec.file(), results(spec)));
        return of(
                now,
                now.specs().stream()
                        .filter(spec ->
                                !Optional.ofNullable(known.get(spec.file())).equals(Optional.of(results(spec))))
                        .toList());
    }

    /** The specs that are gone. */
    public static List<String> gone(SuiteResult before, SuiteResult now) {
        List<String> left = now.specs().stream().map(SpecResult::file).toList();
        return before.specs().stream()
                .map(SpecResult::file)
                .filter(file -> !left.contains(file))
                .toList();
    }

    /** The JSON has all but the times; two results are the same if it is, wherever in the file the formulas stand. */
    private static String results(SpecResult spec) {
        return SpecJson.write(spec.withoutText()).toString();
    }

    private static SuiteResult of(SuiteResult suite, List<SpecResult> specs) {
        return new SuiteResult(suite.seed(), specs, suite.elapsed(), suite.shard());
    }
}
