package org.gradcheck.diagnosis.cause;

import java.util.List;
import java.util.Optional;
import org.gradcheck.report.Where;

/** The derivative is a multiple of the right one in the wrong entries: a factor of one row, the sign of one block. */
final class MultipleInPlaces implements Cause {

    private static final String SPURIOUS = "spurious";

    /** A smaller part of what is supplied is rounding. */
    private static final double NOTHING = 1e-9;

    private final Where.Side side;

    MultipleInPlaces(Where.Side side) {
        this.side = side;
    }

    @Override
    public List<String> kinds() {
        return List.of("factor", "sign", SPURIOUS);
    }

    @Override
    public String question() {
        return "is it a multiple of the right one in the wrong "
                + (side == Where.Side.INPUTS ? "entries?" : "outputs?");
    }

    @Override
    public List<Correction> corrections(Clues clues) {
        Optional<WrongPart> part = WrongPart.of(clues, side).filter(wrong -> !wrong.isZero(clues));
        return part.map(wrong -> corrections(clues, wrong)).orElse(List.of());
    }

    private static List<Correction> corrections(Clues clues, WrongPart wrong) {
        Pairing supplied = clues.supplied();
        Pairing inside = wrong.supplied();
        String places = wrong.places();
        Optional<Fit> fit = Fit.of(
                clues.fitted(), probe -> probe.reference().value() - probe.supplied() + wrong.at(probe), wrong::at);
        if (fit.isEmpty()) {
            return List.of();
        }
        if (Math.abs(fit.get().value()) <= Math.max(fit.get().slack(), NOTHING)) {
            return List.of(Correction.exact(
                    (v, w) -> supplied.of(v, w) - inside.of(v, w),
                    SPURIOUS,
                    "the supplied derivative should be zero in " + places));
        }
        double factor = 1 / fit.get().value();
        Optional<SimpleNumber> simple =
                SimpleNumber.of(factor, fit.get().slack() * factor * factor, Multiple.counts(clues));
        if (simple.isEmpty() && wrong.size() == 1) {
            return List.of(); // of a single number anything is a multiple
        }
        double more = simple.map(number -> 1 / number.value()).orElse(fit.get().value()) - 1;
        boolean freely = simple.isEmpty();
        boolean isSign = simple.filter(number -> number.value() == -1).isPresent();
        return List.of(new Correction(
                (v, w) -> supplied.of(v, w) + more * inside.of(v, w),
                (v, w) -> freely ? fit.get().slack() * inside.of(v, w) : 0,
                1,
                isSign ? "sign" : "factor",
                isSign
                        ? "the supplied derivative has the opposite sign in " + places
                        : "the supplied derivative is " + Multiple.number(factor, simple) + " times the reference in "
                                + places));
    }
}
