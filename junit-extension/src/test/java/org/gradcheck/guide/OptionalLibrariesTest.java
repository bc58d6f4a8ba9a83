package org.gradcheck.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.assertj.DerivativeAssertions;
import org.gradcheck.check.DerivativeCheck;
import org.junit.jupiter.api.Test;

/** Whoever has none of the libraries that there are adapters for is not asked for them. */
class OptionalLibrariesTest {

    private static final String LIBRARIES = """
            there is no org.hipparchus.complex.Complex
            there is no org.hipparchus.optim.OptimizationData
            there is no org.apache.commons.math3.util.Pair
            there is no org.ddogleg.optimization.functions.FunctionNtoM
            """;

    /** All that assertions need, to be written on a command line. */
    private static String needed() throws ClassNotFoundException, URISyntaxException {
        List<Class<?>> needed = List.of(
                DerivativeAssertions.class,
                DerivativeCheck.class,
                Assertions.class,
                Class.forName("net.bytebuddy.ByteBuddy"), // by name: its module is not read here
                DMatrixRMaj.class,
                CommonOps_DDRM.class);
        List<String> paths = new ArrayList<>();
        for (Class<?> type : needed) {
            paths.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return paths.stream().distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String run(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add(WithoutLibraries.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")); // java tells of them
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace(System.lineSeparator(), "\n");
    }

    @Test
    void onTheClassPath() throws IOException, ReflectiveOperationException, URISyntaxException {
        String path = "target/test-classes" + File.pathSeparator + needed();

        assertThat(run("-cp", path)).isEqualTo("assertions work, in module null\n" + LIBRARIES);
    }

    @Test
    void onTheModulePath() throws IOException, ReflectiveOperationException, URISyntaxException {
        assertThat(run(
                        "-cp",
                        "target/test-classes",
                        "-p",
                        needed(),
                        "--add-modules",
                        "org.gradcheck.junit,org.assertj.core"))
                .isEqualTo("assertions work, in module org.gradcheck.core\n" + LIBRARIES);
    }
}
