package org.gradcheck.expression.function;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of other languages and of the literature that this language has under another name, or as a formula. */
public final class Synonyms {

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("argmax", "an index has no derivative; max(X) is the largest entry"),
            Map.entry("argmin", "an index has no derivative; min(X) is the smallest entry"),
            Map.entry("beta", "the beta function is exp(lgamma(a) + lgamma(b) - lgamma(a + b))"),
            Map.entry("cbrt", "the cube root is sign(x) .* abs(x).^(1/3)"),
            Map.entry("clamp", "write min(max(x, a), b)"),
            Map.entry("clip", "write min(max(x, a), b)"),
            Map.entry("cond", "write svd(A).S(1)/svd(A).S(end)"),
            Map.entry("cot", "write 1 ./ tan(x)"),
            Map.entry("coth", "write 1 ./ tanh(x)"),
            Map.entry("csc", "write 1 ./ sin(x)"),
            Map.entry("eigenvalues", "write eigh(A).values for a symmetric A, eig(A).values for another"),
            Map.entry("eigvals", "write eig(A).values"),
            Map.entry("eigvalsh", "write eigh(A).values"),
            Map.entry("elu", "write where(x > 0, x, a*expm1(x))"),
            Map.entry("factorial", "write gamma(n + 1)"),
            Map.entry("frobenius", "the Frobenius norm is norm2(A)"),
            Map.entry("gelu", "write x .* (1 + erf(x/sqrt(2)))/2"),
            Map.entry("hadamard", "the entrywise product is A .* B"),
            Map.entry("hypot", "write norm2([a; b])"),
            Map.entry("identity", "write eye(n)"),
            Map.entry("if", "a choice is where(condition, a, b)"),
            Map.entry("ifelse", "a choice is where(condition, a, b)"),
            Map.entry("leakyrelu", "write where(x > 0, x, a*x)"),
            Map.entry("length", "write numel(x)"),
            Map.entry("linsolve", "write solve(A, B) or A \\ B"),
            Map.entry("logsoftmax", "write x - logsumexp(x)"),
            Map.entry("lse", "write logsumexp(x)"),
            Map.entry("matmul", "the matrix product is A*B"),
            Map.entry("median", "there is no median; mean(X) is the mean"),
            Map.entry("mod", "the remainder is x - n*floor(x/n)"),
            Map.entry("mse", "write mean((a - b).^2)"),
            Map.entry("multiply", "the entrywise product is A .* B, the matrix product A*B"),
            Map.entry("ndims", "everything is a matrix; rows(A) and cols(A) are its sizes"),
            Map.entry("nuclear", "write nucnorm(A)"),
            Map.entry("pow", "powers are x^p of a scalar or a square matrix, and x.^p entry by entry"),
            Map.entry("power", "powers are x^p of a scalar or a square matrix, and x.^p entry by entry"),
            Map.entry("rank", "a rank has no derivative; svd(A).S has the singular values"),
            Map.entry("reshape", "unvec(x, m, n) makes a matrix of a vector, vec(X) a vector of a matrix"),
            Map.entry("sec", "write 1 ./ cos(x)"),
            Map.entry("select", "a choice is where(condition, a, b)"),
            Map.entry("shape", "rows(A) and cols(A) are the sizes of A"),
            Map.entry("sigma", "write sigmoid(x), or a function of your own: \"define\""),
            Map.entry("silu", "write x .* sigmoid(x)"),
            Map.entry("size", "rows(A) and cols(A) are the sizes of A"),
            Map.entry("square", "write x.^2"),
            Map.entry("std", "write sqrt(mean((x - mean(x)).^2))"),
            Map.entry("svdvals", "write svd(A).S"),
            Map.entry("swish", "write x .* sigmoid(x)"),
            Map.entry("var", "write mean((x - mean(x)).^2)"),
            Map.entry("\u0393", "the gamma function is gamma(x)"),
            Map.entry("\u03c8", "write digamma(x)"),
            Map.entry("\u03c3", "write sigmoid(x), or a function of your own: \"define\""),
            Map.entry("\u03a3", "sums are sum(x) and sumi(i, 1, n, x(i))"));

    private static final Map<String, String> VALUES = Map.of(
            "T", "the transpose is written A'",
            "H", "the transpose is written A'",
            "e", "the exponential is exp(x)",
            "eps", "write the number, such as 1e-8",
            "inf", "a spec holds finite numbers only",
            "nan", "a spec holds finite numbers only",
            "tau", "write 2*pi");

    private Synonyms() {}

    /** What to write instead of a function that the language does not have; spelt with or without underscores. */
    public static Optional<String> ofFunction(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name))
                .or(() -> Optional.ofNullable(FUNCTIONS.get(name.replace("_", ""))));
    }

    /** What to write instead of a name that stands for no value. */
    public static Optional<String> ofValue(String name) {
        return Optional.ofNullable(VALUES.get(name))
                .or(() -> Optional.ofNullable(VALUES.get(name.toLowerCase(Locale.ROOT))));
    }
}
