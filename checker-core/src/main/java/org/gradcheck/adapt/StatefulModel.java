package org.gradcheck.adapt;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * A model that is told its parameters by a setter and asked for value and derivatives by getters, as functions of the
 * parameters. They are set anew for each call, and what a getter returns is copied at once, so it may be the model's own.
 *
 * <pre>{@code
 * StatefulModel model = StatefulModel.of(curve::setParameters);
 * assertThatFunction(model.value(curve::getValue)).at(p).hasGradient(model.vector(curve::getGradient));
 * }</pre>
 *
 * <p>One call at a time: of several threads all but one wait.
 */
public final class StatefulModel {

    private final Consumer<double[]> setter;
    private final Optional<Supplier<double[]>> parameters;

    private StatefulModel(Consumer<double[]> setter, Optional<Supplier<double[]>> parameters) {
        this.setter = setter;
        this.parameters = parameters;
    }

    /** A model that is left with the parameters of the last call. */
    public static StatefulModel of(Consumer<double[]> setter) {
        return new StatefulModel(setter, Optional.empty());
    }

    /** The same, with the parameters that it has before a call set again after it. */
    public StatefulModel restoring(Supplier<double[]> getter) {
        return new StatefulModel(setter, Optional.of(getter));
    }

    /** A number that the model computes: f. */
    public ToDoubleFunction<double[]> value(DoubleSupplier getter) {
        return x -> at(x, getter::getAsDouble);
    }

    /** An array that the model computes: a vector function, or a gradient. */
    public UnaryOperator<double[]> vector(Supplier<double[]> getter) {
        return x -> at(x, () -> getter.get().clone());
    }

    /** An array of rows that the model computes: a Jacobian. */
    public Function<double[], DMatrixRMaj> matrix(Supplier<double[][]> getter) {
        return x -> at(x, () -> new DMatrixRMaj(getter.get()));
    }

    private synchronized <R> R at(double[] x, Supplier<R> getter) {
        Optional<double[]> before = parameters.map(known -> known.get().clone());
        try {
            setter.accept(x);
            return getter.get();
        } finally {
            before.ifPresent(setter);
        }
    }
}
