package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.block;
import static org.gradcheck.corpus.operator.Algebra.diagonal;
import static org.gradcheck.corpus.operator.Algebra.diagonalOf;
import static org.gradcheck.corpus.operator.Algebra.entries;
import static org.gradcheck.corpus.operator.Algebra.identity;
import static org.gradcheck.corpus.operator.Algebra.inverse;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.symmetric;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;
import static org.gradcheck.corpus.operator.Decompositions.eigen;
import static org.gradcheck.corpus.operator.Decompositions.exponential;
import static org.gradcheck.corpus.operator.Decompositions.orthogonalTriangular;
import static org.gradcheck.derivative.GradientConvention.RIESZ;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.corpus.operator.Decompositions.Factors;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Exponential, square root, logarithm, pseudoinverse and QR factors: derivatives as if matrices commuted, kernels with the wrong
 * diagonal, terms left out.
 */
final class MatrixFunctionOperators {

    private static final int N = 3;
    private static final Space<DMatrixRMaj> SYMMETRIC = Spaces.symmetric(N);
    private static final Space<DMatrixRMaj> SQUARE = Spaces.matrix(N, N);

    private static final Space<Factors> FACTORS = Spaces.product(
            Spaces.part(Factors::q, SQUARE), Spaces.part(Factors::r, Spaces.upperTriangular(N)), Factors::new);

