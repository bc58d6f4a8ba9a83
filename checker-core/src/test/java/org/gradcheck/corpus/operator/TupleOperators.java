package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.inverse;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.outer;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.solve;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;
import static org.gradcheck.derivative.GradientConvention.INDEPENDENT;
import static org.gradcheck.derivative.GradientConvention.RIESZ;

import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** Points and values of several parts: blocks left out, exchanged, wrong alone. */
final class TupleOperators {

    private static final int N = 3;

    /** Weights and bias of a layer. */
    record Layer(DMatrixRMaj weights, double[] bias) {}

    /** Two vectors. */
    record Pair(double[] left, double[] right) {}

    /** Mean and covariance. */
    record Gaussian(double[] mean, DMatrixRMaj covariance) {}

    /** A number and a vector. */
    record Scaled(double factor, double[] vector) {}

    private static final Space<Layer> LAYERS = Spaces.product(
            Spaces.part(Layer::weights, Spaces.matrix(N, N)), Spaces.part(Layer::bias, Spaces.vector(N)), Layer::new);

    private static final Space<Pair> PAIRS = Spaces.product(
            Spaces.part(Pair::left, Spaces.vector(N)), Spaces.part(Pair::right, Spaces.vector(N)), Pair::new);

    private static final Space<Gaussian> GAUSSIANS = Spaces.product(
            Spaces.part(Gaussian::mean, Spaces.vector(N)),
            Spaces.part(Gaussian::covariance, Spaces.symmetric(N)),
            Gaussian::new);

    private static final Space<Scaled> SCALED = Spaces.product(
            Spaces.part(Scaled::factor, Spaces.scalar()), Spaces.part(Scaled::vector, Spaces.vector(N)), Scaled::new);

