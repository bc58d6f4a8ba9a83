package org.gradcheck.corpus;

import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.sin;
import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.CorpusCase.times;
import static org.gradcheck.corpus.CorpusCase.transposedTimes;
import static org.gradcheck.corpus.CorpusCase.vector;
import static org.gradcheck.corpus.SmallMatrices.plus;
import static org.gradcheck.corpus.SmallMatrices.scaled;
import static org.gradcheck.corpus.Vectors.dot;
import static org.gradcheck.corpus.Vectors.rows;
import static org.gradcheck.corpus.Vectors.sq;
import static org.gradcheck.corpus.Vectors.vec;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Dynamics, filters, splines and barriers. */
final class ControlFunctions {

    private static final double[][] DYNAMICS = rows(vec(1, 0.1), vec(-0.05, 0.97));
    private static final double[] INPUT = {0.005, 0.1};
    private static final int HORIZON = 20;

    private static final int STEPS = 100;
    private static final double STEP = 0.03;

    private static final double[] KNOTS = {0, 0.8, 1.5, 2.7, 3.1, 4.4, 5};

    private ControlFunctions() {}

    static List<CorpusCase> all() {
        return List.of(regulator(), swingUp(), kalmanFilter(), spline(), barrier(), inverseDynamics());
    }

    /**
     * The optimal cost of a linear-quadratic regulator by Riccati's backward sweep, in the initial state, the two weights of
     * the state and that of the input. By the envelope theorem the derivative by a weight is what the optimal trajectory
     * pays for it.
     */
    private static CorpusCase regulator() {
        return scalar(
                        "optimal cost of a linear-quadratic regulator",
                        Category.MODEL,
                        vec(1.2, -0.4, 2, 0.5, 0.3),
                        x -> dot(vec(x[0], x[1]), times(costToGo(x)[0], vec(x[0], x[1]))),
                        x -> regulatorGradient(x, 2, 0))
                .wrong("factor of the quadratic form", x -> regulatorGradient(x, 1, 0))
                .wrong("initial state not paid for", x -> regulatorGradient(x, 2, 1))
                .wrong("weights by the uncontrolled trajectory", x -> {
                    double[] g = regulatorGradient(x, 2, 0);
                    double[] state = vec(x[0], x[1]);
                    double[] paid = new double[2];
                    for (int t = 0; t <= HORIZON; t++) {
                        paid = plus(paid, vec(sq(state[0]), sq(state[1])));
                        state = times(DYNAMICS, state);
                    }
                    return vec(g[0], g[1], paid[0], paid[1], g[4]);
                });
    }

    /** P_T = Q, P ← Q + Aᵀ(P − Pb bᵀP/(r + bᵀPb))A. */
    private static double[][][] costToGo(double[] x) {
        double[][][] cost = new double[HORIZON + 1][][];
        cost[HORIZON] = Vectors.diagonal(vec(x[2], x[3]));
        for (int t = HORIZON - 1; t >= 0; t--) {
            double[] weighted = times(cost[t + 1], INPUT);
            double[][] reduced = scaled(cost[t + 1], 1);
            SmallMatrices.addOuter(reduced, scaled(weighted, -1 / (x[4] + dot(INPUT, weighted))), weighted);
            double[][] swept =
                    SmallMatrices.times(SmallMatrices.transposed(DYNAMICS), SmallMatrices.times(reduced, DYNAMICS));
            swept[0][0] += x[2];
            swept[1][1] += x[3];
            cost[t] = swept;
        }
        return cost;
    }

    private static double[] regulatorGradient(double[] x, double factor, int firstPaid) {
        double[][][] cost = costToGo(x);
        double[] state = vec(x[0], x[1]);
        double[] byState = scaled(times(cost[0], state), factor);
        double[] paid = new double[3];
        for (int t = 0; t <= HORIZON; t++) {
            double[] now = t < firstPaid ? new double[2] : state;
            double u = 0;
            if (t < HORIZON) {
                double[] weighted = times(cost[t + 1], INPUT);
                u = -dot(weighted, times(DYNAMICS, state)) / (x[4] + dot(INPUT, weighted));
                state = plus(times(DYNAMICS, state), scaled(INPUT, u));
            }
            paid = plus(paid, vec(sq(now[0]), sq(now[1]), u * u));
        }
        return vec(byState[0], byState[1], paid[0], paid[1], paid[2]);
    }

