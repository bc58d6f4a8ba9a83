package org.gradcheck.diagnosis.cause;

import java.util.Optional;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.diagnosis.where.Located;
import org.gradcheck.report.Where;

/**
 * What the supplied derivative says in its wrong entries alone, where all of them are known and the rest agrees.
 *
 * @param supplied the derivative there, and zero elsewhere
 * @param places the entries in words
 * @param size how many there are
 */
record WrongPart(Pairing supplied, String places, int size) {

    /** The part, on the side of the point's coordinates or of the value's; empty where it is not known exactly. */
    static Optional<WrongPart> of(Clues clues, Where.Side side) {
        Pairing supplied = clues.supplied();
        return (side == Where.Side.INPUTS ? clues.inputs() : clues.outputs())
                .filter(Located::isExact)
                .flatMap(located -> located.where().map(where -> {
                    int[] wrong = located.wrong();
                    Pairing part = side == Where.Side.INPUTS
                            ? (v, w) -> supplied.of(masked(v, wrong), w)
                            : (v, w) -> supplied.of(v, masked(w, wrong));
                    return new WrongPart(part, where.places(), wrong.length);
                }));
    }

    double at(Probe probe) {
        return supplied.of(probe.direction(), probe.cotangent());
    }

    /** Whether it is zero to the last bit, in all probes. */
    boolean isZero(Clues clues) {
        return clues.probes().stream().allMatch(probe -> at(probe) == 0);
    }

    private static double[] masked(double[] values, int[] kept) {
        double[] masked = new double[values.length];
        for (int k : kept) {
            masked[k] = values[k];
        }
        return masked;
    }
}
