package org.gradcheck.corpus.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.TypedBilinearFunction;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A function at a point with right operators, one a form at most, and wrong ones.
 *
 * @param name the function
 * @param kind what its operators are about
 * @param right the right operators
 * @param wrong wrong ones; each has a right sibling of the same form, which it replaces in company
 */
record OperatorCase<X, Y>(
        String name,
        Kind kind,
        Manifold<X> domain,
        Space<Y> codomain,
        Function<X, Y> function,
        X point,
        List<Claim<X, Y>> right,
        List<Claim<X, Y>> wrong) {

    OperatorCase {
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
    }

    static <X, Y> OperatorCase<X, Y> of(
            Kind kind, String name, Manifold<X> domain, Space<Y> codomain, X point, Function<X, Y> function) {
        return new OperatorCase<>(name, kind, domain, codomain, function, point, List.of(), List.of());
    }

    /** Checks claims together. */
    CheckReport check(List<Claim<X, Y>> claims, long seed) {
        DerivativeCheck<X, Y> check = DerivativeCheck.of(domain, codomain, function)
                .at(point)
                .settings(CheckSettings.defaults().withSeed(seed));
        for (Claim<X, Y> claim : claims) {
            check = claim.supply().apply(check);
        }
        return check.run();
    }

    /** The right operators with one of them replaced by a wrong one of its form. */
    List<Claim<X, Y>> inCompany(Claim<X, Y> wrongOne) {
        return right.stream()
                .map(claim -> claim.form() == wrongOne.form() ? wrongOne : claim)
                .toList();
    }

    OperatorCase<X, Y> jvp(BiFunction<X, X, Y> jvp) {
        return with(pushforward("", jvp));
    }

    OperatorCase<X, Y> wrongJvp(String mistake, BiFunction<X, X, Y> jvp) {
        return with(pushforward(mistake, jvp));
    }

    OperatorCase<X, Y> vjp(BiFunction<X, Y, X> vjp) {
        return with(pullback("", vjp, GradientConvention.PAIRING));
    }

    OperatorCase<X, Y> vjp(GradientConvention convention, BiFunction<X, Y, X> vjp) {
        return with(pullback("", vjp, convention));
    }

    OperatorCase<X, Y> wrongVjp(String mistake, BiFunction<X, Y, X> vjp) {
        return with(pullback(mistake, vjp, GradientConvention.PAIRING));
    }

    OperatorCase<X, Y> wrongVjp(String mistake, GradientConvention convention, BiFunction<X, Y, X> vjp) {
        return with(pullback(mistake, vjp, convention));
    }

    OperatorCase<X, Y> gradient(Function<X, X> gradient) {
        return with(gradient("", gradient, GradientConvention.PAIRING));
    }

    OperatorCase<X, Y> gradient(GradientConvention convention, Function<X, X> gradient) {
        return with(gradient("", gradient, convention));
    }

    OperatorCase<X, Y> wrongGradient(String mistake, Function<X, X> gradient) {
        return with(gradient(mistake, gradient, GradientConvention.PAIRING));
    }

    OperatorCase<X, Y> wrongGradient(String mistake, GradientConvention convention, Function<X, X> gradient) {
        return with(gradient(mistake, gradient, convention));
    }

    OperatorCase<X, Y> jacobian(Function<X, DMatrixRMaj> jacobian) {
        return with(matrix("", jacobian));
    }

    OperatorCase<X, Y> wrongJacobian(String mistake, Function<X, DMatrixRMaj> jacobian) {
        return with(matrix(mistake, jacobian));
    }

    OperatorCase<X, Y> hvp(BiFunction<X, X, X> hvp) {
        return with(product("", hvp));
    }

    OperatorCase<X, Y> wrongHvp(String mistake, BiFunction<X, X, X> hvp) {
        return with(product(mistake, hvp));
    }

    OperatorCase<X, Y> hessian(Function<X, DMatrixRMaj> hessian) {
        return with(secondMatrix("", hessian));
    }

    OperatorCase<X, Y> wrongHessian(String mistake, Function<X, DMatrixRMaj> hessian) {
        return with(secondMatrix(mistake, hessian));
    }

    OperatorCase<X, Y> bilinear(TypedBilinearFunction.Function3<X, Y> map) {
        return with(form("", map));
    }

    OperatorCase<X, Y> wrongBilinear(String mistake, TypedBilinearFunction.Function3<X, Y> map) {
        return with(form(mistake, map));
    }

    private OperatorCase<X, Y> with(Claim<X, Y> claim) {
        List<Claim<X, Y>> more = new ArrayList<>(claim.mistake().isEmpty() ? right : wrong);
        more.add(claim);
        return claim.mistake().isEmpty()
                ? new OperatorCase<>(name, kind, domain, codomain, function, point, more, wrong)
                : new OperatorCase<>(name, kind, domain, codomain, function, point, right, more);
    }

    private Claim<X, Y> pushforward(String mistake, BiFunction<X, X, Y> jvp) {
        return new Claim<>(
                Form.JVP,
                mistake,
                check -> check.jvp(jvp),
                new Pushed(
                        codomain, (x, u, v) -> codomain.coordinates(jvp.apply(domain.element(x), domain.element(v)))));
    }

    private Claim<X, Y> pullback(String mistake, BiFunction<X, Y, X> vjp, GradientConvention convention) {
        return new Claim<>(
                Form.VJP,
                mistake,
                check -> check.vjp(vjp, convention),
                new Paired<>(domain, convention, (x, w) -> vjp.apply(x, codomain.element(w))));
    }

    private Claim<X, Y> gradient(String mistake, Function<X, X> gradient, GradientConvention convention) {
        return new Claim<>(
                Form.GRADIENT,
                mistake,
                check -> check.gradient(gradient, convention),
                new Paired<>(domain, convention, (x, w) -> {
                    double[] g = domain.coordinates(gradient.apply(x));
                    for (int i = 0; i < g.length; i++) {
                        g[i] *= w[0];
                    }
                    return domain.element(g);
                }));
    }

    private Claim<X, Y> matrix(String mistake, Function<X, DMatrixRMaj> jacobian) {
        return new Claim<>(
                Form.JACOBIAN,
                mistake,
                check -> check.jacobian(jacobian),
                (x, u, v, w) -> codomain.inner(w, Algebra.times(jacobian.apply(domain.element(x)), v)));
    }

    private Claim<X, Y> product(String mistake, BiFunction<X, X, X> hvp) {
        return new Claim<>(
                Form.HVP,
                mistake,
                check -> check.hessianVectorProduct(hvp),
                (x, u, v, w) ->
                        w[0] * domain.inner(x, domain.coordinates(hvp.apply(domain.element(x), domain.element(v))), u));
    }

    private Claim<X, Y> secondMatrix(String mistake, Function<X, DMatrixRMaj> hessian) {
        return new Claim<>(
                Form.HESSIAN,
                mistake,
                check -> check.hessian(hessian),
                (x, u, v, w) -> w[0] * Algebra.dot(u, Algebra.times(hessian.apply(domain.element(x)), v)));
    }

    private Claim<X, Y> form(String mistake, TypedBilinearFunction.Function3<X, Y> map) {
        return new Claim<>(
                Form.BILINEAR,
                mistake,
                check -> check.bilinear(map),
                new Pushed(
                        codomain,
                        (x, u, v) -> codomain.coordinates(
                                map.apply(domain.element(x), domain.element(u), domain.element(v)))));
    }

    /** What is made of tangents at x, on coordinates. */
    private interface OfTangents {
        double[] apply(double[] x, double[] u, double[] v);
    }

    /** A pushforward or bilinear map, which leads into the space of the values. */
    private record Pushed(Space<?> codomain, OfTangents map) implements Claim.Values {

        @Override
        public double at(double[] x, double[] u, double[] v, double[] w) {
            return codomain.inner(w, map.apply(x, u, v));
        }

        @Override
        public double outside(double[] x, double[] u, double[] w) {
            return codomain.violation(map.apply(x, u, u)).size();
        }
    }

    /** A gradient or pullback, paired with tangents as its convention says. */
    private record Paired<X>(Manifold<X> domain, GradientConvention convention, BiFunction<X, double[], X> gradient)
            implements Claim.Values {

        @Override
        public double at(double[] x, double[] u, double[] v, double[] w) {
            double[] g = domain.coordinates(gradient.apply(domain.element(x), w));
            if (convention != GradientConvention.INDEPENDENT) {
                return domain.inner(x, g, v);
            }
            double sum = 0;
            for (int i = 0; i < g.length; i++) {
                sum += ((Space<X>) domain).isIndependent(i) ? g[i] * v[i] : 0;
            }
            return sum;
        }

        @Override
        public double outside(double[] x, double[] u, double[] w) {
            return convention == GradientConvention.RIESZ
                    ? domain.tangentViolation(x, domain.coordinates(gradient.apply(domain.element(x), w)))
                            .size()
                    : 0;
        }
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
