package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.rule;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;
import org.gradcheck.expression.shape.Shape;

/** The exponential and the logarithm of rotations of space, in closed form. */
final class RotationFunctions {

    private RotationFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                        "rodrigues(w)",
                        "rotation matrix expm(hat(w)) about the axis w by the angle norm2(w)",
                        "rodrigues([0; 0; 1])",
                        "3×1 → 3×3",
                        rule("expm([hat(w), hat(dw); zeros(3, 3), hat(w)])(1:3, 4:6)"),
                        RotationFunctions::rotationShape,
                        RotationFunctions::rotation),
                analytic(
                        "logso3(R)",
                        "rotation vector w with rodrigues(w) = R, of a rotation by an angle below pi",
                        "logso3([0, -1, 0; 1, 0, 0; 0, 0, 1])",
                        "3×3 → 3×1",
                        rule(
                                "H = hat(logso3(R)); t = norm2(logso3(R)); (eye - H/2 + (1/t^2 - (1 + cos(t))/(2*t*sin(t)))*H^2)*vee(dR*R')",
                                "R moves among the rotations and is not eye"),
                        RotationFunctions::vectorShape,
                        RotationFunctions::vector));
    }

    private static Shape rotationShape(ArgumentShapes in) {
        if (in.vector(0).entryCount() != 3) {
            throw in.problem(0, "must have 3 entries, it is " + in.shape(0), "");
        }
        return Shape.of(3, 3);
    }

    /** I + sin θ/θ·W + (1 − cos θ)/θ²·W², where (1 − cos θ)/θ² = ½(sin(θ/2)/(θ/2))² has no cancellation (O. Rodrigues, 1840). */
    private static <M> M rotation(Arithmetic<M> on, Arguments<M> in) {
        M w = in.get(0);
        M skew = StructuredFunctions.skew(on, w);
        M square = on.sum(on.combine(EntryOperator.TIMES, w, w));
        M first = on.map(EntryFunction.SINE_QUOTIENT, square);
        M half = on.map(EntryFunction.SINE_QUOTIENT, on.scale(on.scalar(0.25), square));
        M second = on.scale(on.scalar(0.5), on.multiply(half, half));
        M linear = on.add(on.identity(3), on.scale(first, skew));
        return on.add(linear, on.scale(second, on.multiply(skew, skew)));
    }

    private static Shape vectorShape(ArgumentShapes in) {
        in.shaped(0, Shape.of(3, 3));
        return Shape.vector(3);
    }

    /** θ/(2 sin θ)·vee(R − Rᵀ) with cos θ = (tr R − 1)/2, written with q = sin²(θ/2) = (3 − tr R)/4: smooth at θ = 0, too. */
    private static <M> M vector(Arithmetic<M> on, Arguments<M> in) {
        M r = in.get(0);
        M trace = on.sum(on.rearrange(r, 3, 1, (i, j) -> 4 * i));
        M q = on.scale(on.scalar(0.25), on.subtract(on.scalar(3), trace));
        M cosine = on.map(EntryFunction.SQRT, on.subtract(on.scalar(1), q));
        M factor = on.unscale(on.map(EntryFunction.ARCSINE_QUOTIENT, q), cosine);
        M axis = StructuredFunctions.axis(on, on.subtract(r, on.transpose(r)));
        return on.scale(on.scale(on.scalar(0.5), factor), axis);
    }
}
