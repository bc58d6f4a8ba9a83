package org.gradcheck.corpus;

import java.util.List;
import java.util.stream.Stream;

/** All functions that have a derivative at their point. */
final class Corpus {

    private Corpus() {}

    static List<CorpusCase> all() {
        return Stream.of(SmoothFunctions.all(), MatrixFunctions.all(), HardFunctions.all())
                .flatMap(List::stream)
                .toList();
    }
}
