package org.gradcheck.assertj;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.description.Description;
import org.assertj.core.description.TextDescription;
import org.assertj.core.presentation.StandardRepresentation;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;

/** For test frameworks: fails for a report as the assertions do. */
public final class CheckFailure {

    private CheckFailure() {}

    /**
     * Fails unless a report is confirmed.
     *
     * @param expectation what is expected: "f to have the supplied gradient"
     * @param names what the results of the report are called in sentences, where not as usual
     * @param report what was found
     * @param context tells of its failures, and may end the test in another way if it is inconclusive
     */
    public static void requireConfirmed(
            String expectation, Map<String, String> names, CheckReport report, AssertionContext context) {
        if (report.isConfirmed()) {
            return;
        }
        List<Fact> facts = new ArrayList<>(context.facts(report));
        facts.add(new Fact("replay", context.replay(report.seed())));
        Description none = new TextDescription("");
        String message = CheckMessages.of(expectation, Headline.plain().with(names), report, facts)
                .create(none, new StandardRepresentation());
        if (report.isInconclusive()) {
            context.beforeInconclusiveFailure(message);
        }
        throw new AssertionError(message);
    }
}
