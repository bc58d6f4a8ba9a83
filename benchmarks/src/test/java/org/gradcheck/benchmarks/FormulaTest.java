package org.gradcheck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.expression.CheckedExpression;
import org.gradcheck.expression.Environment;
import org.gradcheck.expression.arithmetic.ComplexArithmetic;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared computes the same. */
class FormulaTest {

    /** Large enough for the loops that serve large matrices. */
    private static final int SIZE = 17;

    @ParameterizedTest
    @EnumSource
    void callsOfEjmlHaveTheValueOfTheExpression(Formula formula) {
        Matrices in = Matrices.random(SIZE);
        CheckedExpression expression = formula.expression(in);

        DMatrixRMaj byHand = formula.byHand(in);
        DMatrixRMaj real = expression.evaluate(RealArithmetic.INSTANCE, Environment.of(in.real()));
        ZMatrixRMaj complex = expression.evaluate(ComplexArithmetic.INSTANCE, Environment.of(in.complex()));

        assertThat(List.of(real.numRows, real.numCols)).isEqualTo(List.of(byHand.numRows, byHand.numCols));
        for (int at = 0; at < byHand.getNumElements(); at++) {
            assertThat(real.data[at])
                    .isCloseTo(byHand.data[at], within(1e-10 * Math.max(1, Math.abs(byHand.data[at]))));
            assertThat(complex.data[2 * at])
                    .isCloseTo(real.data[at], within(1e-12 * Math.max(1, Math.abs(real.data[at]))));
        }
    }

    @Test
    void rowHoldsTheLeastTimesAndTheirRatios() {
        SpeedComparison comparison = new SpeedComparison(
                "A*B", List.of(new SpeedComparison.Round(200, 150, 450), new SpeedComparison.Round(100, 160, 500)));

        assertThat(comparison.row()).isEqualTo("| `A*B` | 100 | 150 | 1.50 | 450 | 3.0 |");
    }
}