    /** A damped pendulum driven by a hundred torques towards its upper position, with a cost on the torques. */
    private static CorpusCase swingUp() {
        return scalar(
                        "swing-up of a pendulum by a hundred torques",
                        Category.MODEL,
                        Points.normal(STEPS, 441),
                        u -> {
                            double q = 0.2;
                            double v = 0;
                            for (int t = 0; t < STEPS; t++) {
                                v += STEP * (-sin(q) - 0.1 * v + u[t]);
                                q += STEP * v;
                            }
                            return sq(q - Math.PI) / 2 + v * v / 2 + 0.01 * STEP * dot(u, u) / 2;
                        },
                        u -> swingUpAdjoint(u, ""))
                .wrong("damping left out of the adjoint", u -> swingUpAdjoint(u, "damping"))
                .wrong("torques' own cost left out", u -> swingUpAdjoint(u, "cost"))
                .wrong("angles one step late", u -> swingUpAdjoint(u, "late"))
                .wrong("explicit for semi-implicit steps", u -> swingUpAdjoint(u, "explicit"));
    }

    private static double[] swingUpAdjoint(double[] u, String mistake) {
        double[] q = new double[STEPS + 1];
        double[] v = new double[STEPS + 1];
        q[0] = 0.2;
        for (int t = 0; t < STEPS; t++) {
            v[t + 1] = v[t] + STEP * (-sin(q[t]) - 0.1 * v[t] + u[t]);
            q[t + 1] = q[t] + STEP * v[t + 1];
        }
        double[] g = new double[STEPS];
        double qBar = q[STEPS] - Math.PI;
        double vBar = v[STEPS];
        for (int t = STEPS - 1; t >= 0; t--) {
            double qBarNext = qBar;
            vBar += mistake.equals("explicit") ? 0 : STEP * qBarNext;
            g[t] = STEP * vBar + (mistake.equals("cost") ? 0 : 0.01 * STEP * u[t]);
            qBar -= STEP * cos(q[mistake.equals("late") ? t + 1 : t]) * vBar;
            vBar *= mistake.equals("damping") ? 1 : 1 - 0.1 * STEP;
            vBar += mistake.equals("explicit") ? STEP * qBarNext : 0;
        }
        return g;
    }

    /** Minus the log-likelihood of thirty observations of a random walk, in log q, log r and the initial mean. */
    private static CorpusCase kalmanFilter() {
        return scalar(
                        "log-likelihood by a Kalman filter",
                        Category.MODEL,
                        vec(-1.2, 0.3, 0.5),
                        x -> kalman(x, "")[0],
                        x -> Arrays.copyOfRange(kalman(x, ""), 1, 4))
                .wrong("gain taken for constant", x -> Arrays.copyOfRange(kalman(x, "gain"), 1, 4))
                .wrong("variances for their logarithms", x -> Arrays.copyOfRange(kalman(x, "logarithm"), 1, 4))
                .wrong("determinant term left out", x -> Arrays.copyOfRange(kalman(x, "determinant"), 1, 4));
    }