    private MatrixFunctionOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                matrixExponential(draw), squareRoot(draw), logarithm(draw), pseudoInverse(draw), qrFactors(draw));
    }

    /**
     * exp of [X V; 0 X] has the derivative along V in its corner (Najfeld and Havel, "Derivatives of the matrix exponential and
     * their computation", 1995). The adjoint is the derivative at Xᵀ.
     */
    private static OperatorCase<?, ?> matrixExponential(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "matrix exponential",
                        SQUARE,
                        SQUARE,
                        draw.matrix(N, N),
                        Decompositions::exponential)
                .jvp(MatrixFunctionOperators::exponentialAlong)
                .vjp((x, w) -> exponentialAlong(transposed(x), w))
                .wrongJvp("as if matrices commuted", (x, v) -> times(exponential(x), v))
                .wrongJvp(
                        "symmetrised product",
                        (x, v) -> scaled(0.5, plus(times(exponential(x), v), times(v, exponential(x)))))
                .wrongJvp(
                        "second term of the series only",
                        (x, v) -> plus(v, scaled(0.5, plus(times(x, v), times(v, x)))))
                .wrongVjp("not transposed", MatrixFunctionOperators::exponentialAlong)
                .wrongVjp("as if matrices commuted", (x, w) -> times(exponential(transposed(x)), w))
                .wrongVjp("cotangent transposed", (x, w) -> exponentialAlong(transposed(x), transposed(w)))
                .wrongVjp("transposed as a whole", (x, w) -> transposed(exponentialAlong(transposed(x), w)));
    }

    private static DMatrixRMaj exponentialAlong(DMatrixRMaj x, DMatrixRMaj v) {
        DMatrixRMaj both = new DMatrixRMaj(2 * N, 2 * N);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                both.set(i, j, x.get(i, j));
                both.set(N + i, N + j, x.get(i, j));
                both.set(i, N + j, v.get(i, j));
            }
        }
        return block(exponential(both), 0, N, N, 2 * N);
    }

    /** S = X^½: S dS + dS S = dX, solved in the basis of eigenvectors; the operator is its own adjoint. */
    private static OperatorCase<?, ?> squareRoot(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "square root",
                        SYMMETRIC,
                        SYMMETRIC,
                        draw.positiveDefinite(N),
                        (DMatrixRMaj x) -> ofSpectrum(x, map(eigen(x).values(), Math::sqrt)))
                .jvp((x, v) -> multiplied(x, v, rootSums(x)))
                .vjp(RIESZ, (x, w) -> multiplied(x, w, rootSums(x)))
                .wrongJvp(
                        "as if matrices commuted",
                        (x, v) -> scaled(
                                0.5, symmetric(times(ofSpectrum(x, map(eigen(x).values(), l -> 1 / Math.sqrt(l))), v))))
                .wrongJvp(
                        "equation with the square",
                        (x, v) -> multiplied(x, v, Algebra.each(rootSums(x), entry -> entry * entry)))
                .wrongVjp(
                        "as if matrices commuted",
                        RIESZ,
                        (x, w) -> scaled(
                                0.5, symmetric(times(ofSpectrum(x, map(eigen(x).values(), l -> 1 / Math.sqrt(l))), w))))
                .wrongVjp(
                        "multiplied where divided",
                        RIESZ,
                        (x, w) -> multiplied(x, w, Algebra.each(rootSums(x), entry -> 1 / entry)));
    }

    /** Q diag(·) Qᵀ, symmetric to the last place. */
    private static DMatrixRMaj ofSpectrum(DMatrixRMaj x, double[] values) {
        return symmetric(times(eigen(x).vectors(), diagonal(values), transposed(eigen(x).vectors())));
    }

    /** Q(K ∘ QᵀVQ)Qᵀ. */
    private static DMatrixRMaj multiplied(DMatrixRMaj x, DMatrixRMaj v, DMatrixRMaj k) {
        DMatrixRMaj q = eigen(x).vectors();
        return symmetric(times(q, entries(k, times(transposed(q), v, q)), transposed(q)));
    }

    /** 1/(√λᵢ + √λⱼ). */
    private static DMatrixRMaj rootSums(DMatrixRMaj x) {
        double[] roots = map(eigen(x).values(), Math::sqrt);
        DMatrixRMaj k = new DMatrixRMaj(N, N);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                k.set(i, j, 1 / (roots[i] + roots[j]));
            }
        }
        return k;
    }

    /** Daleckii and Krein: the kernel has divided differences, and on the diagonal the derivative (Higham, 2008, section 3.3). */
    private static OperatorCase<?, ?> logarithm(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "logarithm",
                        SYMMETRIC,
                        SYMMETRIC,
                        plus(draw.separated(N), identity(N)),
                        (DMatrixRMaj x) -> ofSpectrum(x, map(eigen(x).values(), Math::log)))
                .jvp((x, v) -> multiplied(x, v, loewner(x, 1)))
                .vjp(RIESZ, (x, w) -> multiplied(x, w, loewner(x, 1)))
                .wrongJvp("diagonal of the kernel zero", (x, v) -> multiplied(x, v, loewner(x, 0)))
                .wrongJvp("inverse times tangent", (x, v) -> symmetric(times(inverse(x), v)))
                .wrongVjp("diagonal of the kernel zero", RIESZ, (x, w) -> multiplied(x, w, loewner(x, 0)))
                .wrongVjp("kernel in the wrong basis", RIESZ, (x, w) -> {
                    DMatrixRMaj q = eigen(x).vectors();
                    return symmetric(times(transposed(q), entries(loewner(x, 1), times(q, w, transposed(q))), q));
                });
    }

    private static DMatrixRMaj loewner(DMatrixRMaj x, double onTheDiagonal) {
        double[] l = eigen(x).values();
        DMatrixRMaj k = new DMatrixRMaj(N, N);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                k.set(i, j, i == j ? onTheDiagonal / l[i] : (Math.log(l[i]) - Math.log(l[j])) / (l[i] - l[j]));
            }
        }
        return k;
    }

    /**
     * Of a tall X of full rank, X⁺ = (XᵀX)⁻¹Xᵀ: dX⁺ = −X⁺VX⁺ + (XᵀX)⁻¹Vᵀ(I − XX⁺) (Golub and Pereyra, "The differentiation of
     * pseudo-inverses and nonlinear least squares problems whose variables separate", 1973).
     */
    private static OperatorCase<?, ?> pseudoInverse(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "pseudoinverse",
                        Spaces.matrix(4, 2),
                        Spaces.matrix(2, 4),
                        plus(scaled(2, block(identity(4), 0, 4, 0, 2)), draw.matrix(4, 2)),
                        MatrixFunctionOperators::pseudoInverse)
                .jvp((x, v) -> minus(
                        times(gramInverse(x), transposed(v), residual(x)),
                        times(pseudoInverse(x), v, pseudoInverse(x))))
                .vjp((x, w) -> minus(
                        times(residual(x), transposed(w), gramInverse(x)),
                        times(transposed(pseudoInverse(x)), w, transposed(pseudoInverse(x)))))
                .wrongJvp("as of an inverse", (x, v) -> minus(times(pseudoInverse(x), v, pseudoInverse(x))))
                .wrongJvp(
                        "sign of the second term",
                        (x, v) -> minus(plus(
                                times(gramInverse(x), transposed(v), residual(x)),
                                times(pseudoInverse(x), v, pseudoInverse(x)))))
                .wrongJvp(
                        "residual forgotten",
                        (x, v) -> minus(
                                times(gramInverse(x), transposed(v)), times(pseudoInverse(x), v, pseudoInverse(x))))
                .wrongVjp(
                        "as of an inverse",
                        (x, w) -> minus(times(transposed(pseudoInverse(x)), w, transposed(pseudoInverse(x)))))
                .wrongVjp(
                        "residual forgotten",
                        (x, w) -> minus(
                                times(transposed(w), gramInverse(x)),
                                times(transposed(pseudoInverse(x)), w, transposed(pseudoInverse(x)))));
    }

    private static DMatrixRMaj gramInverse(DMatrixRMaj x) {
        return inverse(times(transposed(x), x));
    }

    private static DMatrixRMaj pseudoInverse(DMatrixRMaj x) {
        return times(gramInverse(x), transposed(x));
    }

    private static DMatrixRMaj residual(DMatrixRMaj x) {
        return minus(identity(x.numRows), times(x, pseudoInverse(x)));
    }

    /**
     * With C = QᵀVR⁻¹ and T its strictly lower triangle: dQ = Q(T − Tᵀ), dR = (C − T + Tᵀ)R. X̄ = (Q̄ + Q copyltu(RR̄ᵀ − Q̄ᵀQ))R⁻ᵀ,
     * where copyltu copies the lower triangle to the upper one (Seeger and others, "Auto-differentiating linear algebra", 2017, for LQ; Liao
     * and others, "Differentiable programming tensor networks", 2019).
     */
    private static OperatorCase<?, ?> qrFactors(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "QR factors",
                        SQUARE,
                        FACTORS,
                        draw.regular(N),
                        Decompositions::orthogonalTriangular)
                .jvp((x, v) -> qrAlong(x, v, 1))
                .vjp((x, w) -> qrBack(x, w, 1, MatrixFunctionOperators::copiedFromBelow))
                .wrongJvp("strict triangle not taken back", (x, v) -> qrAlong(x, v, 0))
                .wrongJvp(
                        "sign of the rotation",
                        (x, v) -> new Factors(
                                minus(qrAlong(x, v, 1).q()), qrAlong(x, v, 1).r()))
                .wrongJvp(
                        "R taken for constant",
                        (x, v) -> new Factors(
                                times(v, inverse(orthogonalTriangular(x).r())), new DMatrixRMaj(N, N)))
                .wrongVjp("symmetrised, not copied", (x, w) -> qrBack(x, w, 1, Algebra::symmetric))
                .wrongVjp("upper triangle copied", (x, w) -> qrBack(x, w, 1, m -> copiedFromBelow(transposed(m))))
                .wrongVjp("sign of the term of Q", (x, w) -> qrBack(x, w, -1, MatrixFunctionOperators::copiedFromBelow))
                .wrongVjp(
                        "cotangent of Q dropped",
                        (x, w) -> qrBack(
                                x,
                                new Factors(new DMatrixRMaj(N, N), w.r()),
                                1,
                                MatrixFunctionOperators::copiedFromBelow))
                .wrongVjp(
                        "cotangent of R dropped",
                        (x, w) -> qrBack(
                                x,
                                new Factors(w.q(), new DMatrixRMaj(N, N)),
                                1,
                                MatrixFunctionOperators::copiedFromBelow))
                .wrongVjp("inverse not transposed", (x, w) -> {
                    Factors f = orthogonalTriangular(x);
                    return times(
                            qrBack(x, w, 1, MatrixFunctionOperators::copiedFromBelow),
                            transposed(f.r()),
                            inverse(f.r()));
                });
    }

    private static DMatrixRMaj strictlyBelow(DMatrixRMaj a) {
        DMatrixRMaj below = new DMatrixRMaj(N, N);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < i; j++) {
                below.set(i, j, a.get(i, j));
            }
        }
        return below;
    }

    private static DMatrixRMaj copiedFromBelow(DMatrixRMaj a) {
        DMatrixRMaj below = strictlyBelow(a);
        return plus(below, transposed(below), diagonal(diagonalOf(a)));
    }

    private static Factors qrAlong(DMatrixRMaj x, DMatrixRMaj v, double back) {
        Factors f = orthogonalTriangular(x);
        DMatrixRMaj c = times(transposed(f.q()), v, inverse(f.r()));
        DMatrixRMaj below = strictlyBelow(c);
        DMatrixRMaj upper = plus(minus(c, below), scaled(back, transposed(below)));
        DMatrixRMaj r = times(upper, f.r());
        return new Factors(times(f.q(), minus(below, transposed(below))), minus(r, strictlyBelow(r)));
    }

    private static DMatrixRMaj qrBack(DMatrixRMaj x, Factors w, double sign, UnaryOperator<DMatrixRMaj> copied) {
        Factors f = orthogonalTriangular(x);
        DMatrixRMaj m = minus(times(f.r(), transposed(w.r())), scaled(sign, times(transposed(w.q()), f.q())));
        return times(plus(w.q(), times(f.q(), copied.apply(m))), transposed(inverse(f.r())));
    }
}
