package org.gradcheck.assertj;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * The checks that assertions begin with. A missing function becomes a missing actual value, which every assertion reports in
 * AssertJ's words.
 */
@SuppressWarnings("NullAway") // AssertJ's assertions take null and fail in isNotNull()
final class FunctionChecks {

    private FunctionChecks() {}

    static DerivativeCheck<double[], Double> scalar(@Nullable ToDoubleFunction<double[]> f) {
        return f == null ? null : DerivativeCheck.ofScalar(f);
    }

    static DerivativeCheck<double[], double[]> vector(@Nullable UnaryOperator<double[]> f) {
        return f == null ? null : DerivativeCheck.ofVector(f);
    }

    static DerivativeCheck<Double, Double> univariate(@Nullable DoubleUnaryOperator f) {
        return f == null ? null : DerivativeCheck.of(Spaces.scalar(), Spaces.scalar(), f::applyAsDouble);
    }

    static <X, Y> DerivativeCheck<X, Y> between(Manifold<X> domain, Space<Y> codomain, @Nullable Function<X, Y> f) {
        return f == null ? null : DerivativeCheck.of(domain, codomain, f);
    }

    static DerivativeCheck<DMatrixRMaj, Double> scalarOfMatrix(@Nullable ToDoubleFunction<DMatrixRMaj> f) {
        return f == null
                ? null
                : DerivativeCheck.ofShapes(FunctionChecks::spaceOf, y -> Spaces.scalar(), f::applyAsDouble);
    }

    static DerivativeCheck<DMatrixRMaj, DMatrixRMaj> matrix(@Nullable UnaryOperator<DMatrixRMaj> f) {
        return f == null ? null : DerivativeCheck.ofShapes(FunctionChecks::spaceOf, FunctionChecks::spaceOf, f);
    }

    private static Space<DMatrixRMaj> spaceOf(DMatrixRMaj matrix) {
        return Spaces.matrix(matrix.numRows, matrix.numCols);
    }
}
