package org.gradcheck.corpus.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the line over all operators, and writes the table that the documentation shows. */
class OperatorScoreboardTest {

    @Test
    void noRightOperatorIsRefutedNoWrongOneConfirmedAndTheWrongOneIsBlamed() throws IOException {
        OperatorScoreboard board = OperatorScoreboard.of(1, 2, 3);
        Files.writeString(Path.of("target", "operators.txt"), board + "\n" + board.surprises());

        assertThat(board.operators()).isGreaterThanOrEqualTo(3 * 230);
        assertThat(board.wrongOperators()).isGreaterThanOrEqualTo(3 * 560);
        assertThat(board.falseAlarms()).as(board.surprises()).isZero();
        assertThat(board.wrongConfirmed()).as(board.surprises()).isZero();
        assertThat(board.shareConfirmed()).as(board.surprises()).isGreaterThanOrEqualTo(0.95);
        assertThat(board.shareDetected()).as(board.surprises()).isGreaterThanOrEqualTo(0.98);
        assertThat(board.shareBlamed()).as(board.surprises()).isGreaterThanOrEqualTo(0.98);
    }
}
