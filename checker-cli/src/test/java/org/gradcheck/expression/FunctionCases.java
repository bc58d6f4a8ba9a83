package org.gradcheck.expression;

import static org.gradcheck.expression.Evaluations.column;
import static org.gradcheck.expression.Evaluations.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;

/** Calls of every function at points where it is smooth, with the variables that occur in them. */
final class FunctionCases {

    private FunctionCases() {}

    /** Each call is a case of the function at its head. */
    private static final String CALLS = """
            abs(X)
            acos(U)
            acosh(P + 1)
            adj(X)
            adj([X, 2*X(:, 1); 0, 0, 0, 0])
            adj(O)
            asin(U)
            asinh(X)
            asinh(0.01*X)
            atan(X)
            atan2(X, Y)
            atanh(U)
            atan2(P, Y)
            atan2(X, -P)
            bdiag(X, T)
            care(X, T(1:3, :), S, S(1:2, 1:2))
            ceil(X)
            chol(S)
            chol(X + 4*eye(3))
            circ(w)
            cols(T)
            comm(2, 3)
            conv(w, q)
            cos(X)
            cosh(X)
            cosm(X)
            cross(w, v)
            cumsum(T)
            dare(X, T(1:3, :), S, S(1:2, 1:2))
            det(X)
            det(O)
            diag(w)
            diagv(X)
            diffs(T)
            digamma(P)
            digamma(X)
            digamma(9*P)
            dlyap(U, Y)
            dot(X, Y)
            dup(3)
            e(2, 3)
            E(1, 2, 2, 3)
            eig(G).values
            eig(G).vectors
            eig(G).left
            eigh(S).values
            eigh(S).vectors
            eigh(X).values
            eigh(X).vectors
            elim(3)
            erf(X)
            erf(3*X)
            erfc(X)
            erfc(3*X)
            exp(X)
            expm(X)
            expm(5*X)
            expm(0.01*X)
            expm(O)
            expm1(X)
            eye(3)
            eye(2, 3)
            flip(T)
            floor(X)
            gamma(P)
            gamma(X)
            gamma(12*P)
            hankel(w, q)
            hat(w)
            inv(X)
            kron(X, T)
            lgamma(P)
            lgamma(X)
            lgamma(9*P)
            log(P)
            log10(P)
            log2(P)
            log1p(U)
            logdet(X)
            logm(S)
            logm(X + 4*eye(3))
            logm(eye(3) + 0.01*X)
            logm(2*eye(3) + O)
            logso3(rodrigues(w))
            logso3(rodrigues(0.001*w))
            logso3(rodrigues(2*w))
            logso3(eye(3) + 0.2*U)
            logso3(eye(3) + O)
            logsumexp(X)
            lq(X).L
            lq(W).L
            lq(T).L
            lq(X).Q
            lq(W).Q
            lq(T).Q
            lserows(X)
            lu(X).L
            lu(X).U
            lyap(X, Y)
            max(X)
            mean(X)
            mean(X, 1)
            mean(X, 2)
            min(X)
            norm1(X)
            norm2(X)
            norminf(X)
            normp(X, 3)
            normp(X, 2.5)
            normp(X, P(1, 1) + 1)
            nucnorm(X)
            nucnorm(T)
            nucnorm(W)
            nucnorm(eye(3) + O)
            numel(T)
            ones(2, 3)
            outer(w, q)
            pinv(X)
            pinv(T)
            pinv(W)
            pmax(X, Y)
            pmin(X, Y)
            polar(X).P
            polar(T).P
            polar(X).U
            polar(T).U
            polar(W).U
            prod(X)
            qconj(q)
            qmul(q, p)
            qr(X).Q
            qr(T).Q
            qr(W).Q
            qr(X).R
            qr(T).R
            qr(W).R
            relu(X)
            repmat(T, 2, 3)
            rodrigues(w)
            rodrigues(0.01*w)
            rodrigues(O(:, 1))
            round(X)
            rows(T)
            shift(T, 1)
            shift(T, -2)
            sigmoid(X)
            sign(X)
            signm(X)
            sin(X)
            sinc(O)
            sinc(X)
            sinc(0.1*X)
            sinh(X)
            sinm(X)
            skewpart(X)
            softmax(X)
            softmaxrows(X)
            softplus(X)
            solve(X, w)
            solve(X, Y)
            spdpow(S, 0.3)
            spdpow(S, -2)
            spdpow(S, P(1, 1))
            spdpow(2*eye(3) + O, P(1, 1))
            specnorm(X)
            specnorm(W)
            sqrt(P)
            sqrtm(eye(3) + O)
            sqrtm(S)
            sqrtm(X + 4*eye(3))
            step(X)
            stril(X)
            striu(X)
            sum(X)
            sum(X, 1)
            sum(X, 2)
            svd(X).S
            svd(T).S
            svd(W).S
            svd(X).U
            svd(T).U
            svd(W).U
            svd(X).V
            svd(T).V
            svd(W).V
            sylv(X, S(1:2, 1:2), T(1:3, :))
            sym(X)
            symtoep(w)
            tan(X)
            tanh(X)
            toep(w, q)
            tr(X)
            transpose(T)
            trigamma(P)
            trigamma(X)
            trigamma(9*P)
            tril(X)
            triu(X)
            unvec(q, 2, 2)
            unvech(w, 2)
            vec(X)
            vech(X)
            vee(X)
            where(X > 0, X, Y)
            zeros(2, 3)
            """;

