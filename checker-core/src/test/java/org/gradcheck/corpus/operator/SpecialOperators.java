package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.identity;
import static org.gradcheck.corpus.operator.Algebra.inverse;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.skew;
import static org.gradcheck.corpus.operator.Algebra.symmetric;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;
import static org.gradcheck.derivative.GradientConvention.RIESZ;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;

/** Where checks are tempted: second derivatives that vanish, stationary points, tiny and huge points, small mistakes. */
final class SpecialOperators {

    private static final int N = 3;
    private static final int MANY = 12;

    private SpecialOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                square(draw, 1e-12),
                square(draw, 1e12),
                largeInverse(draw),
                maximumOnTheSphere(),
                linearFunction(draw),
                stationaryQuadratic(draw),
                slightlyAsymmetric(draw),
                rectifier(),
                sort(),
                sumOfSquaredEigenvalues(draw));
    }

    private static OperatorCase<?, ?> square(Draw draw, double size) {
        return OperatorCase.of(
                        Kind.SPECIAL,
                        "square of a matrix of size " + size,
                        Spaces.matrix(N, N),
                        Spaces.matrix(N, N),
                        scaled(size, draw.regular(N)),
                        (DMatrixRMaj x) -> times(x, x))
                .jvp((x, v) -> plus(times(x, v), times(v, x)))
                .vjp((x, w) -> plus(times(transposed(x), w), times(w, transposed(x))))
                .bilinear((x, u, v) -> plus(times(u, v), times(v, u)))
                .wrongJvp("as if matrices commuted", (x, v) -> scaled(2, times(x, v)))
                .wrongVjp("not transposed", (x, w) -> plus(times(x, w), times(w, x)))
                .wrongBilinear("as if matrices commuted", (x, u, v) -> scaled(2, times(u, v)));
    }

    private static OperatorCase<?, ?> largeInverse(Draw draw) {
        return OperatorCase.of(
                        Kind.SPECIAL,
                        "inverse of a larger matrix",
                        Spaces.matrix(MANY, MANY),
                        Spaces.matrix(MANY, MANY),
                        plus(scaled(MANY / 3.0, identity(MANY)), draw.matrix(MANY, MANY)),
                        Algebra::inverse)
                .jvp((x, v) -> minus(times(inverse(x), v, inverse(x))))
                .vjp((x, w) -> minus(times(transposed(inverse(x)), w, transposed(inverse(x)))))
                .wrongJvp("one entry off by a hundredth", (x, v) -> oneOff(minus(times(inverse(x), v, inverse(x)))))
                .wrongVjp(
                        "one entry off by a hundredth",
                        (x, w) -> oneOff(minus(times(transposed(inverse(x)), w, transposed(inverse(x))))));
    }

    private static DMatrixRMaj oneOff(DMatrixRMaj a) {
        a.set(1, 1, 1.01 * a.get(1, 1));
        return a;
    }

    /** 3z + xy at the pole: the gradient is zero, the Hessian [[−3, 1], [1, −3]] on the tangents. */
    private static OperatorCase<?, ?> maximumOnTheSphere() {
        return OperatorCase.of(
                        Kind.SPECIAL,
                        "maximum on the sphere",
                        Manifolds.sphere(N),
                        Spaces.scalar(),
                        new double[] {0, 0, 1},
                        (double[] x) -> 3 * x[2] + x[0] * x[1])
                .gradient(RIESZ, x -> across(x, new double[] {x[1], x[0], 3}))
                .hvp((x, v) ->
                        minus(across(x, new double[] {v[1], v[0], 0}), scaled(dot(x, new double[] {x[1], x[0], 3}), v)))
                .wrongGradient("projection forgotten", RIESZ, x -> new double[] {x[1], x[0], 3})
                .wrongHvp("curvature forgotten", (x, v) -> across(x, new double[] {v[1], v[0], 0}))
                .wrongHvp("mixed term forgotten", (x, v) -> scaled(-3, v));
    }

    private static double[] across(double[] x, double[] u) {
        return minus(u, scaled(dot(x, u), x));
    }

    private static OperatorCase<?, ?> linearFunction(Draw draw) {
        double[] a = draw.vector(N);
        return OperatorCase.of(
                        Kind.SPECIAL,
                        "linear function, whose Hessian is zero",
                        Spaces.vector(N),
                        Spaces.scalar(),
                        draw.vector(N),
                        (double[] x) -> dot(a, x) + 1)
                .gradient(x -> a)
                .hessian(x -> new DMatrixRMaj(N, N))
                .hvp((x, v) -> new double[N])
                .bilinear((x, u, v) -> 0.0)
                .wrongHessian("small", x -> scaled(1e-3, identity(N)))
                .wrongHessian(
                        "antisymmetric", x -> skew(new DMatrixRMaj(new double[][] {{0, 1, 0}, {0, 0, 1}, {0, 0, 0}})))
                .wrongHvp("small", (x, v) -> scaled(1e-3, v))
                .wrongHvp("constant", (x, v) -> a)
                .wrongBilinear("antisymmetric", (x, u, v) -> u[0] * v[1] - u[1] * v[0])
                .wrongBilinear("product of the first derivatives", (x, u, v) -> dot(a, u) * dot(a, v));
    }

    private static OperatorCase<?, ?> stationaryQuadratic(Draw draw) {
        DMatrixRMaj s = draw.symmetricMatrix(N);
        return OperatorCase.of(
                        Kind.SPECIAL,
                        "quadratic function at its stationary point",
                        Spaces.vector(N),
                        Spaces.scalar(),
                        new double[N],
                        (double[] x) -> dot(x, times(s, x)) / 2)
                .gradient(x -> times(s, x))
                .hessian(x -> s)
                .wrongGradient("not zero", x -> new double[] {1e-3, 0, 0})
                .wrongHessian("factor 2", x -> scaled(2, s))
                .wrongHessian("sign", x -> minus(s));
    }

    /** Right for u = v to the last place, and wrong by a hundredth or a thousandth of it elsewhere. */
    private static OperatorCase<?, ?> slightlyAsymmetric(Draw draw) {
        DMatrixRMaj s = draw.symmetricMatrix(N);
        DMatrixRMaj k = new DMatrixRMaj(new double[][] {{0, 1, -1}, {-1, 0, 1}, {1, -1, 0}});
        return OperatorCase.of(
                        Kind.SPECIAL,
                        "quadratic function, slightly asymmetric Hessians",
                        Spaces.vector(N),
                        Spaces.scalar(),
                        draw.vector(N),
                        (double[] x) -> dot(x, times(s, x)) / 2)
                .gradient(x -> times(s, x))
                .hvp((x, v) -> times(s, v))
                .hessian(x -> s)
                .wrongHvp("by a hundredth", (x, v) -> times(plus(s, scaled(1e-2, k)), v))
                .wrongHvp("by a thousandth", (x, v) -> times(plus(s, scaled(1e-3, k)), v))
                .wrongHessian("by a hundredth", x -> plus(s, scaled(1e-2, k)))
                .wrongHessian("by a thousandth", x -> plus(s, scaled(1e-3, k)));
    }

    /** max(Ax, 0), away from its kinks. */
    private static OperatorCase<?, ?> rectifier() {
        DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 0.5, 0}, {-1, 0.3, 0.2}, {0.1, -2, 1}, {0.7, 0.7, 0.4}});
        return OperatorCase.of(
                        Kind.SPECIAL,
                        "rectifier",
                        Spaces.vector(N),
                        Spaces.vector(4),
                        new double[] {1.1, 0.6, 1.4},
                        (double[] x) -> map(times(a, x), y -> Math.max(y, 0)))
                .jvp((x, v) -> product(open(a, x), times(a, v)))
                .vjp((x, w) -> times(transposed(a), product(open(a, x), w)))
                .wrongJvp("rectified tangent", (x, v) -> map(times(a, v), y -> Math.max(y, 0)))
                .wrongJvp("all open", (x, v) -> times(a, v))
                .wrongVjp("mask of the cotangent", (x, w) -> times(transposed(a), map(w, y -> Math.max(y, 0))))
                .wrongVjp("all open", (x, w) -> times(transposed(a), w));
    }

    private static double[] open(DMatrixRMaj a, double[] x) {
        return map(times(a, x), y -> y > 0 ? 1 : 0);
    }

    private static OperatorCase<?, ?> sort() {
        return OperatorCase.of(
                        Kind.SPECIAL,
                        "sort",
                        Spaces.vector(4),
                        Spaces.vector(4),
                        new double[] {0.3, -1, 0.8, 0.1},
                        SpecialOperators::sorted)
                .jvp((x, v) -> new double[] {v[1], v[3], v[0], v[2]})
                .vjp((x, w) -> new double[] {w[2], w[0], w[3], w[1]})
                .wrongJvp("tangent sorted", (x, v) -> sorted(v))
                .wrongJvp("identity", (x, v) -> v)
                .wrongVjp("permuted in the same sense", (x, w) -> new double[] {w[1], w[3], w[0], w[2]});
    }

    private static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Σλ² = |X|², smooth where eigenvalues meet and eigenvectors are not: the gradient is 2X. */
    private static OperatorCase<?, ?> sumOfSquaredEigenvalues(Draw draw) {
        DMatrixRMaj turned =
                Decompositions.orthogonalTriangular(draw.regular(N)).q();
        return OperatorCase.of(
                        Kind.SPECIAL,
                        "squared eigenvalues of which two are equal",
                        Spaces.symmetric(N),
                        Spaces.scalar(),
                        symmetric(times(turned, Algebra.diagonal(new double[] {1, 1, 2}), transposed(turned))),
                        (DMatrixRMaj x) -> {
                            double[] values = Decompositions.eigen(x).values();
                            return dot(values, values);
                        })
                .gradient(RIESZ, x -> scaled(2, x))
                .wrongGradient("factor 2", RIESZ, x -> x)
                .wrongGradient("of the trace", RIESZ, x -> identity(N));
    }
}
