package org.gradcheck.output;

import java.util.Locale;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.chain.ChainText;
import org.gradcheck.report.Evidence;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;

/**
 * The facts behind one spec's result.
 *
 * @param detail how many of them: all checks when verbose, else those that did not pass
 * @param palette the colours
 * @param replay how to obtain the result again
 */
record SpecDetails(Detail detail, Palette palette, Replay replay) {

    /** Whether there is something to tell of a spec. */
    boolean tells(SpecResult spec) {
        return spec.error().isPresent()
                || spec.outcome() != Outcome.PASSED
                || spec.checks().stream().anyMatch(this::tells);
    }

    private boolean tells(SpecCheckResult check) {
        return detail == Detail.VERBOSE
                || check.outcome() != Outcome.PASSED
                || (detail == Detail.EXPLAIN && check.report().isRefuted());
    }

    String text(SpecResult spec) {
        StringBuilder text = new StringBuilder();
        String word = spec.outcome().label().toUpperCase(Locale.ROOT);
        text.append(palette.outcome(spec.outcome(), word))
                .append("  ")
                .append(palette.heading(spec.file()))
                .append('\n');
        if (spec.error().isPresent()) {
            text.append(Paragraphs.hanging("  ", spec.error().get()));
            return text.toString();
        }
        text.append(Paragraphs.hanging("  ", spec.title()));
        for (SpecCheckResult check : spec.checks()) {
            if (tells(check)) {
                append(text, check);
            }
        }
        spec.chain().ifPresent(chain -> append(text, chain));
        // One word a shell can take: never wrapped.
        text.append("  replay: ").append(replay.command(spec)).append('\n');
        return text.toString();
    }

    /** The chain with a mark a stage, and what is concluded of it. */
    private static void append(StringBuilder text, ChainReport chain) {
        text.append(Paragraphs.hanging("  ", "chain: " + chain.conclusion().text()));
        chain.conclusion().causes().forEach(cause -> text.append(Paragraphs.hanging("    cause  ", cause.text())));
        chain.remarks().forEach(remark -> text.append(Paragraphs.hanging("  ", remark)));
        text.append(ChainText.drawing(chain.stations()));
    }

    private void append(StringBuilder text, SpecCheckResult check) {
        String mark = SpecTable.mark(check.outcome());
        text.append("  ")
                .append(palette.outcome(check.outcome(), mark + " " + CheckFacts.headline(check)))
                .append('\n');
        text.append(Paragraphs.facts(4, CheckFacts.facts(check)));
        if (check.outcome() != Outcome.PASSED || detail == Detail.VERBOSE) {
            text.append(check.result()
                    .decisive()
                    .map((Evidence e) -> EvidenceTables.remainder("    ", e) + EvidenceTables.plot("    ", e))
                    .orElse(""));
        }
        if (detail == Detail.VERBOSE) {
            text.append(EvidenceTables.directions("    ", check.result().evidence()));
        }
        if (detail == Detail.VERBOSE || detail == Detail.EXPLAIN) {
            text.append(Paragraphs.facts(4, CheckFacts.hypotheses(check)));
        }
    }
}
