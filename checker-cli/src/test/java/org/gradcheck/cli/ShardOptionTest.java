package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradcheck.spec.Shard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardOptionTest {

    @Test
    void aPartIsANumberAndACount() {
        assertThat(ShardOption.read("2/3", Map.of())).isEqualTo(new Shard(2, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "CI_NODE_INDEX, 2, CI_NODE_TOTAL, 5",
        "CIRCLE_NODE_INDEX, 1, CIRCLE_NODE_TOTAL, 5",
        "BUILDKITE_PARALLEL_JOB, 1, BUILDKITE_PARALLEL_JOB_COUNT, 5"
    })
    void buildServersSayWhichPart(String number, String index, String count, String total) {
        assertThat(ShardOption.read("auto", Map.of(number, index, count, total)))
                .isEqualTo(new Shard(2, 5));
    }

    @Test
    void withoutABuildServerAutoIsTheWhole() {
        assertThat(ShardOption.read("auto", Map.of("CI_NODE_TOTAL", "1"))).isEqualTo(new Shard(1, 1));
    }

    @Test
    void aBuildServerThatDoesNotSayWhichJobThisIsIsAMistake() {
        assertThat(ShardOption.read("auto", Map.of("CI", "true", "CI_NODE_TOTAL", "1")))
                .isEqualTo(new Shard(1, 1));
        assertThatThrownBy(() -> ShardOption.read("auto", Map.of("CI", "true", "GITHUB_ACTIONS", "true")))
                .hasMessage(
                        "--shard auto: this is a build server (CI is set), and it does not say which of its jobs this is;"
                                + " expected one of CI_NODE_INDEX, CIRCLE_NODE_INDEX, BUILDKITE_PARALLEL_JOB, with its count. Say"
                                + " it yourself: --shard I/N.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0/3    | --shard 0/3: there is no part 0 of 3; expected a number from 1 to the count.
            4/3    | --shard 4/3: there is no part 4 of 3; expected a number from 1 to the count.
            1/0    | --shard 1/0: there is no part 1 of 0; expected a number from 1 to the count.
            1 of 3 | --shard 1 of 3: expected number/count, such as 1/4, or auto for what the build server says.
            """)
    void otherPartsAreRefused(String text, String message) {
        assertThatThrownBy(() -> ShardOption.read(text, Map.of())).hasMessage(message);
    }

    @Test
    void whatAServerSaysWrongIsShown() {
        assertThatThrownBy(() -> ShardOption.read("auto", Map.of("CI_NODE_INDEX", "one", "CI_NODE_TOTAL", "2")))
                .hasMessage("--shard auto: CI_NODE_INDEX=one, CI_NODE_TOTAL=2: expected whole numbers.");
    }

    @Test
    void partsAreEvenDisjointAndTogetherTheWhole() {
        List<Integer> whole = IntStream.range(0, 11).boxed().toList();
        List<List<Integer>> parts = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> new Shard(number, 4).of(whole))
                .toList();

        assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeBetween(2, 3));
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(whole);
    }
}
