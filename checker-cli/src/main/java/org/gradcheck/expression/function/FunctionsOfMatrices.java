package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.rule;
import static org.gradcheck.expression.function.LanguageFunction.analytic;
import static org.gradcheck.expression.function.LanguageFunction.piecewise;

import java.util.List;
import org.gradcheck.expression.algebra.Adjugate;
import org.gradcheck.expression.algebra.MatrixExponential;
import org.gradcheck.expression.algebra.MatrixLogarithm;
import org.gradcheck.expression.algebra.MatrixSign;
import org.gradcheck.expression.algebra.Rank;
import org.gradcheck.expression.algebra.SingularValues;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;
import org.gradcheck.expression.shape.Shape;

/** Exponentials, logarithms, powers and the like of a matrix as a whole, generalised inverses, and norms by singular values. */
final class FunctionsOfMatrices {

    private FunctionsOfMatrices() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                        "expm(X)",
                        "matrix exponential",
                        "expm([0, 1; -1, 0])",
                        "n×n → n×n",
                        rule("expm([X, dX; 0*X, X])(1:rows(X), rows(X) + 1:end)"),
                        Rules::square,
                        FunctionsOfMatrices::exponential),
                analytic(
                        "logm(X)",
                        "principal matrix logarithm; no eigenvalue may be negative or zero",
                        "logm([2, 1; 0, 3])",
                        "n×n → n×n",
                        rule("logm([X, dX; 0*X, X])(1:rows(X), rows(X) + 1:end)"),
                        Rules::square,
                        FunctionsOfMatrices::logarithm),
                analytic(
                        "sqrtm(X)",
                        "principal matrix square root; no eigenvalue may be negative or zero",
                        "sqrtm([2, 1; 1, 3])",
                        "n×n → n×n",
                        rule("sylv(sqrtm(X), sqrtm(X), dX)"),
                        Rules::square,
                        FunctionsOfMatrices::squareRoot),
                analytic(
                        "signm(X)",
                        "matrix sign function X*inv(sqrtm(X^2)); no eigenvalue may be imaginary",
                        "signm([2, 1; 0, -3])",
                        "n×n → n×n",
                        rule("signm([X, dX; 0*X, X])(1:rows(X), rows(X) + 1:end)"),
                        Rules::square,
                        FunctionsOfMatrices::sign),
                analytic(
                        "sinm(X)",
                        "matrix sine",
                        "sinm([1, 2; 0, 1])",
                        "n×n → n×n",
                        rule("sinm([X, dX; 0*X, X])(1:rows(X), rows(X) + 1:end)"),
                        Rules::square,
                        FunctionsOfMatrices::sine),
                analytic(
                        "cosm(X)",
                        "matrix cosine",
                        "cosm([1, 2; 0, 1])",
                        "n×n → n×n",
                        rule("cosm([X, dX; 0*X, X])(1:rows(X), rows(X) + 1:end)"),
                        Rules::square,
                        FunctionsOfMatrices::cosine),
                analytic(
                        "spdpow(A, p)",
                        "real power of the symmetric part of A, which must be positive definite",
                        "spdpow([2, 1; 1, 3], 0.5)",
                        "n×n, scalar → n×n",
                        rule(
                                "S = sym(A); M = p*logm([S, sym(dA); 0*S, S]) + dp*[0*S, logm(S); 0*S, 0*S]; expm(M)(1:rows(A), rows(A) + 1:end)"),
                        FunctionsOfMatrices::powerShape,
                        FunctionsOfMatrices::power),
                analytic(
                                "adj(X)",
                                "adjugate: transpose of the matrix of cofactors, det(X)*inv(X) where there is an inverse",
                                "adj([1, 2; 3, 4])",
                                "n×n → n×n",
                                rule("adj(X)*tr(inv(X)*dX) - adj(X)*dX*inv(X)", "X has an inverse"),
                                Rules::square,
                                FunctionsOfMatrices::adjugate)
                        .alias("adjugate"),
                analytic(
                        "pinv(X)",
                        "Moore-Penrose inverse; it has a derivative where the rank is full",
                        "pinv([1, 0; 0, 2; 1, 1])",
                        "m×n → n×m",
                        rule("P = pinv(X); -P*dX*P + P*P'*dX'*(eye - X*P) + (eye - P*X)*dX'*P'*P", "the rank is full"),
                        in -> in.shape(0).transposed(),
                        FunctionsOfMatrices::pseudoInverse),
                analytic(
                        "nucnorm(X)",
                        "nuclear norm: sum of the singular values",
                        "nucnorm([1, 2; 3, 4])",
                        "m×n → scalar",
                        rule("dot(svd(X).U*svd(X).V', dX)", "the rank is full"),
                        Rules::scalar,
                        FunctionsOfMatrices::nuclearNorm),
                analytic(
                        "specnorm(X)",
                        "spectral norm: the largest singular value",
                        "specnorm([1, 2; 3, 4])",
                        "m×n → scalar",
                        rule("svd(X).U(:, 1)'*dX*svd(X).V(:, 1)", "one singular value alone is largest"),
                        Rules::scalar,
                        FunctionsOfMatrices::spectralNorm),
                piecewise(
                        "normp(X, p)",
                        "(sum(abs(X) .^ p))^(1/p) over all entries",
                        "normp([3; -4], 3)",
                        "m×n, scalar → scalar",
                        rule(
                                "N = normp(X, p); U = abs(X)/N; sum(U.^(p - 1) .* sign(X) .* dX) + dp*N*sum(U.^p .* log(U))/p",
                                "no entry is 0"),
                        FunctionsOfMatrices::normShape,
                        FunctionsOfMatrices::norm));
    }

    private static <M> M exponential(Arithmetic<M> on, Arguments<M> in) {
        return MatrixExponential.of(on, in.get(0));
    }

    private static <M> M logarithm(Arithmetic<M> on, Arguments<M> in) {
        return MatrixLogarithm.of(on, in.get(0));
    }

    private static <M> M squareRoot(Arithmetic<M> on, Arguments<M> in) {
        return MatrixSign.squareRoot(on, in.get(0));
    }

    private static <M> M sign(Arithmetic<M> on, Arguments<M> in) {
        return MatrixSign.sign(on, in.get(0));
    }

    private static <M> M sine(Arithmetic<M> on, Arguments<M> in) {
        return MatrixExponential.sine(on, in.get(0));
    }

    private static <M> M cosine(Arithmetic<M> on, Arguments<M> in) {
        return MatrixExponential.cosine(on, in.get(0));
    }

    private static Shape powerShape(ArgumentShapes in) {
        in.scalar(1);
        return in.square(0);
    }

    /** exp(p·log A), which unlike eigenvectors is smooth where eigenvalues coincide. */
    private static <M> M power(Arithmetic<M> on, Arguments<M> in) {
        M symmetric = on.scale(on.scalar(0.5), on.add(in.get(0), on.transpose(in.get(0))));
        return MatrixExponential.of(on, on.scale(in.get(1), MatrixLogarithm.of(on, symmetric)));
    }

    private static <M> M adjugate(Arithmetic<M> on, Arguments<M> in) {
        return Adjugate.of(on, in.get(0));
    }

    private static <M> M pseudoInverse(Arithmetic<M> on, Arguments<M> in) {
        return Rank.pseudoInverse(on, in.get(0));
    }

    private static <M> M nuclearNorm(Arithmetic<M> on, Arguments<M> in) {
        return Rank.nuclearNorm(on, in.get(0));
    }

    private static <M> M spectralNorm(Arithmetic<M> on, Arguments<M> in) {
        return on.part(SingularValues.of(on, in.get(0)).values(), 0, 0, 1, 1);
    }

    private static Shape normShape(ArgumentShapes in) {
        in.scalar(1);
        return Shape.SCALAR;
    }

    /** Divided by the largest entry, powers neither overflow nor underflow. */
    private static <M> M norm(Arithmetic<M> on, Arguments<M> in) {
        M sizes = on.map(EntryFunction.ABS, in.get(0));
        double largest = 0;
        for (double size : on.realPart(sizes).data) {
            largest = Math.max(largest, size);
        }
        M scale = on.scalar(largest > 0 && largest < Double.POSITIVE_INFINITY ? largest : 1);
        M powers = on.combine(EntryOperator.POWER, on.unscale(sizes, scale), in.get(1));
        M inverse = on.unscale(on.scalar(1), in.get(1));
        return on.scale(scale, on.combine(EntryOperator.POWER, on.sum(powers), inverse));
    }
}
