package com.example.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What this project runs with, and what it does without. */
class ClassPathTest {

    @Test
    void junitIsOfTheVersionThatTheTeamChose() throws Exception {
        Path jar = Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());

        assertThat(jar).hasFileName("junit-jupiter-api-" + System.getProperty("expected.junit") + ".jar");
    }

    @Test
    void whatIsOptionalIsAbsent() {
        List<String> optional = List.of(
                "org.junit.jupiter.params.ParameterizedTest",
                "org.ejml.simple.SimpleMatrix",
                "org.hipparchus.complex.Complex",
                "org.apache.commons.math3.util.Pair",
                "org.ddogleg.optimization.functions.FunctionNtoM");

        for (String name : optional) {
            assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(name));
        }
    }
}
