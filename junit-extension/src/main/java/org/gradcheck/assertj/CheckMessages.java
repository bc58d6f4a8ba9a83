package org.gradcheck.assertj;

import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;
import org.gradcheck.report.ReportText;
import org.gradcheck.report.TwinReport;

/** The messages of failed assertions: a sentence that says what is wrong and by how much, then the report. */
final class CheckMessages {

    /** The columns that a report has for the keys of its last facts. */
    private static final int KEYS = "evaluations".length() + 2;

    private CheckMessages() {}

    /** A text as AssertJ prints it, with its description before and nothing quoted. */
    static final class Message extends BasicErrorMessageFactory {
        private Message(String text) {
            super("%n%s", unquotedString(text));
        }
    }

    /** "Expecting …, but …", and the report with more facts, such as the line that replays it. */
    static Message of(String expectation, Headline headline, CheckReport report, List<Fact> facts) {
        return message(expectation, headline.of(report), ReportText.of(report) + lines(facts, "  "));
    }

    /** For a twin that is none. */
    static Message of(TwinReport report, List<Fact> facts) {
        return new Message(("Expecting the supplied twin to continue f analytically, but "
                        + report.toString().stripTrailing() + "\n" + lines(facts, "  "))
                .stripTrailing());
    }

    static Message of(String expectation, CheckReport report) {
        return of(expectation, Headline.plain(), report, List.of());
    }

    /** For what a report lacks: "Expecting …, but …" with the difference given in words. */
    static Message of(String expectation, String difference, CheckReport report) {
        return message(expectation, difference + ":", ReportText.of(report));
    }

    /** The same for chains. */
    static Message of(String expectation, ChainReport report, List<Fact> facts) {
        return message(expectation, report.conclusion().text() + ":", report + lines(facts, ""));
    }

    /** For what the report on a chain lacks. */
    static Message of(String expectation, String difference, ChainReport report) {
        return message(expectation, difference + ":", report.toString());
    }

    /** For what is no report. */
    static Message of(String expectation, String difference) {
        return message(expectation, difference, "");
    }

    private static Message message(String expectation, String finding, String body) {
        return new Message(("Expecting " + expectation + ", but " + finding + "\n" + body).stripTrailing());
    }

    /** Facts in the columns of those that end a report. */
    private static String lines(List<Fact> facts, String indent) {
        StringBuilder text = new StringBuilder();
        for (Fact fact : facts) {
            text.append(indent)
                    .append(fact.key())
                    .append(" ".repeat(KEYS - fact.key().length()))
                    .append(fact.value())
                    .append('\n');
        }
        return text.toString();
    }
}
