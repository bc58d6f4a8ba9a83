package org.gradcheck.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void everyPathHasASeedOfItsOwn() {
        Seed seed = new Seed(1);

        assertThat(Stream.of(
                                seed,
                                new Seed(2).split("a"),
                                seed.split("a"),
                                seed.split("b"),
                                seed.split(""),
                                seed.split("a").split("b"),
                                seed.split("ab"),
                                seed.split("b").split("a"),
                                seed.split(1),
                                seed.split(2),
                                seed.split(1).split(2),
                                seed.split("a").split(1))
                        .map(Seed::value))
                .doesNotHaveDuplicates();
    }

    @Test
    void seedsStayWhatTheyAre() {
        // A changed value would silently change the points of every spec.
        assertThat(new Seed(1).split("loss.json").split("gradient").split(3).value())
                .isEqualTo(8209745674942795221L);
    }
}
