package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.columnOf;
import static org.gradcheck.corpus.operator.Algebra.determinant;
import static org.gradcheck.corpus.operator.Algebra.dot;
import static org.gradcheck.corpus.operator.Algebra.each;
import static org.gradcheck.corpus.operator.Algebra.entries;
import static org.gradcheck.corpus.operator.Algebra.inner;
import static org.gradcheck.corpus.operator.Algebra.inverse;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.outer;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.product;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.sum;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** Functions of vectors and matrices: the product rule, transposes, and what they are mistaken for. */
final class MatrixOperators {

    private static final int N = 3;
    private static final Space<DMatrixRMaj> SQUARE = Spaces.matrix(N, N);

    private MatrixOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                inverseMatrix(draw),
                square(draw),
                cube(draw),
                gram(draw),
                gramOfSymmetricCotangents(draw),
                congruence(draw),
                logDeterminant(draw),
                traceOfAQuadratic(draw),
                exponentialOfAProduct(draw),
                kronecker(draw),
                softmax(draw),
                unitVector(draw),
                normalisedColumns(draw));
    }

    /** d(X⁻¹) = −X⁻¹ dX X⁻¹, from X X⁻¹ = I. */
    private static OperatorCase<?, ?> inverseMatrix(Draw draw) {
        return OperatorCase.of(Kind.MATRIX, "inverse", SQUARE, SQUARE, draw.regular(N), Algebra::inverse)
                .jvp((x, v) -> minus(times(inverse(x), v, inverse(x))))
                .vjp((x, w) -> minus(times(transposed(inverse(x)), w, transposed(inverse(x)))))
                .wrongJvp("sign", (x, v) -> times(inverse(x), v, inverse(x)))
                .wrongJvp("both inverses on one side", (x, v) -> minus(times(inverse(x), inverse(x), v)))
                .wrongJvp("one inverse missing", (x, v) -> minus(times(inverse(x), v)))
                .wrongVjp("inverses not transposed", (x, w) -> minus(times(inverse(x), w, inverse(x))))
                .wrongVjp(
                        "cotangent transposed",
                        (x, w) -> minus(times(transposed(inverse(x)), transposed(w), transposed(inverse(x)))))
                .wrongVjp(
                        "transposed as a whole",
                        (x, w) -> minus(transposed(times(transposed(inverse(x)), w, transposed(inverse(x))))));
    }

    private static OperatorCase<?, ?> square(Draw draw) {
        return OperatorCase.of(Kind.MATRIX, "square", SQUARE, SQUARE, draw.regular(N), (DMatrixRMaj x) -> times(x, x))
                .jvp((x, v) -> plus(times(x, v), times(v, x)))
                .vjp((x, w) -> plus(times(transposed(x), w), times(w, transposed(x))))
                .wrongJvp("as if matrices commuted", (x, v) -> scaled(2, times(x, v)))
                .wrongJvp("term of the product rule dropped", (x, v) -> times(v, x))
                .wrongVjp("not transposed", (x, w) -> plus(times(x, w), times(w, x)))
                .wrongVjp("as if matrices commuted", (x, w) -> scaled(2, times(transposed(x), w)))
                .wrongVjp("one factor not transposed", (x, w) -> plus(times(transposed(x), w), times(w, x)));
    }

    private static OperatorCase<?, ?> cube(Draw draw) {
        return OperatorCase.of(Kind.MATRIX, "cube", SQUARE, SQUARE, draw.regular(N), (DMatrixRMaj x) -> times(x, x, x))
                .jvp((x, v) -> plus(times(v, x, x), times(x, v, x), times(x, x, v)))
                .wrongJvp("as if matrices commuted", (x, v) -> scaled(3, times(x, x, v)))
                .wrongJvp("middle term dropped", (x, v) -> plus(times(v, x, x), times(x, x, v)));
    }

    /** ⟨W, VᵀX + XᵀV⟩ = ⟨X(W + Wᵀ), V⟩. */
    private static OperatorCase<?, ?> gram(Draw draw) {
        return OperatorCase.of(
                        Kind.MATRIX,
                        "Gram matrix",
                        Spaces.matrix(4, N),
                        SQUARE,
                        draw.matrix(4, N),
                        (DMatrixRMaj x) -> times(transposed(x), x))
                .jvp((x, v) -> plus(times(transposed(v), x), times(transposed(x), v)))
                .vjp((x, w) -> times(x, plus(w, transposed(w))))
                .wrongJvp("term of the product rule dropped", (x, v) -> times(transposed(x), v))
                .wrongJvp("not symmetrised", (x, v) -> scaled(2, times(transposed(x), v)))
                .wrongVjp("wrong on the antisymmetric part only", (x, w) -> scaled(2, times(x, w)))
                .wrongVjp("factor 2 missing", (x, w) -> scaled(0.5, times(x, plus(w, transposed(w)))));
    }

    /** With symmetric cotangents alone X(W + Wᵀ) is 2XW. */
    private static OperatorCase<?, ?> gramOfSymmetricCotangents(Draw draw) {
        return OperatorCase.of(
                        Kind.MATRIX,
                        "Gram matrix among symmetric ones",
                        Spaces.matrix(4, N),
                        Spaces.symmetric(N),
                        draw.matrix(4, N),
                        (DMatrixRMaj x) -> times(transposed(x), x))
                .jvp((x, v) -> plus(times(transposed(v), x), times(transposed(x), v)))
                .vjp((x, w) -> scaled(2, times(x, w)))
                .wrongJvp("not symmetrised", (x, v) -> scaled(2, times(transposed(x), v)))
                .wrongVjp("factor 2 missing", Algebra::times);
    }

    /** ⟨W, VAXᵀ + XAVᵀ⟩ = ⟨WXAᵀ + WᵀXA, V⟩. */
    private static OperatorCase<?, ?> congruence(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        return OperatorCase.of(
                        Kind.MATRIX,
                        "congruence XAXᵀ",
                        Spaces.matrix(2, N),
                        Spaces.matrix(2, 2),
                        draw.matrix(2, N),
                        (DMatrixRMaj x) -> times(x, a, transposed(x)))
                .jvp((x, v) -> plus(times(v, a, transposed(x)), times(x, a, transposed(v))))
                .vjp((x, w) -> plus(times(w, x, transposed(a)), times(transposed(w), x, a)))
                .wrongJvp(
                        "A taken for symmetric",
                        (x, v) -> plus(times(v, a, transposed(x)), transposed(times(v, a, transposed(x)))))
                .wrongVjp("A taken for symmetric", (x, w) -> times(plus(w, transposed(w)), x, a))
                .wrongVjp("cotangent taken for symmetric", (x, w) -> times(w, x, plus(a, transposed(a))))
                .wrongVjp(
                        "A and its transpose exchanged",
                        (x, w) -> plus(times(w, x, a), times(transposed(w), x, transposed(a))));
    }

    /** d log det X = tr(X⁻¹ dX) = ⟨X⁻ᵀ, dX⟩ (Jacobi's formula). */
    private static OperatorCase<?, ?> logDeterminant(Draw draw) {
        return OperatorCase.of(
                        Kind.MATRIX,
                        "log determinant",
                        SQUARE,
                        Spaces.scalar(),
                        draw.regular(N),
                        (DMatrixRMaj x) -> Math.log(Math.abs(determinant(x))))
                .gradient(x -> transposed(inverse(x)))
                .jvp((x, v) -> Algebra.trace(times(inverse(x), v)))
                .wrongGradient("not transposed", Algebra::inverse)
                .wrongGradient("of the determinant", x -> scaled(determinant(x), transposed(inverse(x))))
                .wrongJvp("inner product in place of trace", (x, v) -> inner(inverse(x), v));
    }

    private static OperatorCase<?, ?> traceOfAQuadratic(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        return OperatorCase.of(
                        Kind.MATRIX,
                        "tr(XᵀAX)",
                        Spaces.matrix(N, 2),
                        Spaces.scalar(),
                        draw.matrix(N, 2),
                        (DMatrixRMaj x) -> inner(x, times(a, x)))
                .gradient(x -> times(plus(a, transposed(a)), x))
                .wrongGradient("A taken for symmetric", x -> scaled(2, times(a, x)))
                .wrongGradient("transposed A taken for symmetric", x -> scaled(2, times(transposed(a), x)))
                .wrongGradient("term of the product rule dropped", x -> times(a, x));
    }

    /** exp entry by entry: d exp(AX) = exp(AX) ∘ A dX. */
    private static OperatorCase<?, ?> exponentialOfAProduct(Draw draw) {
        DMatrixRMaj a = draw.matrix(N, N);
        return OperatorCase.of(
                        Kind.MATRIX,
                        "exp of AX, entry by entry",
                        Spaces.matrix(N, 2),
                        Spaces.matrix(N, 2),
                        draw.matrix(N, 2),
                        (DMatrixRMaj x) -> each(times(a, x), Math::exp))
                .jvp((x, v) -> entries(each(times(a, x), Math::exp), times(a, v)))
                .vjp((x, w) -> times(transposed(a), entries(each(times(a, x), Math::exp), w)))
                .wrongJvp("inner derivative forgotten", (x, v) -> entries(each(times(a, x), Math::exp), v))
                .wrongJvp("at the tangent", (x, v) -> entries(each(times(a, v), Math::exp), times(a, v)))
                .wrongVjp("A not transposed", (x, w) -> times(a, entries(each(times(a, x), Math::exp), w)))
                .wrongVjp(
                        "order of the factors",
                        (x, w) -> entries(each(times(a, x), Math::exp), times(transposed(a), w)));
    }

    /** The pullback of V ↦ V⊗X + X⊗V sums the blocks of W against X, and X's entries against the blocks. */
    private static OperatorCase<?, ?> kronecker(Draw draw) {
        return OperatorCase.of(
                        Kind.MATRIX,
                        "Kronecker square",
                        Spaces.matrix(2, 2),
                        Spaces.matrix(4, 4),
                        draw.matrix(2, 2),
                        (DMatrixRMaj x) -> kron(x, x))
                .jvp((x, v) -> plus(kron(v, x), kron(x, v)))
                .vjp((x, w) -> plus(againstBlocks(x, w), sumOfBlocks(x, w)))
                .wrongJvp("as if factors commuted", (x, v) -> scaled(2, kron(v, x)))
                .wrongVjp("only the outer factor", (x, w) -> scaled(2, againstBlocks(x, w)))
                .wrongVjp("only the inner factor", (x, w) -> scaled(2, sumOfBlocks(x, w)));
    }

    private static DMatrixRMaj kron(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(4, 4);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                product.set(i, j, a.get(i / 2, j / 2) * b.get(i % 2, j % 2));
            }
        }
        return product;
    }

    private static DMatrixRMaj againstBlocks(DMatrixRMaj x, DMatrixRMaj w) {
        DMatrixRMaj g = new DMatrixRMaj(2, 2);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                g.add(i / 2, j / 2, w.get(i, j) * x.get(i % 2, j % 2));
            }
        }
        return g;
    }

    private static DMatrixRMaj sumOfBlocks(DMatrixRMaj x, DMatrixRMaj w) {
        DMatrixRMaj g = new DMatrixRMaj(2, 2);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                g.add(i % 2, j % 2, w.get(i, j) * x.get(i / 2, j / 2));
            }
        }
        return g;
    }

    /** The Jacobian diag(p) − ppᵀ is symmetric. */
    private static OperatorCase<?, ?> softmax(Draw draw) {
        return OperatorCase.of(
                        Kind.MATRIX,
                        "softmax",
                        Spaces.vector(4),
                        Spaces.vector(4),
                        draw.vector(4),
                        MatrixOperators::softmax)
                .jvp(MatrixOperators::softmaxAlong)
                .vjp(MatrixOperators::softmaxAlong)
                .jacobian(x -> minus(Algebra.diagonal(softmax(x)), outer(softmax(x), softmax(x))))
                .wrongJvp("normalisation taken for constant", (x, v) -> product(softmax(x), v))
                .wrongJvp(
                        "mean in place of expectation",
                        (x, v) -> product(softmax(x), map(v, entry -> entry - sum(v) / v.length)))
                .wrongVjp("normalisation taken for constant", (x, w) -> product(softmax(x), w))
                .wrongVjp(
                        "order of the factors",
                        (x, w) -> minus(product(softmax(x), w), scaled(dot(softmax(x), softmax(x)), w)))
                .wrongJacobian(
                        "p(1 − p) outside of the diagonal too", x -> outer(softmax(x), map(softmax(x), p -> 1 - p)));
    }

    private static double[] softmax(double[] x) {
        double[] e = map(x, Math::exp);
        return scaled(1 / sum(e), e);
    }

    private static double[] softmaxAlong(double[] x, double[] v) {
        double[] p = softmax(x);
        double expectation = dot(p, v);
        return product(p, map(v, entry -> entry - expectation));
    }

    /** d(x/|x|) = (I − uuᵀ)dx/|x|. */
    private static OperatorCase<?, ?> unitVector(Draw draw) {
        return OperatorCase.of(
                        Kind.MATRIX,
                        "unit vector",
                        Spaces.vector(4),
                        Spaces.vector(4),
                        draw.positive(4),
                        MatrixOperators::unit)
                .jvp((x, v) -> across(x, v, 1))
                .vjp((x, w) -> across(x, w, 1))
                .wrongJvp("length taken for constant", (x, v) -> scaled(1 / Math.sqrt(dot(x, x)), v))
                .wrongJvp("length squared", (x, v) -> across(x, v, 2))
                .wrongVjp("length forgotten", (x, w) -> across(x, w, 0))
                .wrongVjp(
                        "projected along x, not u",
                        (x, w) -> scaled(1 / Math.sqrt(dot(x, x)), minus(w, scaled(dot(x, w), x))));
    }

    private static double[] unit(double[] x) {
        return scaled(1 / Math.sqrt(dot(x, x)), x);
    }

    private static double[] across(double[] x, double[] v, int power) {
        double[] u = unit(x);
        return scaled(1 / Math.pow(Math.sqrt(dot(x, x)), power), minus(v, scaled(dot(u, v), u)));
    }

    /** Each column centred: y = x − mean(x), a projection and so its own adjoint; then squared. */
    private static OperatorCase<?, ?> normalisedColumns(Draw draw) {
        return OperatorCase.of(
                        Kind.MATRIX,
                        "variance of each column",
                        Spaces.matrix(4, 2),
                        Spaces.vector(2),
                        draw.matrix(4, 2),
                        (DMatrixRMaj x) -> new double[] {
                            dot(centred(columnOf(x, 0)), centred(columnOf(x, 0))) / 4,
                            dot(centred(columnOf(x, 1)), centred(columnOf(x, 1))) / 4
                        })
                .jvp((x, v) -> new double[] {
                    dot(centred(columnOf(x, 0)), columnOf(v, 0)) / 2, dot(centred(columnOf(x, 1)), columnOf(v, 1)) / 2
                })
                .vjp((x, w) -> transposed(new DMatrixRMaj(new double[][] {
                    scaled(w[0] / 2, centred(columnOf(x, 0))), scaled(w[1] / 2, centred(columnOf(x, 1)))
                })))
                .wrongJvp("mean taken for zero", (x, v) ->
                        new double[] {dot(columnOf(x, 0), columnOf(v, 0)) / 2, dot(columnOf(x, 1), columnOf(v, 1)) / 2})
                .wrongVjp(
                        "columns exchanged",
                        (x, w) -> transposed(new DMatrixRMaj(new double[][] {
                            scaled(w[1] / 2, centred(columnOf(x, 0))), scaled(w[0] / 2, centred(columnOf(x, 1)))
                        })))
                .wrongVjp(
                        "divided by n − 1",
                        (x, w) -> transposed(new DMatrixRMaj(new double[][] {
                            scaled(2 * w[0] / 3, centred(columnOf(x, 0))), scaled(2 * w[1] / 3, centred(columnOf(x, 1)))
                        })));
    }

    private static double[] centred(double[] x) {
        double mean = sum(x) / x.length;
        return map(x, entry -> entry - mean);
    }
}
