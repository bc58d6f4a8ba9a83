package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;

/** Derivatives that are right at special points only, as released libraries had them: found by the default points. */
class SpecialPointsTest {

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static class MistakenTestCase {

        @DerivativeTest
        void normalisationAsIfOnTheUnitSphere(@Point(dimension = 4) double[] x, GradientChecker check) {
            check.thatVector(MistakenTestCase::normalised).hasJvp((z, v) -> {
                double[] tangent = v.clone();
                for (int i = 0; i < z.length; i++) {
                    tangent[i] -= dot(z, v) * z[i];
                }
                return tangent;
            });
        }

        private static double[] normalised(double[] x) {
            double norm = Math.sqrt(dot(x, x));
            double[] unit = x.clone();
            for (int i = 0; i < x.length; i++) {
                unit[i] /= norm;
            }
            return unit;
        }

        @DerivativeTest
        void logGammaWithoutReflection(@Point double x, GradientChecker check) {
            check.thatUnivariate(MistakenTestCase::logGamma).hasDerivative(t -> digamma(Math.abs(t)));
        }

        /** log|Γ(x)|, by recurrence up to where Stirling's series serves. */
        private static double logGamma(double x) {
            double shifted = x;
            double product = 0;
            while (shifted < 12) {
                product += Math.log(Math.abs(shifted));
                shifted += 1;
            }
            double u = 1 / (shifted * shifted);
            return (shifted - 0.5) * Math.log(shifted)
                    - shifted
                    + 0.5 * Math.log(2 * Math.PI)
                    + (1.0 / 12 - u * (1.0 / 360 - u * (1.0 / 1260 - u * (1.0 / 1680 - u / 1188)))) / shifted
                    - product;
        }

        private static double digamma(double x) {
            double shifted = x;
            double sum = 0;
            while (shifted < 12) {
                sum += 1 / shifted;
                shifted += 1;
            }
            double u = 1 / (shifted * shifted);
            return Math.log(shifted)
                    - 0.5 / shifted
                    - u * (1.0 / 12 - u * (1.0 / 120 - u * (1.0 / 252 - u * (1.0 / 240 - u / 132))))
                    - sum;
        }

        @DerivativeTest
        void softplusWithItsSeriesForSmallNumbers(@Point double x, GradientChecker check) {
            check.thatUnivariate(t -> Math.log1p(Math.exp(t)))
                    .hasDerivative(t -> Math.abs(t) < 3 ? 1 / (1 + Math.exp(-t)) : 0.5 + t / 4 - t * t * t / 48);
        }

        @DerivativeTest
        void huberThatIsNotClipped(@Point(dimension = 3) double[] r, GradientChecker check) {
            check.thatScalar(z -> {
                        double sum = 0;
                        for (double ri : z) {
                            sum += Math.abs(ri) <= 4 ? ri * ri / 2 : 4 * Math.abs(ri) - 8;
                        }
                        return sum;
                    })
                    .hasGradient(double[]::clone);
        }

        @DerivativeTest
        void squareOfAMatrixAsIfSymmetric(@Point(rows = 3, columns = 3) DMatrixRMaj a, GradientChecker check) {
            // tr(A²): the gradient is 2A′, which is 2A at symmetric matrices only.
            check.that(Spaces.matrix(3, 3), Spaces.scalar(), MistakenTestCase::traceOfSquare)
                    .at(a)
                    .hasGradient(z -> {
                        DMatrixRMaj twice = z.copy();
                        for (int i = 0; i < 9; i++) {
                            twice.data[i] *= 2;
                        }
                        return twice;
                    });
        }

        private static double traceOfSquare(DMatrixRMaj a) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    sum += a.get(i, j) * a.get(j, i);
                }
            }
            return sum;
        }

        @DerivativeTest
        void logGammaRight(@Point(distribution = Distribution.POSITIVE) double x, GradientChecker check) {
            check.thatUnivariate(MistakenTestCase::logGamma).hasDerivative(MistakenTestCase::digamma);
        }
    }

    @Test
    void aDerivativeThatIsRightAtSpecialPointsOnlyFailsAndNamesThePoint() {
        assertThat(failures("normalisationAsIfOnTheUnitSphere([D)"))
                .containsExactly("point 1 of 3 (ordinary)", "point 2 of 3 (large)", "point 3 of 3 (small)");
        assertThat(failures("logGammaWithoutReflection(double)"))
                .containsExactly("point 1 of 3 (ordinary)", "point 3 of 3 (small)");
        assertThat(failures("softplusWithItsSeriesForSmallNumbers(double)")).containsExactly("point 2 of 3 (large)");
        assertThat(failures("huberThatIsNotClipped([D)")).containsExactly("point 2 of 3 (large)");
        assertThat(failures("squareOfAMatrixAsIfSymmetric(org.ejml.data.DMatrixRMaj)"))
                .containsExactly("point 1 of 3 (ordinary)", "point 2 of 3 (large)", "point 3 of 3 (small)");
        assertThat(failures("logGammaRight(double)")).isEmpty();
    }

    /** What the failures of a test say of their points. */
    private static List<String> failures(String method) {
        String name = MistakenTestCase.class.getName() + "#"
                + method.replace(")", "," + GradientChecker.class.getName() + ")");
        return Kit.ofMethod(name)
                .execute()
                .testEvents()
                .finished()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .filter(result -> result.getStatus() == TestExecutionResult.Status.FAILED)
                .flatMap(result -> result.getThrowable().stream())
                .map(failure -> Optional.ofNullable(failure.getMessage()).orElse(""))
                .map(message -> message.lines()
                        .filter(line -> line.startsWith("  drawn "))
                        .map(line -> line.substring("  drawn ".length()).strip())
                        .findFirst()
                        .orElse(message))
                .toList();
    }
}
