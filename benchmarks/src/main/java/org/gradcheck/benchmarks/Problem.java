package org.gradcheck.benchmarks;

import java.util.SplittableRandom;

/** The functions that are checked, each at a fixed point. */
public enum Problem {
    /** A sum of ten sines. */
    SINES_10("gradient, 10 sines") {
        @Override
        Workload<?> workload(BusyWait wait) {
            return sines(10, 0, wait);
        }
    },
    /** A sum of a thousand sines. */
    SINES_1000("gradient, 1000 sines") {
        @Override
        Workload<?> workload(BusyWait wait) {
            return sines(1000, 0, wait);
        }
    },
    /** A function that is noisy in the ninth digit: more steps, and the noise to be estimated. */
    NOISY_10("gradient, 10 sines with noise 1e-9") {
        @Override
        Workload<?> workload(BusyWait wait) {
            return sines(10, 1e-9, wait);
        }
    },
    /** An iteration that stops at a tolerance: its jumps have to be searched for. */
    FIXED_POINT("gradient, fixed point to 1e-6") {
        @Override
        Workload<?> workload(BusyWait wait) {
            FixedPoint f = new FixedPoint(1e-6);
            return Workload.scalar(wait, f::value, new double[] {0.8, 1.1}).gradient(f::gradient);
        }
    },
    /** The pushforward of a vector function. */
    JVP_30("JVP, tanh layer 30 to 30") {
        @Override
        Workload<?> workload(BusyWait wait) {
            TanhLayer layer = TanhLayer.random(SIZE);
            return layer(layer, wait).jvp(layer::jvp);
        }
    },
    /** The pullback of a vector function. */
    VJP_30("VJP, the same") {
        @Override
        Workload<?> workload(BusyWait wait) {
            TanhLayer layer = TanhLayer.random(SIZE);
            return layer(layer, wait).vjp(layer::vjp);
        }
    },
    /** Pushforward and pullback, and so the adjoint test. */
    JVP_AND_VJP_30("JVP and VJP, the same") {
        @Override
        Workload<?> workload(BusyWait wait) {
            TanhLayer layer = TanhLayer.random(SIZE);
            return layer(layer, wait).jvp(layer::jvp).vjp(layer::vjp);
        }
    },
    /** The Jacobian of a vector function. */
    JACOBIAN_30("Jacobian, the same") {
        @Override
        Workload<?> workload(BusyWait wait) {
            TanhLayer layer = TanhLayer.random(SIZE);
            return layer(layer, wait).jacobian(layer::jacobian);
        }
    };

    private static final int SIZE = 30;
    private static final int SEED = 1;

    private final String title;

    Problem(String title) {
        this.title = title;
    }

    /** What it is, in a few words. */
    String title() {
        return title;
    }

    /** The problem, every call of f and of its derivatives made longer by a wait. */
    abstract Workload<?> workload(BusyWait wait);

    /** A sum of sines with random weights at a random point, the same ones every time. */
    static Workload<Double> sines(int dimension, double noise, BusyWait wait) {
        SplittableRandom random = new SplittableRandom(SEED);
        SineSum f = new SineSum(random.doubles(dimension, 0.5, 1.5).toArray(), noise);
        double[] x = random.doubles(dimension, -2, 2).toArray();
        return Workload.scalar(wait, f::value, x).gradient(f::gradient);
    }

    private static Workload<double[]> layer(TanhLayer layer, BusyWait wait) {
        double[] x = new SplittableRandom(SEED).doubles(SIZE, -2, 2).toArray();
        return Workload.vector(wait, layer::value, x);
    }
}
