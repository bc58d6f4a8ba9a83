package org.gradcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the line over the whole corpus, hard families included. */
class ScoreboardTest {

    @Test
    void noRightDerivativeIsRefutedAndNearlyAllAreConfirmed() throws IOException {
        Scoreboard board = Scoreboard.of(Corpus.all(), 1, 2, 11);
        Files.writeString(Path.of("target", "scoreboard.txt"), board + "\n" + board.surprises());

        assertThat(board.rightRefuted()).as(board.surprises()).isZero();
        assertThat(board.shareConfirmed()).as(board.surprises()).isGreaterThan(0.95);
        assertThat(board.shareDetected(Category.SMOOTH, Category.MATRIX, Category.PROGRAM))
                .as(board.surprises())
                .isEqualTo(1.0);
    }
}
