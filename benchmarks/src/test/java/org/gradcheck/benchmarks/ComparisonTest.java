package org.gradcheck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Evaluations EVALUATIONS =
            new Evaluations(new Evaluations.Calls(26, () -> 0.0), List.of(new Evaluations.Calls(2, () -> 1.0)));

    @Test
    void rowHoldsMediansAndTheSpreadOfTheRounds() {
        Comparison comparison = new Comparison(
                "identity",
                EVALUATIONS,
                List.of(
                        new Comparison.Round(210, 200),
                        new Comparison.Round(330, 300),
                        new Comparison.Round(202, 200)));

        assertThat(comparison.row()).isEqualTo("| identity | 26, 2 | 210 | 200 | 10.0 | 5.0 % | 1.0 % to 10.0 % |");
    }

    @Test
    void twoRoundsMeetInTheMiddle() {
        Comparison comparison = new Comparison(
                "identity", EVALUATIONS, List.of(new Comparison.Round(50, 10), new Comparison.Round(30, 10)));

        assertThat(comparison.row()).isEqualTo("| identity | 26, 2 | 40.0 | 10.0 | 30.0 | 300 % | 200 % to 400 % |");
    }
}
