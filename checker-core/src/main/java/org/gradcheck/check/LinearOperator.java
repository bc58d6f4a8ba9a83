package org.gradcheck.check;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.gradcheck.derivative.BilinearForm;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.HessianVectorProduct;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.Precision;
import org.gradcheck.function.UserCall;
import org.gradcheck.reference.Direction;
import org.gradcheck.space.Manifold;

/**
 * A supplied operator at the point, as a map between coordinates: a JVP or VJP, a Hessian-vector product, or a bilinear form
 * with one tangent fixed.
 *
 * @param form what it was supplied as
 * @param arguments the space of its tangents or cotangents
 * @param map the user's code, which may fail with a DerivativeFaultException
 * @param units in what units each entry of its results is: those of f, or the inverse of those of x
 * @param values the size of f in these units
 */
record LinearOperator(Form form, Manifold<?> arguments, UnaryOperator<double[]> map, double[] units, double[] values) {

    private static final double LAST_PLACES = 4;

    static LinearOperator of(Jvp jvp, Subject subject) {
        return intoTheCodomain(Form.JVP, v -> jvp.apply(subject.x(), v, subject.codomain()), subject);
    }

    static LinearOperator of(Vjp vjp, Subject subject) {
        return intoTheDomain(Form.VJP, subject.codomain(), w -> vjp.apply(subject.x(), w), subject);
    }

    static LinearOperator of(HessianVectorProduct product, Subject subject) {
        return intoTheDomain(Form.HVP, subject.domain(), v -> product.apply(subject.x(), v), subject);
    }

    /** v ↦ f″(x)[u, v]. */
    static LinearOperator of(BilinearForm form, double[] u, Subject subject) {
        return intoTheCodomain(Form.BILINEAR, v -> form.apply(subject.x(), u, v, subject.codomain()), subject);
    }

    private static LinearOperator intoTheCodomain(Form form, UnaryOperator<double[]> map, Subject subject) {
        double[] value = subject.value();
        return new LinearOperator(
                form,
                subject.domain(),
                map,
                DoubleStream.generate(() -> 1).limit(value.length).toArray(),
                Arrays.stream(value).map(Math::abs).toArray());
    }

    private static LinearOperator intoTheDomain(
            Form form, Manifold<?> arguments, UnaryOperator<double[]> map, Subject subject) {
        double value = Arrays.stream(subject.value()).map(Math::abs).max().orElse(0);
        // The seed is of no matter: coordinates that are 0 get a common size.
        double[] sizes = subject.randomDirection(Direction.Kind.SCALED, new SplittableRandom(1))
                .tangent();
        double[] units = Arrays.stream(sizes).map(size -> 1 / Math.abs(size)).toArray();
        return new LinearOperator(
                form,
                arguments,
                map,
                units,
                Arrays.stream(units).map(unit -> unit * value).toArray());
    }

    double[] apply(double[] argument) {
        return map.apply(argument);
    }

    /** What it takes, in a word. */
    String argumentName() {
        return form == Form.VJP ? "cotangent" : "tangent";
    }

    /** An entry of its results, in words; empty if there is only one. */
    String place(int index, int entries) {
        return entries == 1 ? "" : (form == Form.JVP || form == Form.BILINEAR ? "output " : "coordinate ") + index;
    }

    /**
     * For each entry the size of what it may be the rounding of: f, or the largest entry in its units.
     *
     * @param sizes the sizes of the entries
     */
    double[] background(double[] sizes) {
        double largest = 0;
        for (int i = 0; i < sizes.length; i++) {
            largest = Math.max(largest, sizes[i] / units[i]);
        }
        double[] background = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            background[i] = values[i] + units[i] * largest;
        }
        return background;
    }

    /** Whether an argument gets through to the user's type, which may be narrower than double. */
    boolean canTake(double[] argument) {
        Evaluation evaluation = UserCall.evaluate(() -> through(arguments, argument), argument.length);
        if (!(evaluation instanceof Evaluation.Value value)) {
            return false;
        }
        for (int i = 0; i < argument.length; i++) {
            double lost = Math.abs(value.coordinates()[i] - argument[i]);
            if (lost > LAST_PLACES * Precision.ULP * Math.abs(argument[i])) {
                return false;
            }
        }
        return true;
    }

    private static <T> double[] through(Manifold<T> space, double[] argument) {
        return space.coordinates(space.element(argument.clone()));
    }
}
