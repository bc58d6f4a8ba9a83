package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.block;
import static org.gradcheck.corpus.operator.Algebra.columnOf;
import static org.gradcheck.corpus.operator.Algebra.diagonal;
import static org.gradcheck.corpus.operator.Algebra.diagonalOf;
import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.entries;
import static org.gradcheck.corpus.operator.Algebra.identity;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.outer;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.symmetric;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;
import static org.gradcheck.corpus.operator.Decompositions.eigen;
import static org.gradcheck.corpus.operator.Decompositions.perron;
import static org.gradcheck.corpus.operator.Decompositions.singular;
import static org.gradcheck.derivative.GradientConvention.RIESZ;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.corpus.operator.Decompositions.Eigen;
import org.gradcheck.corpus.operator.Decompositions.Singular;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Eigenvalues, eigenvectors, singular values and functions of matrices. The rules are those of Giles, "Collected matrix
 * derivative results for forward and reverse mode algorithmic differentiation", 2008, where no other source is named; each
 * follows from differentiating the equations that define the factors.
 */
final class SpectralOperators {
    private static final int N = 3;
    private static final Space<DMatrixRMaj> SYMMETRIC = Spaces.symmetric(N);
    private static final Space<DMatrixRMaj> SQUARE = Spaces.matrix(N, N);

    private static final Space<Eigen> EIGEN = Spaces.product(
            Spaces.part(Eigen::values, Spaces.vector(N)), Spaces.part(Eigen::vectors, SQUARE), Eigen::new);

