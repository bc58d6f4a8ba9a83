package org.gradcheck.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static List<String> magnitudes(int rank, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(
                        number -> Choice.first(number).ofRank(rank).magnitude().label())
                .toList();
    }

    @Test
    void theVariableInQuestionIsOrdinaryLargeAndSmallInTurn() {
        assertThat(magnitudes(0, 1, 6)).containsExactly("ordinary", "large", "small", "ordinary", "large", "small");
        assertThat(magnitudes(0, -2, 1)).containsExactly("ordinary", "large", "small", "ordinary");
    }

    @Test
    void theOthersAreOutOfStepAfterTheFirstPoint() {
        assertThat(magnitudes(1, 1, 6)).containsExactly("ordinary", "ordinary", "large", "small", "ordinary", "large");
        assertThat(magnitudes(2, 1, 6)).containsExactly("ordinary", "small", "ordinary", "large", "small", "ordinary");
        assertThat(magnitudes(3, 1, 6)).isEqualTo(magnitudes(1, 1, 6));
        assertThat(magnitudes(4, 1, 6)).isEqualTo(magnitudes(2, 1, 6));
    }

    @Test
    void redrawsApproachOrdinaryNumbersInPairsOfWhichTheSecondIsPositive() {
        List<String> sizes = new ArrayList<>();
        Optional<Choice> choice = Optional.of(Choice.first(2));
        while (choice.isPresent() && sizes.size() < 9) {
            Sizes range = choice.get().sizes();
            sizes.add(range.from() + " " + range.to() + (choice.get().isPositive() ? " positive" : ""));
            choice = choice.get().next();
        }

        assertThat(sizes)
                .containsExactly(
                        "5.5 10.0",
                        "5.5 10.0 positive",
                        "1.5 4.0",
                        "1.5 4.0 positive",
                        "0.4 2.0",
                        "0.4 2.0 positive",
                        "0.1 0.9",
                        "0.1 0.9 positive",
                        "5.5 10.0");
    }

    @Test
    void redrawsComeToAnEnd() {
        int redraws = 0;
        Optional<Choice> choice = Choice.first(1).next();
        while (choice.isPresent()) {
            redraws++;
            choice = choice.get().next();
        }

        assertThat(redraws).isEqualTo(Choice.MOST_REDRAWS);
    }

    @Test
    void nearerChoicesSkipThePositiveOnes() {
        Choice between = Choice.first(3).nearer().orElseThrow();

        assertThat(between.sizes()).isEqualTo(new Sizes(0.1, 0.6));
        assertThat(between.isPositive()).isFalse();
        assertThat(between.next().orElseThrow().nearer().orElseThrow().sizes()).isEqualTo(new Sizes(0.4, 2));
        assertThat(new Choice(3, 0, 6).nearer()).isEmpty();
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Choice(1, -1, 0))
                .withMessage("rank and redraws must not be negative, got -1 and 0");
    }
}
