package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.derivative.SuppliedOperator;
import org.gradcheck.diagnosis.probe.Suspect;
import org.gradcheck.space.Space;

/** The formula is the right one for another point: for the output y = f(x), as that of an activation often is, or for −x. */
final class TakenElsewhere implements Cause {

    private static final String SIGN_OF_INPUT = "sign-of-input";
    private static final String OUTPUT_FOR_INPUT = "output-for-input";

    @Override
    public List<String> kinds() {
        return List.of(OUTPUT_FOR_INPUT, SIGN_OF_INPUT);
    }

    @Override
    public String question() {
        return "is it right if taken at f(x), or at −x, instead of x?";
    }

    @Override
    public List<Correction> corrections(Clues clues) {
        Suspect suspect = clues.suspect();
        if (!(suspect.domain() instanceof Space)) {
            return List.of();
        }
        List<Correction> corrections = new ArrayList<>();
        double[] x = suspect.x();
        double[] y = suspect.around().value();
        if (y.length == x.length) {
            corrections.add(at(
                    suspect,
                    y,
                    OUTPUT_FOR_INPUT,
                    "the supplied derivative is written in terms of the output: it would be right if taken at f(x) instead"
                            + " of x"));
        }
        double[] opposite = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            opposite[i] = -x[i];
        }
        corrections.add(at(
                suspect,
                opposite,
                SIGN_OF_INPUT,
                "the supplied derivative would be right if taken at −x instead of x"));
        return corrections;
    }

    private static Correction at(Suspect suspect, double[] point, String kind, String text) {
        return Correction.exact(
                (v, w) -> {
                    SuppliedOperator operator = suspect.derivative().at(point, suspect.domain(), suspect.codomain());
                    return operator.pair(v, new double[][] {w})[0];
                },
                kind,
                text);
    }
}
