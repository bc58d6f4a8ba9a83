package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.gradcheck.report.Numbers;

/**
 * How long tangents and cotangents are along the chain.
 *
 * @param tangents by number of the value, of a random tangent of length 1 at the inputs; empty if they cannot be had
 * @param cotangents the same of a random cotangent of length 1 at the output
 */
record Sizes(List<OptionalDouble> tangents, List<OptionalDouble> cotangents) {

    /** By which factor something must shrink or grow to be worth a remark. */
    private static final double NOTABLE = 1e6;

    static Sizes of(Wiring wiring, ForwardPass forward, Composition composition, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + 5);
        double[] point = StageCall.concatenated(
                wiring.activeInputs().mapToObj(forward::value).toList());
        double[] v = Coordinates.unitTangent(forward.domain(), point, random);
        double[] w = Coordinates.unitTangent(forward.codomain(), forward.value(wiring.output()), random);
        boolean pulls = composition.isExact()
                || wiring.stageValues()
                        .filter(wiring::isRelevant)
                        .allMatch(stage -> composition.operator(stage).isCheaplyPulled());
        return new Sizes(
                lengths(wiring, forward, attempted(() -> composition.push(v, Mistake.NONE))),
                lengths(
                        wiring,
                        forward,
                        pulls ? attempted(() -> composition.pull(w, Mistake.NONE)) : Optional.empty()));
    }

    private static Optional<List<double[]>> attempted(Supplier<List<double[]>> vectors) {
        try {
            return Optional.of(vectors.get());
        } catch (StageFailureException e) {
            return Optional.empty();
        }
    }

    private static List<OptionalDouble> lengths(Wiring wiring, ForwardPass forward, Optional<List<double[]>> vectors) {
        List<OptionalDouble> lengths = new ArrayList<>();
        for (int value = 0; value < wiring.valueCount(); value++) {
            int number = value;
            lengths.add(
                    wiring.isRelevant(value)
                            ? vectors.map(all -> OptionalDouble.of(Coordinates.norm(
                                            forward.set(number), forward.value(number), all.get(number))))
                                    .orElse(OptionalDouble.empty())
                            : OptionalDouble.empty());
        }
        return lengths;
    }

    /** Whether they vanish or explode, in words. */
    List<String> remarks(Wiring wiring) {
        List<String> remarks = new ArrayList<>();
        tangents.get(wiring.output())
                .ifPresent(size -> remark("tangents", size, "at the output", "at the inputs")
                        .ifPresent(remarks::add));
        wiring.activeInputs()
                .forEach(input -> cotangents
                        .get(input)
                        .ifPresent(
                                size -> remark("cotangents", size, "at \"" + wiring.name(input) + "\"", "at the output")
                                        .ifPresent(remarks::add)));
        return remarks;
    }

    private static Optional<String> remark(String what, double size, String here, String there) {
        if (size == 0 || (size >= 1 / NOTABLE && size <= NOTABLE)) {
            return Optional.empty();
        }
        return Optional.of("the " + what + " are " + (size < 1 ? "vanishing" : "exploding") + ": one of length 1 "
                + there + " has length " + Numbers.error(size) + " " + here);
    }
}
