package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.expression.Evaluations.complexStep;
import static org.gradcheck.expression.Evaluations.evaluate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.expression.function.FunctionLibrary;
import org.gradcheck.expression.function.LanguageFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of the library: Im f(x + ihv)/h against extrapolated differences of real values; a function without a case fails. */
class FunctionDerivativesTest {

    private static final double TOLERANCE = 2e-11;
    private static final double[] STEPS = {0x1p-80, 0x1p-250};

    static Stream<LanguageFunction> functions() {
        return FunctionLibrary.standard().functions().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theComplexEvaluationHasTheDerivativeOfTheRealOne(LanguageFunction function) {
        List<String> calls = FunctionCases.of(function.name());
        assertThat(calls).as("cases for " + function.name()).isNotEmpty();

        for (String call : calls) {
            Map<String, DMatrixRMaj> values = FunctionCases.values();
            Map<String, DMatrixRMaj> direction = FunctionCases.directions();
            DMatrixRMaj value = evaluate(call, values);
            DMatrixRMaj slope = Differences.extrapolated(call, values, direction);
            double size = Math.max(CommonOps_DDRM.elementMaxAbs(slope), 1e-3 * CommonOps_DDRM.elementMaxAbs(value));
            for (double h : STEPS) {
                ZMatrixRMaj step = complexStep(call, values, direction, h);
                for (int at = 0; at < value.getNumElements(); at++) {
                    assertThat(step.data[2 * at])
                            .as("Re %s, entry %d", call, at)
                            .isCloseTo(value.data[at], within(1e-13 * CommonOps_DDRM.elementMaxAbs(value) + h));
                    assertThat(step.data[2 * at + 1] / h)
                            .as("Im/h of %s, entry %d", call, at)
                            .isCloseTo(slope.data[at], within(TOLERANCE * size + h));
                }
            }
        }
    }
}
