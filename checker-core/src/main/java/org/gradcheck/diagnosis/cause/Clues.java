package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.diagnosis.probe.Suspect;
import org.gradcheck.diagnosis.where.Located;

/**
 * What causes are judged by.
 *
 * @param suspect the derivative
 * @param fitted probes that numbers in a cause are fitted to
 * @param fresh probes along other directions, which must then agree
 * @param inputs where the derivative is wrong in the point's coordinates
 * @param outputs the same in the value's
 */
public record Clues(
        Suspect suspect, List<Probe> fitted, List<Probe> fresh, Optional<Located> inputs, Optional<Located> outputs) {

    public Clues {
        fitted = List.copyOf(fitted);
        fresh = List.copyOf(fresh);
    }

    /** All probes. */
    List<Probe> probes() {
        List<Probe> all = new ArrayList<>(fitted);
        all.addAll(fresh);
        return all;
    }

    /** The user's derivative as numbers. */
    Pairing supplied() {
        return (v, w) -> suspect.operator().pair(v, new double[][] {w})[0];
    }
}