    /** The calls of a function; one output among several is named with its field, as in {@code svd.U}. */
    static List<String> of(String function) {
        return CALLS.lines().filter(call -> head(call).equals(function)).toList();
    }

    private static String head(String call) {
        String field = call.contains(").") ? call.substring(call.lastIndexOf('.')) : "";
        return call.substring(0, call.indexOf('(')) + field;
    }

    /** A point: no entry is near a kink, no two values of a decomposition near each other. */
    static Map<String, DMatrixRMaj> values() {
        Map<String, DMatrixRMaj> values = new LinkedHashMap<>();
        values.put("X", square(1.9, -0.4, 0.7, 0.3, 1.2, -1.3, 0.8, 0.6, -0.8));
        values.put("Y", square(0.4, 1.1, -0.8, -1.7, 0.6, 0.9, 1.4, -0.3, 2.1));
        values.put("P", square(0.6, 1.4, 0.3, 2.2, 0.9, 1.7, 0.5, 3.1, 1.2));
        values.put("U", square(0.6, -0.4, 0.3, -0.7, 0.8, 0.2, 0.5, -0.2, -0.5));
        values.put("S", square(2.3, 0.4, -0.6, 0.4, 1.2, 0.3, -0.6, 0.3, 3.4));
        values.put("G", square(1.1, 0.7, -0.2, 0.5, 2.6, 0.4, 0.3, -0.1, 4.2));
        values.put("O", new DMatrixRMaj(3, 3));
        values.put("T", matrix(row(1.2, -0.3), row(0.4, 1.7), row(-0.9, 0.6), row(0.5, 0.8)));
        values.put("W", matrix(row(0.7, 1.4, -0.6, 0.3), row(-1.1, 0.5, 0.9, 1.6)));
        values.put("w", column(0.7, -1.2, 0.4));
        values.put("v", column(1.3, 0.6, -0.5));
        values.put("q", column(0.8, -0.4, 1.1, 0.6));
        values.put("p", column(-0.3, 0.9, 0.5, -1.4));
        return values;
    }

    /** A direction for each variable, with entries below 1/2. */
    static Map<String, DMatrixRMaj> directions() {
        Random random = new Random(20);
        Map<String, DMatrixRMaj> directions = values();
        directions.values().forEach(value -> {
            for (int at = 0; at < value.getNumElements(); at++) {
                value.data[at] = (random.nextInt(100) - 49.5) / 100;
            }
        });
        return directions;
    }

    private static double[] row(double... entries) {
        return entries;
    }

    private static DMatrixRMaj square(double... entries) {
        DMatrixRMaj result = new DMatrixRMaj(3, 3);
        System.arraycopy(entries, 0, result.data, 0, entries.length);
        return result;
    }
}
