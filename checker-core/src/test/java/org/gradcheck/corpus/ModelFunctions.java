package org.gradcheck.corpus;

import java.util.List;
import java.util.stream.Stream;

/** Functions such as real projects have, with derivatives written by hand and the mistakes one makes in them. */
final class ModelFunctions {

    private ModelFunctions() {}

    static List<CorpusCase> all() {
        return Stream.of(
                        LearningFunctions.all(), SequenceFunctions.all(), VisionFunctions.all(), ControlFunctions.all())
                .flatMap(List::stream)
                .toList();
    }
}
