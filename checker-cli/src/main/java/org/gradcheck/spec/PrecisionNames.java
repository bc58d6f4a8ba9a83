package org.gradcheck.spec;

import java.util.Optional;
import org.gradcheck.function.Precision;

/** How users name the precision that a function computes in. */
public final class PrecisionNames {

    /** What a spec may say, for messages. */
    static final String EXPECTED = "\"double\", \"single\", \"half\", or the relative rounding error of f's values,"
            + " a number between 1.1e-16 and 1";

    private static final double FINEST = Precision.DOUBLE.unitRoundoff();

    private PrecisionNames() {}

    /** The precision of a name. */
    public static Optional<Precision> named(String name) {
        return switch (name) {
            case "double" -> Optional.of(Precision.DOUBLE);
            case "single" -> Optional.of(Precision.SINGLE);
            case "half" -> Optional.of(Precision.HALF);
            default -> Optional.empty();
        };
    }

    /** The precision of a relative rounding error; empty if that is out of range. */
    public static Optional<Precision> relative(double unitRoundoff) {
        return unitRoundoff >= FINEST && unitRoundoff < 1
                ? Optional.of(Precision.relative(unitRoundoff))
                : Optional.empty();
    }
}
