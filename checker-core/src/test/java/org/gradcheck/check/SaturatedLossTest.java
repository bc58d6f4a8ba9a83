package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses of logits so large that what is left of them is a few units in the last place of terms that cancel. */
class SaturatedLossTest {

    private static final long SEEDS = 20;

    private static double sigma(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static CheckReport crossEntropy(double logit, double slope, long seed) {
        return DerivativeCheck.ofScalar(z -> -Math.log(1 - sigma(z[0])))
                .at(new double[] {logit})
                .gradient(z -> new double[] {slope * sigma(z[0])})
                .seed(seed)
                .run();
    }

    private static double logSumExp(double[] z) {
        return z[0] + Math.log(1 + Math.exp(z[1] - z[0]) + Math.exp(z[2] - z[0]));
    }

    private static CheckReport softmaxLoss(double logit, UnaryOperator<double[]> gradient, long seed) {
        return DerivativeCheck.ofScalar(z -> logSumExp(z) - z[0])
                .at(new double[] {logit, 0.3, -1.2})
                .gradient(gradient)
                .seed(seed)
                .run();
    }

    private static double[] softmax(double[] z) {
        double sum = logSumExp(z);
        return new double[] {Math.exp(z[0] - sum), Math.exp(z[1] - sum), Math.exp(z[2] - sum)};
    }

    @ParameterizedTest
    @ValueSource(doubles = {34, 35, 35.3})
    void crossEntropyOnAStairIsNotRefutedAndItsMistakesAreNotConfirmed(double logit) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            CheckReport right = crossEntropy(logit, 1, seed);
            CheckReport negative = crossEntropy(logit, -1, seed);

            assertThat(right.isRefuted()).as(right.toString()).isFalse();
            assertThat(negative.isRefuted()).as(negative.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {35, 35.3, 35.9, 40})
    void softmaxLossIsRoundedToTheLastPlaceOfItsLogits(double logit) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            CheckReport right = softmaxLoss(
                    logit,
                    z -> {
                        double[] p = softmax(z);
                        p[0] -= 1;
                        return p;
                    },
                    seed);
            CheckReport withoutTheLabel = softmaxLoss(logit, SaturatedLossTest::softmax, seed);

            assertThat(right.isRefuted()).as(right.toString()).isFalse();
            assertThat(withoutTheLabel.isRefuted())
                    .as(withoutTheLabel.toString())
                    .isTrue();
        }
    }

    /** log Σ exp(zⱼ) − z₁ in the complex plane. */
    private static ComplexVector complexLoss(ComplexVector z) {
        double[] re = z.real();
        double[] im = z.imaginary();
        double largest = Arrays.stream(re).max().orElseThrow();
        double sumRe = 0;
        double sumIm = 0;
        for (int i = 0; i < re.length; i++) {
            double size = Math.exp(re[i] - largest);
            sumRe += size * Math.cos(im[i]);
            sumIm += size * Math.sin(im[i]);
        }
        return new ComplexVector(
                new double[] {largest + Math.log(Math.hypot(sumRe, sumIm)) - re[0]},
                new double[] {Math.atan2(sumIm, sumRe) - im[0]});
    }

    /** The gradient less the label is a difference of numbers near 1; by the other probabilities it keeps its digits. */
    private static double[] gradientOfLoss(double[] z) {
        double[] gradient = new double[z.length];
        for (int i = 1; i < z.length; i++) {
            gradient[i] = Math.exp(z[i] - z[0]);
            gradient[0] -= gradient[i];
        }
        return gradient;
    }

    @Test
    void complexStepOfLargeLogitsLosesTheDigitsThatTheyCancel() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            double logit = random.nextDouble(60, 200);
            double margin = random.nextDouble(25, 36);
            double[] z = {logit, logit - margin, logit - margin - random.nextDouble(0, 5), random.nextDouble(-9, 9)};
            CheckReport right = DerivativeCheck.ofScalar(
                            (double[] p) -> complexLoss(new ComplexVector(p, new double[p.length]))
                                    .real()[0])
                    .at(z)
                    .gradient(SaturatedLossTest::gradientOfLoss)
                    .complexStep(SaturatedLossTest::complexLoss)
                    .seed(i)
                    .run();

            assertThat(right.isRefuted()).as(right.toString()).isFalse();
        }
    }
}
