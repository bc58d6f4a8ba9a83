package com.example.physics;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradcheck.junit.DerivativeTest;
import org.gradcheck.junit.GradientChecker;
import org.gradcheck.junit.Point;
import org.junit.jupiter.api.Test;

/** Tests in the package itself: Maven patches them into the module and leaves gradcheck on the class path. */
class SpringTest {

    @DerivativeTest
    void stretch(@Point(dimension = 3) double[] x, GradientChecker check) {
        check.that(Spring::stretch).hasGradient(Spring::stretchGradient);
    }

    @Test
    void modules() {
        assertThat(SpringTest.class.getModule().getName()).isEqualTo("com.example.physics");
        assertThat(DerivativeTest.class.getModule().isNamed()).isFalse();
    }
}
