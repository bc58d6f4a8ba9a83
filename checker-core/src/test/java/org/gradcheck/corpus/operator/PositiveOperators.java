package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.block;
import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.identity;
import static org.gradcheck.corpus.operator.Algebra.inner;
import static org.gradcheck.corpus.operator.Algebra.inverse;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.sum;
import static org.gradcheck.corpus.operator.Algebra.symmetric;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.trace;
import static org.gradcheck.derivative.GradientConvention.PAIRING;
import static org.gradcheck.derivative.GradientConvention.RIESZ;

import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;

/**
 * Positive definite matrices in two metrics, distributions, matrices of fixed trace: other metrics, Christoffel terms and means
 * left out. Formulas of Boumal, "An introduction to optimization on smooth manifolds", 2023, section 11.7.
 */
final class PositiveOperators {

    private static final int N = 3;

    private PositiveOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                traceInTheAffineInvariantMetric(draw),
                traceOfTheInverse(draw),
                logDeterminant(draw),
                entropy(draw),
                crossEntropyOfRows(draw),
                fixedTrace(draw));
    }

    /** tr(AX): gradient XAX, Hessian ½(VAX + XAV). */
    private static OperatorCase<?, ?> traceInTheAffineInvariantMetric(Draw draw) {
        DMatrixRMaj a = draw.symmetricMatrix(N);
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "trace in the affine-invariant metric",
                        Manifolds.positiveDefinite(N),
                        Spaces.scalar(),
                        draw.positiveDefinite(N),
                        (DMatrixRMaj x) -> inner(a, x))
                .gradient(RIESZ, x -> times(x, a, x))
                .hvp((x, v) -> symmetric(times(v, a, x)))
                .wrongGradient("Euclidean", RIESZ, x -> a)
                .wrongGradient("metric on one side", RIESZ, x -> symmetric(times(x, a)))
                .wrongGradient("metric inverted", RIESZ, x -> times(inverse(x), a, inverse(x)))
                .wrongHvp("zero, as f is linear", (x, v) -> scaled(0, v))
                .wrongHvp("derivative of the gradient", (x, v) -> scaled(2, symmetric(times(v, a, x))))
                .wrongHvp("sign", (x, v) -> minus(symmetric(times(v, a, x))));
    }

    /** tr(AX⁻¹) has G = −X⁻¹AX⁻¹, so the gradient −A and the Hessian ½(VX⁻¹A + AX⁻¹V). */
    private static OperatorCase<?, ?> traceOfTheInverse(Draw draw) {
        DMatrixRMaj a = draw.symmetricMatrix(N);
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "trace of the inverse in the affine-invariant metric",
                        Manifolds.positiveDefinite(N),
                        Spaces.scalar(),
                        draw.positiveDefinite(N),
                        (DMatrixRMaj x) -> inner(a, inverse(x)))
                .gradient(RIESZ, x -> minus(a))
                .hvp((x, v) -> symmetric(times(v, inverse(x), a)))
                .wrongGradient("sign", RIESZ, x -> a)
                .wrongGradient("Euclidean", RIESZ, x -> minus(times(inverse(x), a, inverse(x))))
                .wrongHvp("zero, as the gradient is constant", (x, v) -> scaled(0, v))
                .wrongHvp("Christoffel term forgotten", (x, v) -> scaled(2, symmetric(times(v, inverse(x), a))))
                .wrongHvp("inverse forgotten", (x, v) -> symmetric(times(v, a)));
    }

    private static OperatorCase<?, ?> logDeterminant(Draw draw) {
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "log determinant in the Frobenius metric",
                        Manifolds.positiveDefiniteFrobenius(N),
                        Spaces.scalar(),
                        draw.positiveDefinite(N),
                        (DMatrixRMaj x) -> Math.log(Algebra.determinant(x)))
                .gradient(RIESZ, Algebra::inverse)
                .hvp((x, v) -> minus(times(inverse(x), v, inverse(x))))
                .wrongGradient("of the affine-invariant metric", RIESZ, x -> x)
                .wrongGradient(
                        "of the independent entries",
                        RIESZ,
                        x -> minus(scaled(2, inverse(x)), Algebra.diagonal(Algebra.diagonalOf(inverse(x)))))
                .wrongHvp("of the affine-invariant metric", (x, v) -> scaled(0, v))
                .wrongHvp("as if matrices commuted", (x, v) -> minus(symmetric(times(inverse(x), inverse(x), v))))
                .wrongHvp("metric's term added", (x, v) -> minus(plus(times(inverse(x), v, inverse(x)), v)));
    }

    /** Σ pᵢ log pᵢ. */
    private static OperatorCase<?, ?> entropy(Draw draw) {
        double[] positive = draw.positive(N);
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "entropy on the simplex",
                        Manifolds.simplexInterior(N),
                        Spaces.scalar(),
                        scaled(1 / sum(positive), positive),
                        (double[] p) -> dot(p, map(p, Math::log)))
                .gradient(RIESZ, p -> centred(map(p, Math::log)))
                .hvp((p, v) -> product(map(p, entry -> 1 / entry), v))
                .wrongGradient("projection forgotten", RIESZ, p -> map(p, entry -> Math.log(entry) + 1))
                .wrongGradient("of the Fisher metric", RIESZ, p -> fisher(p, map(p, Math::log)))
                .wrongGradient(
                        "expectation in place of mean",
                        RIESZ,
                        p -> map(p, entry -> Math.log(entry) - dot(p, map(p, Math::log))))
                .wrongGradient("of the logarithms", PAIRING, p -> map(p, entry -> 1 / entry))
                .wrongHvp("divided where multiplied", (p, v) -> product(p, v))
                .wrongHvp("sign", (p, v) -> scaled(-1, product(map(p, entry -> 1 / entry), v)));
    }

    private static double[] centred(double[] g) {
        double mean = sum(g) / g.length;
        return map(g, entry -> entry - mean);
    }

    private static double[] fisher(double[] p, double[] g) {
        double expectation = dot(p, g);
        return product(p, map(g, entry -> entry - expectation));
    }

    /** −Σ yᵢⱼ log Pᵢⱼ over rows that are distributions. */
    private static OperatorCase<?, ?> crossEntropyOfRows(Draw draw) {
        DMatrixRMaj y = new DMatrixRMaj(2, N, true, draw.positive(2 * N));
        Function<DMatrixRMaj, DMatrixRMaj> g = p -> minus(Algebra.entries(y, Algebra.each(p, entry -> 1 / entry)));
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "cross entropy of stochastic rows",
                        Manifolds.stochasticMatrices(2, N),
                        Spaces.scalar(),
                        centredRows(new DMatrixRMaj(2, N, true, draw.positive(2 * N)), true),
                        (DMatrixRMaj p) -> -inner(y, Algebra.each(p, Math::log)))
                .gradient(RIESZ, p -> centredRows(g.apply(p), false))
                .wrongGradient("projection forgotten", RIESZ, g)
                .wrongGradient("columns in place of rows", RIESZ, p -> {
                    DMatrixRMaj mean = scaled(0.5, times(new DMatrixRMaj(new double[][] {{1, 1}, {1, 1}}), g.apply(p)));
                    return minus(g.apply(p), mean);
                })
                .wrongGradient("mean over everything", RIESZ, p -> {
                    double mean = sum(g.apply(p).data) / (2 * N);
                    return Algebra.each(g.apply(p), entry -> entry - mean);
                })
                .wrongGradient(
                        "rows exchanged",
                        PAIRING,
                        p -> times(new DMatrixRMaj(new double[][] {{0, 1}, {1, 0}}), g.apply(p)));
    }

    /** Each row divided by its sum, or less its mean. */
    private static DMatrixRMaj centredRows(DMatrixRMaj a, boolean divided) {
        DMatrixRMaj result = a.copy();
        for (int i = 0; i < a.numRows; i++) {
            double total = sum(block(a, i, i + 1, 0, a.numCols).data);
            for (int j = 0; j < a.numCols; j++) {
                result.set(i, j, divided ? a.get(i, j) / total : a.get(i, j) - total / a.numCols);
            }
        }
        return result;
    }

    /** ½tr(XAX), A symmetric: gradient sym(AX) less its mean on the diagonal. */
    private static OperatorCase<?, ?> fixedTrace(Draw draw) {
        DMatrixRMaj a = draw.symmetricMatrix(N);
        DMatrixRMaj x0 = draw.symmetricMatrix(N);
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "quadratic function of matrices of trace 1",
                        Manifolds.fixedTrace(N, 1),
                        Spaces.scalar(),
                        plus(x0, scaled((1 - trace(x0)) / N, identity(N))),
                        (DMatrixRMaj x) -> trace(times(x, a, x)) / 2)
                .gradient(RIESZ, x -> traceless(symmetric(times(a, x))))
                .hvp((x, v) -> traceless(symmetric(times(a, v))))
                .wrongGradient("trace left in", RIESZ, x -> symmetric(times(a, x)))
                .wrongGradient("not symmetrised", RIESZ, x -> traceless(times(a, x)))
                .wrongGradient(
                        "trace not divided by n",
                        RIESZ,
                        x -> minus(symmetric(times(a, x)), scaled(trace(times(a, x)), identity(N))))
                .wrongGradient("sum of both products", RIESZ, x -> traceless(scaled(2, symmetric(times(a, x)))))
                .wrongHvp("sum of both products", (x, v) -> traceless(scaled(2, symmetric(times(a, v)))))
                .wrongHvp("sandwiched", (x, v) -> traceless(times(a, v, a)));
    }

    private static DMatrixRMaj traceless(DMatrixRMaj a) {
        return minus(a, scaled(trace(a) / N, identity(N)));
    }
}
