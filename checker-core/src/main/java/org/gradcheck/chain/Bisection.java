package org.gradcheck.chain;

import java.util.List;
import org.gradcheck.report.CheckReport;

/**
 * Where the cotangents of a backward pass go wrong.
 *
 * @param wrong the value whose cotangent is wrong, while those that it is computed from are right
 * @param right the values with these cotangents; empty if it is computed from that of the output alone
 * @param suspects the stages whose pullbacks lie between
 * @param comparisons the cotangents that were compared with references of their own, in order
 */
public record Bisection(String wrong, List<String> right, List<String> suspects, List<Comparison> comparisons) {

    public Bisection {
        right = List.copyOf(right);
        suspects = List.copyOf(suspects);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * A cotangent, compared as the gradient of the rest of the graph at a value.
     *
     * @param value the name of the input or stage
     * @param report its check
     */
    public record Comparison(String value, CheckReport report) {}
}
