package org.gradcheck.check;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.function.Precision;
import org.gradcheck.reference.Line;

/**
 * What a form says of the read-outs of a line.
 *
 * @param values as supplied
 * @param meant the same, with 0 in place of what is but the rounding of a zero: cos t·sin t − sin t·cos t computes to 1e-17
 *     or so, and to something else next to it. A small slope beside a large offset does not change like that.
 */
record SuppliedValues(double[] values, double[] meant) {

    private static final double LAST_PLACES = 16;

    /** Values supplied for a line; asks the derivative again, nearby, where one of them is too small to move g. */
    static SuppliedValues on(Line line, Subject subject, Derivative derivative, double[] values) {
        double[] meant = IntStream.range(0, values.length)
                .mapToDouble(p -> {
                    double invisible =
                            LAST_PLACES * Precision.ULP * line.samples(p).near();
                    return values[p] != 0
                                    && Math.abs(values[p]) <= invisible
                                    && new SuppliedError(SuppliedSlope.of(subject, derivative, line, p))
                                            .isAllOf(values[p])
                            ? 0
                            : values[p];
                })
                .toArray();
        return new SuppliedValues(values, Arrays.equals(values, meant) ? values : meant);
    }
}
