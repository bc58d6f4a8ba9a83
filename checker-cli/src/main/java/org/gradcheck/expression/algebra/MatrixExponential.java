package org.gradcheck.expression.algebra;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;

/**
 * The matrix exponential by scaling and squaring with the Padé approximant of degree 13 (N. J. Higham, "The scaling and squaring method
 * for the matrix exponential revisited", 2005), and through it cosine and sine. The scaling is chosen by the real part.
 */
public final class MatrixExponential {

    private static final double[] PADE = {
        64764752532480000.0,
        32382376266240000.0,
        7771770303897600.0,
        1187353796428800.0,
        129060195264000.0,
        10559470521600.0,
        670442572800.0,
        33522128640.0,
        1323241920.0,
        40840800.0,
        960960.0,
        16380.0,
        182.0,
        1.0
    };

    /** Norm up to which the approximant is exact to rounding. */
    private static final double RADIUS = 5.371920351148152;

    /** Beyond this scaling every exponential overflows or is zero. */
    private static final int MOST_SQUARINGS = 1100;

    private MatrixExponential() {}

    /** The exponential of a square matrix. */
    public static <M> M of(Arithmetic<M> on, M a) {
        double norm = RealMatrices.norm1(on, a);
        if (!(norm < Double.POSITIVE_INFINITY)) {
            return RealMatrices.allNaN(on, on.rows(a), on.rows(a));
        }
        int squarings = norm > RADIUS ? Math.min(MOST_SQUARINGS, Math.getExponent(norm / RADIUS) + 1) : 0;
        M result = approximant(on, on.scale(on.scalar(Math.scalb(1.0, -squarings)), a));
        for (int i = 0; i < squarings; i++) {
            result = on.multiply(result, result);
        }
        return result;
    }

    /** (V − U)⁻¹(V + U) with U the odd terms and V the even ones. */
    private static <M> M approximant(Arithmetic<M> on, M a) {
        M a2 = on.multiply(a, a);
        M a4 = on.multiply(a2, a2);
        M a6 = on.multiply(a4, a2);
        List<M> powers = List.of(on.identity(on.rows(a)), a2, a4, a6);
        M odd = on.multiply(a, on.add(on.multiply(a6, combination(on, powers, 7)), lowest(on, powers, 1)));
        M even = on.add(on.multiply(a6, combination(on, powers, 6)), lowest(on, powers, 0));
        return on.solve(on.subtract(even, odd), on.add(even, odd));
    }

    /** b(first)·I + b(first + 2)·A² + b(first + 4)·A⁴ + b(first + 6)·A⁶. */
    private static <M> M lowest(Arithmetic<M> on, List<M> powers, int first) {
        M sum = on.scale(on.scalar(PADE[first]), powers.get(0));
        for (int k = 1; k < powers.size(); k++) {
            sum = on.add(sum, on.scale(on.scalar(PADE[first + 2 * k]), powers.get(k)));
        }
        return sum;
    }

    /** b(first + 2)·A² + b(first + 4)·A⁴ + b(first + 6)·A⁶, to be multiplied by A⁶. */
    private static <M> M combination(Arithmetic<M> on, List<M> powers, int first) {
        M sum = on.scale(on.scalar(PADE[first + 2]), powers.get(1));
        for (int k = 2; k < powers.size(); k++) {
            sum = on.add(sum, on.scale(on.scalar(PADE[first + 2 * k]), powers.get(k)));
        }
        return sum;
    }

    /** The cosine: a block of exp [0 A; −A 0] = [cos A, sin A; −sin A, cos A]. */
    public static <M> M cosine(Arithmetic<M> on, M a) {
        int size = on.rows(a);
        return on.part(turned(on, a), 0, 0, size, size);
    }

    public static <M> M sine(Arithmetic<M> on, M a) {
        int size = on.rows(a);
        return on.part(turned(on, a), 0, size, size, size);
    }

    private static <M> M turned(Arithmetic<M> on, M a) {
        int size = on.rows(a);
        M blocks = on.assemble(
                2 * size,
                2 * size,
                List.of(new Arithmetic.Block<>(0, size, a), new Arithmetic.Block<>(size, 0, on.negate(a))));
        return of(on, blocks);
    }
}
