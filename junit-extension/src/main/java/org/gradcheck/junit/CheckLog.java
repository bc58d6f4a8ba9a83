package org.gradcheck.junit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gradcheck.picture.ReportPage.Section;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Fact;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The checks that one test has made: their figures are published at once, their evidence is attached at the end. */
final class CheckLog {

    private final ExtensionContext context;
    private final List<Section> sections = new CopyOnWriteArrayList<>();

    private CheckLog(ExtensionContext context) {
        this.context = context;
    }

    /** The one of a test. */
    static CheckLog of(ExtensionContext context) {
        return context.getStore(Namespace.create(CheckLog.class, context.getUniqueId()))
                .getOrComputeIfAbsent(CheckLog.class, key -> new CheckLog(context), CheckLog.class);
    }

    /**
     * Takes a report.
     *
     * @param extra what else is to be known of it, such as the line that replays it
     */
    void add(CheckReport report, List<Fact> extra) {
        sections.add(new Section("check " + (sections.size() + 1), report, extra));
        for (CheckResult result : report.results()) {
            context.publishReportEntry(Figures.of(report, result));
        }
    }

    /** Attaches a page with the evidence, if it is wanted. */
    void attach(Attachment attachment, String title) {
        boolean wanted = switch (attachment) {
            case ALWAYS -> !sections.isEmpty();
            case UNLESS_CONFIRMED ->
                sections.stream().anyMatch(section -> !section.report().isConfirmed());
            case NEVER -> false;
        };
        if (wanted) {
            EvidenceFile.attach(context, title, List.copyOf(sections));
        }
    }
}
