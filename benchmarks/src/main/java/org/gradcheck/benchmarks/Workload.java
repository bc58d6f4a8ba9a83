package org.gradcheck.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;

/**
 * A check to be timed, with the user's code that it calls. Immutable but for the counts of calls.
 *
 * @param check the check
 * @param padding what every call of the user's code is made longer by
 * @param x the point
 * @param value f at the point
 * @param code f and then its derivatives, each to be called at the point
 * @param <Y> the type of the values
 */
record Workload<Y>(DerivativeCheck<double[], Y> check, BusyWait padding, double[] x, Y value, List<Callable> code) {

    Workload {
        code = List.copyOf(code);
    }

    /** A scalar function, without a derivative yet. */
    static Workload<Double> scalar(BusyWait padding, ToDoubleFunction<double[]> f, double[] x) {
        UserCode code = new UserCode(padding);
        ToDoubleFunction<double[]> entered = at -> {
            code.enter();
            return f.applyAsDouble(at);
        };
        return new Workload<>(
                DerivativeCheck.ofScalar(entered).at(x),
                padding,
                x,
                f.applyAsDouble(x),
                List.of(new Callable(code, () -> entered.applyAsDouble(x))));
    }

    /** A vector function, without a derivative yet. */
    static Workload<double[]> vector(BusyWait padding, UnaryOperator<double[]> f, double[] x) {
        UserCode code = new UserCode(padding);
        UnaryOperator<double[]> entered = at -> {
            code.enter();
            return f.apply(at);
        };
        return new Workload<>(
                DerivativeCheck.ofVector(entered).at(x),
                padding,
                x,
                f.apply(x),
                List.of(new Callable(code, () -> entered.apply(x))));
    }

    Workload<Y> gradient(UnaryOperator<double[]> gradient) {
        UserCode derivative = new UserCode(padding);
        Function<double[], double[]> entered = entered(derivative, gradient);
        return with(check.gradient(entered), derivative, () -> entered.apply(x));
    }

    Workload<Y> jacobian(Function<double[], double[][]> jacobian) {
        UserCode derivative = new UserCode(padding);
        Function<double[], double[][]> entered = entered(derivative, jacobian);
        return with(check.jacobianRows(entered), derivative, () -> entered.apply(x));
    }

    Workload<Y> jvp(BiFunction<double[], double[], Y> jvp) {
        UserCode derivative = new UserCode(padding);
        BiFunction<double[], double[], Y> entered = entered(derivative, jvp);
        return with(check.jvp(entered), derivative, () -> entered.apply(x, x));
    }

    Workload<Y> vjp(BiFunction<double[], Y, double[]> vjp) {
        UserCode derivative = new UserCode(padding);
        BiFunction<double[], Y, double[]> entered = entered(derivative, vjp);
        return with(check.vjp(entered), derivative, () -> entered.apply(x, value));
    }

    /** Runs the check once, which has to confirm, and counts. */
    Evaluations count() {
        int[] before = code.stream().mapToInt(Callable::calls).toArray();
        CheckReport report = check.run();
        if (!report.isConfirmed()) {
            throw new IllegalStateException("a benchmark measures a check that confirms, but:\n" + report);
        }
        List<Evaluations.Calls> calls = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            Callable callable = code.get(i);
            calls.add(new Evaluations.Calls(callable.calls() - before[i], callable.call()));
        }
        return new Evaluations(calls.get(0), calls.subList(1, calls.size()));
    }

    private Workload<Y> with(DerivativeCheck<double[], Y> more, UserCode derivative, Supplier<Object> call) {
        List<Callable> all = new ArrayList<>(code);
        all.add(new Callable(derivative, call));
        return new Workload<>(more, padding, x, value, all);
    }

    private static <A, R> Function<A, R> entered(UserCode code, Function<A, R> function) {
        return a -> {
            code.enter();
            return function.apply(a);
        };
    }

    private static <A, B, R> BiFunction<A, B, R> entered(UserCode code, BiFunction<A, B, R> function) {
        return (a, b) -> {
            code.enter();
            return function.apply(a, b);
        };
    }

    /**
     * A part of the user's code, callable without the check.
     *
     * @param code counts the calls
     * @param call calls it at the point
     */
    record Callable(UserCode code, Supplier<Object> call) {
        int calls() {
            return code.calls();
        }
    }
}
