package org.gradcheck.corpus.operator;

import static org.gradcheck.corpus.operator.Algebra.entries;
import static org.gradcheck.corpus.operator.Algebra.map;
import static org.gradcheck.corpus.operator.Algebra.minus;
import static org.gradcheck.corpus.operator.Algebra.plus;
import static org.gradcheck.corpus.operator.Algebra.scaled;
import static org.gradcheck.corpus.operator.Algebra.sum;
import static org.gradcheck.corpus.operator.Algebra.times;
import static org.gradcheck.corpus.operator.Algebra.transposed;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Spaces;

/** Linear maps, as f and as their own JVPs, with their adjoints: matrices that nobody writes down. */
final class AdjointOperators {

    private AdjointOperators() {}

    static List<OperatorCase<?, ?>> all(Draw draw) {
        return List.of(
                convolution(draw),
                circularShift(draw),
                cumulativeSum(draw),
                gather(draw),
                crossProduct(draw),
                finiteDifferences(draw),
                averagePooling(draw),
                broadcast(draw),
                sylvester(draw),
                transposition(draw));
    }

    /** Full convolution with k; its adjoint is correlation, ⟨w, k∗v⟩ = Σᵢⱼ wᵢ₊ⱼkⱼvᵢ. */
    private static OperatorCase<?, ?> convolution(Draw draw) {
        double[] k = draw.vector(3);
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "convolution",
                        Spaces.vector(5),
                        Spaces.vector(7),
                        draw.vector(5),
                        (double[] x) -> convolved(k, x))
                .jvp((x, v) -> convolved(k, v))
                .vjp((x, w) -> correlated(k, w))
                .wrongJvp("kernel flipped", (x, v) -> convolved(reversed(k), v))
                .wrongVjp("kernel not flipped", (x, w) -> correlated(reversed(k), w))
                .wrongVjp("shifted by one", (x, w) -> correlated(k, shifted(w)))
                .wrongVjp("result reversed", (x, w) -> reversed(correlated(k, w)));
    }

    private static double[] convolved(double[] k, double[] v) {
        double[] y = new double[v.length + k.length - 1];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < k.length; j++) {
                y[i + j] += k[j] * v[i];
            }
        }
        return y;
    }

    private static double[] correlated(double[] k, double[] w) {
        double[] g = new double[w.length - k.length + 1];
        Arrays.setAll(g, i -> {
            double entry = 0;
            for (int j = 0; j < k.length; j++) {
                entry += k[j] * w[i + j];
            }
            return entry;
        });
        return g;
    }

    private static double[] reversed(double[] u) {
        double[] reversed = new double[u.length];
        Arrays.setAll(reversed, i -> u[u.length - 1 - i]);
        return reversed;
    }

    private static double[] shifted(double[] u) {
        double[] shifted = new double[u.length];
        Arrays.setAll(shifted, i -> u[(i + 1) % u.length]);
        return shifted;
    }

    /** A permutation's adjoint is its inverse. */
    private static OperatorCase<?, ?> circularShift(Draw draw) {
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "circular shift",
                        Spaces.vector(4),
                        Spaces.vector(4),
                        draw.vector(4),
                        AdjointOperators::shifted)
                .jvp((x, v) -> shifted(v))
                .vjp((x, w) -> shifted(shifted(shifted(w))))
                .wrongJvp("the inverse", (x, v) -> shifted(shifted(shifted(v))))
                .wrongVjp("in the same sense", (x, w) -> shifted(w))
                .wrongVjp("last entry not wrapped around", (x, w) -> new double[] {0, w[0], w[1], w[2]});
    }

    /** yᵢ = Σ v₀…vᵢ, so vⱼ meets all wᵢ with i ≥ j. */
    private static OperatorCase<?, ?> cumulativeSum(Draw draw) {
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "cumulative sum",
                        Spaces.vector(5),
                        Spaces.vector(5),
                        draw.vector(5),
                        AdjointOperators::sums)
                .jvp((x, v) -> sums(v))
                .vjp((x, w) -> reversed(sums(reversed(w))))
                .wrongVjp("from the wrong end", (x, w) -> sums(w))
                .wrongVjp("not reversed back", (x, w) -> sums(reversed(w)))
                .wrongVjp("own entry left out", (x, w) -> minus(reversed(sums(reversed(w))), w))
                .wrongJvp("own entry left out", (x, v) -> minus(sums(v), v));
    }

    private static double[] sums(double[] v) {
        double[] sums = v.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    /** What is read twice is added to twice. */
    private static OperatorCase<?, ?> gather(Draw draw) {
        int[] index = {2, 0, 2, 3};
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "gather with a repeated index",
                        Spaces.vector(4),
                        Spaces.vector(4),
                        draw.vector(4),
                        (double[] x) -> read(index, x))
                .jvp((x, v) -> read(index, v))
                .vjp((x, w) -> {
                    double[] g = new double[4];
                    for (int i = 0; i < index.length; i++) {
                        g[index[i]] += w[i];
                    }
                    return g;
                })
                .wrongVjp("overwritten, not added", (x, w) -> {
                    double[] g = new double[4];
                    for (int i = 0; i < index.length; i++) {
                        g[index[i]] = w[i];
                    }
                    return g;
                })
                .wrongVjp("gathered again", (x, w) -> read(index, w))
                .wrongVjp("added to what was there", (x, w) -> {
                    double[] g = x.clone();
                    for (int i = 0; i < index.length; i++) {
                        g[index[i]] += w[i];
                    }
                    return g;
                });
    }

    private static double[] read(int[] index, double[] x) {
        return Arrays.stream(index).mapToDouble(i -> x[i]).toArray();
    }

    /** ⟨w, a×v⟩ = ⟨w×a, v⟩: minus itself. */
    private static OperatorCase<?, ?> crossProduct(Draw draw) {
        double[] a = draw.vector(3);
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "cross product",
                        Spaces.vector(3),
                        Spaces.vector(3),
                        draw.vector(3),
                        (double[] x) -> cross(a, x))
                .jvp((x, v) -> cross(a, v))
                .vjp((x, w) -> cross(w, a))
                .wrongJvp("factors exchanged", (x, v) -> cross(v, a))
                .wrongVjp("sign", (x, w) -> cross(a, w))
                .wrongVjp("with x in place of a", (x, w) -> cross(w, x));
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    /** Differences of neighbours; by summation by parts the adjoint is minus the divergence, with the ends. */
    private static OperatorCase<?, ?> finiteDifferences(Draw draw) {
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "differences of neighbours",
                        Spaces.vector(5),
                        Spaces.vector(4),
                        draw.vector(5),
                        AdjointOperators::differences)
                .jvp((x, v) -> differences(v))
                .vjp((x, w) -> new double[] {-w[0], w[0] - w[1], w[1] - w[2], w[2] - w[3], w[3]})
                .wrongVjp("sign", (x, w) -> new double[] {w[0], w[1] - w[0], w[2] - w[1], w[3] - w[2], -w[3]})
                .wrongVjp("ends forgotten", (x, w) -> new double[] {0, w[0] - w[1], w[1] - w[2], w[2] - w[3], 0})
                .wrongVjp("one end reflected", (x, w) ->
                        new double[] {-w[0], w[0] - w[1], w[1] - w[2], w[2] - w[3], w[3] - w[2]});
    }

    private static double[] differences(double[] x) {
        double[] y = new double[x.length - 1];
        Arrays.setAll(y, i -> x[i + 1] - x[i]);
        return y;
    }

    private static OperatorCase<?, ?> averagePooling(Draw draw) {
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "means of pairs",
                        Spaces.vector(6),
                        Spaces.vector(3),
                        draw.vector(6),
                        AdjointOperators::pooled)
                .jvp((x, v) -> pooled(v))
                .vjp((x, w) -> scaled(0.5, repeated(w)))
                .wrongJvp("sums of pairs", (x, v) -> scaled(2, pooled(v)))
                .wrongVjp("repeated, not shared out", (x, w) -> repeated(w))
                .wrongVjp("the first of each pair has it all", (x, w) -> new double[] {w[0], 0, w[1], 0, w[2], 0});
    }

    private static double[] pooled(double[] x) {
        return new double[] {(x[0] + x[1]) / 2, (x[2] + x[3]) / 2, (x[4] + x[5]) / 2};
    }

    private static double[] repeated(double[] w) {
        return new double[] {w[0], w[0], w[1], w[1], w[2], w[2]};
    }

    /** A row added to every row of a matrix, b ↦ 1bᵀ: the adjoint sums over the rows. */
    private static OperatorCase<?, ?> broadcast(Draw draw) {
        double[] ones = {1, 1, 1, 1};
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "broadcast over rows",
                        Spaces.vector(3),
                        Spaces.matrix(4, 3),
                        draw.vector(3),
                        (double[] x) -> Algebra.outer(ones, x))
                .jvp((x, v) -> Algebra.outer(ones, v))
                .vjp((x, w) -> times(transposed(w), ones))
                .wrongVjp("mean in place of sum", (x, w) -> scaled(0.25, times(transposed(w), ones)))
                .wrongVjp("the first row only", (x, w) -> times(transposed(w), new double[] {1, 0, 0, 0}))
                .wrongVjp("summed over everything", (x, w) -> map(x, entry -> sum(w.data)));
    }

    /** X ↦ AX + XB, with adjoint W ↦ AᵀW + WBᵀ. */
    private static OperatorCase<?, ?> sylvester(Draw draw) {
        DMatrixRMaj a = draw.matrix(3, 3);
        DMatrixRMaj b = draw.matrix(3, 3);
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "Sylvester operator",
                        Spaces.matrix(3, 3),
                        Spaces.matrix(3, 3),
                        draw.matrix(3, 3),
                        (DMatrixRMaj x) -> plus(times(a, x), times(x, b)))
                .jvp((x, v) -> plus(times(a, v), times(v, b)))
                .vjp((x, w) -> plus(times(transposed(a), w), times(w, transposed(b))))
                .wrongJvp("sides exchanged", (x, v) -> plus(times(v, a), times(b, v)))
                .wrongJvp("second term at x", (x, v) -> plus(times(a, v), times(x, b)))
                .wrongVjp("self-adjoint", (x, w) -> plus(times(a, w), times(w, b)))
                .wrongVjp("only A transposed", (x, w) -> plus(times(transposed(a), w), times(w, b)))
                .wrongVjp("A and B exchanged", (x, w) -> plus(times(w, transposed(a)), times(transposed(b), w)));
    }

    /** C ∘ Xᵀ, with adjoint (C ∘ W)ᵀ. */
    private static OperatorCase<?, ?> transposition(Draw draw) {
        DMatrixRMaj c = draw.matrix(3, 3);
        return OperatorCase.of(
                        Kind.ADJOINT,
                        "masked transpose",
                        Spaces.matrix(3, 3),
                        Spaces.matrix(3, 3),
                        draw.matrix(3, 3),
                        (DMatrixRMaj x) -> entries(c, transposed(x)))
                .jvp((x, v) -> entries(c, transposed(v)))
                .vjp((x, w) -> transposed(entries(c, w)))
                .wrongJvp("not transposed", (x, v) -> entries(c, v))
                .wrongVjp("mask not transposed with it", (x, w) -> entries(c, transposed(w)))
                .wrongVjp("not transposed", (x, w) -> entries(c, w))
                .wrongVjp("mask forgotten", (x, w) -> transposed(w));
    }
}
