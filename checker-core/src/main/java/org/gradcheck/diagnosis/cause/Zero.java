package org.gradcheck.diagnosis.cause;

import java.util.List;
import java.util.stream.Stream;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.report.Where;

/** The derivative, or a part of it, was never filled in: it is zero to the last bit where the reference is not. */
final class Zero implements Cause {

    @Override
    public List<String> kinds() {
        return List.of("zero");
    }

    @Override
    public String question() {
        return "is it, or a part of it, zero?";
    }

    @Override
    public List<Correction> corrections(Clues clues) {
        if (clues.probes().stream().allMatch(probe -> probe.supplied() == 0)) {
            return List.of(filled(clues, (v, w) -> 0, "the supplied derivative is zero, the reference is not"));
        }
        return Stream.of(Where.Side.INPUTS, Where.Side.OUTPUTS)
                .flatMap(side -> WrongPart.of(clues, side).stream())
                .filter(wrong -> wrong.isZero(clues))
                .map(wrong -> filled(
                        clues,
                        wrong.supplied(),
                        "the supplied derivative is zero in " + wrong.places() + ", as if never filled in"))
                .toList();
    }

    /** What is right instead is not known; that it is zero is seen. */
    private static Correction filled(Clues clues, Pairing zero, String text) {
        List<Probe> probes = clues.probes();
        return Correction.exact(
                (v, w) -> probes.stream()
                        .filter(probe -> probe.direction() == v && probe.cotangent() == w)
                        .findFirst()
                        .map(probe -> probe.reference().value() + zero.of(v, w))
                        .orElse(Double.NaN),
                "zero",
                text);
    }
}
