package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.diagnosis.where.Located;
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
        List<Correction> corrections = new ArrayList<>();
        part(clues, clues.inputs(), Where.Side.INPUTS).ifPresent(corrections::add);
        part(clues, clues.outputs(), Where.Side.OUTPUTS).ifPresent(corrections::add);
        return corrections;
    }

    private static Optional<Correction> part(Clues clues, Optional<Located> located, Where.Side side) {
        if (located.isEmpty()
                || !located.get().isExact()
                || located.get().where().isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> wrong =
                Arrays.stream(located.get().wrong()).boxed().collect(Collectors.toCollection(HashSet::new));
        Pairing supplied = clues.supplied();
        Pairing inside = side == Where.Side.INPUTS
                ? (v, w) -> supplied.of(MultipleInPlaces.masked(v, wrong), w)
                : (v, w) -> supplied.of(v, MultipleInPlaces.masked(w, wrong));
        boolean isZero =
                clues.probes().stream().allMatch(probe -> inside.of(probe.direction(), probe.cotangent()) == 0);
        return isZero
                ? Optional.of(filled(
                        clues,
                        inside,
                        "the supplied derivative is zero in "
                                + located.get().where().get().places() + ", as if never filled in"))
                : Optional.empty();
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
