package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.Algebra.columns;
import static org.gradcheck.check.Algebra.dot;
import static org.gradcheck.check.Algebra.inner;
import static org.gradcheck.check.Algebra.inverse;
import static org.gradcheck.check.Algebra.map;
import static org.gradcheck.check.Algebra.minus;
import static org.gradcheck.check.Algebra.plus;
import static org.gradcheck.check.Algebra.product;
import static org.gradcheck.check.Algebra.scaled;
import static org.gradcheck.check.Algebra.symmetric;
import static org.gradcheck.check.Algebra.tangent;
import static org.gradcheck.check.Algebra.transposed;
import static org.gradcheck.check.Algebra.turn;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.PositiveNumbers;
import org.gradcheck.space.Spaces;
import org.gradcheck.space.UnitSphere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Riemannian Hessians, against the gradient where that is meaningful and against f where the curves allow it. */
class ManifoldSecondOrderTest {

    private static final double[] UP = {2.0 / 7, -3.0 / 7, 6.0 / 7};
    private static final double[] C = {1, -2, 0.5};
    private static final DMatrixRMaj A = symmetric(new DMatrixRMaj(new double[][] {{2, 1, -1}, {0, 3, 2}, {0, 0, -1}}));
    private static final DMatrixRMaj COVARIANCE =
            new DMatrixRMaj(new double[][] {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 2}});

    /**
     * A function with two derivatives.
     *
     * @param gradient the Euclidean one, or in another metric that metric's
     * @param hessian (x, v) ↦ Hess f(x)[v]
     * @param flat the same without the terms of curvature
     */
    record Example<T>(
            String name,
            Manifold<T> manifold,
            T point,
            Function<T, Double> f,
            Function<T, T> gradient,
            BiFunction<T, T, T> hessian,
            BiFunction<T, T, T> flat) {

        DerivativeCheck<T, Double> check(long seed) {
            return DerivativeCheck.of(manifold, Spaces.scalar(), f).at(point).seed(seed);
        }

        @Override
        public String toString() {
            return name + " on " + manifold.description();
        }
    }

    private static double cubic(double[] x) {
        return dot(C, map(x, entry -> entry * entry * entry));
    }

    private static double[] cubicGradient(double[] x) {
        double[] g = x.clone();
        Arrays.setAll(g, i -> 3 * C[i] * x[i] * x[i]);
        return g;
    }

    private static double[] cubicHessian(double[] x, double[] v) {
        double[] h = x.clone();
        Arrays.setAll(h, i -> 6 * C[i] * x[i] * v[i]);
        return h;
    }

    /** P(∇²f[v]) − ⟨x, ∇f⟩v (Boumal 2023, section 5.5). */
    private static double[] onSphere(double[] x, double[] v) {
        double curvature = dot(x, cubicGradient(x));
        return plus(tangent(x, cubicHessian(x, v)), map(v, entry -> -curvature * entry));
    }

    private static DMatrixRMaj tangentToFrames(DMatrixRMaj x, DMatrixRMaj u) {
        return plus(u, minus(product(x, symmetric(product(transposed(x), u)))));
    }

    /** ½tr(XᵀAXN) + tr(BᵀX). */
    private static Example<DMatrixRMaj> frames(Manifold<DMatrixRMaj> manifold, int count) {
        DMatrixRMaj n = columns(transposed(columns(COVARIANCE, count)), count);
        DMatrixRMaj b = columns(new DMatrixRMaj(new double[][] {{1, 2, 3}, {0, -1, 1}, {0.5, 0.2, 1}}), count);
        Function<DMatrixRMaj, DMatrixRMaj> gradient = x -> plus(product(product(A, x), n), b);
        BiFunction<DMatrixRMaj, DMatrixRMaj, DMatrixRMaj> second = (x, v) -> product(product(A, v), n);
        return new Example<>(
                "Brockett",
                manifold,
                columns(turn(0.7), count),
                x -> inner(x, product(product(A, x), n)) / 2 + inner(b, x),
                gradient,
                (x, v) -> tangentToFrames(
                        x,
                        plus(
                                second.apply(x, v),
                                minus(product(v, symmetric(product(transposed(x), gradient.apply(x))))))),
                (x, v) -> tangentToFrames(x, second.apply(x, v)));
    }

    static Stream<Example<?>> inTheEuclideanMetric() {
        return Stream.of(
                new Example<>(
                        "cubic",
                        Manifolds.sphere(3),
                        UP,
                        ManifoldSecondOrderTest::cubic,
                        ManifoldSecondOrderTest::cubicGradient,
                        ManifoldSecondOrderTest::onSphere,
                        (x, v) -> tangent(x, cubicHessian(x, v))),
                new Example<>(
                        "cubic",
                        Manifolds.embedded(
                                Spaces.vector(3), 2, Algebra::tangent, (x, v) -> Algebra.unit(plus(x, v)), 2),
                        UP,
                        ManifoldSecondOrderTest::cubic,
                        x -> tangent(x, cubicGradient(x)),
                        ManifoldSecondOrderTest::onSphere,
                        (x, v) -> tangent(x, cubicHessian(x, v))),
                frames(Manifolds.stiefel(3, 2), 2),
                frames(Manifolds.rotations(3), 3));
    }

    /** X sym(∇²f[V]) X + ½(V sym(G) X + X sym(G) V) with the Euclidean derivatives (Boumal 2023, section 11.7). */
    static Stream<Example<?>> inTheAffineInvariantMetric() {
        return Stream.of(
                new Example<>(
                        "trace",
                        Manifolds.positiveDefinite(3),
                        COVARIANCE,
                        x -> inner(A, x),
                        x -> product(product(x, A), x),
                        (x, v) -> symmetric(product(product(v, A), x)),
                        (x, v) -> scaled(0, v)),
                new Example<>(
                        "square",
                        Manifolds.positiveDefinite(3),
                        COVARIANCE,
                        x -> inner(x, x) / 2,
                        x -> product(product(x, x), x),
                        (x, v) -> plus(product(product(x, v), x), symmetric(product(product(v, x), x))),
                        (x, v) -> product(product(x, v), x)));
    }

    /** The rows that compare a derivative with f or with another derivative; identities have rows of their own. */
    private static List<String> names(CheckReport report) {
        return report.results().stream()
                .filter(result -> !result.evidence().isEmpty() || result.verdict() instanceof Verdict.Inconclusive)
                .map(CheckResult::name)
                .toList();
    }

    private static Verdict verdict(CheckReport report, String name) {
        return report.results().stream()
                .filter(result -> result.name().equals(name))
                .map(CheckResult::verdict)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("inTheEuclideanMetric")
    <T> void riemannianHessianIsConfirmedAgainstTheGradientAndInTheQuadraticModel(Example<T> example) {
        for (long seed = 1; seed <= 5; seed++) {
            CheckReport report = example.check(seed)
                    .gradient(example.gradient())
                    .hessianVectorProduct(example.hessian())
                    .run();

            assertThat(names(report)).containsExactly("gradient", "hvp", "quadratic model of hvp");
            assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("inTheEuclideanMetric")
    <T> void withoutTheCurvatureTermItIsRefutedByBoth(Example<T> example) {
        for (long seed = 1; seed <= 5; seed++) {
            CheckReport report = example.check(seed)
                    .gradient(example.gradient())
                    .hessianVectorProduct(example.flat())
                    .run();

            assertThat(verdict(report, "gradient")).isInstanceOf(Verdict.Confirmed.class);
            assertThat(verdict(report, "hvp")).as(report.toString()).isInstanceOf(Verdict.Refuted.class);
            assertThat(verdict(report, "quadratic model of hvp")).isInstanceOf(Verdict.Refuted.class);
        }
    }

    @ParameterizedTest
    @MethodSource("inTheEuclideanMetric")
    <T> void quadraticModelAloneNeedsNoGradient(Example<T> example) {
        CheckReport right =
                example.check(1).hessianVectorProduct(example.hessian()).run();
        CheckReport wrong =
                example.check(1).hessianVectorProduct(example.flat()).run();

        assertThat(names(right)).containsExactly("hvp");
        assertThat(verdict(right, "symmetry of hvp")).isInstanceOf(Verdict.Confirmed.class);
        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(wrong.isRefuted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("inTheAffineInvariantMetric")
    <T> void inAnotherMetricTheQuadraticModelDecidesAlone(Example<T> example) {
        for (long seed = 1; seed <= 5; seed++) {
            CheckReport right = example.check(seed)
                    .gradient(example.gradient())
                    .hessianVectorProduct(example.hessian())
                    .run();
            CheckReport wrong = example.check(seed)
                    .gradient(example.gradient())
                    .hessianVectorProduct(example.flat())
                    .run();

            assertThat(names(right)).containsExactly("gradient", "hvp");
            assertThat(right.isConfirmed()).as(right.toString()).isTrue();
            assertThat(verdict(wrong, "gradient")).isInstanceOf(Verdict.Confirmed.class);
            assertThat(verdict(wrong, "hvp")).as(wrong.toString()).isInstanceOf(Verdict.Refuted.class);
        }
    }

    /** f is linear along the geodesics. */
    @Test
    void logDetHasNoHessianInTheAffineInvariantMetric() {
        DerivativeCheck<DMatrixRMaj, Double> logDet = DerivativeCheck.of(
                        Manifolds.positiveDefinite(3),
                        Spaces.scalar(),
                        (DMatrixRMaj x) -> Math.log(CommonOps_DDRM.det(x)))
                .at(COVARIANCE)
                .gradient(x -> x);
        CheckReport right = logDet.hessianVectorProduct((x, v) -> scaled(0, v)).run();
        CheckReport euclidean = logDet.hessianVectorProduct((x, v) -> minus(v)).run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(verdict(euclidean, "hvp")).isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void flatManifoldsHaveTheHessianOfTheirCoordinates() {
        CheckReport logDet = DerivativeCheck.of(
                        Manifolds.positiveDefiniteFrobenius(3),
                        Spaces.scalar(),
                        (DMatrixRMaj x) -> Math.log(CommonOps_DDRM.det(x)))
                .at(COVARIANCE)
                .gradient(Algebra::inverse)
                .hessianVectorProduct((x, v) -> minus(product(product(inverse(x), v), inverse(x))))
                .run();
        CheckReport entropy = DerivativeCheck.of(
                        Manifolds.simplexInterior(3), Spaces.scalar(), (double[] x) -> dot(x, map(x, Math::log)))
                .at(new double[] {0.2, 0.3, 0.5})
                .gradient(x -> map(x, Math::log))
                .hessianRows(x -> new double[][] {{1 / x[0], 0, 0}, {0, 1 / x[1], 0}, {0, 0, 1 / x[2]}})
                .run();

        assertThat(names(logDet)).contains("quadratic model of hvp");
        assertThat(logDet.isConfirmed()).as(logDet.toString()).isTrue();
        assertThat(entropy.isConfirmed()).as(entropy.toString()).isTrue();
    }

    @Test
    void hessianIsTakenAsAMatrixAndAsABilinearMapToo() {
        DerivativeCheck<double[], Double> check = DerivativeCheck.of(
                        Manifolds.sphere(3), Spaces.scalar(), ManifoldSecondOrderTest::cubic)
                .at(UP)
                .gradient(ManifoldSecondOrderTest::cubicGradient);
        CheckReport report = check.bilinear((x, u, v) -> dot(u, onSphere(x, v)))
                .hessianRows(x -> {
                    double curvature = dot(x, cubicGradient(x));
                    double[][] h = new double[3][3];
                    for (int i = 0; i < 3; i++) {
                        h[i][i] = 6 * C[i] * x[i] - curvature;
                    }
                    return h;
                })
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(names(report))
                .containsExactly(
                        "gradient", "bilinear", "quadratic model of bilinear", "hessian", "quadratic model of hessian");
        assertThat(report.results())
                .extracting(CheckResult::name)
                .contains("symmetry of bilinear", "symmetry of hessian", "hessian against bilinear");
    }

    @Test
    void withARetractionOfFirstOrderTheGradientDecidesAlone() {
        DerivativeCheck<double[], Double> check = DerivativeCheck.of(
                        new UnitSphere(3, 0.4), Spaces.scalar(), ManifoldSecondOrderTest::cubic)
                .at(UP)
                .gradient(ManifoldSecondOrderTest::cubicGradient);
        CheckReport right =
                check.hessianVectorProduct(ManifoldSecondOrderTest::onSphere).run();
        CheckReport wrong = check.hessianVectorProduct((x, v) -> tangent(x, cubicHessian(x, v)))
                .run();

        assertThat(verdict(right, "hvp")).isInstanceOf(Verdict.Confirmed.class);
        assertThat(verdict(wrong, "hvp")).isInstanceOf(Verdict.Refuted.class);
        assertThat(verdict(right, "quadratic model of hvp"))
                .isEqualTo(new Verdict.Inconclusive(
                        InconclusiveReason.FIRST_ORDER_RETRACTION,
                        "the retraction is only of first order: where the gradient is not 0, second derivatives of f"
                                + " along its curves are not those of the Hessian; give the manifold a retraction of"
                                + " second order, as the nearest point to x + v is in the Euclidean metric"));
    }

    /** Two rows would contradict each other if the retraction were taken for one of second order. */
    @Test
    void withARetractionOfFirstOrderAndNoGradientNothingDecides() {
        CheckReport report = DerivativeCheck.of(new UnitSphere(3, 0.4), Spaces.scalar(), ManifoldSecondOrderTest::cubic)
                .at(UP)
                .hessianVectorProduct(ManifoldSecondOrderTest::onSphere)
                .run();

        assertThat(names(report)).containsExactly("hvp");
        assertThat(verdict(report, "hvp"))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        v -> assertThat(v.reason()).isEqualTo(InconclusiveReason.FIRST_ORDER_RETRACTION));
    }

    @Test
    void metricOfPositiveNumbersHasChristoffelTerms() {
        DerivativeCheck<Double, Double> identity = DerivativeCheck.of(
                        new PositiveNumbers(), Spaces.scalar(), (Double x) -> x)
                .at(3.0)
                .gradient(x -> x * x);
        CheckReport right = identity.hessianVectorProduct((x, v) -> x * v).run();
        CheckReport wrong = identity.hessianVectorProduct((x, v) -> 2 * x * v).run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(names(right)).containsExactly("gradient", "hvp");
        assertThat(verdict(wrong, "hvp")).isInstanceOf(Verdict.Refuted.class);
    }

    record Pair(double[] axis, double scale) {}

    @Test
    void productsHaveTheHessianOfAllPartsTogether() {
        Manifold<Pair> pairs = Manifolds.product(
                Manifolds.part(Pair::axis, Manifolds.sphere(3)),
                Manifolds.part(Pair::scale, Spaces.scalar()),
                Pair::new);
        DerivativeCheck<Pair, Double> check = DerivativeCheck.of(
                        pairs, Spaces.scalar(), (Pair p) -> p.scale() * cubic(p.axis()))
                .at(new Pair(UP, 1.7))
                .gradient(p -> new Pair(map(cubicGradient(p.axis()), g -> p.scale() * g), cubic(p.axis())));
        CheckReport right = check.hessianVectorProduct((p, v) -> new Pair(
                        plus(
                                map(onSphere(p.axis(), v.axis()), h -> p.scale() * h),
                                map(cubicGradient(p.axis()), g -> v.scale() * g)),
                        dot(cubicGradient(p.axis()), v.axis())))
                .run();
        CheckReport withoutMixedPart = check.hessianVectorProduct((p, v) ->
                        new Pair(map(onSphere(p.axis(), v.axis()), h -> p.scale() * h), 0))
                .run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(verdict(withoutMixedPart, "hvp")).isInstanceOf(Verdict.Refuted.class);
    }
}
