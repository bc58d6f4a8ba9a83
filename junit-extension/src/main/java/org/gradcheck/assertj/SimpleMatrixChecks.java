package org.gradcheck.assertj;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.jspecify.annotations.Nullable;

/** The same for {@code SimpleMatrix}, apart from the others since its module may be missing. */
@SuppressWarnings("NullAway") // AssertJ's assertions take null and fail in isNotNull()
final class SimpleMatrixChecks {

    private SimpleMatrixChecks() {}

    static DerivativeCheck<SimpleMatrix, Double> scalar(@Nullable ToDoubleFunction<SimpleMatrix> f) {
        return f == null
                ? null
                : DerivativeCheck.ofShapes(SimpleMatrixChecks::spaceOf, y -> Spaces.scalar(), f::applyAsDouble);
    }

    static DerivativeCheck<SimpleMatrix, SimpleMatrix> matrix(@Nullable UnaryOperator<SimpleMatrix> f) {
        return f == null ? null : DerivativeCheck.ofShapes(SimpleMatrixChecks::spaceOf, SimpleMatrixChecks::spaceOf, f);
    }

    static Space<SimpleMatrix> space(int rows, int columns) {
        return Spaces.adapted(Spaces.matrix(rows, columns), SimpleMatrix::getDDRM, SimpleMatrix::wrap);
    }

    private static Space<SimpleMatrix> spaceOf(SimpleMatrix matrix) {
        return space(matrix.getNumRows(), matrix.getNumCols());
    }
}
