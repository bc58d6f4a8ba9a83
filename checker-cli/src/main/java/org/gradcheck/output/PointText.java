package org.gradcheck.output;

import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.report.Numbers;
import org.gradcheck.spec.CheckedPoint;

/** Points for people. */
final class PointText {

    private PointText() {}

    /** "2 of 3". */
    static String number(CheckedPoint point) {
        return point.number() + " of " + point.of();
    }

    /** "2 of 3 (A large, b ordinary), A = [6.1, −7.2, …], b = 0.5", matrices by columns. */
    static String of(CheckedPoint point) {
        StringJoiner values = new StringJoiner(", ", number(point) + magnitudes(point) + ", ", "");
        for (String name : point.perturbed()) {
            DMatrixRMaj value = point.values().get(name);
            if (value != null) {
                values.add(name + " = " + of(value));
            }
        }
        return values.toString();
    }

    private static String magnitudes(CheckedPoint point) {
        if (point.magnitudes().isEmpty()) {
            return "";
        }
        return point.magnitudes().entrySet().stream()
                .map(entry -> (point.perturbed().size() == 1 ? "" : entry.getKey() + " ")
                        + entry.getValue().label())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String of(DMatrixRMaj value) {
        return value.getNumElements() == 1 ? Numbers.brief(value.data[0]) : Numbers.vector(byColumns(value));
    }

    private static double[] byColumns(DMatrixRMaj value) {
        double[] entries = new double[value.getNumElements()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = value.unsafe_get(i % value.numRows, i / value.numRows);
        }
        return entries;
    }
}
