package org.gradcheck.junit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.gradcheck.picture.ReportPage;
import org.gradcheck.picture.ReportPage.Section;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/** The page with the evidence of a test's checks, as a file that JUnit attaches to the test. */
final class EvidenceFile {

    private static final String NAME = "gradcheck.html";

    private EvidenceFile() {}

    static void attach(ExtensionContext context, String title, List<Section> sections) {
        String page = ReportPage.of(name(context) + ": " + title, sections);
        try {
            context.publishFile(
                    NAME,
                    MediaType.create("text", "html", StandardCharsets.UTF_8),
                    file -> Files.writeString(file, page, StandardCharsets.UTF_8));
        } catch (JUnitException e) {
            // this launcher has no place for files
        }
    }

    /** "LossTest.gradient": that of the nearest test around, as a dynamic test is in no class. */
    private static String name(ExtensionContext context) {
        String test = context.getTestClass()
                .map(type -> type.getSimpleName()
                        + context.getTestMethod()
                                .map(method -> "." + method.getName())
                                .orElse(""))
                .orElse("");
        return test.isEmpty() ? context.getParent().map(EvidenceFile::name).orElse("") : test;
    }
}
