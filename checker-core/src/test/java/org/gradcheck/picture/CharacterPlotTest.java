package org.gradcheck.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradcheck.report.Evidence;
import org.gradcheck.report.RemainderPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterPlotTest {

    private static ScalingPlot plot(Evidence evidence) {
        return ScalingPlot.of(evidence).orElseThrow();
    }

    @Test
    void aWrongDerivativeFollowsTheSlopeOfWrongOnes() {
        assertThat(CharacterPlot.of(plot(SampleEvidence.wrong()), 60)).isEqualTo("""
                       │                                  *...1.······'1'''*
                 1e-03 ┤               ..*..1·······'1''''...·2·..··''
                       │*.1······''1'''         ...··2·''..···3'
                       │               ...··2'''   ..3·''
                 1e-06 ┤      ...··2'''      ..··''
                       │··2'''         ..··'3
                       │         ..3·''
                 1e-09 ┤  3..··''
                       │''
                       │
                 1e-12 ┤
                       │
                       │
                 1e-15 ┤~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~
                       └┴────────────────┴────────────────┴────────────────┴
                step h 1e-04           1e-03            1e-02          1e-01
                        o remainder, order 1.00
                        x central remainder, order 1.00   slope 2: right
                        slope 3: right, central   slope 1: wrong
                        ~ noise of f, 1.0e-16
                """);
    }

    @Test
    void aRightDerivativeFollowsTheSlopesOfRightOnes() {
        assertThat(CharacterPlot.ascii(plot(SampleEvidence.right()), 76)).isEqualTo("""
                 1e-03 +                                                    ..1.....---1---o
                       |                             .......1--------1''''''.-2-''''      .x
                       |       ..1....----1---'''''1'        ....----o'''          ..--3''
                 1e-06 +1''''''                   .2..----''2              ...3-'''
                       |               ...2---o'''                  .x---''
                       |   ....--2-''''                     3..--'''
                 1e-09 +o''                          ..---''
                       |                     .x.--'3'
                       |             ...--3''
                 1e-12 +      ..-3-''
                       |x--'''
                       |
                 1e-15 +
                       |~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~
                       ++---------------------+----------------------+---------------------+
                step h 1e-04                1e-03                  1e-02               1e-01
                        o remainder, order 2.00   x central remainder, order 3.00
                        slope 2: right   slope 3: right, central   slope 1: wrong
                        ~ noise of f, 1.0e-16
                """);
    }

    @Test
    void zerosAreDigitsAtTheLowerEdge() {
        String text = CharacterPlot.of(
                plot(SampleEvidence.withTable(
                        new RemainderPoint(0.1, 1, 0.01, 0), new RemainderPoint(0.001, 1, 1e-6, 0))),
                60);

        assertThat(text.lines().skip(13).findFirst().orElseThrow())
                .contains("│0")
                .endsWith("0");
    }

    @ParameterizedTest
    @MethodSource("org.gradcheck.picture.SvgPlotTest#everyKind")
    void everyLineFitsItsWidth(Evidence evidence) {
        for (int width = 40; width <= 80; width++) {
            int columns = width;
            assertThat(CharacterPlot.of(plot(evidence), width).lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns))
                    .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()))
                    .hasSizeBetween(17, 22);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 39})
    void thereIsANarrowest(int width) {
        assertThat(CharacterPlot.of(plot(SampleEvidence.right()), width))
                .isEqualTo(CharacterPlot.of(plot(SampleEvidence.right()), 40));
    }

    @Test
    void thereIsAWidest() {
        assertThat(CharacterPlot.of(plot(SampleEvidence.right()), 500))
                .isEqualTo(CharacterPlot.of(plot(SampleEvidence.right()), 80));
    }

    @Test
    void asciiIsAscii() {
        assertThat(CharacterPlot.ascii(plot(SampleEvidence.wrong()), 80)).matches("[\\x20-\\x7e\\n]+");
    }
}
