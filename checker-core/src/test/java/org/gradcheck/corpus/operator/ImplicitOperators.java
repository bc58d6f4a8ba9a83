package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.column;
import static org.gradcheck.corpus.operator.Algebra.diagonal;
import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.identity;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.outer;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.solve;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Solutions of equations, by the implicit function theorem: F(z, x) = 0 gives F_z dz = −F_x dx, and the pullback −F_xᵀλ with
 * F_zᵀλ = w.
 */
final class ImplicitOperators {

    private static final int N = 3;
    private static final Space<double[]> VECTORS = Spaces.vector(N);

    /** A matrix and a right-hand side. */
    record Equation(DMatrixRMaj matrix, double[] side) {}

    /** A penalty and data. */
    record Ridge(double penalty, double[] data) {}

    private static final Space<Equation> EQUATIONS = Spaces.product(
            Spaces.part(Equation::matrix, Spaces.matrix(N, N)), Spaces.part(Equation::side, VECTORS), Equation::new);

    private static final Space<Ridge> RIDGES = Spaces.product(
            Spaces.part(Ridge::penalty, Spaces.scalar()), Spaces.part(Ridge::data, Spaces.vector(4)), Ridge::new);

    private ImplicitOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                linearSolve(draw),
                fixedPoint(draw),
                kepler(draw),
                ridgeRegression(draw),
                stateConstraint(draw),
                lyapunov(draw));
    }

    /** z = A⁻¹b: dz = A⁻¹(db − dA z), and with λ = A⁻ᵀw the pullback is (−λzᵀ, λ). */
    private static OperatorCase<?, ?> linearSolve(Draw draw) {
        return OperatorCase.of(
                        Kind.IMPLICIT,
                        "linear solve",
                        EQUATIONS,
                        VECTORS,
                        new Equation(draw.regular(N), draw.vector(N)),
                        ImplicitOperators::solution)
                .jvp((x, v) -> solve(x.matrix(), minus(v.side(), times(v.matrix(), solution(x)))))
                .vjp((x, w) -> new Equation(scaled(-1, outer(adjoint(x, w), solution(x))), adjoint(x, w)))
                .wrongJvp(
                        "sign of the matrix term",
                        (x, v) -> solve(x.matrix(), plus(v.side(), times(v.matrix(), solution(x)))))
                .wrongJvp(
                        "right-hand side for the solution",
                        (x, v) -> solve(x.matrix(), minus(v.side(), times(v.matrix(), x.side()))))
                .wrongJvp(
                        "solved with the tangent",
                        (x, v) -> solve(plus(x.matrix(), v.matrix()), minus(v.side(), times(v.matrix(), solution(x)))))
                .wrongVjp(
                        "solve not transposed",
                        (x, w) -> new Equation(
                                scaled(-1, outer(solve(x.matrix(), w), solution(x))), solve(x.matrix(), w)))
                .wrongVjp(
                        "outer product transposed",
                        (x, w) -> new Equation(scaled(-1, outer(solution(x), adjoint(x, w))), adjoint(x, w)))
                .wrongVjp(
                        "sign of the matrix", (x, w) -> new Equation(outer(adjoint(x, w), solution(x)), adjoint(x, w)))
                .wrongVjp(
                        "matrix without the adjoint solve",
                        (x, w) -> new Equation(scaled(-1, outer(w, solution(x))), adjoint(x, w)))
                .wrongVjp("matrix taken for constant", (x, w) -> new Equation(new DMatrixRMaj(N, N), adjoint(x, w)));
    }

    private static double[] solution(Equation x) {
        return solve(x.matrix(), x.side());
    }

    private static double[] adjoint(Equation x, double[] w) {
        return solve(transposed(x.matrix()), w);
    }

    /** z = tanh(Wz + x), a contraction: with D = diag(1 − z²) the Jacobian is (I − DW)⁻¹D. */
    private static OperatorCase<?, ?> fixedPoint(Draw draw) {
        DMatrixRMaj weights = scaled(0.3, draw.matrix(N, N));
        Function<double[], double[]> state = x -> {
            double[] z = new double[N];
            for (int k = 0; k < 200; k++) {
                z = map(plus(times(weights, z), x), Math::tanh);
            }
            return z;
        };
        Function<double[], DMatrixRMaj> d = x -> diagonal(map(state.apply(x), z -> 1 - z * z));
        Function<double[], DMatrixRMaj> system = x -> minus(identity(N), times(d.apply(x), weights));
        return OperatorCase.of(Kind.IMPLICIT, "fixed point of a layer", VECTORS, VECTORS, draw.vector(N), state)
                .jvp((x, v) -> solve(system.apply(x), times(d.apply(x), v)))
                .vjp((x, w) -> times(d.apply(x), solve(transposed(system.apply(x)), w)))
                .wrongJvp("last step only", (x, v) -> times(d.apply(x), v))
                .wrongJvp(
                        "sign inside the solve",
                        (x, v) -> solve(plus(identity(N), times(d.apply(x), weights)), times(d.apply(x), v)))
                .wrongJvp(
                        "slope on the wrong side",
                        (x, v) -> solve(minus(identity(N), times(weights, d.apply(x))), times(d.apply(x), v)))
                .wrongVjp("last step only", (x, w) -> times(d.apply(x), w))
                .wrongVjp("solve not transposed", (x, w) -> times(d.apply(x), solve(system.apply(x), w)))
                .wrongVjp("slope before the solve", (x, w) -> solve(transposed(system.apply(x)), times(d.apply(x), w)))
                .wrongVjp(
                        "two terms of the Neumann series",
                        (x, w) -> times(d.apply(x), plus(w, times(transposed(weights), times(d.apply(x), w)))));
    }

    /** E − e sin E = M: dE = (dM + sin E de)/(1 − e cos E), at x = (M, e). */
    private static OperatorCase<?, ?> kepler(Draw draw) {
        double[] m = draw.positive(1);
        return OperatorCase.of(
                        Kind.IMPLICIT,
                        "Kepler's equation",
                        Spaces.vector(2),
                        Spaces.scalar(),
                        new double[] {m[0], 0.4},
                        ImplicitOperators::anomaly)
                .gradient(x -> keplerGradient(x, 1, 1))
                .hvp((x, v) -> {
                    // E″ by differentiating (1 − e cos E)E′ = (1, sin E) once more
                    double e = anomaly(x);
                    double turn = dot(keplerGradient(x, 1, 1), v);
                    double slope = 1 - x[1] * Math.cos(e);
                    double slopeAlong = x[1] * Math.sin(e) * turn - v[1] * Math.cos(e);
                    return new double[] {
                        -slopeAlong / (slope * slope),
                        Math.cos(e) * turn / slope - Math.sin(e) * slopeAlong / (slope * slope)
                    };
                })
                .wrongGradient("sign inside the denominator", x -> keplerGradient(x, -1, 1))
                .wrongGradient("sign of the numerator", x -> keplerGradient(x, 1, -1))
                .wrongGradient("denominator forgotten", x -> new double[] {1, Math.sin(anomaly(x))})
                .wrongGradient("at M, not E", x -> {
                    double slope = 1 - x[1] * Math.cos(x[0]);
                    return new double[] {1 / slope, Math.sin(x[0]) / slope};
                })
                .wrongHvp("denominator taken for constant", (x, v) -> {
                    double e = anomaly(x);
                    double turn = dot(keplerGradient(x, 1, 1), v);
                    return new double[] {0, Math.cos(e) * turn / (1 - x[1] * Math.cos(e))};
                })
                .wrongHvp("E taken for constant", (x, v) -> {
                    double e = anomaly(x);
                    double slope = 1 - x[1] * Math.cos(e);
                    double slopeAlong = -v[1] * Math.cos(e);
                    return new double[] {-slopeAlong / (slope * slope), -Math.sin(e) * slopeAlong / (slope * slope)};
                });
    }

    private static double anomaly(double[] x) {
        double e = x[0];
        for (int k = 0; k < 50; k++) {
            e -= (e - x[1] * Math.sin(e) - x[0]) / (1 - x[1] * Math.cos(e));
        }
        return e;
    }

    private static double[] keplerGradient(double[] x, double denominator, double numerator) {
        double e = anomaly(x);
        double slope = 1 - denominator * x[1] * Math.cos(e);
        return new double[] {1 / slope, numerator * Math.sin(e) / slope};
    }

    /** (AᵀA + μI)z = Aᵀb: dz = H⁻¹(Aᵀdb − dμ z), and with λ = H⁻¹w the pullback is (−λᵀz, Aλ). */
    private static OperatorCase<?, ?> ridgeRegression(Draw draw) {
        DMatrixRMaj a = draw.matrix(4, N);
        Function<Ridge, DMatrixRMaj> h = x -> plus(times(transposed(a), a), scaled(x.penalty(), identity(N)));
        Function<Ridge, double[]> fit = x -> solve(h.apply(x), times(transposed(a), x.data()));
        return OperatorCase.of(Kind.IMPLICIT, "ridge regression", RIDGES, VECTORS, new Ridge(0.7, draw.vector(4)), fit)
                .jvp((x, v) ->
                        solve(h.apply(x), minus(times(transposed(a), v.data()), scaled(v.penalty(), fit.apply(x)))))
                .vjp((x, w) -> new Ridge(-dot(solve(h.apply(x), w), fit.apply(x)), times(a, solve(h.apply(x), w))))
                .wrongJvp("penalty taken for constant", (x, v) -> solve(h.apply(x), times(transposed(a), v.data())))
                .wrongJvp(
                        "sign of the penalty",
                        (x, v) -> solve(
                                h.apply(x), plus(times(transposed(a), v.data()), scaled(v.penalty(), fit.apply(x)))))
                .wrongVjp(
                        "sign of the penalty",
                        (x, w) -> new Ridge(dot(solve(h.apply(x), w), fit.apply(x)), times(a, solve(h.apply(x), w))))
                .wrongVjp(
                        "penalty without the solve",
                        (x, w) -> new Ridge(-dot(w, fit.apply(x)), times(a, solve(h.apply(x), w))))
                .wrongVjp(
                        "data without the penalty in the solve",
                        (x, w) -> new Ridge(
                                -dot(solve(h.apply(x), w), fit.apply(x)), times(a, solve(times(transposed(a), a), w))))
                .wrongVjp(
                        "of the objective at its minimum",
                        (x, w) -> new Ridge(
                                dot(fit.apply(x), fit.apply(x)) / 2, minus(x.data(), times(a, fit.apply(x)))));
    }

    /**
     * ½|u − d|² with (K + diag p)u = s: gradient −λ ∘ u where (K + diag p)ᵀλ = u − d. Differentiating both equations along v,
     * the second derivative is −λ′ ∘ u − λ ∘ u′.
     */
    private static OperatorCase<?, ?> stateConstraint(Draw draw) {
        StateProblem problem = new StateProblem(draw.regular(N), draw.vector(N), draw.vector(N));
        return OperatorCase.of(
                        Kind.IMPLICIT,
                        "misfit of a state",
                        VECTORS,
                        Spaces.scalar(),
                        draw.positive(N),
                        (double[] p) -> dot(problem.misfit(p), problem.misfit(p)) / 2)
                .gradient(p -> scaled(-1, product(problem.adjoint(p), problem.state(p))))
                .hvp((p, v) -> scaled(
                        -1,
                        plus(
                                product(problem.adjointAlong(p, v, 1), problem.state(p)),
                                product(problem.adjoint(p), problem.stateAlong(p, v)))))
                .wrongGradient("sign", p -> product(problem.adjoint(p), problem.state(p)))
                .wrongGradient(
                        "adjoint solve not transposed",
                        p -> scaled(-1, product(solve(problem.system(p), problem.misfit(p)), problem.state(p))))
                .wrongGradient("source for the state", p -> scaled(-1, product(problem.adjoint(p), problem.source())))
                .wrongGradient(
                        "adjoint without the data",
                        p -> scaled(
                                -1, product(solve(transposed(problem.system(p)), problem.state(p)), problem.state(p))))
                .wrongHvp(
                        "change of the state forgotten",
                        (p, v) -> scaled(-1, product(problem.adjointAlong(p, v, 1), problem.state(p))))
                .wrongHvp(
                        "change of the adjoint forgotten",
                        (p, v) -> scaled(-1, product(problem.adjoint(p), problem.stateAlong(p, v))))
                .wrongHvp(
                        "Gauss–Newton term only",
                        (p, v) -> scaled(
                                -1,
                                product(
                                        solve(transposed(problem.system(p)), problem.stateAlong(p, v)),
                                        problem.state(p))))
                .wrongHvp(
                        "sign in the second adjoint",
                        (p, v) -> scaled(
                                -1,
                                plus(
                                        product(problem.adjointAlong(p, v, -1), problem.state(p)),
                                        product(problem.adjoint(p), problem.stateAlong(p, v)))));
    }

    /** A state that depends on p through a linear system, and what it is compared with. */
    private record StateProblem(DMatrixRMaj stiffness, double[] source, double[] data) {

        DMatrixRMaj system(double[] p) {
            return plus(stiffness, diagonal(p));
        }

        double[] state(double[] p) {
            return solve(system(p), source);
        }

        double[] misfit(double[] p) {
            return minus(state(p), data);
        }

        double[] adjoint(double[] p) {
            return solve(transposed(system(p)), misfit(p));
        }

        double[] stateAlong(double[] p, double[] v) {
            return scaled(-1, solve(system(p), product(v, state(p))));
        }

        double[] adjointAlong(double[] p, double[] v, double sign) {
            return solve(transposed(system(p)), minus(stateAlong(p, v), scaled(sign, product(v, adjoint(p)))));
        }
    }

    /** AX + XAᵀ = C: with L the operator of the equation and AᵀY + YA = W the pullback is −(YXᵀ + YᵀX). */
    private static OperatorCase<?, ?> lyapunov(Draw draw) {
        DMatrixRMaj c = draw.matrix(N, N);
        Space<DMatrixRMaj> square = Spaces.matrix(N, N);
        return OperatorCase.of(
                        Kind.IMPLICIT,
                        "Lyapunov equation",
                        square,
                        square,
                        draw.regular(N),
                        (DMatrixRMaj a) -> sylvester(a, transposed(a), c))
                .jvp((a, v) -> {
                    DMatrixRMaj x = sylvester(a, transposed(a), c);
                    return scaled(-1, sylvester(a, transposed(a), plus(times(v, x), times(x, transposed(v)))));
                })
                .vjp((a, w) -> {
                    DMatrixRMaj x = sylvester(a, transposed(a), c);
                    DMatrixRMaj y = sylvester(transposed(a), a, w);
                    return scaled(-1, plus(times(y, transposed(x)), times(transposed(y), x)));
                })
                .wrongJvp("tangent not transposed", (a, v) -> {
                    DMatrixRMaj x = sylvester(a, transposed(a), c);
                    return scaled(-1, sylvester(a, transposed(a), plus(times(v, x), times(x, v))));
                })
                .wrongJvp("one side taken for constant", (a, v) -> {
                    DMatrixRMaj x = sylvester(a, transposed(a), c);
                    return scaled(-2, sylvester(a, transposed(a), times(v, x)));
                })
                .wrongVjp("same equation for the adjoint", (a, w) -> {
                    DMatrixRMaj x = sylvester(a, transposed(a), c);
                    DMatrixRMaj y = sylvester(a, transposed(a), w);
                    return scaled(-1, plus(times(y, transposed(x)), times(transposed(y), x)));
                })
                .wrongVjp("X and Y taken for symmetric", (a, w) -> {
                    DMatrixRMaj x = sylvester(a, transposed(a), c);
                    DMatrixRMaj y = sylvester(transposed(a), a, w);
                    return scaled(-2, times(y, x));
                })
                .wrongVjp("one term", (a, w) -> {
                    DMatrixRMaj x = sylvester(a, transposed(a), c);
                    DMatrixRMaj y = sylvester(transposed(a), a, w);
                    return scaled(-1, times(y, transposed(x)));
                });
    }

    /** The X with AX + XB = C, by the linear system for its rows. */
    private static DMatrixRMaj sylvester(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        int n = a.numRows;
        DMatrixRMaj system = new DMatrixRMaj(n * n, n * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    system.add(i * n + j, k * n + j, a.get(i, k));
                    system.add(i * n + j, i * n + k, b.get(k, j));
                }
            }
        }
        return new DMatrixRMaj(n, n, true, Arrays.copyOf(solve(system, column(c.data).data), n * n));
    }
}