    /** The value and its derivatives, carried along. */
    private static double[] kalman(double[] x, String mistake) {
        double[] y = Points.normal(30, 442);
        boolean plain = mistake.equals("logarithm");
        double[] byQ = vec(plain ? 1 : exp(x[0]), 0, 0);
        double[] byR = vec(0, plain ? 1 : exp(x[1]), 0);
        double mean = x[2];
        double variance = 1;
        double[] dMean = vec(0, 0, 1);
        double[] dVariance = new double[3];
        double value = 0;
        double[] g = new double[3];
        for (int t = 0; t < y.length; t++) {
            double predicted = variance + exp(x[0]);
            double s = predicted + exp(x[1]);
            double e = y[t] - mean;
            double gain = predicted / s;
            double[] dPredicted = plus(dVariance, byQ);
            double[] dS = plus(dPredicted, byR);
            value += (log(s) + e * e / s) / 2;
            for (int i = 0; i < 3; i++) {
                double determinant = mistake.equals("determinant") ? 0 : dS[i] / s;
                g[i] += (determinant - 2 * e * dMean[i] / s - e * e * dS[i] / (s * s)) / 2;
                double dGain = mistake.equals("gain") ? 0 : (dPredicted[i] - gain * dS[i]) / s;
                dMean[i] += dGain * e - gain * dMean[i];
                dVariance[i] = (1 - gain) * dPredicted[i] - dGain * predicted;
            }
            mean += gain * e;
            variance = (1 - gain) * predicted;
        }
        return vec(value, g[0], g[1], g[2]);
    }

    /** A natural cubic spline through seven values, in these values and the place where it is read. */
    private static CorpusCase spline() {
        return scalar(
                        "value of a natural cubic spline",
                        Category.MODEL,
                        vec(0.4, 1.1, -0.6, 0.9, 1.7, 0.2, -0.8, 2.2),
                        x -> dot(splineWeights(x[7]), Arrays.copyOf(x, 7)),
                        x -> {
                            double[] g = Arrays.copyOf(splineWeights(x[7]), 8);
                            g[7] = splineSlope(x);
                            return g;
                        })
                .wrong("curvatures taken for constant", x -> {
                    int i = interval(x[7]);
                    double h = KNOTS[i + 1] - KNOTS[i];
                    double[] g = new double[8];
                    g[i] = (KNOTS[i + 1] - x[7]) / h;
                    g[i + 1] = (x[7] - KNOTS[i]) / h;
                    g[7] = splineSlope(x);
                    return g;
                })
                .wrong("slope of the chord", x -> {
                    int i = interval(x[7]);
                    double[] g = Arrays.copyOf(splineWeights(x[7]), 8);
                    g[7] = (x[i + 1] - x[i]) / (KNOTS[i + 1] - KNOTS[i]);
                    return g;
                });
    }

    private static int interval(double s) {
        int i = 0;
        while (KNOTS[i + 1] < s) {
            i++;
        }
        return i;
    }

    /** The matrix that makes second derivatives at the knots from the values: M = T⁻¹D y, zero at both ends. */
    private static double[][] curvatures() {
        int n = KNOTS.length;
        DMatrixRMaj t = CommonOps_DDRM.identity(n);
        DMatrixRMaj d = new DMatrixRMaj(n, n);
        for (int i = 1; i < n - 1; i++) {
            double before = KNOTS[i] - KNOTS[i - 1];
            double after = KNOTS[i + 1] - KNOTS[i];
            t.set(i, i - 1, before / 6);
            t.set(i, i, (before + after) / 3);
            t.set(i, i + 1, after / 6);
            d.set(i, i - 1, 1 / before);
            d.set(i, i, -1 / before - 1 / after);
            d.set(i, i + 1, 1 / after);
        }
        DMatrixRMaj m = new DMatrixRMaj(n, n);
        CommonOps_DDRM.solve(t, d, m);
        return SmallMatrices.block(m.data, 0, n, n);
    }

    /** The value at s is linear in the values at the knots. */
    private static double[] splineWeights(double s) {
        int i = interval(s);
        double h = KNOTS[i + 1] - KNOTS[i];
        double a = (KNOTS[i + 1] - s) / h;
        double b = (s - KNOTS[i]) / h;
        double[] ofCurvature = new double[KNOTS.length];
        ofCurvature[i] = (a * a * a - a) * h * h / 6;
        ofCurvature[i + 1] = (b * b * b - b) * h * h / 6;
        double[] weights = transposedTimes(curvatures(), ofCurvature);
        weights[i] += a;
        weights[i + 1] += b;
        return weights;
    }

