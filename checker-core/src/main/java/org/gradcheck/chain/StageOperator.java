package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.TypedLinearizedFunction;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.TypedFunction;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * The derivative of a stage in both directions, on coordinates. What the user gave is used where there is any: a missing JVP
 * is the transpose of the VJP and the other way round. Of a stage without derivatives differences are taken, of sixth order
 * (Fornberg, "Generation of finite difference formulas on arbitrarily spaced grids", 1988, table 1).
 */
final class StageOperator {

    /** A transpose takes a call for each coordinate. */
    private static final int MOST_COORDINATES = 512;

    /** Near the seventh root of the rounding error, where truncation and rounding of a sixth-order difference meet. */
    private static final double STEP = 0x1p-7;

    private static final double[] WEIGHTS = {45.0 / 60, -9.0 / 60, 1.0 / 60};

    private final BoundStage stage;
    private final Manifold<?> domain;
    private final Space<Object> codomain;
    private final Optional<Jvp> jvp;
    private final Optional<Vjp> vjp;
    private final GuardedFunction function;
    private final Map<List<Double>, List<double[]>> bases = new HashMap<>();

    StageOperator(BoundStage stage) {
        this.stage = stage;
        this.domain = stage.domain();
        this.codomain = stage.codomain();
        this.jvp = stage.forms()
                .jvp()
                .map(form ->
                        new Jvp(new TypedLinearizedFunction<>(stage.domain(), stage.domain(), codomain, stage.jvp())));
        this.vjp = stage.forms()
                .vjp()
                .map(form ->
                        new Vjp(new TypedLinearizedFunction<>(stage.domain(), codomain, stage.domain(), stage.vjp())));
        this.function = new GuardedFunction(new TypedFunction<>(stage.domain(), y -> codomain, stage.function()));
    }

    /** Whether it comes from a derivative that the user gave, and not from differences. */
    boolean isExact() {
        return jvp.isPresent() || vjp.isPresent();
    }

    /** Whether {@link #pull} can be had at all, and for how many calls. */
    boolean isCheaplyPulled() {
        return vjp.isPresent() || domain.dimension() <= MOST_COORDINATES / 8;
    }

    /**
     * f′(p)[v].
     *
     * @throws StageFailureException if the user's code misbehaves, or it would cost too much
     */
    double[] push(double[] p, double[] v) {
        return guarded(() -> {
            if (jvp.isPresent()) {
                return jvp.get().apply(p, v, codomain);
            }
            return vjp.isPresent() ? transposedVjp(p, v) : difference(p, v);
        });
    }

    /**
     * f′(p)*[w].
     *
     * @throws StageFailureException if the user's code misbehaves, or it would cost too much
     */
    double[] pull(double[] p, double[] w) {
        return guarded(() -> vjp.isPresent() ? vjp.get().apply(p, w) : transposedPush(p, w));
    }

    private double[] guarded(Supplier<double[]> call) {
        try {
            return call.get();
        } catch (DerivativeFaultException e) {
            throw new StageFailureException(
                    "the derivative of \"" + stage.name() + "\" " + e.fault().detail());
        }
    }

    /** (f′(p)[v])ᵢ = ⟨eᵢ, f′(p)[v]⟩ = ⟨f′(p)*[eᵢ], v⟩, eᵢ representing the i-th coordinate. */
    private double[] transposedVjp(double[] p, double[] v) {
        requireFew(codomain.dimension());
        List<double[]> rows = bases.computeIfAbsent(key(p), at -> {
            List<double[]> computed = new ArrayList<>();
            for (int i = 0; i < codomain.dimension(); i++) {
                computed.add(vjp.orElseThrow().apply(p, codomain.representer(unit(codomain.dimension(), i))));
            }
            return computed;
        });
        double[] result = new double[rows.size()];
        Arrays.setAll(result, i -> domain.inner(p, rows.get(i), v));
        return result;
    }

    /** The g with ⟨g, v⟩ = ⟨w, f′(p)[v]⟩ for all tangents v. */
    private double[] transposedPush(double[] p, double[] w) {
        requireFew(domain.dimension());
        if (!(domain instanceof Space) && domain.metric().isPresent()) {
            throw new StageFailureException(
                    "stage \"" + stage.name() + "\" has no VJP, and a metric in which none can be made of its JVP");
        }
        List<double[]> columns = bases.computeIfAbsent(key(p), at -> {
            List<double[]> computed = new ArrayList<>();
            for (int j = 0; j < p.length; j++) {
                computed.add(push(p, domain.projection(p, unit(p.length, j))));
            }
            return computed;
        });
        double[] functional = new double[p.length];
        Arrays.setAll(functional, j -> codomain.inner(w, columns.get(j)));
        return domain instanceof Space<?> space ? space.representer(functional) : functional;
    }

    private double[] difference(double[] p, double[] v) {
        double length = Coordinates.largest(v);
        double[] sum = new double[codomain.dimension()];
        if (length == 0) {
            return sum;
        }
        double h = STEP * Math.max(Coordinates.largest(p), STEP) / length;
        for (int k = 1; k <= WEIGHTS.length; k++) {
            double[] above = value(domain.retraction(p, Coordinates.times(k * h, v)));
            double[] below = value(domain.retraction(p, Coordinates.times(-k * h, v)));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += WEIGHTS[k - 1] * (above[i] - below[i]) / h;
            }
        }
        return sum;
    }

    private double[] value(double[] p) {
        if (function.evaluate(p) instanceof Evaluation.Value value) {
            return value.coordinates();
        }
        throw new StageFailureException("stage \"" + stage.name() + "\" has no value beside the point");
    }

    private void requireFew(int coordinates) {
        if (coordinates > MOST_COORDINATES) {
            throw new StageFailureException("stage \"" + stage.name() + "\" lacks a form that would take " + coordinates
                    + " calls to make of the other");
        }
    }

    private static List<Double> key(double[] p) {
        return Arrays.stream(p).boxed().toList();
    }

    private static double[] unit(int dimension, int i) {
        double[] unit = new double[dimension];
        unit[i] = 1;
        return unit;
    }
}
