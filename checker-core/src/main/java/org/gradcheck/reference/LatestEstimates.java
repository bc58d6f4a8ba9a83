package org.gradcheck.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gradcheck.function.Precision;

/**
 * The estimate last made for each read-out of a line, given again as long as nothing that it was made from has changed: a
 * refinement and the verdict after it ask the same. Used by one thread.
 */
final class LatestEstimates {

    private final Line line;
    private final Map<Integer, Answer> answers = new HashMap<>();

    LatestEstimates(Line line) {
        this.line = line;
    }

    /** The estimate for a read-out and the value it will be compared with, from {@code estimation} if it is not known. */
    LineEstimate get(int readOut, double supplied, Supplier<LineEstimate> estimation) {
        Question question = new Question(supplied, line.pairCount(), line.precision());
        Answer known = answers.get(readOut);
        if (known != null && known.question().equals(question)) {
            return known.estimate();
        }
        LineEstimate estimate = estimation.get();
        answers.put(readOut, new Answer(question, estimate));
        return estimate;
    }

    private record Question(double supplied, int pairs, Precision precision) {}

    private record Answer(Question question, LineEstimate estimate) {}
}