    private SpectralOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                largestEigenvalue(draw),
                eigenvalues(draw),
                eigenvector(draw),
                eigenDecomposition(draw),
                dominantEigenvalue(draw),
                singularValues(draw),
                nuclearNorm(draw));
    }

    /** 1/(λⱼ − λᵢ), zero on the diagonal. */
    private static DMatrixRMaj gaps(double[] values) {
        DMatrixRMaj f = new DMatrixRMaj(values.length, values.length);
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                f.set(i, j, i == j ? 0 : 1 / (values[j] - values[i]));
            }
        }
        return f;
    }

    /** λ with unit eigenvector q: gradient qqᵀ; second derivative 2Σⱼ (qⱼᵀUq)(qⱼᵀVq)/(λ − λⱼ). */
    private static OperatorCase<?, ?> largestEigenvalue(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "largest eigenvalue",
                        SYMMETRIC,
                        Spaces.scalar(),
                        draw.separated(N),
                        (DMatrixRMaj x) -> eigen(x).values()[2])
                .gradient(RIESZ, x -> outer(eigen(x).vector(2), eigen(x).vector(2)))
                .hvp((x, v) -> scaled(2, symmetric(outer(turning(x, v, 1), eigen(x).vector(2)))))
                .bilinear((x, u, v) -> 2 * dot(turning(x, v, 1), times(u, eigen(x).vector(2))))
                .wrongGradient("neighbour's eigenvector", RIESZ, x -> outer(eigen(x).vector(1), eigen(x).vector(1)))
                .wrongGradient("of the independent entries", RIESZ, x -> {
                    DMatrixRMaj g = outer(eigen(x).vector(2), eigen(x).vector(2));
                    return minus(scaled(2, g), diagonal(diagonalOf(g)));
                })
                .wrongGradient(
                        "scaled by the eigenvalue",
                        RIESZ,
                        x -> scaled(eigen(x).values()[2], outer(eigen(x).vector(2), eigen(x).vector(2))))
                .wrongHvp("factor 2", (x, v) -> symmetric(outer(turning(x, v, 1), eigen(x).vector(2))))
                .wrongHvp(
                        "sign of the gap", (x, v) -> scaled(2, symmetric(outer(turning(x, v, -1), eigen(x).vector(2)))))
                .wrongHvp("one neighbour only", (x, v) -> {
                    Eigen e = eigen(x);
                    double share = dot(e.vector(1), times(v, e.vector(2))) / (e.values()[2] - e.values()[1]);
                    return scaled(2 * share, symmetric(outer(e.vector(1), e.vector(2))));
                })
                .wrongBilinear("factor 2", (x, u, v) -> dot(turning(x, v, 1), times(u, eigen(x).vector(2))))
                .wrongBilinear("gap forgotten", (x, u, v) -> {
                    Eigen e = eigen(x);
                    double[] moved = times(v, e.vector(2));
                    return 2 * dot(minus(moved, scaled(dot(e.vector(2), moved), e.vector(2))), times(u, e.vector(2)));
                });
    }

    /** Derivative of the last eigenvector: Σⱼ qⱼ(qⱼᵀVq)/(λ − λⱼ). */
    private static double[] turning(DMatrixRMaj x, DMatrixRMaj v, double sign) {
        Eigen e = eigen(x);
        double[] turning = new double[N];
        for (int j = 0; j < N - 1; j++) {
            double share = dot(e.vector(j), times(v, e.vector(2))) / (e.values()[2] - e.values()[j]);
            turning = plus(turning, scaled(sign * share, e.vector(j)));
        }
        return turning;
    }

    private static OperatorCase<?, ?> eigenvalues(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "eigenvalues",
                        SYMMETRIC,
                        Spaces.vector(N),
                        draw.separated(N),
                        (DMatrixRMaj x) -> eigen(x).values())
                .jvp((x, v) -> diagonalOf(times(transposed(eigen(x).vectors()), v, eigen(x).vectors())))
                .vjp(RIESZ, (x, w) -> times(eigen(x).vectors(), diagonal(w), transposed(eigen(x).vectors())))
                .wrongJvp(
                        "eigenvectors transposed",
                        (x, v) -> diagonalOf(times(eigen(x).vectors(), v, transposed(eigen(x).vectors()))))
                .wrongJvp("diagonal of the tangent", (x, v) -> diagonalOf(v))
                .wrongVjp(
                        "eigenvectors transposed",
                        RIESZ,
                        (x, w) -> times(transposed(eigen(x).vectors()), diagonal(w), eigen(x).vectors()))
                .wrongVjp(
                        "in descending order",
                        RIESZ,
                        (x, w) -> times(
                                eigen(x).vectors(),
                                diagonal(new double[] {w[2], w[1], w[0]}),
                                transposed(eigen(x).vectors())))
                .wrongVjp(
                        "cotangent forgotten",
                        RIESZ,
                        (x, w) -> times(eigen(x).vectors(), transposed(eigen(x).vectors())));
    }

    /** The last eigenvector, its sign such that its last entry is positive: dq = Σⱼ qⱼ(qⱼᵀVq)/(λ − λⱼ). */
    private static OperatorCase<?, ?> eigenvector(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "eigenvector",
                        SYMMETRIC,
                        Spaces.vector(N),
                        draw.separated(N),
                        (DMatrixRMaj x) -> eigen(x).vector(2))
                .jvp((x, v) -> turning(x, v, 1))
                .vjp(RIESZ, (x, w) -> symmetric(outer(resolvent(x, w), eigen(x).vector(2))))
                .wrongJvp("sign of the gap", (x, v) -> turning(x, v, -1))
                .wrongJvp("gap forgotten", (x, v) -> {
                    double[] q = eigen(x).vector(2);
                    return minus(times(v, q), scaled(dot(q, times(v, q)), q));
                })
                .wrongJvp("own component left in", (x, v) -> {
                    double[] q = eigen(x).vector(2);
                    return plus(turning(x, v, 1), scaled(dot(q, times(v, q)), q));
                })
                .wrongVjp("not symmetrised", RIESZ, (x, w) -> outer(resolvent(x, w), eigen(x).vector(2)))
                .wrongVjp(
                        "sign of the gap",
                        RIESZ,
                        (x, w) -> scaled(-1, symmetric(outer(resolvent(x, w), eigen(x).vector(2)))))
                .wrongVjp("factor 2", RIESZ, (x, w) -> scaled(2, symmetric(outer(resolvent(x, w), eigen(x).vector(2)))))
                .wrongVjp("cotangent not projected", RIESZ, (x, w) -> {
                    Eigen e = eigen(x);
                    double[] r = plus(resolvent(x, w), scaled(dot(w, e.vector(2)), e.vector(2)));
                    return symmetric(outer(r, e.vector(2)));
                });
    }

    /** Σⱼ qⱼ(qⱼᵀw)/(λ − λⱼ) over the other eigenvectors. */
    private static double[] resolvent(DMatrixRMaj x, double[] w) {
        Eigen e = eigen(x);
        double[] r = new double[N];
        for (int j = 0; j < N - 1; j++) {
            r = plus(r, scaled(dot(e.vector(j), w) / (e.values()[2] - e.values()[j]), e.vector(j)));
        }
        return r;
    }

    /** With P = QᵀVQ: dλ = diag P and dQ = Q(F ∘ P); X̄ = sym Q(diag λ̄ + F ∘ (QᵀQ̄))Qᵀ. */
    private static OperatorCase<?, ?> eigenDecomposition(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "eigenvalues and eigenvectors",
                        SYMMETRIC,
                        EIGEN,
                        draw.separated(N),
                        Decompositions::eigen)
                .jvp((x, v) -> eigenAlong(x, v, gaps(eigen(x).values())))
                .vjp(RIESZ, (x, w) -> symmetric(eigenBack(x, w, gaps(eigen(x).values()))))
                .wrongJvp("sign of F", (x, v) -> eigenAlong(x, v, minus(gaps(eigen(x).values()))))
                .wrongJvp(
                        "ones on the diagonal of F",
                        (x, v) -> eigenAlong(x, v, plus(gaps(eigen(x).values()), identity(N))))
                .wrongJvp("F forgotten", (x, v) -> eigenAlong(x, v, Algebra.each(identity(N), entry -> 1)))
                .wrongVjp("sign of F", RIESZ, (x, w) -> symmetric(eigenBack(x, w, minus(gaps(eigen(x).values())))))
                .wrongVjp(
                        "ones on the diagonal of F",
                        RIESZ,
                        (x, w) -> symmetric(eigenBack(x, w, plus(gaps(eigen(x).values()), identity(N)))))
                .wrongVjp("not symmetrised", RIESZ, (x, w) -> eigenBack(x, w, gaps(eigen(x).values())))
                .wrongVjp(
                        "cotangent of the eigenvalues dropped",
                        RIESZ,
                        (x, w) ->
                                symmetric(eigenBack(x, new Eigen(new double[N], w.vectors()), gaps(eigen(x).values()))))
                .wrongVjp(
                        "cotangent of the eigenvectors dropped",
                        RIESZ,
                        (x, w) -> symmetric(
                                eigenBack(x, new Eigen(w.values(), new DMatrixRMaj(N, N)), gaps(eigen(x).values()))))
                .wrongVjp("halved", RIESZ, (x, w) -> scaled(0.5, symmetric(eigenBack(x, w, gaps(eigen(x).values())))))
                .wrongVjp("rotated back from the wrong side", RIESZ, (x, w) -> {
                    DMatrixRMaj q = eigen(x).vectors();
                    DMatrixRMaj middle = plus(
                            diagonal(w.values()), entries(gaps(eigen(x).values()), times(transposed(q), w.vectors())));
                    return symmetric(times(transposed(q), middle, q));
                });
    }

    private static Eigen eigenAlong(DMatrixRMaj x, DMatrixRMaj v, DMatrixRMaj f) {
        DMatrixRMaj q = eigen(x).vectors();
        DMatrixRMaj p = times(transposed(q), v, q);
        return new Eigen(diagonalOf(p), times(q, entries(f, p)));
    }

    private static DMatrixRMaj eigenBack(DMatrixRMaj x, Eigen w, DMatrixRMaj f) {
        DMatrixRMaj q = eigen(x).vectors();
        return times(q, plus(diagonal(w.values()), entries(f, times(transposed(q), w.vectors()))), transposed(q));
    }

    /** Of a positive matrix: with right and left eigenvectors r and l the gradient is lrᵀ/(lᵀr) (Magnus and Neudecker, 2019). */
    private static OperatorCase<?, ?> dominantEigenvalue(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "eigenvalue of a positive matrix",
                        SQUARE,
                        Spaces.scalar(),
                        new DMatrixRMaj(N, N, true, draw.positive(N * N)),
                        (DMatrixRMaj x) -> {
                            double[] r = perron(x);
                            return dot(r, times(x, r)) / dot(r, r);
                        })
                .gradient(x ->
                        scaled(1 / dot(perron(transposed(x)), perron(x)), outer(perron(transposed(x)), perron(x))))
                .jvp((x, v) -> dot(perron(transposed(x)), times(v, perron(x))) / dot(perron(transposed(x)), perron(x)))
                .wrongGradient("as of a symmetric matrix", x -> outer(perron(x), perron(x)))
                .wrongGradient(
                        "left and right exchanged",
                        x -> scaled(1 / dot(perron(transposed(x)), perron(x)), outer(perron(x), perron(transposed(x)))))
                .wrongGradient("not divided by lᵀr", x -> outer(perron(transposed(x)), scaled(1.5, perron(x))))
                .wrongJvp("as of a symmetric matrix", (x, v) -> dot(perron(x), times(v, perron(x))));
    }

    private static OperatorCase<?, ?> singularValues(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "singular values",
                        Spaces.matrix(4, N),
                        Spaces.vector(N),
                        plus(block(diagonal(new double[] {1, 2.5, 4, 0}), 0, 4, 0, N), scaled(0.4, draw.matrix(4, N))),
                        (DMatrixRMaj x) -> singular(x).values())
                .jvp((x, v) -> {
                    Singular s = singular(x);
                    return diagonalOf(times(transposed(s.u()), v, s.v()));
                })
                .vjp((x, w) -> times(
                        singular(x).u(), diagonal(w), transposed(singular(x).v())))
                .wrongJvp("right vectors transposed", (x, v) -> {
                    Singular s = singular(x);
                    return diagonalOf(times(transposed(s.u()), v, transposed(s.v())));
                })
                .wrongJvp("of the squares", (x, v) -> {
                    Singular s = singular(x);
                    return diagonalOf(scaled(2, times(diagonal(s.values()), transposed(s.u()), v, s.v())));
                })
                .wrongVjp(
                        "right vectors transposed",
                        (x, w) ->
                                times(singular(x).u(), diagonal(w), singular(x).v()))
                .wrongVjp(
                        "singular values left in",
                        (x, w) -> times(
                                singular(x).u(),
                                diagonal(Algebra.product(singular(x).values(), w)),
                                transposed(singular(x).v())))
                .wrongVjp(
                        "order of the values",
                        (x, w) -> times(
                                singular(x).u(),
                                diagonal(new double[] {w[2], w[1], w[0]}),
                                transposed(singular(x).v())));
    }

    /** Σσ: gradient UVᵀ where no singular value is zero. */
    private static OperatorCase<?, ?> nuclearNorm(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECTRAL,
                        "nuclear norm",
                        SQUARE,
                        Spaces.scalar(),
                        plus(diagonal(new double[] {1, 2.5, 4}), scaled(0.4, draw.matrix(N, N))),
                        (DMatrixRMaj x) -> Algebra.sum(singular(x).values()))
                .gradient(x -> times(singular(x).u(), transposed(singular(x).v())))
                .wrongGradient(
                        "transposed",
                        x -> times(singular(x).v(), transposed(singular(x).u())))
                .wrongGradient("of the Frobenius norm", x -> scaled(1 / Math.sqrt(Algebra.inner(x, x)), x))
                .wrongGradient(
                        "of the spectral norm",
                        x -> outer(
                                columnOf(singular(x).u(), 0),
                                columnOf(singular(x).v(), 0)));
    }
}
