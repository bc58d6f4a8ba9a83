package org.gradcheck.chain;

import java.util.List;
import java.util.Optional;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Verdict;

/**
 * All that was found about a chain or graph. A value: two runs with the same seed give equal text.
 *
 * @param verdict the worst of all verdicts
 * @param conclusion what is wrong, in one sentence
 * @param stations the inputs and stages, in order
 * @param junctions stages that do not fit together
 * @param composed the check of what the stages' derivatives compose to, if they do
 * @param whole the check of the user's own derivative of the whole; its rows "composition of …" compare it with the stages
 * @param bisection where the cotangents of the user's backward pass go wrong, if they do and are exposed
 * @param remarks what else was seen and is no failure
 * @param evaluations how often functions of stages were called
 * @param seed the seed that decided every random choice
 */
public record ChainReport(
        Verdict verdict,
        Conclusion conclusion,
        List<Station> stations,
        List<JunctionFault> junctions,
        Optional<CheckReport> composed,
        Optional<CheckReport> whole,
        Optional<Bisection> bisection,
        List<String> remarks,
        int evaluations,
        long seed) {

    public ChainReport {
        stations = List.copyOf(stations);
        junctions = List.copyOf(junctions);
        remarks = List.copyOf(remarks);
    }

    /** Whether everything is confirmed. */
    public boolean isConfirmed() {
        return verdict instanceof Verdict.Confirmed;
    }

    /** Whether something is proved wrong. */
    public boolean isRefuted() {
        return verdict instanceof Verdict.Refuted;
    }

    /** The first stage that is wrong, if a stage is. */
    public Optional<String> firstWrongStage() {
        return conclusion.stage();
    }

    /**
     * An input or stage.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Station station(String name) {
        return stations.stream()
                .filter(station -> station.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no \"" + name + "\" in this chain"));
    }

    /** The whole report as text, with the chain drawn. */
    @Override
    public String toString() {
        return ChainText.of(this);
    }
}
