package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.expression.Evaluations.evaluate;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real values by the equations that define them; the variables are those of {@link FunctionCases}. */
class DefiningIdentitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "diag(X)                                      | diagv(X)",
                "diag(w')                                     | diag(w)",
                "chol(S)*chol(S)'                             | S",
                "triu(chol(S))                                | diag(diagv(chol(S)))",
                "diagv(chol(S)) > 0                           | ones(3)",
                "chol(S + 3*striu(Y))                         | chol(S)",
                "lu(X).L*lu(X).U                              | X",
                "triu(lu(X).L)                                | eye(3)",
                "stril(lu(X).U)                               | zeros(3, 3)",
                "qr(X).Q*qr(X).R                              | X",
                "qr(T).Q*qr(T).R                              | T",
                "qr(W).Q*qr(W).R                              | W",
                "qr(T).Q'*qr(T).Q                             | eye(2)",
                "qr(W).Q'*qr(W).Q                             | eye(2)",
                "stril(qr(X).R)                               | zeros(3, 3)",
                "diagv(qr(X).R) > 0                           | ones(3)",
                "lq(T).L*lq(T).Q                              | T",
                "lq(W).L*lq(W).Q                              | W",
                "lq(W).Q*lq(W).Q'                             | eye(2)",
                "striu(lq(X).L)                               | zeros(3, 3)",
                "diagv(lq(X).L) > 0                           | ones(3)",
                "polar(X).U*polar(X).P                        | X",
                "polar(T).U*polar(T).P                        | T",
                "polar(W).U*polar(W).P                        | W",
                "polar(T).U'*polar(T).U                       | eye(2)",
                "polar(W).U*polar(W).U'                       | eye(2)",
                "skewpart(polar(X).P)                         | zeros(3, 3)",
                "eigh(polar(X).P).values > 0                  | ones(3)",
                "V = eigh(S).vectors; V*diag(eigh(S).values)*V' | S",
                "V = eigh(S).vectors; V'*V                    | eye(3)",
                "diffs(eigh(S).values) > 0                    | ones(2)",
                "eigh(X).values                               | eigh(sym(X)).values",
                "eigh([0, 1; 1, 0]).values                    | [-1; 1]",
                "eigh(eye(3)).values                          | ones(3)",
                "eigh(eye(3)).vectors'*eigh(eye(3)).vectors   | eye(3)",
                "V = eigh(S).vectors; where(abs(max(V(:, 1))) >= norminf(V(:, 1)), 1, 0) | 1",
                "G*eig(G).vectors                             | eig(G).vectors*diag(eig(G).values)",
                "eig(G).left'*eig(G).vectors                  | eye(3)",
                "V = eig(G).vectors; diagv(V'*V)              | ones(3)",
                "diffs(eig(G).values) > 0                     | ones(2)",
                "eig([2, 1; 0, 3]).vectors                    | [1, sqrt(0.5); 0, sqrt(0.5)]",
                "svd(X).U*diag(svd(X).S)*svd(X).V'            | X",
                "svd(T).U*diag(svd(T).S)*svd(T).V'            | T",
                "svd(W).U*diag(svd(W).S)*svd(W).V'            | W",
                "svd(T).U'*svd(T).U                           | eye(2)",
                "svd(T).V'*svd(T).V                           | eye(2)",
                "svd(W).U'*svd(W).U                           | eye(2)",
                "svd(W).V'*svd(W).V                           | eye(2)",
                "diffs(svd(X).S) < 0                          | ones(2)",
                "svd([0, 2; 1, 0]).S                          | [2; 1]",
                "svd([1, 1; 1, 1]).S                          | [2; 0]",
                "U = svd(X).U; max(U(:, 1)) >= norminf(U(:, 1)) | 1",
                "svd(zeros(2, 3)).U'*svd(zeros(2, 3)).U       | eye(2)",
                "expm([0, 1; -1, 0])                          | [cos(1), sin(1); -sin(1), cos(1)]",
                "expm(diag([-30; 0; 3]))                      | diag(exp([-30; 0; 3]))",
                "expm([0, 1; 0, 0])                           | [1, 1; 0, 1]",
                "expm(X)*expm(-X)                             | eye(3)",
                "expm(logm(S))                                | S",
                "expm(logm(X + 4*eye(3)))                     | X + 4*eye(3)",
                "logm(expm(0.3*X))                            | 0.3*X",
                "logm(expm(0.001*X))                          | 0.001*X",
                "logm(eye(3))                                 | zeros(3, 3)",
                "sqrtm(S)^2                                   | S",
                "sqrtm(X + 4*eye(3))^2                        | X + 4*eye(3)",
                "eigh(sqrtm(S)).values                        | sqrt(eigh(S).values)",
                "signm(X)^2                                   | eye(3)",
                "signm(X)*sqrtm(X^2)                          | X",
                "signm(S)                                     | eye(3)",
                "sinm(X)^2 + cosm(X)^2                        | eye(3)",
                "sinm(2*X)                                    | 2*sinm(X)*cosm(X)",
                "sinm(diag(w))                                | diag(sin(w))",
                "cosm(diag(w))                                | diag(cos(w))",
                "spdpow(S, 3)                                 | S^3",
                "spdpow(S, -1)                                | inv(S)",
                "spdpow(S, 0.5)                               | sqrtm(S)",
                "V = eigh(S).vectors; V*diag(eigh(S).values .^ 0.3)*V' | spdpow(S, 0.3)",
                "adj(X)                                       | det(X)*inv(X)",
                "adj([1, 2; 2, 4])                            | [4, -2; -2, 1]",
                "adj(7)                                       | 1",
                "pinv(X)                                      | inv(X)",
                "pinv(T)*T                                    | eye(2)",
                "W*pinv(W)                                    | eye(2)",
                "pinv([1, 1; 1, 1])                           | [0.25, 0.25; 0.25, 0.25]",
                "pinv(zeros(2, 3))                            | zeros(3, 2)",
                "nucnorm(X)                                   | sum(svd(X).S)",
                "nucnorm(W)                                   | sum(svd(W).S)",
                "nucnorm([1, 1; 1, 1])                        | 2",
                "specnorm(W)                                  | max(svd(W).S)",
                "normp(w, 1)                                  | norm1(w)",
                "normp(X, 2)                                  | norm2(X)",
                "normp([3e200; -4e200], 2)/1e200              | 5",
                "normp(zeros(2), 3)                           | 0",
                "X*sylv(X, Y, S) + sylv(X, Y, S)*Y            | S",
                "Z = sylv(X, S(1:2, 1:2), T(1:3, :)); X*Z + Z*S(1:2, 1:2) | T(1:3, :)",
                "lyap(X, Y)                                   | sylv(X, X', -Y)",
                "Z = dlyap(U, Y); U*Z*U' - Z                  | -Y",
                "B = T(1:3, :); R = S(1:2, 1:2); Z = care(X, B, S, R); X'*Z + Z*X - Z*B*inv(R)*B'*Z | -S",
                "B = T(1:3, :); R = S(1:2, 1:2); Z = dare(X, B, S, R); X'*Z*X - X'*Z*B*inv(R + B'*Z*B)*B'*Z*X - Z | -S",
                "B = T(1:3, :); R = S(1:2, 1:2); Z = care(X, B, S, R); signm(X - B*inv(R)*B'*Z) | -eye(3)",
                "care([0, 1; 0, 0], [0; 1], eye(2), 1)        | [sqrt(3), 1; 1, sqrt(3)]",
                "dare(2, 1, 1, 1)                             | 2 + sqrt(5)",
                "rodrigues(w)                                 | expm(hat(w))",
                "rodrigues(1e-9*w)                            | eye(3) + 1e-9*hat(w)",
                "rodrigues(w)*w                               | w",
                "logso3(rodrigues(w))                         | w",
                "logso3(rodrigues(2*w))                       | 2*w",
                "logso3(rodrigues(1e-6*w))*1e6                | w",
                "logso3(eye(3))                               | zeros(3)",
                "gamma([1; 2; 5; 21])                         | [1; 1; 24; prodi(i, 1, 20, i)]",
                "gamma([0.5; -0.5])                           | sqrt(pi)*[1; -2]",
                "gamma(X + 1)                                 | X .* gamma(X)",
                "log(abs(gamma(9*P)))                         | lgamma(9*P)",
                "lgamma(X + 1)                                | lgamma(X) + log(abs(X))",
                "digamma([1; 2])                              | [-0.5772156649015329; 0.4227843350984671]",
                "digamma(X + 1)                               | digamma(X) + 1 ./ X",
                "trigamma([1; 0.5])                           | pi^2*[1/6; 1/2]",
                "trigamma(X + 1)                              | trigamma(X) - 1 ./ X .^ 2",
                "erf([0; 0.5; 2])                             | [0; 0.5204998778130465; 0.9953222650189527]",
                "erf(X) + erfc(X)                             | ones(3, 3)",
                "erfc([3; 5])*1e5                             | [2.209049699858544; 1.5374597944280348e-7]",
                "sinc([0; 0.5; 1])                            | [1; 2/pi; 0]",
            })
    void values(String expression, String expected) {
        DMatrixRMaj value = evaluate(expression, FunctionCases.values());
        DMatrixRMaj wanted = evaluate(expected, FunctionCases.values());

        assertThat(value.numRows).isEqualTo(wanted.numRows);
        assertThat(value.numCols).isEqualTo(wanted.numCols);
        double size = Math.max(1, CommonOps_DDRM.elementMaxAbs(wanted));
        for (int at = 0; at < value.getNumElements(); at++) {
            assertThat(value.data[at]).as("entry %d", at).isCloseTo(wanted.data[at], within(1e-13 * size));
        }
    }
}
