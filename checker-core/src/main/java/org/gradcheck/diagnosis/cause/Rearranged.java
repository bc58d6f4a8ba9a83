package org.gradcheck.diagnosis.cause;

import java.util.List;
import org.gradcheck.report.Where;

/** The entries are the right ones, arranged wrongly: transposed, shifted, by rows for by columns, not symmetrised. */
final class Rearranged implements Cause {

    private final Where.Side side;

    Rearranged(Where.Side side) {
        this.side = side;
    }

    @Override
    public List<String> kinds() {
        return List.of("transposed", "symmetrisation", "diagonal", "shifted", "reversed", "exchanged");
    }

    @Override
    public String question() {
        return side == Where.Side.INPUTS
                ? "are its entries arranged wrongly: transposed, shifted, not symmetrised?"
                : "are its outputs arranged wrongly: transposed, shifted?";
    }

    @Override
    public List<Correction> corrections(Clues clues) {
        Pairing supplied = clues.supplied();
        if (side == Where.Side.INPUTS) {
            boolean isFree =
                    clues.suspect().coordinates().length == clues.suspect().x().length;
            return isFree
                    ? Rearrangement.all(clues.suspect().grids()).stream()
                            .map(rearranged -> Correction.exact(
                                    (v, w) -> supplied.of(rearranged.map().apply(v), w),
                                    rearranged.kind(),
                                    "the supplied derivative has the right numbers, but " + rearranged.text()))
                            .toList()
                    : List.of();
        }
        boolean isFree =
                clues.suspect().codomain().tangentDimension() == clues.suspect().outputs();
        return isFree && clues.suspect().outputs() > 1
                ? Rearrangement.all(clues.suspect()
                                .codomain()
                                .grids(clues.suspect().around().value()))
                        .stream()
                        .map(rearranged -> Correction.exact(
                                (v, w) -> supplied.of(v, rearranged.map().apply(w)),
                                rearranged.kind(),
                                "the supplied derivative has the right numbers, but as to the outputs "
                                        + rearranged.text()))
                        .toList()
                : List.of();
    }
}
