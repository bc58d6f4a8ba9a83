package org.gradcheck.corpus.operator;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** Complex vectors as pairs of real ones: conjugates, Wirtinger's factor 2, transposes that should be adjoints. */
final class ComplexOperators {

    private static final int N = 3;
    private static final Space<ZMatrixRMaj> VECTORS = Spaces.complexVector(N);

    private ComplexOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                leastSquares(draw),
                phaseRetrieval(draw),
                entrywiseSquare(draw),
                fourier(draw),
                conjugation(draw),
                inverseMatrix(draw),
                hermitianForm(draw));
    }

    private static ZMatrixRMaj times(ZMatrixRMaj a, ZMatrixRMaj b) {
        ZMatrixRMaj product = new ZMatrixRMaj(a.numRows, b.numCols);
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < b.numCols; j++) {
                double real = 0;
                double imaginary = 0;
                for (int k = 0; k < a.numCols; k++) {
                    real += a.getReal(i, k) * b.getReal(k, j) - a.getImag(i, k) * b.getImag(k, j);
                    imaginary += a.getReal(i, k) * b.getImag(k, j) + a.getImag(i, k) * b.getReal(k, j);
                }
                product.set(i, j, real, imaginary);
            }
        }
        return product;
    }

    private static ZMatrixRMaj plus(ZMatrixRMaj a, ZMatrixRMaj b) {
        return new ZMatrixRMaj(a.numRows, a.numCols, true, Algebra.plus(a.data, b.data));
    }

    private static ZMatrixRMaj scaled(double factor, ZMatrixRMaj a) {
        return new ZMatrixRMaj(a.numRows, a.numCols, true, Algebra.scaled(factor, a.data));
    }

    private static ZMatrixRMaj minus(ZMatrixRMaj a, ZMatrixRMaj b) {
        return plus(a, scaled(-1, b));
    }

    private static ZMatrixRMaj conjugate(ZMatrixRMaj a) {
        ZMatrixRMaj conjugate = a.copy();
        for (int i = 1; i < conjugate.data.length; i += 2) {
            conjugate.data[i] = -conjugate.data[i];
        }
        return conjugate;
    }

    private static ZMatrixRMaj transposed(ZMatrixRMaj a) {
        ZMatrixRMaj transposed = new ZMatrixRMaj(a.numCols, a.numRows);
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < a.numCols; j++) {
                transposed.set(j, i, a.getReal(i, j), a.getImag(i, j));
            }
        }
        return transposed;
    }

    private static ZMatrixRMaj adjoint(ZMatrixRMaj a) {
        return conjugate(transposed(a));
    }

    /** The adjugate of a 2×2 matrix times conj(det)/|det|². */
    private static ZMatrixRMaj inverse(ZMatrixRMaj a) {
        ZMatrixRMaj d = new ZMatrixRMaj(1, 1, true, a.data[6], a.data[7]);
        ZMatrixRMaj determinant = minus(
                times(new ZMatrixRMaj(1, 1, true, a.data[0], a.data[1]), d),
                times(
                        new ZMatrixRMaj(1, 1, true, a.data[2], a.data[3]),
                        new ZMatrixRMaj(1, 1, true, a.data[4], a.data[5])));
        ZMatrixRMaj factor = scaled(1 / squaredNorm(determinant), conjugate(determinant));
        ZMatrixRMaj adjugate = new ZMatrixRMaj(
                2, 2, true, a.data[6], a.data[7], -a.data[2], -a.data[3], -a.data[4], -a.data[5], a.data[0], a.data[1]);
        ZMatrixRMaj all = new ZMatrixRMaj(2, 2);
        for (int k = 0; k < 4; k++) {
            all.set(k / 2, k % 2, factor.data[0], factor.data[1]);
        }
        return entries(adjugate, all);
    }

    /** Entry by entry. */
    private static ZMatrixRMaj entries(ZMatrixRMaj a, ZMatrixRMaj b) {
        ZMatrixRMaj product = new ZMatrixRMaj(a.numRows, a.numCols);
        for (int i = 0; i < a.data.length; i += 2) {
            product.data[i] = a.data[i] * b.data[i] - a.data[i + 1] * b.data[i + 1];
            product.data[i + 1] = a.data[i] * b.data[i + 1] + a.data[i + 1] * b.data[i];
        }
        return product;
    }

    /** Each entry times the number made of it. */
    private static ZMatrixRMaj weighted(ZMatrixRMaj z, ToDoubleFunction<double[]> weight) {
        ZMatrixRMaj product = z.copy();
        for (int i = 0; i < z.data.length; i += 2) {
            double factor = weight.applyAsDouble(new double[] {z.data[i], z.data[i + 1]});
            product.data[i] *= factor;
            product.data[i + 1] *= factor;
        }
        return product;
    }

    private static ZMatrixRMaj matrix(Draw draw, int rows, int columns) {
        return new ZMatrixRMaj(rows, columns, true, draw.vector(2 * rows * columns));
    }

    private static double squaredNorm(ZMatrixRMaj z) {
        return Algebra.dot(z.data, z.data);
    }

    /** ½|Az − b|²: gradient Aᴴ(Az − b), second derivative AᴴA. */
    private static OperatorCase<?, ?> leastSquares(Draw draw) {
        ZMatrixRMaj a = matrix(draw, N, N);
        ZMatrixRMaj b = draw.complexVector(N);
        return OperatorCase.of(
                        Kind.COMPLEX,
                        "least squares",
                        VECTORS,
                        Spaces.scalar(),
                        draw.complexVector(N),
                        (ZMatrixRMaj z) -> squaredNorm(minus(times(a, z), b)) / 2)
                .gradient(z -> times(adjoint(a), minus(times(a, z), b)))
                .hvp((z, v) -> times(adjoint(a), times(a, v)))
                .wrongGradient("transpose in place of adjoint", z -> times(transposed(a), minus(times(a, z), b)))
                .wrongGradient("conjugated", z -> conjugate(times(adjoint(a), minus(times(a, z), b))))
                .wrongGradient("Wirtinger derivative", z -> scaled(0.5, times(adjoint(a), minus(times(a, z), b))))
                .wrongGradient("conjugate only", z -> times(conjugate(a), minus(times(a, z), b)))
                .wrongHvp("transpose in place of adjoint", (z, v) -> times(transposed(a), times(a, v)))
                .wrongHvp("tangent conjugated", (z, v) -> times(adjoint(a), times(a, conjugate(v))))
                .wrongHvp("factor 2", (z, v) -> scaled(2, times(adjoint(a), times(a, v))));
    }

    /** ¼Σ(|zᵢ|² − yᵢ)²: gradient (|z|² − y)z. */
    private static OperatorCase<?, ?> phaseRetrieval(Draw draw) {
        return OperatorCase.of(
                        Kind.COMPLEX,
                        "phase retrieval",
                        VECTORS,
                        Spaces.scalar(),
                        draw.complexVector(N),
                        (ZMatrixRMaj z) -> {
                            double sum = 0;
                            for (int i = 0; i < z.data.length; i += 2) {
                                double excess = z.data[i] * z.data[i] + z.data[i + 1] * z.data[i + 1] - 0.7;
                                sum += excess * excess / 4;
                            }
                            return sum;
                        })
                .gradient(z -> weighted(z, c -> Algebra.dot(c, c) - 0.7))
                .wrongGradient("conjugated", z -> conjugate(weighted(z, c -> Algebra.dot(c, c) - 0.7)))
                .wrongGradient("Wirtinger derivative", z -> scaled(0.5, weighted(z, c -> Algebra.dot(c, c) - 0.7)))
                .wrongGradient("square of z, not of its modulus", z -> minus(entries(z, entries(z, z)), scaled(0.7, z)))
                .wrongGradient("imaginary part dropped", z -> {
                    ZMatrixRMaj g = weighted(z, c -> Algebra.dot(c, c) - 0.7);
                    return scaled(0.5, plus(g, conjugate(g)));
                });
    }

    /** z², holomorphic: f′ = 2z, and its adjoint multiplies by the conjugate. */
    private static OperatorCase<?, ?> entrywiseSquare(Draw draw) {
        return OperatorCase.of(
                        Kind.COMPLEX,
                        "square of each entry",
                        VECTORS,
                        VECTORS,
                        draw.complexVector(N),
                        (ZMatrixRMaj z) -> entries(z, z))
                .jvp((z, v) -> scaled(2, entries(z, v)))
                .vjp((z, w) -> scaled(2, entries(conjugate(z), w)))
                .wrongJvp("tangent conjugated", (z, v) -> scaled(2, entries(z, conjugate(v))))
                .wrongJvp("factor of the Wirtinger derivative", (z, v) -> entries(z, v))
                .wrongVjp("not conjugated", (z, w) -> scaled(2, entries(z, w)))
                .wrongVjp("cotangent conjugated", (z, w) -> scaled(2, entries(z, conjugate(w))))
                .wrongVjp("real part only", (z, w) -> {
                    ZMatrixRMaj g = scaled(2, entries(conjugate(z), w));
                    return scaled(0.5, plus(g, conjugate(g)));
                });
    }

    /** FᴴF = nI, so the adjoint is n times the inverse. */
    private static OperatorCase<?, ?> fourier(Draw draw) {
        int n = 4;
        ZMatrixRMaj f = new ZMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                double angle = -2 * Math.PI * j * k / n;
                f.set(j, k, Math.cos(angle), Math.sin(angle));
            }
        }
        return OperatorCase.of(
                        Kind.COMPLEX,
                        "Fourier transform",
                        Spaces.complexVector(n),
                        Spaces.complexVector(n),
                        draw.complexVector(n),
                        (ZMatrixRMaj z) -> times(f, z))
                .jvp((z, v) -> times(f, v))
                .vjp((z, w) -> times(adjoint(f), w))
                .wrongJvp("inverse transform", (z, v) -> scaled(1.0 / n, times(adjoint(f), v)))
                .wrongVjp("inverse transform", (z, w) -> scaled(1.0 / n, times(adjoint(f), w)))
                .wrongVjp("transpose in place of adjoint", (z, w) -> times(transposed(f), w))
                .wrongVjp("unitary normalisation", (z, w) -> scaled(1 / Math.sqrt(n), times(adjoint(f), w)))
                .wrongVjp("conjugated as a whole", (z, w) -> conjugate(times(adjoint(f), w)));
    }

    /** A conj(z) is linear over the reals only: v ↦ A conj(v), adjoint w ↦ conj(Aᴴw). */
    private static OperatorCase<?, ?> conjugation(Draw draw) {
        ZMatrixRMaj a = matrix(draw, N, N);
        return OperatorCase.of(
                        Kind.COMPLEX,
                        "conjugate, transformed",
                        VECTORS,
                        VECTORS,
                        draw.complexVector(N),
                        (ZMatrixRMaj z) -> times(a, conjugate(z)))
                .jvp((z, v) -> times(a, conjugate(v)))
                .vjp((z, w) -> conjugate(times(adjoint(a), w)))
                .wrongJvp("as if holomorphic", (z, v) -> times(a, v))
                .wrongVjp("as if holomorphic", (z, w) -> times(adjoint(a), w))
                .wrongVjp("conjugated too early", (z, w) -> times(adjoint(a), conjugate(w)))
                .wrongVjp("conjugate of A not taken back", (z, w) -> times(transposed(a), w));
    }

    private static OperatorCase<?, ?> inverseMatrix(Draw draw) {
        ZMatrixRMaj x = plus(matrix(draw, 2, 2), new ZMatrixRMaj(2, 2, true, 2, 0, 0, 0, 0, 0, 2, 0));
        return OperatorCase.of(
                        Kind.COMPLEX,
                        "inverse",
                        Spaces.complexMatrix(2, 2),
                        Spaces.complexMatrix(2, 2),
                        x,
                        ComplexOperators::inverse)
                .jvp((z, v) -> scaled(-1, times(inverse(z), times(v, inverse(z)))))
                .vjp((z, w) -> scaled(-1, times(adjoint(inverse(z)), times(w, adjoint(inverse(z))))))
                .wrongJvp("sign", (z, v) -> times(inverse(z), times(v, inverse(z))))
                .wrongVjp(
                        "transpose in place of adjoint",
                        (z, w) -> scaled(-1, times(transposed(inverse(z)), times(w, transposed(inverse(z))))))
                .wrongVjp(
                        "one side only conjugated",
                        (z, w) -> scaled(-1, times(adjoint(inverse(z)), times(w, transposed(inverse(z))))))
                .wrongVjp(
                        "conjugate only",
                        (z, w) -> scaled(-1, times(conjugate(inverse(z)), times(w, conjugate(inverse(z))))));
    }

    /** Re zᴴAz: gradient (A + Aᴴ)z. */
    private static OperatorCase<?, ?> hermitianForm(Draw draw) {
        ZMatrixRMaj a = matrix(draw, N, N);
        return OperatorCase.of(
                        Kind.COMPLEX,
                        "real part of a sesquilinear form",
                        VECTORS,
                        Spaces.scalar(),
                        draw.complexVector(N),
                        (ZMatrixRMaj z) -> times(adjoint(z), times(a, z)).getReal(0, 0))
                .gradient(z -> times(plus(a, adjoint(a)), z))
                .bilinear((z, u, v) ->
                        times(adjoint(u), times(plus(a, adjoint(a)), v)).getReal(0, 0))
                .wrongGradient("A taken for Hermitian", z -> scaled(2, times(a, z)))
                .wrongGradient("transpose in place of adjoint", z -> times(plus(a, transposed(a)), z))
                .wrongGradient("Wirtinger derivative", z -> times(a, z))
                .wrongBilinear(
                        "A taken for Hermitian",
                        (z, u, v) -> 2 * times(adjoint(u), times(a, v)).getReal(0, 0))
                .wrongBilinear(
                        "transpose in place of adjoint",
                        (z, u, v) -> times(transposed(u), times(plus(a, adjoint(a)), v))
                                .getReal(0, 0));
    }
}
