package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FlatPieceTest {

    @Test
    void constantIsAFlatPieceThatNeverChanges() {
        assertThat(FlatPiece.of(TestSamples.ladder(t -> 3)))
                .hasValueSatisfying(flat -> assertThat(flat.change()).isZero());
    }

    @Test
    void changeAroundThePieceIsTheSizeOfSlopesOnIt() {
        assertThat(FlatPiece.of(TestSamples.ladder(t -> Math.max(0, t - 0.01) + 7)))
                .hasValueSatisfying(flat -> assertThat(flat.change()).isCloseTo(0.115, within(1e-12)));
        assertThat(FlatPiece.of(TestSamples.ladder(t -> Math.max(0, -t - 0.01))))
                .hasValueSatisfying(flat -> assertThat(flat.change()).isCloseTo(0.115, within(1e-12)));
    }

    @Test
    void slopeIsNoFlatPieceHoweverSmall() {
        assertThat(FlatPiece.of(TestSamples.ladder(t -> 1e-9 * t))).isEmpty();
        assertThat(FlatPiece.of(TestSamples.ladder(t -> t * t * t * t))).isEmpty();
    }

    @Test
    void pieceThatOnlyTheFinestStepsStayOnIsRoundingOfTheInput() {
        assertThat(FlatPiece.of(TestSamples.of(t -> (float) (1 + t), 3, 5, 7, 9, 26, 28, 30)))
                .isEmpty();
    }

    @Test
    void twoFlatPairsAreTooFew() {
        assertThat(FlatPiece.of(TestSamples.of(t -> Math.max(0, t - 0.01), 3, 5, 7, 9)))
                .isEmpty();
    }

    @Test
    void staircaseFollowsItsTrendAndIsNoFlatPiece() {
        for (DoubleUnaryOperator stairs : Arrays.<DoubleUnaryOperator>asList(
                t -> Math.rint((1.3 + t) * 1e4) / 1e4, t -> Math.floor(1e3 * (1.3004 + t)) / 1e3)) {
            assertThat(FlatPiece.of(TestSamples.of(stairs, 3, 4, 5, 6, 7, 16, 24, 27)))
                    .isEmpty();
        }
    }

    @Test
    void roundingBesideALargeOffsetIsNoFlatPiece() {
        assertThat(FlatPiece.of(TestSamples.ladder(t -> 1e15 + Math.sin(40 * t))))
                .isEmpty();
    }

    @Test
    void gapBeforeTheFlatStepsLeavesOpenWhereThePieceBegins() {
        assertThat(FlatPiece.couldBeginCoarser(TestSamples.ladder(t -> (float) (1.5 + t))))
                .isTrue();
        assertThat(FlatPiece.couldBeginCoarser(TestSamples.ladder(t -> Math.max(0, t - 0.01))))
                .isFalse();
        assertThat(FlatPiece.couldBeginCoarser(TestSamples.ladder(Math::exp))).isFalse();
    }

    @Test
    void gridIsTheLastPlaceThatASmallSlopeMovesGBy() {
        assertThat(FlatPiece.grid(TestSamples.ladder(t -> 0x1.8p50 + 2.2 * t))).isEqualTo(0.25);
        assertThat(FlatPiece.grid(TestSamples.ladder(t -> (float) (0x1.8p10 + 0.7 * t))))
                .isEqualTo(0x1p-13);
    }

    @Test
    void noGridShowsWhereGIsSmoothOrConstant() {
        assertThat(FlatPiece.grid(TestSamples.ladder(Math::exp))).isZero();
        assertThat(FlatPiece.grid(TestSamples.ladder(t -> 3))).isZero();
    }

    @Test
    void deadZoneThatIsLeftSteeplyIsNoGrid() {
        assertThat(FlatPiece.grid(TestSamples.ladder(t -> 7 + Math.max(0, t - 0.01))))
                .isZero();
    }

    @Test
    void remnantOfTermsThatCancelledHasFewBits() {
        for (double value : new double[] {0, 0x1p-52, -0x1p-53, 3 * 0x1p-52, 0x1p-45 + 0x1p-50, 1 - Math.tanh(18)}) {
            assertThat(FlatPiece.isRemnant(TestSamples.ladder(t -> value)))
                    .as("%s", value)
                    .isTrue();
        }
    }

    @Test
    void remnantUnderALogarithmIsOneToo() {
        for (double rest : new double[] {0x1p-52, 3 * 0x1p-52, 0x1p-45 + 0x1p-50}) {
            assertThat(FlatPiece.isRemnant(TestSamples.ladder(t -> Math.log1p(rest))))
                    .as("%s", rest)
                    .isTrue();
        }
    }

    @Test
    void tinyNumberOfManyBitsAndOneThatIsNotTinyAreNoRemnants() {
        for (double value : new double[] {1e-20, -1.1e-13, Math.PI * 0x1p-60, 0x1p-40, 0.5, 1, 1e15}) {
            assertThat(FlatPiece.isRemnant(TestSamples.ladder(t -> value)))
                    .as("%s", value)
                    .isFalse();
        }
    }
}
