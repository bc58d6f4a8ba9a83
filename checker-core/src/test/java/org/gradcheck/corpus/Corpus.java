package org.gradcheck.corpus;

import java.util.List;
import java.util.stream.Stream;

/** All functions that have a derivative at their point. */
final class Corpus {

    private Corpus() {}

    /** Functions whose right derivatives must be confirmed, each of them. */
    static List<CorpusCase> dependable() {
        return Stream.of(SmoothFunctions.all(), MatrixFunctions.all(), HardFunctions.all(), ModelFunctions.all())
                .flatMap(List::stream)
                .toList();
    }

    /** These, and families that go to the limits of what can be decided. */
    static List<CorpusCase> all() {
        return Stream.of(dependable(), FamilyFunctions.all(), ProgramFunctions.all(), RoundedFunctions.all())
                .flatMap(List::stream)
                .toList();
    }
}
