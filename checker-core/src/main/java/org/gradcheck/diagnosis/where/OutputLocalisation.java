package org.gradcheck.diagnosis.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradcheck.diagnosis.probe.Bench;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.diagnosis.probe.Suspect;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.Where;
import org.gradcheck.report.WrongEntry;
import org.gradcheck.space.Grid;

/** Which coordinates of the value a derivative is wrong in: all of them are read along one direction. */
public final class OutputLocalisation {

    /** More outputs than this are not read one by one. */
    public static final int MOST = 256;

    private static final int SHOWN = 5;
    private static final double NEGLIGIBLE = 1e-9;

    private final Bench bench;
    private final Suspect suspect;

    public OutputLocalisation(Bench bench) {
        this.bench = bench;
        this.suspect = bench.suspect();
    }

    /** One probe an output along a direction; empty if there are too many, or one cannot be read. */
    public Optional<List<Probe>> read(Direction direction) {
        int outputs = suspect.outputs();
        if (outputs > MOST) {
            return Optional.empty();
        }
        double[][] cotangents = new double[outputs][];
        for (int p = 0; p < outputs; p++) {
            double[] unit = new double[outputs];
            unit[p] = 1;
            cotangents[p] = suspect.codomain().representer(unit);
        }
        return bench.probe(direction, cotangents);
    }

    /** The places, from the probes of all outputs along one direction. */
    public Located locate(List<Probe> probes) {
        double largest = probes.stream()
                .mapToDouble(probe -> Math.abs(probe.error()))
                .max()
                .orElse(0);
        int[] wrong = IntStream.range(0, probes.size())
                .filter(p -> probes.get(p).isCertain() && Math.abs(probes.get(p).error()) > NEGLIGIBLE * largest)
                .toArray();
        Map<Integer, Reading> byOutput = new LinkedHashMap<>();
        for (int p = 0; p < probes.size(); p++) {
            byOutput.put(p, Reading.ofOutput(probes.get(p)));
        }
        if (wrong.length == 0 || wrong.length == probes.size()) {
            return new Located(
                    wrong.length == 0 ? Where.Extent.PARTIAL : Where.Extent.EVERYWHERE,
                    wrong,
                    byOutput,
                    Optional.empty());
        }
        return new Located(Where.Extent.EXACT, wrong, byOutput, Optional.of(where(wrong, probes)));
    }

    private Where where(int[] wrong, List<Probe> probes) {
        int[] all = IntStream.range(0, probes.size()).toArray();
        List<Grid> grids = suspect.codomain().grids(suspect.around().value());
        List<Pattern> patterns = Pattern.all(
                grids, suspect.indexing(), "the value", suspect.around().value());
        String found = Places.of(wrong, all, patterns, grids, suspect::outputName);
        String places = found.startsWith("output") ? found : found + " of the value";
        int right = all.length - wrong.length;
        List<WrongEntry> entries = new ArrayList<>();
        Arrays.stream(wrong).limit(SHOWN).forEach(p -> {
            Probe probe = probes.get(p);
            entries.add(new WrongEntry(
                    suspect.outputName(p),
                    p,
                    probe.supplied(),
                    probe.reference().value(),
                    probe.reference().bound()));
        });
        return new Where(
                Where.Side.OUTPUTS,
                Where.Extent.EXACT,
                places,
                "wrong in " + places + (wrong.length == 1 ? " alone" : "") + "; the other "
                        + (right == 1 ? "output agrees" : right + " outputs agree"),
                entries,
                wrong.length);
    }
}
