package org.gradcheck.corpus;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.CorpusCase.times;
import static org.gradcheck.corpus.CorpusCase.transposedTimes;
import static org.gradcheck.corpus.SmallMatrices.addOuter;
import static org.gradcheck.corpus.SmallMatrices.block;
import static org.gradcheck.corpus.SmallMatrices.flat;
import static org.gradcheck.corpus.SmallMatrices.plus;
import static org.gradcheck.corpus.SmallMatrices.transposed;
import static org.gradcheck.corpus.Vectors.map;
import static org.gradcheck.corpus.Vectors.sq;
import static org.gradcheck.corpus.Vectors.sum;
import static org.gradcheck.corpus.Vectors.vec;

import java.util.Arrays;
import java.util.List;

/** Models of sequences: their derivatives run backwards through time. */
final class SequenceFunctions {

    private static final int[] LABELS = {0, 2, 1, 1, 0};
    private static final int[] OBSERVED = {0, 3, 1, 1, 2, 0, 3, 2};

    private SequenceFunctions() {}

    static List<CorpusCase> all() {
        return List.of(gatedUnit(), randomField(), markovModel());
    }

    /**
     * A gated recurrent unit (Cho et al., 2014) of three cells on two inputs, over three steps. The point is the weights of
     * the update gate, the reset gate and the candidate, each 3 × 5, their biases, and the initial state.
     */
    private static CorpusCase gatedUnit() {
        return scalar(
                        "gated recurrent unit over three steps",
                        Category.MODEL,
                        Points.normal(57, 421),
                        p -> {
                            double[] h = Arrays.copyOfRange(p, 54, 57);
                            for (int t = 0; t < 3; t++) {
                                h = Gates.of(p, input(t), h).next();
                            }
                            return sum(map(h, v -> sq(v - 0.3))) / 2;
                        },
                        p -> gatedGradient(p, ""))
                .wrong("path through the reset gate left out", p -> gatedGradient(p, "reset"))
                .wrong("update gate the other way round", p -> gatedGradient(p, "update"))
                .wrong("state's own path left out", p -> gatedGradient(p, "state"))
                .wrong("derivative of the sigmoid left out", p -> gatedGradient(p, "sigmoid"));
    }

    private static double[] input(int t) {
        return vec(Math.sin(t + 1), Math.cos(2 * t));
    }

    /** What one step computes on its way from h to z∘candidate + (1 − z)∘h. */
    private record Gates(double[] x, double[] h, double[] update, double[] reset, double[] candidate) {

        static Gates of(double[] p, double[] x, double[] h) {
            double[] seen = joined(x, h);
            double[] update = map(plus(times(block(p, 0, 3, 5), seen), bias(p, 0)), Vectors::sigmoid);
            double[] reset = map(plus(times(block(p, 15, 3, 5), seen), bias(p, 1)), Vectors::sigmoid);
            double[] candidate =
                    map(plus(times(block(p, 30, 3, 5), joined(x, product(reset, h))), bias(p, 2)), Math::tanh);
            return new Gates(x, h, update, reset, candidate);
        }

        private static double[] bias(double[] p, int gate) {
            return Arrays.copyOfRange(p, 45 + 3 * gate, 48 + 3 * gate);
        }

        double[] next() {
            double[] next = new double[3];
            Arrays.setAll(next, i -> update[i] * candidate[i] + (1 - update[i]) * h[i]);
            return next;
        }
    }

