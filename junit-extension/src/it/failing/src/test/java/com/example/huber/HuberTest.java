package com.example.huber;

import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;

import org.gradcheck.junit.DerivativeTest;
import org.gradcheck.junit.GradientChecker;
import org.gradcheck.junit.Point;
import org.junit.jupiter.api.Test;

class HuberTest {

    @DerivativeTest
    void gradient(@Point(dimension = 3) double[] x, GradientChecker check) {
        check.thatScalar(Huber::value).hasGradient(Huber::gradientWithoutTail);
    }

    @Test
    void beyondTheThreshold() {
        assertThatScalarFunction(Huber::value)
                .at(new double[] {1, 4, -2})
                .hasGradient(Huber::gradientWithoutTail);
    }
}
