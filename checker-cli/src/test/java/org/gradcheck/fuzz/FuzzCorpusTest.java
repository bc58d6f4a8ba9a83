package org.gradcheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of the fuzz targets: nasty inputs by hand, and whatever was found by the fuzzer once. */
class FuzzCorpusTest {

    private static List<Path> corpus(String folder) throws IOException, URISyntaxException {
        Path path = Path.of(
                Objects.requireNonNull(FuzzCorpusTest.class.getResource(folder)).toURI());
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList();
        }
    }

    static List<Path> expressions() throws IOException, URISyntaxException {
        return corpus("expression");
    }

    static List<Path> specs() throws IOException, URISyntaxException {
        return corpus("spec");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void anExpressionIsEvaluatedOrRefused(Path file) throws IOException {
        byte[] input = Files.readAllBytes(file);

        assertThatCode(() -> ExpressionFuzz.fuzzerTestOneInput(input)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aSpecIsCheckedOrRefused(Path file) throws IOException {
        byte[] input = Files.readAllBytes(file);

        assertThatCode(() -> SpecFuzz.fuzzerTestOneInput(input)).doesNotThrowAnyException();
    }

    /** A corpus that the targets leave out tests nothing. */
    @Test
    void theTargetsTakeWhatIsInTheCorpus() throws IOException, URISyntaxException {
        for (Path file : Stream.of(expressions(), specs()).flatMap(List::stream).toList()) {
            assertThat(FuzzedText.of(Files.readAllBytes(file), 2000))
                    .as(file.toString())
                    .isPresent();
        }
    }
}
