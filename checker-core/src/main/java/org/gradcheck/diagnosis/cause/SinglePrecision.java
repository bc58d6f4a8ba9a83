package org.gradcheck.diagnosis.cause;

import java.util.List;
import java.util.Optional;
import org.gradcheck.diagnosis.probe.Probe;

/** The derivative was computed, or stored, in single precision. */
final class SinglePrecision implements Cause {

    private static final String SINGLE_PRECISION = "single-precision";

    /** What a few operations in single precision lose. */
    private static final double LOST = 64 * 0x1p-24;

    @Override
    public List<String> kinds() {
        return List.of(SINGLE_PRECISION);
    }

    @Override
    public String question() {
        return "are its numbers those of single precision?";
    }

    @Override
    public List<Correction> corrections(Clues clues) {
        boolean allFloats = clues.probes().stream()
                .map(Probe::cotangent)
                .distinct()
                .map(clues.suspect()::representer)
                .flatMap(Optional::stream)
                .allMatch(SinglePrecision::areFloats);
        boolean known = clues.probes().stream()
                .anyMatch(
                        probe -> clues.suspect().representer(probe.cotangent()).isPresent());
        boolean small = clues.probes().stream()
                .allMatch(probe -> Math.abs(probe.error())
                        <= LOST * clues.suspect().operator().termSize(probe.direction(), probe.cotangent())
                                + 4 * probe.bound());
        return known && allFloats && small
                ? List.of(
                        Correction.exact(
                                (v, w) -> clues.probes().stream()
                                        .filter(probe -> probe.direction() == v && probe.cotangent() == w)
                                        .findFirst()
                                        .map(probe -> probe.reference().value())
                                        .orElse(Double.NaN),
                                SINGLE_PRECISION,
                                "the supplied numbers are those of single precision (float), and off by no more than that loses"))
                : List.of();
    }

    private static boolean areFloats(double[] numbers) {
        for (double number : numbers) {
            if ((float) number != number) {
                return false;
            }
        }
        return true;
    }
}
