package org.gradcheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The text of reports. The only place in the core that formats. */
public final class ReportText {

    private ReportText() {}

    /** The whole report: a headline a check, and the facts behind whatever was not confirmed. */
    public static String of(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (CheckResult result : report.results()) {
            text.append(headline(result)).append('\n');
            if (result.verdict() instanceof Verdict.Confirmed) {
                appendAligned(text, result.details());
            } else {
                appendAligned(text, facts(result));
                result.decisive().ifPresent(evidence -> appendRemainder(text, evidence));
            }
        }
        List<Fact> closing = new ArrayList<>();
        closing.add(new Fact("point", point(report)));
        closing.add(new Fact("evaluations", evaluations(report)));
        report.precision().ifPresent(precision -> closing.add(new Fact("precision", precision)));
        closing.add(new Fact("seed", Long.toString(report.seed())));
        appendAligned(text, closing);
        return text.toString();
    }

    /** "x = [1, -2]", or with names "forward 100, strike 95". */
    private static String point(CheckReport report) {
        return report.names().isEmpty()
                ? "x = " + Numbers.vector(report.point())
                : Numbers.named(report.names(), report.point());
    }

    private static String evaluations(CheckReport report) {
        int explaining = report.results().stream()
                .mapToInt(result -> result.explanation().evaluations())
                .sum();
        return report.evaluations() + " of f"
                + (explaining == 0 ? "" : ", of these " + explaining + " for where and why");
    }

    /** "gradient: REFUTED, disagrees with the reference (…)": one line. */
    public static String headline(CheckResult result) {
        return result.name() + ": " + result.verdict().label().toUpperCase(Locale.ROOT) + ", "
                + result.verdict().text();
    }

    /** The facts behind a result, from its decisive direction. */
    public static List<Fact> facts(CheckResult result) {
        List<Fact> facts = new ArrayList<>();
        result.decisive().ifPresent(evidence -> {
            facts.add(new Fact("supplied", Numbers.value(evidence.supplied())));
            facts.add(new Fact(
                    "reference",
                    Numbers.value(evidence.reference()) + " ± " + Numbers.error(evidence.bound()) + " ("
                            + evidence.method() + ")"));
            facts.add(new Fact("discrepancy", discrepancy(evidence)));
            facts.add(new Fact("order", order(evidence)));
            facts.add(new Fact(
                    "direction",
                    evidence.number() + " (" + evidence.directionKind() + "), v = "
                            + Numbers.vector(evidence.direction())));
            if (!evidence.readOut().equals("f")) {
                facts.add(new Fact("read from", evidence.readOut()));
            }
        });
        result.identities().stream().findFirst().ifPresent(identity -> facts.addAll(identityFacts(identity)));
        facts.addAll(result.details());
        facts.addAll(explanation(result));
        return facts;
    }

    /** Where a derivative is wrong, then why. */
    public static List<Fact> explanation(CheckResult result) {
        List<Fact> facts = new ArrayList<>();
        for (Where where : result.explanation().where()) {
            facts.add(new Fact("where", where.text()));
        }
        for (Diagnosis diagnosis : result.diagnosis()) {
            facts.add(new Fact("diagnosis", diagnosis.text()));
        }
        return facts;
    }

    private static List<Fact> identityFacts(IdentityEvidence identity) {
        return List.of(
                new Fact("left", equation(identity.left(), identity.leftValue()) + at(identity)),
                new Fact("right", equation(identity.right(), identity.rightValue()) + at(identity)),
                new Fact(
                        "discrepancy",
                        Numbers.error(identity.discrepancy()) + ", " + Numbers.error(identity.relativeError())
                                + " of the terms' size, where rounding explains " + Numbers.error(identity.allowed())),
                new Fact("argument", identity.argument()));
    }

    private static String equation(String formula, double value) {
        String number = Numbers.value(value);
        return formula.equals(number) ? number : formula + " = " + number;
    }

    private static String at(IdentityEvidence identity) {
        return identity.place().isEmpty() ? "" : " at " + identity.place();
    }

    private static String discrepancy(Evidence evidence) {
        String text = Numbers.error(evidence.discrepancy()) + ", " + Numbers.error(evidence.relativeError())
                + " of the derivative's scale";
        return evidence.bound() > 0 && evidence.discrepancy() > evidence.bound()
                ? text + ", " + Numbers.error(evidence.discrepancy() / evidence.bound()) + " times the bound"
                : text;
    }

    private static String order(Evidence evidence) {
        int wrong = evidence.derivativeOrder();
        return "remainder " + slope(evidence.order()) + " (right: " + (wrong + 1) + ", wrong: " + wrong
                + "), central remainder " + slope(evidence.centralOrder()) + " (right: " + (wrong + 2) + ", wrong: "
                + wrong + ")";
    }

    private static String slope(OptionalDouble order) {
        return order.isPresent() ? String.format(Locale.ROOT, "%.2f", order.getAsDouble()) : "below the noise";
    }

    /** Appends facts with their keys padded to one width. */
    public static void appendAligned(StringBuilder text, List<Fact> facts) {
        int width = facts.stream().mapToInt(fact -> fact.key().length()).max().orElse(0);
        for (Fact fact : facts) {
            text.append("  ")
                    .append(fact.key())
                    .append(" ".repeat(width - fact.key().length() + 2))
                    .append(fact.value())
                    .append('\n');
        }
    }

    private static void appendRemainder(StringBuilder text, Evidence evidence) {
        if (evidence.remainder().isEmpty()) {
            return;
        }
        text.append("  step h     quotient             ")
                .append(evidence.remainderFormula())
                .append(evidence.derivativeOrder() == 1 ? "  " : "    ")
                .append("|central remainder|\n");
        for (RemainderPoint point : evidence.remainder()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-9s  %-19s  %-17s  %s\n",
                    Numbers.error(point.step()),
                    Numbers.value(point.quotient()),
                    Numbers.error(point.remainder()),
                    Numbers.error(point.centralRemainder())));
        }
    }
}
