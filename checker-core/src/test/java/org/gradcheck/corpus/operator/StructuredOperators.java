package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.diagonal;
import static org.gradcheck.corpus.operator.Algebra.diagonalOf;
import static org.gradcheck.corpus.operator.Algebra.identity;
import static org.gradcheck.corpus.operator.Algebra.inner;
import static org.gradcheck.corpus.operator.Algebra.inverse;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.outer;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.skew;
import static org.gradcheck.corpus.operator.Algebra.solve;
import static org.gradcheck.corpus.operator.Algebra.symmetric;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;
import static org.gradcheck.derivative.GradientConvention.INDEPENDENT;
import static org.gradcheck.derivative.GradientConvention.PAIRING;
import static org.gradcheck.derivative.GradientConvention.RIESZ;

import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.space.Spaces;

/** Matrices with a structure, and what their gradients mean in each convention. */
final class StructuredOperators {

    private static final int N = 3;

    private StructuredOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                logDeterminant(PAIRING, draw)
                        .gradient(PAIRING, Algebra::inverse)
                        .wrongGradient("of the independent entries", PAIRING, x -> perEntry(inverse(x)))
                        .wrongGradient("twice", PAIRING, x -> scaled(2, inverse(x))),
                logDeterminant(RIESZ, draw)
                        .gradient(RIESZ, Algebra::inverse)
                        .wrongGradient("of the independent entries", RIESZ, x -> perEntry(inverse(x)))
                        .wrongGradient(
                                "upper triangle of the independent entries", RIESZ, x -> upper(perEntry(inverse(x)))),
                logDeterminant(INDEPENDENT, draw)
                        .gradient(INDEPENDENT, x -> perEntry(inverse(x)))
                        .wrongGradient("Riesz representer", INDEPENDENT, Algebra::inverse)
                        .wrongGradient("diagonal doubled too", INDEPENDENT, x -> scaled(2, inverse(x))),
                linear(PAIRING, draw),
                linear(RIESZ, draw),
                linear(INDEPENDENT, draw),
                symmetricSquare(draw),
                symmetricTimesVector(RIESZ, draw),
                symmetricTimesVector(INDEPENDENT, draw),
                skewQuadratic(draw),
                factorisationError(draw),
                choleskyFactor(draw),
                triangularSolve(draw),
                diagonalScaling(draw),
                toeplitzFit(RIESZ, draw),
                toeplitzFit(INDEPENDENT, draw));
    }

    /** ΣGᵢⱼVᵢⱼ over i ≤ j is ⟨S, V⟩ for symmetric S and V if G has S on the diagonal and 2S above. */
    private static DMatrixRMaj perEntry(DMatrixRMaj s) {
        return minus(plus(s, transposed(s)), diagonal(diagonalOf(s)));
    }

    private static DMatrixRMaj upper(DMatrixRMaj a) {
        DMatrixRMaj upper = a.copy();
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < i; j++) {
                upper.set(i, j, 0);
            }
        }
        return upper;
    }

    private static DMatrixRMaj lower(DMatrixRMaj a) {
        return transposed(upper(transposed(a)));
    }

    private static OperatorCase<DMatrixRMaj, Double> logDeterminant(GradientConvention convention, Draw draw) {
        return OperatorCase.of(
                Kind.STRUCTURED,
                "log determinant of a symmetric matrix, " + convention.label(),
                Spaces.symmetric(N),
                Spaces.scalar(),
                draw.positiveDefinite(N),
                x -> Math.log(Algebra.determinant(x)));
    }

    /** tr(AᵀX) with an A that is not symmetric. */
    private static OperatorCase<?, ?> linear(GradientConvention convention, Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        OperatorCase<DMatrixRMaj, Double> trace = OperatorCase.of(
                Kind.STRUCTURED,
                "inner product with a symmetric matrix, " + convention.label(),
                Spaces.symmetric(N),
                Spaces.scalar(),
                draw.symmetricMatrix(N),
                x -> inner(a, x));
        return switch (convention) {
            case PAIRING ->
                trace.gradient(PAIRING, x -> a)
                        .wrongGradient("added to its transpose", PAIRING, x -> plus(a, transposed(a)))
                        .wrongGradient("upper triangle only", PAIRING, x -> upper(a));
            case RIESZ ->
                trace.gradient(RIESZ, x -> symmetric(a))
                        .wrongGradient("not symmetrised", RIESZ, x -> a)
                        .wrongGradient("added to its transpose", RIESZ, x -> plus(a, transposed(a)))
                        .wrongGradient("of the independent entries", RIESZ, x -> perEntry(a));
            case INDEPENDENT ->
                trace.gradient(INDEPENDENT, x -> perEntry(a))
                        .wrongGradient("not added to its transpose", INDEPENDENT, x -> a)
                        .wrongGradient("symmetrised", INDEPENDENT, x -> symmetric(a))
                        .wrongGradient("diagonal doubled too", INDEPENDENT, x -> plus(a, transposed(a)));
        };
    }

    private static OperatorCase<?, ?> symmetricSquare(Draw draw) {
        return OperatorCase.of(
                        Kind.STRUCTURED,
                        "square of a symmetric matrix",
                        Spaces.symmetric(N),
                        Spaces.symmetric(N),
                        draw.symmetricMatrix(N),
                        (DMatrixRMaj x) -> times(x, x))
                .jvp((x, v) -> plus(times(x, v), times(v, x)))
                .vjp(RIESZ, (x, w) -> plus(times(x, w), times(w, x)))
                .wrongJvp("as if matrices commuted", (x, v) -> scaled(2, times(x, v)))
                .wrongJvp("symmetrised once too often", (x, v) -> symmetric(times(x, v)))
                .wrongVjp("as if matrices commuted", RIESZ, (x, w) -> scaled(2, times(x, w)))
                .wrongVjp("of the independent entries", RIESZ, (x, w) -> perEntry(plus(times(x, w), times(w, x))));
    }

    /** ⟨w, Va⟩ = ⟨waᵀ, V⟩. */
    private static OperatorCase<?, ?> symmetricTimesVector(GradientConvention convention, Draw draw) {
        double[] a = draw.vector(N);
        OperatorCase<DMatrixRMaj, double[]> product = OperatorCase.of(
                        Kind.STRUCTURED,
                        "symmetric matrix times vector, " + convention.label(),
                        Spaces.symmetric(N),
                        Spaces.vector(N),
                        draw.symmetricMatrix(N),
                        (DMatrixRMaj x) -> times(x, a))
                .jvp((x, v) -> times(v, a))
                .wrongJvp("at x", (x, v) -> times(x, a));
        return convention == RIESZ
                ? product.vjp(RIESZ, (x, w) -> symmetric(outer(w, a)))
                        .wrongVjp("not symmetrised", RIESZ, (x, w) -> outer(w, a))
                        .wrongVjp("added to its transpose", RIESZ, (x, w) -> plus(outer(w, a), outer(a, w)))
                : product.vjp(INDEPENDENT, (x, w) -> perEntry(outer(w, a)))
                        .wrongVjp("entry by entry", INDEPENDENT, (x, w) -> outer(w, a))
                        .wrongVjp("Riesz representer", INDEPENDENT, (x, w) -> symmetric(outer(w, a)));
    }

    /** ⟨A, XBX⟩ has the Euclidean gradient AXᵀBᵀ + BᵀXᵀA. */
    private static OperatorCase<?, ?> skewQuadratic(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        DMatrixRMaj b = draw.matrix(N, N);
        Function<DMatrixRMaj, DMatrixRMaj> euclidean =
                x -> plus(times(a, transposed(x), transposed(b)), times(transposed(b), transposed(x), a));
        return OperatorCase.of(
                        Kind.STRUCTURED,
                        "quadratic function of a skew matrix",
                        Spaces.skew(N),
                        Spaces.scalar(),
                        skew(draw.matrix(N, N)),
                        (DMatrixRMaj x) -> inner(a, times(x, b, x)))
                .gradient(RIESZ, x -> skew(euclidean.apply(x)))
                .wrongGradient("not projected", RIESZ, euclidean)
                .wrongGradient("symmetric part", RIESZ, x -> symmetric(euclidean.apply(x)))
                .wrongGradient("less its transpose, not halved", RIESZ, x -> scaled(2, skew(euclidean.apply(x))))
                .wrongGradient(
                        "as if X were symmetric",
                        PAIRING,
                        x -> plus(times(a, x, transposed(b)), times(transposed(b), x, a)));
    }

    /** ½|LLᵀ − S|² has the Euclidean gradient 2(LLᵀ − S)L. */
    private static OperatorCase<?, ?> factorisationError(Draw draw) {
        DMatrixRMaj s = draw.symmetricMatrix(N);
        Function<DMatrixRMaj, DMatrixRMaj> euclidean = l -> scaled(2, times(minus(times(l, transposed(l)), s), l));
        return OperatorCase.of(
                        Kind.STRUCTURED,
                        "error of a triangular factor",
                        Spaces.lowerTriangular(N),
                        Spaces.scalar(),
                        lower(draw.regular(N)),
                        (DMatrixRMaj l) -> {
                            DMatrixRMaj error = minus(times(l, transposed(l)), s);
                            return inner(error, error) / 2;
                        })
                .gradient(RIESZ, l -> lower(euclidean.apply(l)))
                .wrongGradient("not masked", RIESZ, euclidean)
                .wrongGradient("masked above", RIESZ, l -> upper(euclidean.apply(l)))
                .wrongGradient("factor 2 missing", RIESZ, l -> scaled(0.5, lower(euclidean.apply(l))))
                .wrongGradient(
                        "diagonal dropped",
                        PAIRING,
                        l -> minus(euclidean.apply(l), diagonal(diagonalOf(euclidean.apply(l)))));
    }

    /**
     * With Φ the lower triangle with half the diagonal: dL = L Φ(L⁻¹ dX L⁻ᵀ), since L⁻¹dX L⁻ᵀ = L⁻¹dL + (L⁻¹dL)ᵀ; and
     * X̄ = sym(L⁻ᵀ Φ(LᵀL̄) L⁻¹) (Murray, "Differentiation of the Cholesky decomposition", 2016).
     */
    private static OperatorCase<?, ?> choleskyFactor(Draw draw) {
        return OperatorCase.of(
                        Kind.STRUCTURED,
                        "Cholesky factor",
                        Spaces.symmetric(N),
                        Spaces.lowerTriangular(N),
                        draw.positiveDefinite(N),
                        StructuredOperators::cholesky)
                .jvp((x, v) -> choleskyAlong(x, v, 0.5))
                .vjp(RIESZ, (x, w) -> symmetric(choleskyBack(x, w, 0.5)))
                .wrongJvp("diagonal not halved", (x, v) -> choleskyAlong(x, v, 1))
                .wrongJvp("factor on the wrong side", (x, v) -> {
                    DMatrixRMaj l = cholesky(x);
                    DMatrixRMaj whitened = times(inverse(l), v, transposed(inverse(l)));
                    return times(withDiagonal(lower(whitened), 0.5), l);
                })
                .wrongJvp("not masked", (x, v) -> scaled(0.5, times(v, transposed(inverse(cholesky(x))))))
                .wrongVjp("diagonal not halved", RIESZ, (x, w) -> symmetric(choleskyBack(x, w, 1)))
                .wrongVjp("not symmetrised", RIESZ, (x, w) -> choleskyBack(x, w, 0.5))
                .wrongVjp("inverses not transposed", RIESZ, (x, w) -> {
                    DMatrixRMaj l = cholesky(x);
                    DMatrixRMaj middle = withDiagonal(lower(times(transposed(l), w)), 0.5);
                    return symmetric(times(inverse(l), middle, transposed(inverse(l))));
                })
                .wrongVjp("not masked", RIESZ, (x, w) -> {
                    DMatrixRMaj l = cholesky(x);
                    return symmetric(scaled(0.5, times(w, inverse(l))));
                });
    }

    private static DMatrixRMaj cholesky(DMatrixRMaj x) {
        int n = x.numRows;
        DMatrixRMaj l = new DMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double rest = x.get(i, j);
                for (int k = 0; k < j; k++) {
                    rest -= l.get(i, k) * l.get(j, k);
                }
                l.set(i, j, i == j ? Math.sqrt(rest) : rest / l.get(j, j));
            }
        }
        return l;
    }

    private static DMatrixRMaj choleskyAlong(DMatrixRMaj x, DMatrixRMaj v, double onTheDiagonal) {
        DMatrixRMaj l = cholesky(x);
        DMatrixRMaj whitened = times(inverse(l), v, transposed(inverse(l)));
        return lower(times(l, withDiagonal(lower(whitened), onTheDiagonal)));
    }

    private static DMatrixRMaj choleskyBack(DMatrixRMaj x, DMatrixRMaj w, double onTheDiagonal) {
        DMatrixRMaj l = cholesky(x);
        return times(transposed(inverse(l)), withDiagonal(lower(times(transposed(l), w)), onTheDiagonal), inverse(l));
    }

    private static DMatrixRMaj withDiagonal(DMatrixRMaj a, double factor) {
        return plus(a, scaled(factor - 1, diagonal(diagonalOf(a))));
    }

    /** y = U⁻¹b: dy = −U⁻¹ dU y, and Ū = −U⁻ᵀw yᵀ on the upper triangle. */
    private static OperatorCase<?, ?> triangularSolve(Draw draw) {
        double[] b = draw.vector(N);
        return OperatorCase.of(
                        Kind.STRUCTURED,
                        "triangular solve",
                        Spaces.upperTriangular(N),
                        Spaces.vector(N),
                        upper(draw.regular(N)),
                        (DMatrixRMaj u) -> solve(u, b))
                .jvp((u, v) -> scaled(-1, solve(u, times(v, solve(u, b)))))
                .vjp(RIESZ, (u, w) -> upper(scaled(-1, outer(solve(transposed(u), w), solve(u, b)))))
                .wrongJvp("sign", (u, v) -> solve(u, times(v, solve(u, b))))
                .wrongVjp("not masked", RIESZ, (u, w) -> scaled(-1, outer(solve(transposed(u), w), solve(u, b))))
                .wrongVjp("solve not transposed", RIESZ, (u, w) -> upper(scaled(-1, outer(solve(u, w), solve(u, b)))))
                .wrongVjp(
                        "outer product transposed",
                        RIESZ,
                        (u, w) -> upper(scaled(-1, outer(solve(u, b), solve(transposed(u), w)))))
                .wrongVjp(
                        "right-hand side for the solution",
                        RIESZ,
                        (u, w) -> upper(scaled(-1, outer(solve(transposed(u), w), b))));
    }

    /** tr(DADB) has the Euclidean gradient (ADB + BDA)ᵀ. */
    private static OperatorCase<?, ?> diagonalScaling(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        DMatrixRMaj b = draw.matrix(N, N);
        Function<DMatrixRMaj, DMatrixRMaj> euclidean = d -> transposed(plus(times(a, d, b), times(b, d, a)));
        return OperatorCase.of(
                        Kind.STRUCTURED,
                        "quadratic function of a diagonal matrix",
                        Spaces.diagonal(N),
                        Spaces.scalar(),
                        diagonal(draw.positive(N)),
                        (DMatrixRMaj d) -> Algebra.trace(times(d, a, d, b)))
                .gradient(RIESZ, d -> diagonal(diagonalOf(euclidean.apply(d))))
                .wrongGradient("not masked", RIESZ, euclidean)
                .wrongGradient("term of the product rule dropped", RIESZ, d -> diagonal(diagonalOf(times(a, d, b))))
                .wrongGradient(
                        "trace on the diagonal",
                        RIESZ,
                        d -> scaled(Algebra.trace(euclidean.apply(d)) / N, identity(N)));
    }

    /** ½|Ta − b|² has the Euclidean gradient (Ta − b)aᵀ, of which each diagonal has its mean, or as one entry its sum. */
    private static OperatorCase<?, ?> toeplitzFit(GradientConvention convention, Draw draw) {
        double[] a = draw.vector(N);
        double[] b = draw.vector(N);
        Function<DMatrixRMaj, DMatrixRMaj> euclidean = t -> outer(minus(times(t, a), b), a);
        OperatorCase<DMatrixRMaj, Double> fit = OperatorCase.of(
                Kind.STRUCTURED,
                "fit of a Toeplitz matrix, " + convention.label(),
                Spaces.toeplitz(N, N),
                Spaces.scalar(),
                diagonals(draw.matrix(N, N), true),
                t -> {
                    double[] error = minus(times(t, a), b);
                    return Algebra.dot(error, error) / 2;
                });
        return convention == RIESZ
                ? fit.gradient(RIESZ, t -> diagonals(euclidean.apply(t), true))
                        .wrongGradient("sums of the diagonals", RIESZ, t -> diagonals(euclidean.apply(t), false))
                        .wrongGradient("not averaged", RIESZ, euclidean)
                        .wrongGradient("transposed", RIESZ, t -> transposed(diagonals(euclidean.apply(t), true)))
                : fit.gradient(INDEPENDENT, t -> diagonals(euclidean.apply(t), false))
                        .wrongGradient("means of the diagonals", INDEPENDENT, t -> diagonals(euclidean.apply(t), true))
                        .wrongGradient("first row and column only", INDEPENDENT, euclidean);
    }

    private static DMatrixRMaj diagonals(DMatrixRMaj a, boolean mean) {
        int n = a.numRows;
        DMatrixRMaj result = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                int count = n - Math.abs(i - j);
                for (int k = 0; k < count; k++) {
                    sum += a.get(Math.max(i - j, 0) + k, Math.max(j - i, 0) + k);
                }
                result.set(i, j, mean ? sum / count : sum);
            }
        }
        return result;
    }
}
