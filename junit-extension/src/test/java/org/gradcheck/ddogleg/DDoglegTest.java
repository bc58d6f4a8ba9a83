package org.gradcheck.ddogleg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;

import org.ddogleg.optimization.functions.FunctionNtoM;
import org.ddogleg.optimization.functions.FunctionNtoMxN;
import org.ddogleg.optimization.functions.FunctionNtoN;
import org.ddogleg.optimization.functions.FunctionNtoS;
import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;

class DDoglegTest {

    private static final double[] X = {-0.7, 1.3};

    /** (x₀x₁, exp x₀, x₁²). */
    private static final class Residuals implements FunctionNtoM {
        @Override
        public void process(double[] x, double[] r) {
            r[0] = x[0] * x[1];
            r[1] = Math.exp(x[0]);
            r[2] = x[1] * x[1];
        }

        @Override
        public int getNumOfInputsN() {
            return 2;
        }

        @Override
        public int getNumOfOutputsM() {
            return 3;
        }
    }

    /** Its Jacobian; the last entry is right for the factor 2. */
    private abstract static class Jacobian<S extends DMatrix> implements FunctionNtoMxN<S> {
        private final double factor;

        Jacobian(double factor) {
            this.factor = factor;
        }

        @Override
        public int getNumOfInputsN() {
            return 2;
        }

        @Override
        public int getNumOfOutputsM() {
            return 3;
        }

        @Override
        public void process(double[] x, S j) {
            j.set(0, 0, x[1]);
            j.set(0, 1, x[0]);
            j.set(1, 0, Math.exp(x[0]));
            j.set(2, 1, factor * x[1]);
        }
    }

    private static final class Dense extends Jacobian<DMatrixRMaj> {
        Dense(double factor) {
            super(factor);
        }

        @Override
        public DMatrixRMaj declareMatrixMxN() {
            return new DMatrixRMaj(3, 2);
        }
    }

    private static final class Sparse extends Jacobian<DMatrixSparseCSC> {
        Sparse(double factor) {
            super(factor);
        }

        @Override
        public DMatrixSparseCSC declareMatrixMxN() {
            return new DMatrixSparseCSC(3, 2, 4);
        }
    }

    /** Adds to the matrix that it is handed. */
    private static final class Adding extends Jacobian<DMatrixRMaj> {
        Adding() {
            super(2);
        }

        @Override
        public void process(double[] x, DMatrixRMaj j) {
            DMatrixRMaj own = declareMatrixMxN();
            super.process(x, own);
            for (int i = 0; i < own.data.length; i++) {
                j.data[i] += own.data[i];
            }
        }

        @Override
        public DMatrixRMaj declareMatrixMxN() {
            return new DMatrixRMaj(3, 2);
        }
    }

    private static FunctionNtoS objective() {
        return new FunctionNtoS() {
            @Override
            public int getNumOfInputsN() {
                return 2;
            }

            @Override
            public double process(double[] x) {
                return x[0] * x[0] * x[1];
            }
        };
    }

    private static FunctionNtoN gradient(int entries) {
        return new FunctionNtoN() {
            @Override
            public int getN() {
                return 2;
            }

            @Override
            public void process(double[] x, double[] g) {
                double[] all = {2 * x[0] * x[1], x[0] * x[0]};
                System.arraycopy(all, 0, g, 0, entries);
            }
        };
    }

    @Test
    void denseJacobian() {
        assertThatFunction(DDogleg.check(new Residuals()))
                .at(X)
                .hasJacobian(DDogleg.jacobian(new Dense(2)))
                .hasWrongJacobian(DDogleg.jacobian(new Dense(1)));
    }

    @Test
    void sparseJacobian() {
        assertThatFunction(DDogleg.check(new Residuals()))
                .at(X)
                .hasJacobian(DDogleg.jacobian(new Sparse(2)))
                .hasWrongJacobian(DDogleg.jacobian(new Sparse(1)));
    }

    @Test
    void failureNamesTheWrongOutput() {
        String message = String.valueOf(catchThrowable(() -> assertThatFunction(DDogleg.check(new Residuals()))
                        .at(X)
                        .hasJacobian(DDogleg.jacobian(new Dense(1))))
                .getMessage());

        assertThat(message)
                .contains("Expecting f to have the supplied Jacobian, but the Jacobian is wrong by ")
                .contains("wrong in output 2 alone");
    }

    @Test
    void jacobianThatAddsToItsMatrixIsWrongFromTheSecondIterationOn() {
        assertThat(DDogleg.check(new Residuals())
                        .at(X)
                        .jacobian(DDogleg.jacobian(new Adding()))
                        .run()
                        .verdict())
                .isEqualTo(new Verdict.Refuted(
                        RefutationReason.MISUSED_BUFFER,
                        "misuses the array it is handed: the jacobian makes use of what is in the matrix that it is"
                                + " handed, as if it added to it: entry (0, 0) is 1.3 after one call and 2.6 after another"
                                + " with the same matrix"));
    }

    @Test
    void gradients() {
        assertThatFunction(DDogleg.check(objective())).at(X).hasGradient(DDogleg.gradient(gradient(2)));
        assertThat(DDogleg.check(objective())
                        .at(X)
                        .gradient(DDogleg.gradient(gradient(1)))
                        .run()
                        .verdict()
                        .text())
                .isEqualTo(
                        "misuses the array it is handed: the gradient left entry [1] of 2 unset in the array that it is"
                                + " handed to fill");
    }
}