    private static double[] joined(double[] x, double[] h) {
        return vec(x[0], x[1], h[0], h[1], h[2]);
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    private static double[] gatedGradient(double[] p, String mistake) {
        Gates[] steps = new Gates[3];
        double[] h = Arrays.copyOfRange(p, 54, 57);
        for (int t = 0; t < 3; t++) {
            steps[t] = Gates.of(p, input(t), h);
            h = steps[t].next();
        }
        double[][][] weights = new double[3][3][5];
        double[][] biases = new double[3][3];
        double[] hBar = map(h, v -> v - 0.3);
        for (int t = 2; t >= 0; t--) {
            Gates step = steps[t];
            double[] updateBar = new double[3];
            double[] candidateBar = new double[3];
            double[] before = new double[3];
            for (int i = 0; i < 3; i++) {
                double toCandidate = step.candidate()[i] - step.h()[i];
                updateBar[i] = hBar[i]
                        * (mistake.equals("update") ? -toCandidate : toCandidate)
                        * slope(step.update()[i], mistake);
                candidateBar[i] = hBar[i] * step.update()[i] * (1 - sq(step.candidate()[i]));
                before[i] = mistake.equals("state") ? 0 : hBar[i] * (1 - step.update()[i]);
            }
            double[] gatedBar = Arrays.copyOfRange(transposedTimes(block(p, 30, 3, 5), candidateBar), 2, 5);
            double[] resetBar = new double[3];
            for (int i = 0; i < 3; i++) {
                resetBar[i] = mistake.equals("reset") ? 0 : gatedBar[i] * step.h()[i] * slope(step.reset()[i], mistake);
                before[i] += gatedBar[i] * step.reset()[i];
            }
            double[] seen = joined(step.x(), step.h());
            addOuter(weights[0], updateBar, seen);
            addOuter(weights[1], resetBar, seen);
            addOuter(weights[2], candidateBar, joined(step.x(), product(step.reset(), step.h())));
            biases[0] = plus(biases[0], updateBar);
            biases[1] = plus(biases[1], resetBar);
            biases[2] = plus(biases[2], candidateBar);
            double[] throughGates =
                    plus(transposedTimes(block(p, 0, 3, 5), updateBar), transposedTimes(block(p, 15, 3, 5), resetBar));
            hBar = plus(before, Arrays.copyOfRange(throughGates, 2, 5));
        }
        return flat(weights[0], weights[1], weights[2], biases, new double[][] {hBar});
    }

    private static double slope(double gate, String mistake) {
        return mistake.equals("sigmoid") ? 1 : gate * (1 - gate);
    }

    /**
     * The log-likelihood of five labels under a linear-chain conditional random field (Lafferty et al., 2001), in 5 × 3
     * scores of labels and 3 × 3 of transitions. Its gradient is what is observed minus what is expected.
     */
    private static CorpusCase randomField() {
        return scalar(
                        "log-likelihood of a conditional random field",
                        Category.MODEL,
                        Points.normal(24, 422),
                        x -> labelScore(x) - logSumExp(forwardScores(x)[4]),
                        x -> fieldGradient(x, true, false))
                .wrong("observed transitions left out", x -> fieldGradient(x, false, false))
                .wrong("expected transitions transposed", x -> fieldGradient(x, true, true))
                .wrong("forward scores only", SequenceFunctions::forwardOnly);
    }

    private static double logSumExp(double[] x) {
        double most = Arrays.stream(x).max().orElseThrow();
        return most + log(sum(map(x, v -> exp(v - most))));
    }

    private static double labelScore(double[] x) {
        double score = 0;
        for (int t = 0; t < 5; t++) {
            score += x[3 * t + LABELS[t]] + (t == 0 ? 0 : x[15 + 3 * LABELS[t - 1] + LABELS[t]]);
        }
        return score;
    }

    private static double[][] forwardScores(double[] x) {
        double[][] label = block(x, 0, 5, 3);
        double[][] into = transposed(block(x, 15, 3, 3));
        double[][] alpha = new double[5][];
        alpha[0] = label[0];
        for (int t = 1; t < 5; t++) {
            double[] before = alpha[t - 1];
            alpha[t] = plus(
                    label[t],
                    Arrays.stream(into)
                            .mapToDouble(row -> logSumExp(plus(before, row)))
                            .toArray());
        }
        return alpha;
    }

    private static double[][] backwardScores(double[] x) {
        double[][] label = block(x, 0, 5, 3);
        double[][] beta = new double[5][3];
        for (int t = 3; t >= 0; t--) {
            double[] after = plus(label[t + 1], beta[t + 1]);
            beta[t] = Arrays.stream(block(x, 15, 3, 3))
                    .mapToDouble(row -> logSumExp(plus(row, after)))
                    .toArray();
        }
        return beta;
    }

    private static double[] fieldGradient(double[] x, boolean observed, boolean reversed) {
        double[][] alpha = forwardScores(x);
        double[][] beta = backwardScores(x);
        double total = logSumExp(alpha[4]);
        double[] g = new double[24];
        for (int t = 0; t < 5; t++) {
            g[3 * t + LABELS[t]] += 1;
            for (int k = 0; k < 3; k++) {
                g[3 * t + k] -= exp(alpha[t][k] + beta[t][k] - total);
            }
        }
        for (int t = 1; t < 5; t++) {
            g[15 + 3 * LABELS[t - 1] + LABELS[t]] += observed ? 1 : 0;
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    double expected = exp(alpha[t - 1][j] + x[15 + 3 * j + k] + x[3 * t + k] + beta[t][k] - total);
                    g[15 + (reversed ? 3 * k + j : 3 * j + k)] -= expected;
                }
            }
        }
        return g;
    }

    /** As if the labels after t said nothing of the one at t. */
    private static double[] forwardOnly(double[] x) {
        double[] g = fieldGradient(x, true, false);
        double[][] alpha = forwardScores(x);
        for (int t = 0; t < 5; t++) {
            for (int k = 0; k < 3; k++) {
                g[3 * t + k] = (LABELS[t] == k ? 1 : 0) - exp(alpha[t][k] - logSumExp(alpha[t]));
            }
        }
        return g;
    }

    /**
     * The log-likelihood of eight observations under a hidden Markov model (Rabiner, 1989), in the three initial, 3 × 3
     * transition and 3 × 4 emission weights, which need not sum to one.
     */
    private static CorpusCase markovModel() {
        return scalar(
                        "log-likelihood of a hidden Markov model",
                        Category.MODEL,
                        Points.uniform(24, 0.1, 0.9, 423),
                        x -> log(sum(forward(x)[7])),
                        x -> markovGradient(x, ""))
                .wrong("expected counts for derivatives", x -> product(x, markovGradient(x, "")))
                .wrong("of the likelihood", x -> map(markovGradient(x, ""), d -> d * sum(forward(x)[7])))
                .wrong("emissions of the step before", x -> markovGradient(x, "late"))
                .wrong("transitions transposed", x -> markovGradient(x, "transposed"));
    }

    private static double[] emissions(double[] x, int t) {
        return vec(x[12 + OBSERVED[t]], x[16 + OBSERVED[t]], x[20 + OBSERVED[t]]);
    }

    private static double[][] forward(double[] x) {
        double[][] alpha = new double[8][];
        alpha[0] = product(vec(x[0], x[1], x[2]), emissions(x, 0));
        for (int t = 1; t < 8; t++) {
            alpha[t] = product(transposedTimes(block(x, 3, 3, 3), alpha[t - 1]), emissions(x, t));
        }
        return alpha;
    }

    private static double[][] backward(double[] x) {
        double[][] beta = new double[8][];
        beta[7] = vec(1, 1, 1);
        for (int t = 6; t >= 0; t--) {
            beta[t] = times(block(x, 3, 3, 3), product(emissions(x, t + 1), beta[t + 1]));
        }
        return beta;
    }

    private static double[] markovGradient(double[] x, String mistake) {
        double[][] alpha = forward(x);
        double[][] beta = backward(x);
        double likelihood = sum(alpha[7]);
        double[] g = new double[24];
        for (int k = 0; k < 3; k++) {
            g[k] = emissions(x, 0)[k] * beta[0][k] / likelihood;
        }
        for (int t = 1; t < 8; t++) {
            double[] emitted = emissions(x, mistake.equals("late") ? t - 1 : t);
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    int at = mistake.equals("transposed") ? 3 * k + j : 3 * j + k;
                    g[3 + at] += alpha[t - 1][j] * emitted[k] * beta[t][k] / likelihood;
                }
            }
        }
        for (int t = 0; t < 8; t++) {
            for (int k = 0; k < 3; k++) {
                int at = 12 + 4 * k + OBSERVED[t];
                g[at] += alpha[t][k] * beta[t][k] / (x[at] * likelihood);
            }
        }
        return g;
    }
}
