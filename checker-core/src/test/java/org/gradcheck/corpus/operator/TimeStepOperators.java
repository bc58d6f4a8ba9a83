package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.diagonal;
import static org.gradcheck.corpus.operator.Algebra.identity;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.solve;
import static org.gradcheck.corpus.operator.Algebra.sum;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * Steps of z′ = g(z) = tanh(Az) with the derivatives of the steps as they are computed: the chain rule forward in time for a
 * JVP, backward for a VJP (Griewank and Walther, "Evaluating derivatives", 2008).
 */
final class TimeStepOperators {

    private static final int N = 3;
    private static final int STEPS = 4;
    private static final double H = 0.4;
    private static final Space<double[]> VECTORS = Spaces.vector(N);

    private TimeStepOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                eulerSteps(new Field(scaled(0.6, draw.regular(N))), draw),
                rungeKuttaStep(new Field(scaled(0.6, draw.regular(N))), draw),
                implicitEulerStep(new Field(scaled(0.6, draw.regular(N))), draw),
                leapfrogStep(draw),
                sumOverTime(new Field(scaled(0.6, draw.regular(N))), draw));
    }

    /** The right-hand side with its Jacobian. */
    private record Field(DMatrixRMaj a) {

        double[] at(double[] z) {
            return map(times(a, z), Math::tanh);
        }

        DMatrixRMaj jacobian(double[] z) {
            return times(diagonal(map(times(a, z), y -> 1 - Math.tanh(y) * Math.tanh(y))), a);
        }

        double[] along(double[] z, double[] v) {
            return times(jacobian(z), v);
        }

        double[] back(double[] z, double[] w) {
            return times(transposed(jacobian(z)), w);
        }

        /** The states before each Euler step, and the last one. */
        List<double[]> euler(double[] start) {
            List<double[]> states = new ArrayList<>(List.of(start));
            for (int k = 0; k < STEPS; k++) {
                double[] z = states.get(k);
                states.add(plus(z, scaled(H, at(z))));
            }
            return states;
        }
    }

    private static OperatorCase<?, ?> eulerSteps(Field g, Draw draw) {
        return OperatorCase.of(
                        Kind.IMPLICIT,
                        "Euler steps",
                        VECTORS,
                        VECTORS,
                        draw.vector(N),
                        (double[] x) -> g.euler(x).get(STEPS))
                .jvp((x, v) -> eulerForward(g, g.euler(x).subList(0, STEPS), v))
                .vjp((x, w) -> eulerBack(g, g.euler(x).subList(0, STEPS), w))
                .wrongJvp(
                        "at the state after each step",
                        (x, v) -> eulerForward(g, g.euler(x).subList(1, STEPS + 1), v))
                .wrongJvp(
                        "one step too few", (x, v) -> eulerForward(g, g.euler(x).subList(0, STEPS - 1), v))
                .wrongJvp("all steps at the start", (x, v) -> eulerForward(g, Collections.nCopies(STEPS, x), v))
                .wrongVjp(
                        "forward in time",
                        (x, w) -> eulerBack(g, reversed(g.euler(x).subList(0, STEPS)), w))
                .wrongVjp(
                        "at the state after each step",
                        (x, w) -> eulerBack(g, g.euler(x).subList(1, STEPS + 1), w))
                .wrongVjp(
                        "Jacobians not transposed",
                        (x, w) -> eulerForward(g, reversed(g.euler(x).subList(0, STEPS)), w))
                .wrongVjp("third step with the wrong sign", (x, w) -> {
                    List<double[]> states = g.euler(x);
                    double[] late = eulerBack(g, states.subList(2, STEPS), w);
                    double[] middle = minus(late, scaled(H, g.back(states.get(1), late)));
                    return eulerBack(g, states.subList(0, 1), middle);
                })
                .wrongVjp("identity of the step dropped", (x, w) -> {
                    double[] back = w;
                    for (double[] z : reversed(g.euler(x).subList(0, STEPS))) {
                        back = scaled(H, g.back(z, back));
                    }
                    return back;
                });
    }

    private static List<double[]> reversed(List<double[]> states) {
        List<double[]> reversed = new ArrayList<>(states);
        Collections.reverse(reversed);
        return reversed;
    }

    private static double[] eulerForward(Field g, List<double[]> states, double[] v) {
        double[] tangent = v;
        for (double[] z : states) {
            tangent = plus(tangent, scaled(H, g.along(z, tangent)));
        }
        return tangent;
    }

    private static double[] eulerBack(Field g, List<double[]> states, double[] w) {
        double[] cotangent = w;
        for (double[] z : reversed(states)) {
            cotangent = plus(cotangent, scaled(H, g.back(z, cotangent)));
        }
        return cotangent;
    }

    /** The classical method: k₁ = g(z), k₂ = g(z + hk₁/2), k₃ = g(z + hk₂/2), k₄ = g(z + hk₃), z + h(k₁ + 2k₂ + 2k₃ + k₄)/6. */
    private static OperatorCase<?, ?> rungeKuttaStep(Field g, Draw draw) {
        return OperatorCase.of(Kind.IMPLICIT, "Runge–Kutta step", VECTORS, VECTORS, draw.vector(N), (double[] x) -> {
                    List<double[]> stages = stages(g, x);
                    return plus(
                            x,
                            scaled(
                                    H / 6,
                                    plus(
                                            plus(g.at(stages.get(0)), g.at(stages.get(3))),
                                            scaled(2, plus(g.at(stages.get(1)), g.at(stages.get(2)))))));
                })
                .jvp((x, v) -> rungeKuttaForward(g, stages(g, x), v, H / 2))
                .vjp((x, w) -> rungeKuttaBack(g, stages(g, x), w, new double[] {1, 2, 2, 1}, 1))
                .wrongJvp(
                        "all stages at the start", (x, v) -> rungeKuttaForward(g, Collections.nCopies(4, x), v, H / 2))
                .wrongJvp("half step taken whole", (x, v) -> rungeKuttaForward(g, stages(g, x), v, H))
                .wrongJvp("stages not coupled", (x, v) -> rungeKuttaForward(g, stages(g, x), v, 0))
                .wrongVjp(
                        "weights of the trapezoidal rule",
                        (x, w) -> rungeKuttaBack(g, stages(g, x), w, new double[] {1.5, 1.5, 1.5, 1.5}, 1))
                .wrongVjp(
                        "stages not coupled",
                        (x, w) -> rungeKuttaBack(g, stages(g, x), w, new double[] {1, 2, 2, 1}, 0))
                .wrongVjp(
                        "stages in the order of time",
                        (x, w) -> rungeKuttaBack(g, reversed(stages(g, x)), w, new double[] {1, 2, 2, 1}, 1))
                .wrongVjp("continuous adjoint from the end", (x, w) -> {
                    List<double[]> stages = stages(g, x);
                    double[] end = plus(x, scaled(H, g.at(stages.get(2))));
                    return plus(w, scaled(H / 2, plus(g.back(x, w), g.back(end, w))));
                });
    }

    private static List<double[]> stages(Field g, double[] z) {
        double[] second = plus(z, scaled(H / 2, g.at(z)));
        double[] third = plus(z, scaled(H / 2, g.at(second)));
        double[] fourth = plus(z, scaled(H, g.at(third)));
        return List.of(z, second, third, fourth);
    }

    private static double[] rungeKuttaForward(Field g, List<double[]> at, double[] v, double half) {
        double[] k1 = g.along(at.get(0), v);
        double[] k2 = g.along(at.get(1), plus(v, scaled(half, k1)));
        double[] k3 = g.along(at.get(2), plus(v, scaled(half, k2)));
        double[] k4 = g.along(at.get(3), plus(v, scaled(2 * half, k3)));
        return plus(v, scaled(H / 6, plus(plus(k1, k4), scaled(2, plus(k2, k3)))));
    }

    private static double[] rungeKuttaBack(Field g, List<double[]> at, double[] w, double[] weights, double coupling) {
        double[] into = {0, H / 2, H / 2, H};
        double[] cotangent = w;
        double[] fromLater = new double[N];
        for (int stage = 3; stage >= 0; stage--) {
            double[] ofStage = g.back(at.get(stage), plus(scaled(weights[stage] * H / 6, w), fromLater));
            cotangent = plus(cotangent, ofStage);
            fromLater = scaled(coupling * into[stage], ofStage);
        }
        return cotangent;
    }

    /** z₁ = z₀ + h g(z₁): (I − hG(z₁))dz₁ = dz₀. */
    private static OperatorCase<?, ?> implicitEulerStep(Field g, Draw draw) {
        return OperatorCase.of(
                        Kind.IMPLICIT,
                        "implicit Euler step",
                        VECTORS,
                        VECTORS,
                        draw.vector(N),
                        (double[] x) -> implicitEuler(g, x))
                .jvp((x, v) -> solve(stepMatrix(g, implicitEuler(g, x)), v))
                .vjp((x, w) -> solve(transposed(stepMatrix(g, implicitEuler(g, x))), w))
                .wrongJvp("at the state before the step", (x, v) -> solve(stepMatrix(g, x), v))
                .wrongJvp("as of the explicit step", (x, v) -> plus(v, scaled(H, g.along(x, v))))
                .wrongVjp("at the state before the step", (x, w) -> solve(transposed(stepMatrix(g, x)), w))
                .wrongVjp("solve not transposed", (x, w) -> solve(stepMatrix(g, implicitEuler(g, x)), w))
                .wrongVjp(
                        "multiplied where solved", (x, w) -> times(transposed(stepMatrix(g, implicitEuler(g, x))), w));
    }

    private static DMatrixRMaj stepMatrix(Field g, double[] z) {
        return minus(identity(N), scaled(H, g.jacobian(z)));
    }

    /** By Newton's method to the end. */
    private static double[] implicitEuler(Field g, double[] start) {
        double[] z = start;
        for (int k = 0; k < 40; k++) {
            double[] error = minus(minus(z, start), scaled(H, g.at(z)));
            z = minus(z, solve(stepMatrix(g, z), error));
        }
        return z;
    }

    /** Position and momentum. */
    record Phase(double[] position, double[] momentum) {}

    /** Half a kick with the force −sin q, a drift, half a kick; the adjoint undoes them from last to first. */
    private static OperatorCase<?, ?> leapfrogStep(Draw draw) {
        Space<Phase> phases = Spaces.product(
                Spaces.part(Phase::position, VECTORS), Spaces.part(Phase::momentum, VECTORS), Phase::new);
        return OperatorCase.of(
                        Kind.IMPLICIT,
                        "leapfrog step",
                        phases,
                        phases,
                        new Phase(draw.vector(N), draw.vector(N)),
                        (Phase x) -> {
                            double[] half = minus(x.momentum(), scaled(H / 2, map(x.position(), Math::sin)));
                            double[] q = plus(x.position(), scaled(H, half));
                            return new Phase(q, minus(half, scaled(H / 2, map(q, Math::sin))));
                        })
                .jvp((x, v) -> leapfrogAlong(x, v, 1))
                .vjp((x, w) -> leapfrogBack(x, w, 1))
                .wrongJvp("last kick at the first position", (x, v) -> leapfrogAlong(x, v, 0))
                .wrongVjp("last kick at the first position", (x, w) -> leapfrogBack(x, w, 0))
                .wrongVjp("the step with the roles exchanged", (x, w) -> exchanged(leapfrogAlong(x, exchanged(w), 1)))
                .wrongVjp("position's part of the last kick dropped", (x, w) -> {
                    double[] drift = plus(w.momentum(), scaled(H, w.position()));
                    return new Phase(
                            minus(w.position(), scaled(H / 2, product(map(x.position(), Math::cos), drift))), drift);
                });
    }

    private static Phase exchanged(Phase x) {
        double[] first = x.momentum();
        double[] second = x.position();
        return new Phase(first, second);
    }

    private static double[] drifted(Phase x) {
        return plus(x.position(), scaled(H, minus(x.momentum(), scaled(H / 2, map(x.position(), Math::sin)))));
    }

    private static Phase leapfrogAlong(Phase x, Phase v, int moved) {
        double[] half = minus(v.momentum(), scaled(H / 2, product(map(x.position(), Math::cos), v.position())));
        double[] q = plus(v.position(), scaled(H, half));
        double[] at = moved == 1 ? drifted(x) : x.position();
        return new Phase(q, minus(half, scaled(H / 2, product(map(at, Math::cos), q))));
    }

    private static Phase leapfrogBack(Phase x, Phase w, int moved) {
        double[] at = moved == 1 ? drifted(x) : x.position();
        double[] position = minus(w.position(), scaled(H / 2, product(map(at, Math::cos), w.momentum())));
        double[] momentum = plus(w.momentum(), scaled(H, position));
        return new Phase(minus(position, scaled(H / 2, product(map(x.position(), Math::cos), momentum))), momentum);
    }

    /** Σₖ Σᵢ exp(zₖ)ᵢ over the states after each step: the adjoint gains exp(zₖ) where it passes zₖ. */
    private static OperatorCase<?, ?> sumOverTime(Field g, Draw draw) {
        return OperatorCase.of(
                        Kind.IMPLICIT,
                        "cost summed over Euler steps",
                        VECTORS,
                        Spaces.scalar(),
                        draw.vector(N),
                        (double[] x) -> {
                            double cost = 0;
                            for (double[] z : g.euler(x).subList(1, STEPS + 1)) {
                                cost += sum(map(z, Math::exp));
                            }
                            return cost;
                        })
                .gradient(x -> costBack(g, g.euler(x), STEPS, 1))
                .wrongGradient("cost of the last state only", x -> costBack(g, g.euler(x), STEPS, 0))
                .wrongGradient("last state forgotten", x -> costBack(g, g.euler(x), STEPS - 1, 1))
                .wrongGradient("forward in time", x -> costBack(g, reversed(g.euler(x)), STEPS, 1))
                .wrongGradient(
                        "cost of the start included", x -> plus(costBack(g, g.euler(x), STEPS, 1), map(x, Math::exp)));
    }

    private static double[] costBack(Field g, List<double[]> states, int last, double running) {
        double[] cotangent = map(states.get(last), Math::exp);
        for (int k = last - 1; k >= 0; k--) {
            double[] z = states.get(k);
            cotangent = plus(cotangent, scaled(H, g.back(z, cotangent)));
            if (k > 0) {
                cotangent = plus(cotangent, scaled(running, map(z, Math::exp)));
            }
        }
        return cotangent;
    }
}
