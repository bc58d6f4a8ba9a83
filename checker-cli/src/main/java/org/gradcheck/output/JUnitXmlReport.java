package org.gradcheck.output;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
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

    /** The XML text, ending with a line end. */
    public String of(SuiteResult suite) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, "");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "gradcheck");
            xml.writeAttribute("time", seconds(suite.elapsed()));
            for (SpecResult spec : suite.specs()) {
                line(xml, "  ");
                writeSpec(xml, spec);
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

    private void writeSpec(XMLStreamWriter xml, SpecResult spec) throws XMLStreamException {
        long failures = spec.checks().stream()
                .filter(check -> check.outcome() != Outcome.PASSED)
                .count();
        boolean broken = spec.error().isPresent();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", allowed(spec.file()));
        xml.writeAttribute("tests", Integer.toString(broken ? 1 : spec.checks().size()));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", broken ? "1" : "0");
        xml.writeAttribute("time", seconds(spec.elapsed()));
        if (broken) {
            line(xml, "    ");
            startCase(xml, spec, "reading");
            writeProblem(
                    xml,
                    "error",
                    "error",
                    spec.error().orElseThrow(),
                    spec.error().orElseThrow());
            xml.writeEndElement();
        }
        for (SpecCheckResult check : spec.checks()) {
            line(xml, "    ");
            startCase(xml, spec, check.name());
            if (check.outcome() != Outcome.PASSED) {
                String details = new SpecDetails(Detail.NORMAL, Palette.PLAIN, replay).text(spec);
                writeProblem(xml, "failure", check.outcome().label(), CheckFacts.headline(check), details);
            }
            xml.writeEndElement();
        }
        line(xml, "  ");
        xml.writeEndElement();
    }

    private static void startCase(XMLStreamWriter xml, SpecResult spec, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", allowed(spec.file()));
        xml.writeAttribute("name", allowed(spec.title() + ": " + name));
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
        return String.format(Locale.ROOT, "%.3f", elapsed.toNanos() / 1e9);
    }
}
