package com.example.physics.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;

import com.example.physics.Spring;
import org.gradcheck.assertj.DerivativeSoftAssertions;
import org.gradcheck.junit.DerivativeTest;
import org.gradcheck.junit.GradientChecker;
import org.gradcheck.junit.Point;
import org.junit.jupiter.api.Test;

class SpringModuleTest {

    private final Spring spring = new Spring(2.5);

    @DerivativeTest
    void gradient(@Point(dimension = 3) double[] x, GradientChecker check) {
        check.that(spring::energy).hasGradient(spring::gradient);
    }

    record Oscillator(double position, double velocity) {}

    @DerivativeTest
    void gradientByARecord(@Point Oscillator state, GradientChecker check) {
        check.at(state)
                .thatScalar(s -> (s.position() * s.position() + s.velocity() * s.velocity()) / 2)
                .hasGradient(s -> s);
    }

    @Test
    void softly() {
        DerivativeSoftAssertions.assertSoftly(softly -> softly.assertThatFunction(spring::energy)
                .at(new double[] {1, 2, -1})
                .hasGradient(spring::gradient));
    }

    @Test
    void modules() {
        assertThatFunction(spring::energy).atRandomPoints(2, 2).hasGradient(spring::gradient);
        assertThat(getClass().getModule().getName()).isEqualTo("com.example.physics.tests");
        assertThat(DerivativeTest.class.getModule().getName()).isEqualTo("org.gradcheck.junit");
    }
}
