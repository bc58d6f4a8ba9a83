package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.diagonal;
import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.inner;
import static org.gradcheck.corpus.operator.Algebra.inverse;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.solve;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;
import static org.gradcheck.derivative.GradientConvention.RIESZ;

import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Spaces;

/** Inner products with a mass matrix M: gradients are M⁻¹ times Euclidean ones, adjoints M⁻¹JᵀK. */
final class WeightedOperators {

    private static final int N = 3;

    private WeightedOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                energy(draw),
                pullbackBetweenWeights(draw),
                weightedCodomain(draw),
                quadrature(draw),
                smoothness(draw),
                weightedMatrices(draw),
                weightedSymmetric(draw));
    }

    /** ½xᵀAx + bᵀx. The Hessian is the matrix of second partial derivatives; the product is its gradient. */
    private static OperatorCase<?, ?> energy(Draw draw) {
        DMatrixRMaj m = draw.positiveDefinite(N);
        DMatrixRMaj a = draw.symmetricMatrix(N);
        double[] b = draw.vector(N);
        Function<double[], double[]> euclidean = x -> plus(times(a, x), b);
        return OperatorCase.of(
                        Kind.WEIGHTED,
                        "energy with a mass matrix",
                        Spaces.weighted(Spaces.vector(N), m),
                        Spaces.scalar(),
                        draw.vector(N),
                        (double[] x) -> dot(x, times(a, x)) / 2 + dot(b, x))
                .gradient(x -> solve(m, euclidean.apply(x)))
                .hvp((x, v) -> solve(m, times(a, v)))
                .hessian(x -> a)
                .bilinear((x, u, v) -> dot(u, times(a, v)))
                .wrongGradient("without the mass matrix", euclidean)
                .wrongGradient("times the mass matrix", x -> times(m, euclidean.apply(x)))
                .wrongGradient("inverse twice", x -> solve(m, solve(m, euclidean.apply(x))))
                .wrongGradient("lumped mass matrix", x -> lumped(m, euclidean.apply(x)))
                .wrongGradient("mass matrix on one term only", x -> plus(solve(m, times(a, x)), b))
                .wrongHvp("without the mass matrix", (x, v) -> times(a, v))
                .wrongHvp("mass matrix on the wrong side", (x, v) -> times(a, solve(m, v)))
                .wrongHessian("with the mass matrix", x -> times(inverse(m), a))
                .wrongBilinear("inner product counted twice", (x, u, v) -> dot(times(m, u), times(a, v)));
    }

    /** Row sums in place of the matrix. */
    private static double[] lumped(DMatrixRMaj m, double[] g) {
        return product(map(times(m, map(g, entry -> 1)), sum -> 1 / sum), g);
    }

    private static OperatorCase<?, ?> pullbackBetweenWeights(Draw draw) {
        DMatrixRMaj m = draw.positiveDefinite(N);
        DMatrixRMaj k = draw.positiveDefinite(2);
        DMatrixRMaj b = draw.matrix(2, N);
        Function<double[], DMatrixRMaj> jacobian = x -> times(diagonal(map(times(b, x), Math::cos)), b);
        return OperatorCase.of(
                        Kind.WEIGHTED,
                        "pullback between two inner products",
                        Spaces.weighted(Spaces.vector(N), m),
                        Spaces.weighted(Spaces.vector(2), k),
                        draw.vector(N),
                        (double[] x) -> map(times(b, x), Math::sin))
                .jvp((x, v) -> times(jacobian.apply(x), v))
                .vjp((x, w) -> solve(m, times(transposed(jacobian.apply(x)), times(k, w))))
                .wrongJvp("with the weight of the values", (x, v) -> times(k, times(jacobian.apply(x), v)))
                .wrongVjp("Euclidean", (x, w) -> times(transposed(jacobian.apply(x)), w))
                .wrongVjp(
                        "without the weight of the points", (x, w) -> times(transposed(jacobian.apply(x)), times(k, w)))
                .wrongVjp(
                        "without the weight of the values", (x, w) -> solve(m, times(transposed(jacobian.apply(x)), w)))
                .wrongVjp(
                        "weights exchanged for their inverses",
                        (x, w) -> times(m, times(transposed(jacobian.apply(x)), solve(k, w))))
                .wrongVjp("slope at the wrong place", (x, w) -> solve(m, times(transposed(b), times(k, w))));
    }

    private static OperatorCase<?, ?> weightedCodomain(Draw draw) {
        double[] k = {1, 4, 0.25};
        DMatrixRMaj b = draw.matrix(N, 2);
        return OperatorCase.of(
                        Kind.WEIGHTED,
                        "linear map into weighted values",
                        Spaces.vector(2),
                        Spaces.weighted(Spaces.vector(N), k),
                        draw.vector(2),
                        (double[] x) -> times(b, x))
                .jvp((x, v) -> times(b, v))
                .vjp((x, w) -> times(transposed(b), product(k, w)))
                .wrongJvp("weighted", (x, v) -> product(k, times(b, v)))
                .wrongVjp("Euclidean", (x, w) -> times(transposed(b), w))
                .wrongVjp(
                        "divided by the weights",
                        (x, w) -> times(transposed(b), product(map(k, weight -> 1 / weight), w)))
                .wrongVjp(
                        "square roots of the weights", (x, w) -> times(transposed(b), product(map(k, Math::sqrt), w)));
    }

    /** Σ wᵢ g(uᵢ), an integral; in the inner product Σ wᵢuᵢvᵢ its gradient is g′ without weights. */
    private static OperatorCase<?, ?> quadrature(Draw draw) {
        double[] w = {0.5, 1, 1, 0.5};
        return OperatorCase.of(
                        Kind.WEIGHTED,
                        "integral by quadrature",
                        Spaces.weighted(Spaces.vector(4), w),
                        Spaces.scalar(),
                        draw.vector(4),
                        (double[] u) -> dot(w, map(u, Math::exp)))
                .gradient(u -> map(u, Math::exp))
                .hvp((u, v) -> product(map(u, Math::exp), v))
                .wrongGradient("with the weights", u -> product(w, map(u, Math::exp)))
                .wrongGradient("divided by the weights", u -> product(map(w, weight -> 1 / weight), map(u, Math::exp)))
                .wrongHvp("with the weights", (u, v) -> product(w, product(map(u, Math::exp), v)))
                .wrongHvp("power of the weights", (u, v) -> product(map(w, Math::sqrt), product(map(u, Math::exp), v)));
    }

    /** The Sobolev gradient: I + DᵀD is the weight, solved with and not applied. */
    private static OperatorCase<?, ?> smoothness(Draw draw) {
        DMatrixRMaj d = new DMatrixRMaj(new double[][] {{-1, 1, 0, 0}, {0, -1, 1, 0}, {0, 0, -1, 1}});
        DMatrixRMaj sobolev = plus(Algebra.identity(4), times(transposed(d), d));
        double[] data = draw.vector(4);
        return OperatorCase.of(
                        Kind.WEIGHTED,
                        "Sobolev gradient",
                        Spaces.weighted(Spaces.vector(4), sobolev),
                        Spaces.scalar(),
                        draw.vector(4),
                        (double[] u) -> dot(minus(u, data), minus(u, data)) / 2)
                .gradient(u -> solve(sobolev, minus(u, data)))
                .wrongGradient("operator applied, not solved with", u -> times(sobolev, minus(u, data)))
                .wrongGradient("of L²", u -> minus(u, data))
                .wrongGradient(
                        "one step of a solver", u -> minus(scaled(2, minus(u, data)), times(sobolev, minus(u, data))))
                .wrongGradient(
                        "stiffness without the mass",
                        u -> solve(plus(sobolev, scaled(-0.9, Algebra.identity(4))), minus(u, data)));
    }

    /** ⟨U, V⟩ = tr(UᵀVS), on columns the weight S ⊗ I: the gradient of ½|XB|² is XBBᵀS⁻¹. */
    private static OperatorCase<?, ?> weightedMatrices(Draw draw) {
        DMatrixRMaj s = draw.positiveDefinite(2);
        DMatrixRMaj b = draw.matrix(2, 2);
        DMatrixRMaj weight = new DMatrixRMaj(new double[][] {
            {s.get(0, 0), 0, s.get(0, 1), 0},
            {0, s.get(0, 0), 0, s.get(0, 1)},
            {s.get(1, 0), 0, s.get(1, 1), 0},
            {0, s.get(1, 0), 0, s.get(1, 1)}
        });
        return OperatorCase.of(
                        Kind.WEIGHTED,
                        "matrices weighted by columns",
                        Spaces.weighted(Spaces.matrix(2, 2), weight),
                        Spaces.scalar(),
                        draw.matrix(2, 2),
                        (DMatrixRMaj x) -> inner(times(x, b), times(x, b)) / 2)
                .gradient(x -> times(x, b, transposed(b), inverse(s)))
                .hvp((x, v) -> times(v, b, transposed(b), inverse(s)))
                .wrongGradient("weight on the wrong side", x -> times(inverse(s), x, b, transposed(b)))
                .wrongGradient("without the weight", x -> times(x, b, transposed(b)))
                .wrongGradient("weight and B in the wrong order", x -> times(x, inverse(s), b, transposed(b)))
                .wrongHvp("without the weight", (x, v) -> times(v, b, transposed(b)))
                .wrongHvp("weight and B in the wrong order", (x, v) -> times(v, inverse(s), b, transposed(b)));
    }

    /** ⟨U, V⟩ = Σ wᵢⱼUᵢⱼVᵢⱼ with symmetric w: the gradient of ⟨A, X²⟩ is sym(AX + XA) divided by w. */
    private static OperatorCase<?, ?> weightedSymmetric(Draw draw) {
        DMatrixRMaj w = new DMatrixRMaj(new double[][] {{1, 2, 3}, {2, 4, 5}, {3, 5, 6}});
        DMatrixRMaj a = draw.matrix(N, N);
        Function<DMatrixRMaj, DMatrixRMaj> euclidean = x -> Algebra.symmetric(plus(times(a, x), times(x, a)));
        return OperatorCase.of(
                        Kind.WEIGHTED,
                        "weighted symmetric matrices",
                        Spaces.weighted(Spaces.symmetric(N), w.data),
                        Spaces.scalar(),
                        draw.symmetricMatrix(N),
                        (DMatrixRMaj x) -> inner(a, times(x, x)))
                .gradient(RIESZ, x -> Algebra.entries(euclidean.apply(x), Algebra.each(w, entry -> 1 / entry)))
                .wrongGradient("without the weights", RIESZ, euclidean)
                .wrongGradient("times the weights", RIESZ, x -> Algebra.entries(euclidean.apply(x), w))
                .wrongGradient(
                        "not symmetrised",
                        RIESZ,
                        x -> Algebra.entries(plus(times(a, x), times(x, a)), Algebra.each(w, entry -> 1 / entry)));
    }
}
