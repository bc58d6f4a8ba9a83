package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.inner;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.outer;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.skew;
import static org.gradcheck.corpus.operator.Algebra.sum;
import static org.gradcheck.corpus.operator.Algebra.symmetric;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;
import static org.gradcheck.derivative.GradientConvention.PAIRING;
import static org.gradcheck.derivative.GradientConvention.RIESZ;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Constraints;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;

/**
 * Riemannian gradients, pullbacks and Hessians: normal parts left in, other metrics, curvature left out. Formulas of Absil,
 * Mahony and Sepulchre, "Optimization Algorithms on Matrix Manifolds", 2008, and Boumal, "An introduction to optimization on
 * smooth manifolds", 2023.
 */
final class ManifoldOperators {
    private static final int N = 3;

    /** A rotation and a translation. */
    record Pose(DMatrixRMaj rotation, double[] translation) {}

    private ManifoldOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                cubicOnTheSphere(draw),
                linearMapOfTheSphere(draw),
                brockett(draw),
                procrustes(draw),
                rotatedPoint(draw),
                alignment(draw),
                ellipsoid(draw),
                productOfHeights(draw));
    }

    /** u − ⟨x, u⟩x. */
    private static double[] across(double[] x, double[] u) {
        return minus(u, scaled(dot(x, u), x));
    }

    private static double[] unit(double[] x) {
        return scaled(1 / Math.sqrt(dot(x, x)), x);
    }

    /** Orthonormal columns by Gram and Schmidt. */
    private static DMatrixRMaj orthonormal(DMatrixRMaj a) {
        DMatrixRMaj q = a.copy();
        for (int j = 0; j < a.numCols; j++) {
            double[] column = Algebra.columnOf(a, j);
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < j; k++) {
                    column = across(Algebra.columnOf(q, k), column);
                }
            }
            column = unit(column);
            for (int i = 0; i < a.numRows; i++) {
                q.set(i, j, column[i]);
            }
        }
        return q;
    }

    private static DMatrixRMaj rotation(Draw draw) {
        DMatrixRMaj q = orthonormal(draw.regular(N));
        return Algebra.determinant(q) > 0 ? q : minus(q);
    }

    /** Σ cᵢxᵢ³: gradient P∇f, Hessian P(∇²f[v]) − ⟨x, ∇f⟩v. */
    private static OperatorCase<?, ?> cubicOnTheSphere(Draw draw) {
        double[] c = draw.vector(N);
        Function<double[], double[]> g = x -> product(c, map(x, entry -> 3 * entry * entry));
        BiFunction<double[], double[], double[]> h = (x, v) -> scaled(6, product(product(c, x), v));
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "cubic on the sphere",
                        Manifolds.sphere(N),
                        Spaces.scalar(),
                        unit(draw.vector(N)),
                        (double[] x) -> dot(c, map(x, entry -> entry * entry * entry)))
                .gradient(RIESZ, x -> across(x, g.apply(x)))
                .hvp((x, v) -> minus(across(x, h.apply(x, v)), scaled(dot(x, g.apply(x)), v)))
                .bilinear((x, u, v) -> dot(u, h.apply(x, v)) - dot(x, g.apply(x)) * dot(u, v))
                .wrongGradient("projection forgotten", RIESZ, g)
                .wrongGradient("sign of the projection", RIESZ, x -> plus(g.apply(x), scaled(dot(x, g.apply(x)), x)))
                .wrongGradient(
                        "projected twice as far", RIESZ, x -> minus(g.apply(x), scaled(2 * dot(x, g.apply(x)), x)))
                .wrongGradient("factor of the power", RIESZ, x -> across(x, scaled(1.0 / 3, g.apply(x))))
                .wrongGradient(
                        "mean removed instead", PAIRING, x -> map(g.apply(x), entry -> entry - sum(g.apply(x)) / N))
                .wrongHvp("curvature forgotten", (x, v) -> across(x, h.apply(x, v)))
                .wrongHvp(
                        "sign of the curvature",
                        (x, v) -> plus(across(x, h.apply(x, v)), scaled(dot(x, g.apply(x)), v)))
                .wrongHvp(
                        "length of the gradient for curvature",
                        (x, v) -> minus(across(x, h.apply(x, v)), scaled(Math.sqrt(dot(g.apply(x), g.apply(x))), v)))
                .wrongBilinear("curvature forgotten", (x, u, v) -> dot(u, h.apply(x, v)))
                .wrongBilinear(
                        "curvature twice", (x, u, v) -> dot(u, h.apply(x, v)) - 2 * dot(x, g.apply(x)) * dot(u, v));
    }

    private static OperatorCase<?, ?> linearMapOfTheSphere(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "linear map of the sphere",
                        Manifolds.sphere(N),
                        Spaces.vector(N),
                        unit(draw.vector(N)),
                        (double[] x) -> times(a, x))
                .jvp((x, v) -> times(a, v))
                .vjp(RIESZ, (x, w) -> across(x, times(transposed(a), w)))
                .wrongJvp("of the unit vector's image", (x, v) -> across(unit(times(a, x)), times(a, v)))
                .wrongVjp("projection forgotten", RIESZ, (x, w) -> times(transposed(a), w))
                .wrongVjp("projected before, not after", RIESZ, (x, w) -> times(transposed(a), across(x, w)))
                .wrongVjp("not transposed", RIESZ, (x, w) -> across(x, times(a, w)));
    }

    private static DMatrixRMaj tangentFrame(DMatrixRMaj x, DMatrixRMaj u) {
        return minus(u, times(x, symmetric(times(transposed(x), u))));
    }

    /** ½tr(XᵀAXD) + tr(BᵀX), G = AXD + B: Hessian P(AVD − V sym(XᵀG)). */
    private static OperatorCase<?, ?> brockett(Draw draw) {
        DMatrixRMaj a = draw.symmetricMatrix(4);
        DMatrixRMaj d = Algebra.diagonal(new double[] {1, 2.5});
        DMatrixRMaj b = draw.matrix(4, 2);
        Function<DMatrixRMaj, DMatrixRMaj> g = x -> plus(times(a, x, d), b);
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "Brockett function of a frame",
                        Manifolds.stiefel(4, 2),
                        Spaces.scalar(),
                        orthonormal(draw.matrix(4, 2)),
                        (DMatrixRMaj x) -> inner(x, times(a, x, d)) / 2 + inner(b, x))
                .gradient(RIESZ, x -> tangentFrame(x, g.apply(x)))
                .hvp((x, v) ->
                        tangentFrame(x, minus(times(a, v, d), times(v, symmetric(times(transposed(x), g.apply(x)))))))
                .wrongGradient("projection forgotten", RIESZ, g)
                .wrongGradient(
                        "of the canonical metric", RIESZ, x -> minus(g.apply(x), times(x, transposed(g.apply(x)), x)))
                .wrongGradient(
                        "projected as on the Grassmannian",
                        RIESZ,
                        x -> minus(g.apply(x), times(x, transposed(x), g.apply(x))))
                .wrongGradient("order of the factors", RIESZ, x -> tangentFrame(x, plus(times(a, x), b)))
                .wrongHvp("curvature forgotten", (x, v) -> tangentFrame(x, times(a, v, d)))
                .wrongHvp(
                        "curvature not symmetrised",
                        (x, v) -> tangentFrame(x, minus(times(a, v, d), times(v, transposed(x), g.apply(x)))))
                .wrongHvp(
                        "curvature of one term only",
                        (x, v) -> tangentFrame(x, minus(times(a, v, d), times(v, symmetric(times(transposed(x), b))))))
                .wrongHvp("projected as on the Grassmannian", (x, v) -> {
                    DMatrixRMaj flat = minus(times(a, v, d), times(v, symmetric(times(transposed(x), g.apply(x)))));
                    return minus(flat, times(x, transposed(x), flat));
                });
    }

    /** ⟨B, X⟩: gradient X skew(XᵀB), Hessian −X skew(Xᵀ V sym(XᵀB)). */
    private static OperatorCase<?, ?> procrustes(Draw draw) {
        DMatrixRMaj b = draw.matrix(N, N);
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "Procrustes function of a rotation",
                        Manifolds.rotations(N),
                        Spaces.scalar(),
                        rotation(draw),
                        (DMatrixRMaj x) -> inner(b, x))
                .gradient(RIESZ, x -> times(x, skew(times(transposed(x), b))))
                .hvp((x, v) -> minus(times(x, skew(times(transposed(x), v, symmetric(times(transposed(x), b)))))))
                .wrongGradient("in the Lie algebra, not at X", RIESZ, x -> skew(times(transposed(x), b)))
                .wrongGradient("projection forgotten", RIESZ, x -> b)
                .wrongGradient("not halved", RIESZ, x -> scaled(2, times(x, skew(times(transposed(x), b)))))
                .wrongGradient("moved to X from the wrong side", RIESZ, x -> times(skew(times(transposed(x), b)), x))
                .wrongHvp("zero, as f is linear", (x, v) -> scaled(0, v))
                .wrongHvp("sign", (x, v) -> times(x, skew(times(transposed(x), v, symmetric(times(transposed(x), b))))))
                .wrongHvp("of the derivative of the formula", (x, v) -> times(v, skew(times(transposed(x), b))));
    }

    private static OperatorCase<?, ?> rotatedPoint(Draw draw) {
        double[] p = draw.vector(N);
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "rotated point",
                        Manifolds.rotations(N),
                        Spaces.vector(N),
                        rotation(draw),
                        (DMatrixRMaj x) -> times(x, p))
                .jvp((x, v) -> times(v, p))
                .vjp(RIESZ, (x, w) -> times(x, skew(times(transposed(x), outer(w, p)))))
                .wrongJvp("tangent read in the Lie algebra", (x, v) -> times(times(x, v), p))
                .wrongVjp("projection forgotten", RIESZ, (x, w) -> outer(w, p))
                .wrongVjp("outer product transposed", (x, w) -> outer(p, w))
                .wrongVjp("in the Lie algebra, not at X", RIESZ, (x, w) -> skew(times(transposed(x), outer(w, p))))
                .wrongVjp("not halved", RIESZ, (x, w) -> scaled(2, times(x, skew(times(transposed(x), outer(w, p))))));
    }

    /** ½|Rp + t − q|², e = Rp + t − q: gradient (R skew(Rᵀepᵀ), e). */
    private static OperatorCase<?, ?> alignment(Draw draw) {
        Manifold<Pose> poses = Manifolds.product(
                Manifolds.part(Pose::rotation, Manifolds.rotations(N)),
                Manifolds.part(Pose::translation, Spaces.vector(N)),
                Pose::new);
        double[] p = draw.vector(N);
        double[] q = draw.vector(N);
        Function<Pose, double[]> e = x -> minus(plus(times(x.rotation(), p), x.translation()), q);
        Function<Pose, DMatrixRMaj> turn =
                x -> times(x.rotation(), skew(times(transposed(x.rotation()), outer(e.apply(x), p))));
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "alignment of a pose",
                        poses,
                        Spaces.scalar(),
                        new Pose(rotation(draw), draw.vector(N)),
                        (Pose x) -> dot(e.apply(x), e.apply(x)) / 2)
                .gradient(RIESZ, x -> new Pose(turn.apply(x), e.apply(x)))
                .wrongGradient("rotation not projected", RIESZ, x -> new Pose(outer(e.apply(x), p), e.apply(x)))
                .wrongGradient(
                        "translation turned back",
                        RIESZ,
                        x -> new Pose(turn.apply(x), times(transposed(x.rotation()), e.apply(x))))
                .wrongGradient("translation forgotten in the error", RIESZ, x -> {
                    Pose without = new Pose(x.rotation(), new double[N]);
                    return new Pose(turn.apply(without), e.apply(x));
                })
                .wrongGradient("rotation part doubled", RIESZ, x -> new Pose(scaled(2, turn.apply(x)), e.apply(x)))
                .wrongGradient("translation left out", RIESZ, x -> new Pose(turn.apply(x), new double[N]));
    }

    /** bᵀx + c·x₀³ on xᵀDx = 1, with normal Dx: gradient less its part along Dx, Hessian with the multiplier λ. */
    private static OperatorCase<?, ?> ellipsoid(Draw draw) {
        double[] d = {1, 2, 0.5};
        double[] b = draw.vector(N);
        Manifold<double[]> set = Manifolds.levelSet(
                Spaces.vector(N), Constraints.ofRows(1, x -> new double[] {dot(x, product(d, x)) - 1}, x ->
                        new double[][] {scaled(2, product(d, x))}));
        double[] start = draw.vector(N);
        Function<double[], double[]> g = x -> plus(b, new double[] {3 * x[0] * x[0], 0, 0});
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "cubic on an ellipsoid",
                        set,
                        Spaces.scalar(),
                        scaled(1 / Math.sqrt(dot(start, product(d, start))), start),
                        (double[] x) -> dot(b, x) + x[0] * x[0] * x[0])
                .gradient(RIESZ, x -> across(unit(product(d, x)), g.apply(x)))
                .hvp((x, v) -> {
                    double multiplier = dot(product(d, x), g.apply(x)) / dot(product(d, x), product(d, x));
                    double[] flat = minus(new double[] {6 * x[0] * v[0], 0, 0}, scaled(multiplier, product(d, v)));
                    return across(unit(product(d, x)), flat);
                })
                .wrongGradient("projection forgotten", RIESZ, g)
                .wrongGradient("projected along the point, not the normal", RIESZ, x -> across(unit(x), g.apply(x)))
                .wrongGradient("normal not normalised", RIESZ, x -> across(product(d, x), g.apply(x)))
                .wrongHvp(
                        "multiplier forgotten",
                        (x, v) -> across(unit(product(d, x)), new double[] {6 * x[0] * v[0], 0, 0}))
                .wrongHvp(
                        "curvature of the sphere",
                        (x, v) -> across(
                                unit(product(d, x)),
                                minus(new double[] {6 * x[0] * v[0], 0, 0}, scaled(dot(x, g.apply(x)), v))))
                .wrongHvp("sign of the multiplier", (x, v) -> {
                    double multiplier = dot(product(d, x), g.apply(x)) / dot(product(d, x), product(d, x));
                    double[] flat = plus(new double[] {6 * x[0] * v[0], 0, 0}, scaled(multiplier, product(d, v)));
                    return across(unit(product(d, x)), flat);
                });
    }

    /** (cᵀx)(cᵀy) for two points of the sphere: the Hessian has the mixed part Pc(cᵀv) and the curvature −f of each. */
    private static OperatorCase<?, ?> productOfHeights(Draw draw) {
        double[] c = draw.positive(N);
        return OperatorCase.of(
                        Kind.MANIFOLD,
                        "product of heights on two spheres",
                        Manifolds.list(Manifolds.sphere(N), 2),
                        Spaces.scalar(),
                        List.of(unit(draw.positive(N)), unit(draw.positive(N))),
                        (List<double[]> x) -> dot(c, x.get(0)) * dot(c, x.get(1)))
                .gradient(RIESZ, x -> across(x, List.of(scaled(dot(c, x.get(1)), c), scaled(dot(c, x.get(0)), c))))
                .hvp((x, v) -> heightsHessian(c, x, v, 1, 1))
                .wrongGradient(
                        "projection forgotten",
                        RIESZ,
                        x -> List.of(scaled(dot(c, x.get(1)), c), scaled(dot(c, x.get(0)), c)))
                .wrongGradient(
                        "projected at the other point",
                        RIESZ,
                        x -> List.of(
                                across(x.get(1), scaled(dot(c, x.get(1)), c)),
                                across(x.get(0), scaled(dot(c, x.get(0)), c))))
                .wrongGradient(
                        "one height off by one",
                        RIESZ,
                        x -> across(x, List.of(scaled(dot(c, x.get(0)) + 1, c), scaled(dot(c, x.get(1)), c))))
                .wrongHvp("mixed part forgotten", (x, v) -> heightsHessian(c, x, v, 0, 1))
                .wrongHvp("curvature forgotten", (x, v) -> heightsHessian(c, x, v, 1, 0));
    }

    private static List<double[]> across(List<double[]> x, List<double[]> u) {
        return List.of(across(x.get(0), u.get(0)), across(x.get(1), u.get(1)));
    }

    private static List<double[]> heightsHessian(
            double[] c, List<double[]> x, List<double[]> v, double mixed, double curved) {
        double f = dot(c, x.get(0)) * dot(c, x.get(1));
        List<double[]> flat =
                across(x, List.of(scaled(mixed * dot(c, v.get(1)), c), scaled(mixed * dot(c, v.get(0)), c)));
        return List.of(
                minus(flat.get(0), scaled(curved * f, v.get(0))), minus(flat.get(1), scaled(curved * f, v.get(1))));
    }
}
