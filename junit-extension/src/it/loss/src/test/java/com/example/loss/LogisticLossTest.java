package com.example.loss;

import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;

import org.gradcheck.junit.DerivativeTest;
import org.gradcheck.junit.GradientChecker;
import org.gradcheck.junit.Point;
import org.junit.jupiter.api.Test;

class LogisticLossTest {

    private final LogisticLoss loss = new LogisticLoss(
            new double[][] {{5.1, 3.5, 1.4}, {4.9, 3.0, 1.3}, {7.0, 3.2, 4.7}, {6.4, 2.9, 4.3}},
            new double[] {-1, -1, 1, 1},
            0.1);

    @DerivativeTest
    void gradient(@Point(dimension = 3) double[] w, GradientChecker check) {
        check.that(loss::value).hasGradient(loss::gradient);
    }

    @Test
    void margins() {
        assertThatFunction(loss::margins)
                .atRandomPoints(3, 3)
                .hasJvp(loss::marginsJvp)
                .hasVjp(loss::marginsVjp);
    }
}
