package org.gradcheck.report;

import java.util.List;

/**
 * What was found out about a wrong derivative beyond that it is wrong.
 *
 * @param where where it is wrong: at most one entry for each side
 * @param hypotheses the causes looked into, in their order
 * @param references how many further directional references it took
 * @param evaluations how many evaluations of f these took
 */
public record Explanation(List<Where> where, List<Hypothesis> hypotheses, int references, int evaluations) {

    /** Nothing was asked. */
    public static final Explanation NONE = new Explanation(List.of(), List.of(), 0, 0);

    public Explanation {
        where = List.copyOf(where);
        hypotheses = List.copyOf(hypotheses);
    }
}
