package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Spaces;

/** Operators that are no derivative of anything, as they are not linear in their tangent. */
final class NonlinearOperators {

    private static final int N = 4;

    private NonlinearOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(sines(draw), affineLayer(draw), secondMoment(draw), quotient(draw));
    }

    private static OperatorCase<?, ?> sines(Draw draw) {
        return OperatorCase.of(
                        Kind.NONLINEAR,
                        "sines",
                        Spaces.vector(N),
                        Spaces.vector(N),
                        draw.vector(N),
                        (double[] x) -> map(x, Math::sin))
                .jvp((x, v) -> product(map(x, Math::cos), v))
                .vjp((x, w) -> product(map(x, Math::cos), w))
                .wrongJvp("absolute value of the tangent", (x, v) -> product(map(x, Math::cos), map(v, Math::abs)))
                .wrongJvp("tangent squared", (x, v) -> product(map(x, Math::cos), product(v, v)))
                .wrongJvp("tangent normalised", (x, v) -> product(map(x, Math::cos), unit(v)))
                .wrongJvp(
                        "difference f(x + v) − f(x)",
                        (x, v) -> plus(map(plus(x, v), Math::sin), scaled(-1, map(x, Math::sin))))
                .wrongVjp("positive part only", (x, w) -> product(map(x, Math::cos), map(w, c -> Math.max(c, 0))))
                .wrongVjp("sign only", (x, w) -> product(map(x, Math::cos), map(w, Math::signum)))
                .wrongVjp(
                        "clipped to length 1/2",
                        (x, w) -> product(map(x, Math::cos), scaled(Math.min(1, 0.5 / Math.sqrt(dot(w, w))), w)));
    }

    private static double[] unit(double[] v) {
        double length = Math.sqrt(dot(v, v));
        return length == 0 ? v : scaled(1 / length, v);
    }

    /** tanh(Ax + b) has J = diag(1 − y²)A. */
    private static OperatorCase<?, ?> affineLayer(Draw draw) {
        DMatrixRMaj a = draw.matrix(3, N);
        double[] b = draw.vector(3);
        return OperatorCase.of(
                        Kind.NONLINEAR,
                        "affine layer",
                        Spaces.vector(N),
                        Spaces.vector(3),
                        draw.vector(N),
                        (double[] x) -> map(plus(times(a, x), b), Math::tanh))
                .jvp((x, v) -> product(slope(plus(times(a, x), b)), times(a, v)))
                .vjp((x, w) -> times(transposed(a), product(slope(plus(times(a, x), b)), w)))
                .wrongJvp(
                        "bias added to the tangent",
                        (x, v) -> product(slope(plus(times(a, x), b)), plus(times(a, v), b)))
                .wrongJvp(
                        "value added",
                        (x, v) -> plus(
                                product(slope(plus(times(a, x), b)), times(a, v)),
                                map(plus(times(a, x), b), Math::tanh)))
                .wrongJvp("slope at the tangent", (x, v) -> product(slope(plus(times(a, v), b)), times(a, v)))
                .wrongVjp(
                        "bias added to the cotangent",
                        (x, w) -> times(transposed(a), product(slope(plus(times(a, x), b)), plus(w, b))))
                .wrongVjp(
                        "cotangent through the nonlinearity",
                        (x, w) -> times(transposed(a), product(slope(plus(times(a, x), b)), map(w, Math::tanh))));
    }

    private static double[] slope(double[] z) {
        return map(z, entry -> 1 - Math.tanh(entry) * Math.tanh(entry));
    }

    private static OperatorCase<?, ?> secondMoment(Draw draw) {
        return OperatorCase.of(
                        Kind.NONLINEAR,
                        "XᵀX",
                        Spaces.matrix(N, 2),
                        Spaces.matrix(2, 2),
                        draw.matrix(N, 2),
                        (DMatrixRMaj x) -> times(transposed(x), x))
                .jvp((x, v) -> plus(times(transposed(v), x), times(transposed(x), v)))
                .wrongJvp(
                        "second-order term kept",
                        (x, v) -> plus(times(transposed(v), x), times(transposed(x), v), times(transposed(v), v)))
                .wrongJvp("of the tangent alone", (x, v) -> scaled(2, times(transposed(v), v)))
                .wrongJvp("derivative at x, tangent ignored", (x, v) -> scaled(2, times(transposed(x), x)));
    }

    /** (pᵀx)/(qᵀx), with gradient p/(qᵀx) − (pᵀx)q/(qᵀx)². */
    private static OperatorCase<?, ?> quotient(Draw draw) {
        double[] p = draw.vector(N);
        double[] q = draw.positive(N);
        return OperatorCase.of(
                        Kind.NONLINEAR,
                        "quotient",
                        Spaces.vector(N),
                        Spaces.scalar(),
                        draw.positive(N),
                        (double[] x) -> dot(p, x) / dot(q, x))
                .jvp((x, v) -> dot(p, v) / dot(q, x) - dot(p, x) * dot(q, v) / (dot(q, x) * dot(q, x)))
                .vjp((x, w) ->
                        scaled(w, plus(scaled(1 / dot(q, x), p), scaled(-dot(p, x) / (dot(q, x) * dot(q, x)), q))))
                .wrongJvp("quotient of the derivatives", (x, v) -> dot(p, v) / dot(q, v))
                .wrongJvp(
                        "squared tangent in the denominator",
                        (x, v) -> dot(p, v) / dot(q, x) - dot(p, x) * dot(q, v) * dot(q, v) / (dot(q, x) * dot(q, x)))
                .wrongVjp(
                        "cotangent squared",
                        (x, w) -> scaled(
                                w * w,
                                plus(scaled(1 / dot(q, x), p), scaled(-dot(p, x) / (dot(q, x) * dot(q, x)), q))));
    }
}
