package org.gradcheck.output;

import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gradcheck.report.Numbers;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;

/**
 * Results as the XML of JUnit that build servers read: a test suite a spec, a test case a check. An inconclusive check is
 * a failure of type {@code inconclusive}, for the format knows nothing between, and skipped tests go unread.
 *
 * @param replay how to obtain a result again
 */
public record JUnitXmlReport(Replay replay) {

    /**
     * A test suite.
     *
     * @param file the spec
     * @param title its title
     * @param cases its checks
     * @param time how long they took, where known
     */
    private record Suite(String file, String title, List<Case> cases, Optional<Duration> time) {

        private long count(String element) {
            return cases.stream()
                    .flatMap(test -> test.problem().stream())
                    .filter(problem -> problem.element().equals(element))
                    .count();
        }
    }

    /** A test case, with what is wrong if something is. */
    private record Case(String name, Optional<Problem> problem) {}

    /**
     * What is wrong.
     *
     * @param element "failure" or "error"
     */
    private record Problem(String element, String type, String message, String details) {}

    /** The XML text, ending with a line end. */
    public String of(SuiteResult suite) {
        return text(suite.specs().stream().map(this::suite).toList(), known(suite.elapsed()));
    }

    private Suite suite(SpecResult spec) {
        List<Case> cases = new ArrayList<>();
        spec.error().ifPresent(error -> cases.add(unreadable(error)));
        for (SpecCheckResult check : spec.checks()) {
            cases.add(new Case(
                    check.name(),
                    check.outcome() == Outcome.PASSED
                            ? Optional.empty()
                            : Optional.of(new Problem(
                                    "failure",
                                    check.outcome().label(),
                                    CheckFacts.headline(check),
                                    new SpecDetails(Detail.NORMAL, Palette.PLAIN, replay).text(spec)))));
        }
        return new Suite(spec.file(), spec.title(), cases, known(spec.elapsed()));
    }

    /** The case of a spec that cannot be checked. */
    private static Case unreadable(String error) {
        return new Case("reading", Optional.of(new Problem("error", "error", error, error)));
    }

    /** The XML of any suites. */
    private static String text(List<Suite> suites, Optional<Duration> elapsed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, "");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "gradcheck");
            xml.writeAttribute(
                    "tests",
                    Integer.toString(suites.stream()
                            .mapToInt(suite -> suite.cases().size())
                            .sum()));
            xml.writeAttribute("failures", total(suites, "failure"));
            xml.writeAttribute("errors", total(suites, "error"));
            writeTime(xml, elapsed);
            for (Suite suite : suites) {
                line(xml, "  ");
                writeSuite(xml, suite);
            }
            line(xml, "");
            xml.writeEndElement();
            line(xml, "");
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to a string cannot fail", e);
        }
        return text.toString();
    }

    private static String total(List<Suite> suites, String element) {
        return Long.toString(
                suites.stream().mapToLong(suite -> suite.count(element)).sum());
    }

    /** Results that were merged have no times. */
    private static Optional<Duration> known(Duration time) {
        return time.isZero() ? Optional.empty() : Optional.of(time);
    }

    private static void writeTime(XMLStreamWriter xml, Optional<Duration> time) throws XMLStreamException {
        if (time.isPresent()) {
            xml.writeAttribute("time", seconds(time.get()));
        }
    }

    private static void writeSuite(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", allowed(suite.file()));
        xml.writeAttribute("tests", Integer.toString(suite.cases().size()));
        xml.writeAttribute("failures", Long.toString(suite.count("failure")));
        xml.writeAttribute("errors", Long.toString(suite.count("error")));
        writeTime(xml, suite.time());
        for (Case test : suite.cases()) {
            line(xml, "    ");
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", allowed(suite.file()));
            xml.writeAttribute("name", allowed(suite.title() + ": " + test.name()));
            if (test.problem().isPresent()) {
                Problem problem = test.problem().get();
                writeProblem(xml, problem.element(), problem.type(), problem.message(), problem.details());
            }
            xml.writeEndElement();
        }
        line(xml, "  ");
        xml.writeEndElement();
    }

    private static void writeProblem(XMLStreamWriter xml, String element, String type, String message, String details)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("type", type);
        xml.writeAttribute("message", allowed(message.lines().findFirst().orElse("")));
        xml.writeCharacters(allowed(details));
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, String margin) throws XMLStreamException {
        xml.writeCharacters("\n" + margin);
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String allowed(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    private static String seconds(Duration elapsed) {
        return Numbers.fixed(elapsed.toNanos() / 1e9, 3);
    }
}
