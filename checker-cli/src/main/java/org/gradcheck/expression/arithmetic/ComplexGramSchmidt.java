package org.gradcheck.expression.arithmetic;

import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.complex.Complex;

/** {@link RealGramSchmidt} with transposes, not conjugate ones, and so analytic. */
final class ComplexGramSchmidt {

    private final Planes basis;
    private final Planes columns;
    private final Planes upper;

    private ComplexGramSchmidt(ZMatrixRMaj a) {
        this.basis = Planes.zero(a.numRows, a.numCols);
        this.columns = Planes.transposed(a);
        this.upper = Planes.zero(a.numCols, a.numCols);
    }

    static Arithmetic.Orthonormal<ZMatrixRMaj> of(ZMatrixRMaj a) {
        ComplexGramSchmidt result = new ComplexGramSchmidt(a);
        for (int k = 0; k < a.numCols; k++) {
            result.append(k);
        }
        return new Arithmetic.Orthonormal<>(result.basis.matrix(), result.upper.matrix());
    }

    private void append(int k) {
        int rows = basis.re().length;
        double before = RealGramSchmidt.norm(columns.re()[k]);
        Planes column = columns.row(k);
        if (k > 0) {
            Planes first = removed(column, k);
            Planes second = removed(column, k);
            for (int j = 0; j < k; j++) {
                upper.put(j, k, first.entry(0, j).plus(second.entry(0, j)));
            }
        }
        Complex length = squares(column, rows).sqrt();
        if (!(length.re() > RealGramSchmidt.leastLength(rows, before))) {
            length = Complex.of(Double.NaN);
        }
        upper.put(k, k, length);
        for (int i = 0; i < rows; i++) {
            Complex entry = column.entry(0, i).over(length);
            column.put(0, i, entry);
            basis.put(i, k, entry);
        }
    }

    private Planes removed(Planes column, int k) {
        Planes coefficients = Planes.zero(1, k);
        coefficients.addProduct(column, basis);
        Planes projection = Planes.zero(1, basis.re().length);
        projection.addProduct(coefficients, columns);
        Rows.subtract(column.re()[0], 1, projection.re()[0], 0, basis.re().length);
        Rows.subtract(column.im()[0], 1, projection.im()[0], 0, basis.re().length);
        return coefficients;
    }

    private static Complex squares(Planes column, int count) {
        Complex sum = Complex.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.plus(column.entry(0, i).times(column.entry(0, i)));
        }
        return sum;
    }
}
