package org.gradcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;

/** Holds the line over the whole corpus, and writes the tables that the documentation shows. */
class ScoreboardTest {

    private static final Set<Category> CLEAN =
            EnumSet.of(Category.SMOOTH, Category.MATRIX, Category.PROGRAM, Category.MODEL, Category.SCALED);

    private static final double[] ERRORS = {1e-2, 1e-4, 1e-6, 2e-7, 5e-8, 1e-8, 1e-9, 1e-10, 1e-11};

    @Test
    void noRightDerivativeIsRefutedAndNearlyAllMistakesAre() throws IOException {
        Scoreboard board = Scoreboard.of(Corpus.all(), 1, 2, 11);
        Files.writeString(Path.of("target", "scoreboard.txt"), board + "\n" + board.surprises());

        assertThat(board.rightRefuted()).as(board.surprises()).isZero();
        assertThat(board.shareConfirmed()).as(board.surprises()).isGreaterThan(0.95);
        assertThat(board.shareDetected()).as(board.surprises()).isGreaterThan(0.98);
        assertThat(board.shareSeparated()).as(board.surprises()).isGreaterThan(0.95);
        // A patch that is flat, at the point of a formula that is not: zero is the derivative of the patch.
        assertThat(board.missed()).as(board.surprises()).isLessThanOrEqualTo(3);
        assertThat(board.shareDetected(Category.SMOOTH, Category.MATRIX, Category.PROGRAM, Category.MODEL))
                .as(board.surprises())
                .isEqualTo(1.0);
        assertThat(board.medianEvaluations()).isLessThanOrEqualTo(40);
        assertThat(board.meanEvaluations()).isLessThanOrEqualTo(60);
    }

    @Test
    void mistakesOfCleanFunctionsAreRefutedDownToTheLine() throws IOException {
        List<CleanFunction> clean = Corpus.all().stream()
                .filter(subject -> CLEAN.contains(subject.category()))
                .map(CleanFunction::new)
                .toList();
        DetectionBySize table = DetectionBySize.of(clean, ERRORS, 1);
        Files.writeString(Path.of("target", "detection-by-size.txt"), table.toString());

        assertThat(table.shareRefuted(1e-2)).as(table.toString()).isEqualTo(1);
        assertThat(table.shareRefuted(1e-6)).as(table.toString()).isGreaterThan(0.98);
        assertThat(table.missed()).as(table.toString()).isZero();
    }

    @Test
    void complexEvaluationSeesMistakesOfTheLastDigits() throws IOException {
        DetectionBySize table = DetectionBySize.of(
                ComplexFunctions.all(), new double[] {1e-6, 1e-8, 1e-10, 1e-12, 1e-13, 1e-14}, 1, 2, 3);
        Files.writeString(Path.of("target", "detection-by-size-complex.txt"), table.toString());

        assertThat(table.shareRefuted(1e-6)).as(table.toString()).isEqualTo(1);
        assertThat(table.missed()).as(table.toString()).isZero();
    }

    /** A function of the corpus that floating point does not stand in the way of. */
    private record CleanFunction(CorpusCase subject) implements DetectionBySize.Subject {
        @Override
        public CheckReport check(double factor, CheckSettings settings) {
            return subject.check(x -> scaled(subject.right().apply(x), factor), CorpusCase.Claim.MATRIX, settings);
        }

        private static double[][] scaled(double[][] jacobian, double factor) {
            double[][] scaled = new double[jacobian.length][];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = jacobian[i].clone();
                for (int j = 0; j < scaled[i].length; j++) {
                    scaled[i][j] *= factor;
                }
            }
            return scaled;
        }
    }
}
