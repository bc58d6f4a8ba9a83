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
            })
    void values(String expression, String expected) {
        DMatrixRMaj value = evaluate(expression, FunctionCases.values());
        DMatrixRMaj wanted = evaluate(expected, FunctionCases.values());

        assertThat(value.numRows).isEqualTo(wanted.numRows);
        assertThat(value.numCols).isEqualTo(wanted.numCols);
        double size = Math.max(1, CommonOps_DDRM.elementMaxAbs(wanted));
        for (int at = 0; at < value.getNumElements(); at++) {
            assertThat(value.data[at]).as("entry %d", at).isCloseTo(wanted.data[at], within(1e-14 * size));
        }
    }
}