    private TupleOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                layer(draw),
                bilinearForm(draw),
                logLikelihood(draw),
                productOfAList(draw),
                scaledVector(draw),
                sumAndProduct(draw),
                independentCovariance(draw));
    }

    /** tanh(Wa + b): with δ = (1 − y²) ∘ w the pullback is (δaᵀ, δ). */
    private static OperatorCase<?, ?> layer(Draw draw) {
        double[] a = draw.vector(N);
        return OperatorCase.of(
                        Kind.TUPLE,
                        "layer",
                        LAYERS,
                        Spaces.vector(N),
                        new Layer(draw.matrix(N, N), draw.vector(N)),
                        (Layer x) -> map(plus(times(x.weights(), a), x.bias()), Math::tanh))
                .jvp((x, v) -> product(slope(x, a), plus(times(v.weights(), a), v.bias())))
                .vjp((x, w) -> new Layer(outer(product(slope(x, a), w), a), product(slope(x, a), w)))
                .wrongJvp("bias forgotten", (x, v) -> product(slope(x, a), times(v.weights(), a)))
                .wrongJvp(
                        "bias behind the slope", (x, v) -> plus(product(slope(x, a), times(v.weights(), a)), v.bias()))
                .wrongVjp("bias without the slope", (x, w) -> new Layer(outer(product(slope(x, a), w), a), w))
                .wrongVjp("bias forgotten", (x, w) -> new Layer(outer(product(slope(x, a), w), a), new double[N]))
                .wrongVjp(
                        "weights transposed",
                        (x, w) -> new Layer(outer(a, product(slope(x, a), w)), product(slope(x, a), w)))
                .wrongVjp(
                        "weights without the input",
                        (x, w) ->
                                new Layer(outer(product(slope(x, a), w), map(a, entry -> 1)), product(slope(x, a), w)));
    }

    private static double[] slope(Layer x, double[] a) {
        return map(plus(times(x.weights(), a), x.bias()), z -> 1 - Math.tanh(z) * Math.tanh(z));
    }

    /** xᵀAy: gradient (Ay, Aᵀx), and second derivative with nothing but cross terms. */
    private static OperatorCase<?, ?> bilinearForm(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        return OperatorCase.of(
                        Kind.TUPLE,
                        "bilinear form",
                        PAIRS,
                        Spaces.scalar(),
                        new Pair(draw.vector(N), draw.vector(N)),
                        (Pair p) -> dot(p.left(), times(a, p.right())))
                .gradient(p -> new Pair(times(a, p.right()), times(transposed(a), p.left())))
                .hvp((p, v) -> new Pair(times(a, v.right()), times(transposed(a), v.left())))
                .bilinear((p, u, v) -> dot(u.left(), times(a, v.right())) + dot(v.left(), times(a, u.right())))
                .wrongGradient("blocks exchanged", p -> new Pair(times(transposed(a), p.left()), times(a, p.right())))
                .wrongGradient("A not transposed", p -> new Pair(times(a, p.right()), times(a, p.left())))
                .wrongGradient("second block only", p -> new Pair(new double[N], times(transposed(a), p.left())))
                .wrongHvp("cross terms forgotten", (p, v) -> new Pair(new double[N], new double[N]))
                .wrongHvp("one cross term, twice", (p, v) -> new Pair(scaled(2, times(a, v.right())), new double[N]))
                .wrongHvp("A not transposed", (p, v) -> new Pair(times(a, v.right()), times(a, v.left())))
                .wrongBilinear("one cross term, twice", (p, u, v) -> 2 * dot(u.left(), times(a, v.right())))
                .wrongBilinear("one cross term", (p, u, v) -> dot(u.left(), times(a, v.right())));
    }

    /** −½ log det Σ − ½rᵀΣ⁻¹r, r = y − μ: the gradient is (s, ½(ssᵀ − Σ⁻¹)) with s = Σ⁻¹r. */
    private static OperatorCase<?, ?> logLikelihood(Draw draw) {
        double[] y = draw.vector(N);
        return OperatorCase.of(
                        Kind.TUPLE,
                        "log-likelihood of a Gaussian",
                        GAUSSIANS,
                        Spaces.scalar(),
                        new Gaussian(draw.vector(N), draw.positiveDefinite(N)),
                        (Gaussian g) -> -Math.log(Algebra.determinant(g.covariance())) / 2
                                - dot(minus(y, g.mean()), score(g, y)) / 2)
                .gradient(RIESZ, g -> new Gaussian(score(g, y), ofCovariance(g, y, 0.5)))
                .wrongGradient(
                        "sign of the mean", RIESZ, g -> new Gaussian(scaled(-1, score(g, y)), ofCovariance(g, y, 0.5)))
                .wrongGradient("half forgotten", RIESZ, g -> new Gaussian(score(g, y), ofCovariance(g, y, 1)))
                .wrongGradient(
                        "log determinant forgotten",
                        RIESZ,
                        g -> new Gaussian(score(g, y), scaled(0.5, outer(score(g, y), score(g, y)))))
                .wrongGradient(
                        "of the precision",
                        RIESZ,
                        g -> new Gaussian(
                                score(g, y),
                                scaled(0.5, minus(g.covariance(), outer(minus(y, g.mean()), minus(y, g.mean()))))))
                .wrongGradient("off the diagonal doubled", RIESZ, g -> {
                    DMatrixRMaj s = ofCovariance(g, y, 1);
                    for (int i = 0; i < N; i++) {
                        s.set(i, i, s.get(i, i) / 2);
                    }
                    return new Gaussian(score(g, y), s);
                });
    }

    private static double[] score(Gaussian g, double[] y) {
        return solve(g.covariance(), minus(y, g.mean()));
    }

    private static DMatrixRMaj ofCovariance(Gaussian g, double[] y, double factor) {
        return Algebra.symmetric(scaled(factor, minus(outer(score(g, y), score(g, y)), inverse(g.covariance()))));
    }

    /** ABC: the pullback is (WCᵀBᵀ, AᵀWCᵀ, BᵀAᵀW). */
    private static OperatorCase<?, ?> productOfAList(Draw draw) {
        return OperatorCase.of(
                        Kind.TUPLE,
                        "product of a list of matrices",
                        Spaces.list(Spaces.matrix(2, 2), 3),
                        Spaces.matrix(2, 2),
                        List.of(draw.matrix(2, 2), draw.matrix(2, 2), draw.matrix(2, 2)),
                        (List<DMatrixRMaj> x) -> times(x.get(0), x.get(1), x.get(2)))
                .jvp((x, v) -> plus(
                        times(v.get(0), x.get(1), x.get(2)),
                        times(x.get(0), v.get(1), x.get(2)),
                        times(x.get(0), x.get(1), v.get(2))))
                .vjp((x, w) -> List.of(
                        times(w, transposed(times(x.get(1), x.get(2)))),
                        times(transposed(x.get(0)), w, transposed(x.get(2))),
                        times(transposed(times(x.get(0), x.get(1))), w)))
                .wrongJvp("product of the tangents", (x, v) -> times(v.get(0), v.get(1), v.get(2)))
                .wrongJvp(
                        "middle factor taken for constant",
                        (x, v) -> plus(times(v.get(0), x.get(1), x.get(2)), times(x.get(0), x.get(1), v.get(2))))
                .wrongVjp(
                        "order under the transpose",
                        (x, w) -> List.of(
                                times(w, transposed(x.get(1)), transposed(x.get(2))),
                                times(transposed(x.get(0)), w, transposed(x.get(2))),
                                times(transposed(x.get(0)), transposed(x.get(1)), w)))
                .wrongVjp(
                        "first and last exchanged",
                        (x, w) -> List.of(
                                times(transposed(times(x.get(0), x.get(1))), w),
                                times(transposed(x.get(0)), w, transposed(x.get(2))),
                                times(w, transposed(times(x.get(1), x.get(2))))))
                .wrongVjp(
                        "middle one not transposed",
                        (x, w) -> List.of(
                                times(w, transposed(times(x.get(1), x.get(2)))),
                                times(x.get(0), w, x.get(2)),
                                times(transposed(times(x.get(0), x.get(1))), w)));
    }

    /** s·x: the number's part of the pullback is ⟨w, x⟩. */
    private static OperatorCase<?, ?> scaledVector(Draw draw) {
        return OperatorCase.of(
                        Kind.TUPLE,
                        "number times vector",
                        SCALED,
                        Spaces.vector(N),
                        new Scaled(1.7, draw.vector(N)),
                        (Scaled s) -> scaled(s.factor(), s.vector()))
                .jvp((s, v) -> plus(scaled(v.factor(), s.vector()), scaled(s.factor(), v.vector())))
                .vjp((s, w) -> new Scaled(dot(w, s.vector()), scaled(s.factor(), w)))
                .wrongJvp("product of the tangents", (s, v) -> scaled(v.factor(), v.vector()))
                .wrongJvp("number taken for constant", (s, v) -> scaled(s.factor(), v.vector()))
                .wrongVjp("sum of the cotangent", (s, w) -> new Scaled(Algebra.sum(w), scaled(s.factor(), w)))
                .wrongVjp("mean in place of sum", (s, w) -> new Scaled(dot(w, s.vector()) / N, scaled(s.factor(), w)))
                .wrongVjp("vector's part divided", (s, w) -> new Scaled(dot(w, s.vector()), scaled(1 / s.factor(), w)));
    }

    /** (x + y, x ∘ y), two values that both depend on both: pullback (a + b ∘ y, a + b ∘ x). */
    private static OperatorCase<?, ?> sumAndProduct(Draw draw) {
        return OperatorCase.of(
                        Kind.TUPLE,
                        "sum and product of two vectors",
                        PAIRS,
                        PAIRS,
                        new Pair(draw.vector(N), draw.vector(N)),
                        (Pair p) -> new Pair(plus(p.left(), p.right()), product(p.left(), p.right())))
                .jvp((p, v) -> new Pair(
                        plus(v.left(), v.right()), plus(product(v.left(), p.right()), product(p.left(), v.right()))))
                .vjp((p, w) -> new Pair(
                        plus(w.left(), product(w.right(), p.right())), plus(w.left(), product(w.right(), p.left()))))
                .wrongJvp(
                        "values exchanged",
                        (p, v) -> new Pair(
                                plus(product(v.left(), p.right()), product(p.left(), v.right())),
                                plus(v.left(), v.right())))
                .wrongVjp(
                        "one cotangent forgotten",
                        (p, w) -> new Pair(product(w.right(), p.right()), product(w.right(), p.left())))
                .wrongVjp("the other cotangent forgotten", (p, w) -> new Pair(w.left(), w.left()))
                .wrongVjp(
                        "factors exchanged",
                        (p, w) -> new Pair(
                                plus(w.left(), product(w.right(), p.left())),
                                plus(w.left(), product(w.right(), p.right()))))
                .wrongVjp(
                        "cotangents exchanged",
                        (p, w) -> new Pair(
                                plus(w.right(), product(w.left(), p.right())),
                                plus(w.right(), product(w.left(), p.left()))));
    }

    /** mᵀSm + ⟨A, S⟩ in partial derivatives: on the diagonal of S the Riesz representer mmᵀ + sym(A), above it twice that. */
    private static OperatorCase<?, ?> independentCovariance(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        Function<Gaussian, DMatrixRMaj> riesz = g -> plus(Algebra.symmetric(a), outer(g.mean(), g.mean()));
        return OperatorCase.of(
                        Kind.TUPLE,
                        "partial derivatives of a mean and a covariance",
                        GAUSSIANS,
                        Spaces.scalar(),
                        new Gaussian(draw.vector(N), draw.symmetricMatrix(N)),
                        (Gaussian g) ->
                                dot(g.mean(), times(g.covariance(), g.mean())) + Algebra.inner(a, g.covariance()))
                .gradient(
                        INDEPENDENT,
                        g -> new Gaussian(scaled(2, times(g.covariance(), g.mean())), perEntry(riesz.apply(g))))
                .wrongGradient(
                        "Riesz representer",
                        INDEPENDENT,
                        g -> new Gaussian(scaled(2, times(g.covariance(), g.mean())), riesz.apply(g)))
                .wrongGradient(
                        "mean doubled too",
                        INDEPENDENT,
                        g -> new Gaussian(scaled(4, times(g.covariance(), g.mean())), perEntry(riesz.apply(g))))
                .wrongGradient(
                        "mean in the covariance forgotten",
                        INDEPENDENT,
                        g -> new Gaussian(scaled(2, times(g.covariance(), g.mean())), perEntry(Algebra.symmetric(a))));
    }

    private static DMatrixRMaj perEntry(DMatrixRMaj s) {
        return minus(scaled(2, s), Algebra.diagonal(Algebra.diagonalOf(s)));
    }
}