    private static double splineSlope(double[] x) {
        int i = interval(x[7]);
        double h = KNOTS[i + 1] - KNOTS[i];
        double a = (KNOTS[i + 1] - x[7]) / h;
        double b = (x[7] - KNOTS[i]) / h;
        double[] m = times(curvatures(), Arrays.copyOf(x, 7));
        return (x[i + 1] - x[i]) / h + (-(3 * a * a - 1) * m[i] + (3 * b * b - 1) * m[i + 1]) * h / 6;
    }

    /** t⟨c, x⟩ − Σ log(bᵢ − ⟨aᵢ, x⟩), the barrier of a linear programme, at a point near two of its walls; t comes last. */
    private static CorpusCase barrier() {
        double[][] walls = Points.matrix(10, 4, 443);
        double[] cost = vec(1, -2, 0.5, 1.5);
        double[] inside = vec(0.3, -0.2, 0.1, 0.4);
        double[] bounds = times(walls, inside);
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] += i == 3 ? 1e-3 : i == 7 ? 0.02 : 0.5 + 0.1 * i;
        }
        return scalar(
                        "logarithmic barrier of a linear programme",
                        Category.MODEL,
                        vec(0.3, -0.2, 0.1, 0.4, 12),
                        x -> {
                            double value = x[4] * dot(cost, Arrays.copyOf(x, 4));
                            for (int i = 0; i < bounds.length; i++) {
                                value -= log(bounds[i] - dot(walls[i], Arrays.copyOf(x, 4)));
                            }
                            return value;
                        },
                        x -> barrierGradient(walls, bounds, cost, x, 1))
                .wrong("sign of the barrier", x -> barrierGradient(walls, bounds, cost, x, -1))
                .wrong("weight on the barrier", x -> barrierGradient(walls, bounds, cost, x, x[4]))
                .wrong("barrier left out", x -> barrierGradient(walls, bounds, cost, x, 0));
    }

    private static double[] barrierGradient(
            double[][] walls, double[] bounds, double[] cost, double[] x, double weight) {
        double[] place = Arrays.copyOf(x, 4);
        double[] g = scaled(cost, x[4]);
        for (int i = 0; i < bounds.length; i++) {
            g = plus(g, scaled(walls[i], weight / (bounds[i] - dot(walls[i], place))));
        }
        double[] all = Arrays.copyOf(g, 5);
        all[4] = dot(cost, place);
        return all;
    }

    /** The two torques of a planar arm of two links, in angles, velocities and accelerations. */
    private static CorpusCase inverseDynamics() {
        return vector(
                        "torques of an arm of two links",
                        Category.MODEL,
                        vec(0.6, -1.1, 0.8, -0.5, 1.3, 0.4),
                        x -> {
                            double c = 0.6 * cos(x[1]);
                            double s = 0.6 * sin(x[1]);
                            double far = 3.2 * cos(x[0] + x[1]);
                            return vec(
                                    (1.9 + 2 * c) * x[4]
                                            + (0.4 + c) * x[5]
                                            - s * (2 * x[2] * x[3] + sq(x[3]))
                                            + 9.1 * cos(x[0])
                                            + far,
                                    (0.4 + c) * x[4] + 0.4 * x[5] + s * sq(x[2]) + far);
                        },
                        x -> armJacobian(x, 1, 1))
                .wrongJacobian("Coriolis term halved", x -> armJacobian(x, 0.5, 1))
                .wrongJacobian("gravity by the second angle only", x -> armJacobian(x, 1, 0));
    }

    private static double[][] armJacobian(double[] x, double coriolis, double ofShoulder) {
        double c = 0.6 * cos(x[1]);
        double s = 0.6 * sin(x[1]);
        double far = -3.2 * sin(x[0] + x[1]);
        return rows(
                vec(
                        -9.1 * sin(x[0]) + ofShoulder * far,
                        -2 * s * x[4] - s * x[5] - c * (2 * x[2] * x[3] + sq(x[3])) + far,
                        -coriolis * s * 2 * x[3],
                        -s * (coriolis * 2 * x[2] + 2 * x[3]),
                        1.9 + 2 * c,
                        0.4 + c),
                vec(ofShoulder * far, -s * x[4] + c * sq(x[2]) + far, 2 * s * x[2], 0, 0.4 + c, 0.4));
    }
}
