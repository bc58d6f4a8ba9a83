package org.gradcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the line of diagnosis over planted mistakes, and writes the table that the documentation shows. */
class DiagnosisScoreboardTest {

    /** Fewer coordinates do not tell one mistake from another. */
    private static final int FEWEST = 4;

    @Test
    void causesAreNamedAndHardlyAnyIsClaimedFalsely() throws IOException {
        DiagnosisScoreboard board = DiagnosisScoreboard.of(
                Corpus.dependable().stream()
                        .filter(subject -> subject.point().length >= FEWEST && subject.point().length <= 2000)
                        .toList(),
                1);
        Files.writeString(Path.of("target", "diagnosis.txt"), board + "\n" + board.surprises());

        assertThat(board.shareFirst()).as(board.surprises()).isGreaterThan(0.95);
        assertThat(board.shareFalse()).as(board.surprises()).isLessThan(0.02);
        assertThat(board.misplaced()).as(board.surprises()).isZero();
    }
}
