package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestEstimatesTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Line line = TestLines.along(Math::sin, 0.5);
    private final LatestEstimates latest = new LatestEstimates(line);

    @BeforeEach
    void start() {
        line.evaluatePairs(StepLadder.first());
        made.set(0);
    }

    private void ask(double supplied) {
        LineEstimate estimate = latest.get(0, supplied, () -> {
            made.incrementAndGet();
            return LineEstimate.without(LineEstimate.Status.DOMAIN, supplied, 0);
        });
        assertThat(estimate.scale()).isEqualTo(supplied);
    }

    @Test
    void theSameQuestionIsAnsweredOnce() {
        ask(1);
        ask(1);

        assertThat(made).hasValue(1);
    }

    @Test
    void anotherSuppliedValueIsAnotherQuestion() {
        ask(1);
        ask(2);
        ask(1);

        assertThat(made).hasValue(3);
    }

    @Test
    void anotherPairOfStepsIsAnotherQuestion() {
        ask(1);
        line.evaluatePairs(31);
        ask(1);

        assertThat(made).hasValue(2);
    }
}
