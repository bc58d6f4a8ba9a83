package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.diagonal;
import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.identity;
import static org.gradcheck.corpus.operator.Algebra.inner;
import static org.gradcheck.corpus.operator.Algebra.inverse;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.outer;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.sum;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.trace;
import static org.gradcheck.corpus.operator.Algebra.transposed;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** Second derivatives: terms left out, factors of 2, what is not symmetric. */
final class SecondOrderOperators {

    private static final int N = 3;
    private static final Space<double[]> VECTORS = Spaces.vector(N);
    private static final Space<DMatrixRMaj> SQUARE = Spaces.matrix(N, N);

    private SecondOrderOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                sumOfExponentials(draw),
                leastSquares(draw),
                quadraticForm(draw),
                logSumExp(draw),
                length(draw),
                mixed(draw),
                logDeterminant(draw),
                inverseMatrix(draw),
                cube(draw),
                vectorOfProducts(draw));
    }

    /** f = Σ exp(Ax)ᵢ: ∇f = Aᵀe, ∇²f = Aᵀ diag(e) A. */
    private static OperatorCase<?, ?> sumOfExponentials(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        return OperatorCase.of(
                        Kind.SECOND_ORDER,
                        "sum of exponentials",
                        VECTORS,
                        Spaces.scalar(),
                        draw.vector(N),
                        (double[] x) -> sum(exponentials(a, x)))
                .gradient(x -> times(transposed(a), exponentials(a, x)))
                .hessian(x -> times(transposed(a), diagonal(exponentials(a, x)), a))
                .hvp((x, v) -> times(transposed(a), product(exponentials(a, x), times(a, v))))
                .bilinear((x, u, v) -> dot(exponentials(a, x), product(times(a, u), times(a, v))))
                .wrongGradient("A not transposed", x -> times(a, exponentials(a, x)))
                .wrongGradient("factor 2", x -> scaled(2, times(transposed(a), exponentials(a, x))))
                .wrongHessian("factor 2", x -> scaled(2, times(transposed(a), diagonal(exponentials(a, x)), a)))
                .wrongHessian(
                        "A and its transpose exchanged", x -> times(a, diagonal(exponentials(a, x)), transposed(a)))
                .wrongHvp("A not transposed", (x, v) -> times(a, product(exponentials(a, x), times(a, v))))
                .wrongHvp("inner derivative once only", (x, v) -> times(transposed(a), product(exponentials(a, x), v)))
                .wrongHvp("weights forgotten", (x, v) -> times(transposed(a), times(a, v)))
                .wrongBilinear(
                        "factor 1/2 of the Taylor term",
                        (x, u, v) -> dot(exponentials(a, x), product(times(a, u), times(a, v))) / 2)
                .wrongBilinear(
                        "one tangent twice", (x, u, v) -> dot(exponentials(a, x), product(times(a, u), times(a, u))))
                .wrongBilinear(
                        "inner derivative once only", (x, u, v) -> dot(exponentials(a, x), product(u, times(a, v))));
    }

    private static double[] exponentials(DMatrixRMaj a, double[] x) {
        return map(times(a, x), Math::exp);
    }

    /** f = ½|r|² with r = sin(Ax) − b: ∇²f = JᵀJ + Σ rᵢ∇²rᵢ, J = diag(cos Ax)A, ∇²rᵢ = −sin(Ax)ᵢ aᵢaᵢᵀ. */
    private static OperatorCase<?, ?> leastSquares(Draw draw) {
        DMatrixRMaj a = draw.matrix(4, N);
        double[] b = draw.positive(4);
        return OperatorCase.of(
                        Kind.SECOND_ORDER,
                        "nonlinear least squares",
                        VECTORS,
                        Spaces.scalar(),
                        draw.vector(N),
                        (double[] x) -> dot(residual(a, b, x), residual(a, b, x)) / 2)
                .gradient(x -> times(transposed(slopes(a, x)), residual(a, b, x)))
                .hessian(x -> plus(gaussNewton(a, x), curvature(a, b, x)))
                .hvp((x, v) -> times(plus(gaussNewton(a, x), curvature(a, b, x)), v))
                .wrongGradient("J not applied", x -> times(transposed(a), residual(a, b, x)))
                .wrongGradient(
                        "data with the wrong sign", x -> times(transposed(slopes(a, x)), residual(a, scaled(-1, b), x)))
                .wrongHessian("Gauss–Newton term only", x -> gaussNewton(a, x))
                .wrongHessian("curvature only", x -> curvature(a, b, x))
                .wrongHessian("sign of the curvature", x -> minus(gaussNewton(a, x), curvature(a, b, x)))
                .wrongHvp("Gauss–Newton term only", (x, v) -> times(gaussNewton(a, x), v))
                .wrongHvp(
                        "curvature without the residual",
                        (x, v) -> times(plus(gaussNewton(a, x), curvature(a, map(b, entry -> entry + 1), x)), v));
    }

    private static double[] residual(DMatrixRMaj a, double[] b, double[] x) {
        return minus(map(times(a, x), Math::sin), b);
    }

    private static DMatrixRMaj slopes(DMatrixRMaj a, double[] x) {
        return times(diagonal(map(times(a, x), Math::cos)), a);
    }

    private static DMatrixRMaj gaussNewton(DMatrixRMaj a, double[] x) {
        return times(transposed(slopes(a, x)), slopes(a, x));
    }

    private static DMatrixRMaj curvature(DMatrixRMaj a, double[] b, double[] x) {
        double[] bend = product(residual(a, b, x), map(times(a, x), y -> -Math.sin(y)));
        return times(transposed(a), diagonal(bend), a);
    }

    /** xᵀAx with an A that is not symmetric. The forms 2A and uᵀ2Av are right for u = v. */
    private static OperatorCase<?, ?> quadraticForm(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        DMatrixRMaj both = plus(a, transposed(a));
        return OperatorCase.of(
                        Kind.SECOND_ORDER,
                        "quadratic form",
                        VECTORS,
                        Spaces.scalar(),
                        draw.vector(N),
                        (double[] x) -> dot(x, times(a, x)))
                .gradient(x -> times(both, x))
                .hessian(x -> both)
                .hvp((x, v) -> times(both, v))
                .bilinear((x, u, v) -> dot(u, times(both, v)))
                .wrongGradient("A taken for symmetric", x -> scaled(2, times(a, x)))
                .wrongHessian("A taken for symmetric", x -> scaled(2, a))
                .wrongHessian("A itself", x -> a)
                .wrongHessian("one triangle only", x -> {
                    DMatrixRMaj triangle = both.copy();
                    triangle.set(1, 0, 0);
                    triangle.set(2, 0, 0);
                    triangle.set(2, 1, 0);
                    return triangle;
                })
                .wrongHvp("A taken for symmetric", (x, v) -> scaled(2, times(a, v)))
                .wrongHvp("transpose only", (x, v) -> scaled(2, times(transposed(a), v)))
                .wrongHvp("at x, tangent ignored", (x, v) -> times(both, x))
                .wrongBilinear("A taken for symmetric", (x, u, v) -> 2 * dot(u, times(a, v)))
                .wrongBilinear("half", (x, u, v) -> dot(u, times(a, v)));
    }

    /** log Σ exp xᵢ: ∇f = p, ∇²f = diag(p) − ppᵀ. */
    private static OperatorCase<?, ?> logSumExp(Draw draw) {
        return OperatorCase.of(
                        Kind.SECOND_ORDER,
                        "log-sum-exp",
                        VECTORS,
                        Spaces.scalar(),
                        draw.vector(N),
                        (double[] x) -> Math.log(sum(map(x, Math::exp))))
                .gradient(SecondOrderOperators::softmax)
                .hessian(x -> minus(diagonal(softmax(x)), outer(softmax(x), softmax(x))))
                .hvp((x, v) -> minus(product(softmax(x), v), scaled(dot(softmax(x), v), softmax(x))))
                .wrongGradient("not normalised", x -> map(x, Math::exp))
                .wrongHessian("normalisation taken for constant", x -> diagonal(softmax(x)))
                .wrongHessian("diagonal only", x -> diagonal(map(softmax(x), p -> p * (1 - p))))
                .wrongHvp("normalisation taken for constant", (x, v) -> product(softmax(x), v))
                .wrongHvp(
                        "sign of the second term",
                        (x, v) -> plus(product(softmax(x), v), scaled(dot(softmax(x), v), softmax(x))));
    }

    private static double[] softmax(double[] x) {
        double[] e = map(x, Math::exp);
        return scaled(1 / sum(e), e);
    }

    /** |x|: ∇²f = (I − uuᵀ)/|x|. */
    private static OperatorCase<?, ?> length(Draw draw) {
        return OperatorCase.of(
                        Kind.SECOND_ORDER,
                        "length",
                        VECTORS,
                        Spaces.scalar(),
                        draw.positive(N),
                        SecondOrderOperators::norm)
                .gradient(x -> scaled(1 / norm(x), x))
                .hessian(x -> minus(scaled(1 / norm(x), identity(N)), scaled(1 / Math.pow(norm(x), 3), outer(x, x))))
                .wrongGradient("of half the square", x -> x)
                .wrongHessian("length taken for constant", x -> scaled(1 / norm(x), identity(N)))
                .wrongHessian(
                        "power of the length",
                        x -> minus(scaled(1 / norm(x), identity(N)), scaled(1 / Math.pow(norm(x), 2), outer(x, x))))
                .wrongHessian(
                        "sign of the second term",
                        x -> plus(scaled(1 / norm(x), identity(N)), scaled(1 / Math.pow(norm(x), 3), outer(x, x))));
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /** x₀²x₁ + sin(x₁x₂). */
    private static OperatorCase<?, ?> mixed(Draw draw) {
        return OperatorCase.of(
                        Kind.SECOND_ORDER,
                        "mixed terms",
                        VECTORS,
                        Spaces.scalar(),
                        draw.positive(N),
                        (double[] x) -> x[0] * x[0] * x[1] + Math.sin(x[1] * x[2]))
                .gradient(x -> {
                    double c = Math.cos(x[1] * x[2]);
                    return new double[] {2 * x[0] * x[1], x[0] * x[0] + x[2] * c, x[1] * c};
                })
                .hessian(x -> mixedHessian(x, 1, 1))
                .bilinear((x, u, v) -> dot(u, times(mixedHessian(x, 1, 1), v)))
                .wrongGradient("term of the chain rule dropped", x ->
                        new double[] {2 * x[0] * x[1], x[0] * x[0] + x[2] * Math.cos(x[1] * x[2]), 0})
                .wrongHessian("cross terms left out", x -> mixedHessian(x, 0, 1))
                .wrongHessian("cos of the product rule dropped", x -> mixedHessian(x, 1, 0))
                .wrongHessian("cross terms on one side, twice", x -> {
                    DMatrixRMaj h = mixedHessian(x, 1, 1);
                    h.set(0, 1, 2 * h.get(0, 1));
                    h.set(1, 0, 0);
                    return h;
                })
                .wrongBilinear("cross terms left out", (x, u, v) -> dot(u, times(mixedHessian(x, 0, 1), v)))
                .wrongBilinear(
                        "cross term of one order only",
                        (x, u, v) -> dot(u, times(mixedHessian(x, 1, 1), v)) - 2 * x[0] * u[0] * v[1]);
    }

    private static DMatrixRMaj mixedHessian(double[] x, double cross, double cosine) {
        double s = Math.sin(x[1] * x[2]);
        double c = cosine * Math.cos(x[1] * x[2]);
        return new DMatrixRMaj(new double[][] {
            {2 * x[1], cross * 2 * x[0], 0},
            {cross * 2 * x[0], -x[2] * x[2] * s, cross * (c - x[1] * x[2] * s)},
            {0, cross * (c - x[1] * x[2] * s), -x[1] * x[1] * s}
        });
    }

    /** d tr(X⁻¹U) = −tr(X⁻¹VX⁻¹U), so the product is −(X⁻¹VX⁻¹)ᵀ. */
    private static OperatorCase<?, ?> logDeterminant(Draw draw) {
        return OperatorCase.of(
                        Kind.SECOND_ORDER,
                        "log determinant",
                        SQUARE,
                        Spaces.scalar(),
                        draw.regular(N),
                        (DMatrixRMaj x) -> Math.log(Math.abs(Algebra.determinant(x))))
                .gradient(x -> transposed(inverse(x)))
                .hvp((x, v) -> minus(transposed(times(inverse(x), v, inverse(x)))))
                .bilinear((x, u, v) -> -trace(times(inverse(x), u, inverse(x), v)))
                .wrongGradient("not transposed", Algebra::inverse)
                .wrongHvp("not transposed", (x, v) -> minus(times(inverse(x), v, inverse(x))))
                .wrongHvp(
                        "tangent not transposed",
                        (x, v) -> minus(times(transposed(inverse(x)), v, transposed(inverse(x)))))
                .wrongHvp("inverse squared", (x, v) -> minus(transposed(times(inverse(x), inverse(x), v))))
                .wrongBilinear("sign", (x, u, v) -> trace(times(inverse(x), u, inverse(x), v)))
                .wrongBilinear("wrong order", (x, u, v) -> -trace(times(inverse(x), inverse(x), u, v)))
                .wrongBilinear(
                        "product of the first derivatives",
                        (x, u, v) -> trace(times(inverse(x), u)) * trace(times(inverse(x), v)))
                .wrongBilinear(
                        "inner product in place of trace",
                        (x, u, v) -> -inner(times(inverse(x), u), times(inverse(x), v)));
    }

    /** Differentiating −X⁻¹UX⁻¹ along V gives one term for each factor. */
    private static OperatorCase<?, ?> inverseMatrix(Draw draw) {
        return OperatorCase.of(Kind.SECOND_ORDER, "inverse", SQUARE, SQUARE, draw.regular(N), Algebra::inverse)
                .jvp((x, v) -> minus(times(inverse(x), v, inverse(x))))
                .bilinear((x, u, v) -> plus(
                        times(inverse(x), u, inverse(x), v, inverse(x)),
                        times(inverse(x), v, inverse(x), u, inverse(x))))
                .wrongJvp("sign", (x, v) -> times(inverse(x), v, inverse(x)))
                .wrongBilinear(
                        "one term, twice", (x, u, v) -> scaled(2, times(inverse(x), u, inverse(x), v, inverse(x))))
                .wrongBilinear("one term", (x, u, v) -> times(inverse(x), u, inverse(x), v, inverse(x)))
                .wrongBilinear(
                        "sign",
                        (x, u, v) -> minus(plus(
                                times(inverse(x), u, inverse(x), v, inverse(x)),
                                times(inverse(x), v, inverse(x), u, inverse(x)))));
    }

    private static OperatorCase<?, ?> cube(Draw draw) {
        return OperatorCase.of(
                        Kind.SECOND_ORDER, "cube", SQUARE, SQUARE, draw.regular(N), (DMatrixRMaj x) -> times(x, x, x))
                .jvp((x, v) -> plus(times(v, x, x), times(x, v, x), times(x, x, v)))
                .bilinear((x, u, v) -> plus(ordered(x, u, v), ordered(x, v, u)))
                .wrongJvp("as if matrices commuted", (x, v) -> scaled(3, times(x, x, v)))
                .wrongBilinear("as if matrices commuted", (x, u, v) -> scaled(6, times(x, u, v)))
                .wrongBilinear("tangents in one order, twice", (x, u, v) -> scaled(2, ordered(x, u, v)))
                .wrongBilinear(
                        "x in the middle forgotten",
                        (x, u, v) -> plus(times(u, v, x), times(v, u, x), times(x, u, v), times(x, v, u)));
    }

    private static DMatrixRMaj ordered(DMatrixRMaj x, DMatrixRMaj u, DMatrixRMaj v) {
        return plus(times(u, v, x), times(u, x, v), times(x, u, v));
    }

    /** (Ax) ∘ (Bx) has the second derivative (Au) ∘ (Bv) + (Av) ∘ (Bu). */
    private static OperatorCase<?, ?> vectorOfProducts(Draw draw) {
        DMatrixRMaj a = draw.matrix(2, N);
        DMatrixRMaj b = draw.matrix(2, N);
        return OperatorCase.of(
                        Kind.SECOND_ORDER,
                        "products of linear forms",
                        VECTORS,
                        Spaces.vector(2),
                        draw.vector(N),
                        (double[] x) -> product(times(a, x), times(b, x)))
                .jvp((x, v) -> plus(product(times(a, v), times(b, x)), product(times(a, x), times(b, v))))
                .vjp((x, w) -> plus(
                        times(transposed(a), product(w, times(b, x))), times(transposed(b), product(w, times(a, x)))))
                .bilinear((x, u, v) -> plus(product(times(a, u), times(b, v)), product(times(a, v), times(b, u))))
                .wrongJvp("term of the product rule dropped", (x, v) -> product(times(a, v), times(b, x)))
                .wrongVjp(
                        "factors exchanged",
                        (x, w) -> plus(
                                times(transposed(a), product(w, times(a, x))),
                                times(transposed(b), product(w, times(b, x)))))
                .wrongBilinear(
                        "cross term on one side, twice", (x, u, v) -> scaled(2, product(times(a, u), times(b, v))))
                .wrongBilinear("cross term dropped", (x, u, v) -> product(times(a, u), times(b, v)));
    }
}
