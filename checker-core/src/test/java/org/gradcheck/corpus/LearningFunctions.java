package org.gradcheck.corpus;

import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.tanh;
import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.CorpusCase.vector;
import static org.gradcheck.corpus.SmallMatrices.block;
import static org.gradcheck.corpus.SmallMatrices.flat;
import static org.gradcheck.corpus.SmallMatrices.scaled;
import static org.gradcheck.corpus.SmallMatrices.times;
import static org.gradcheck.corpus.SmallMatrices.transposed;
import static org.gradcheck.corpus.Vectors.dot;
import static org.gradcheck.corpus.Vectors.map;
import static org.gradcheck.corpus.Vectors.sigmoid;
import static org.gradcheck.corpus.Vectors.sq;
import static org.gradcheck.corpus.Vectors.sum;
import static org.gradcheck.corpus.Vectors.vec;

import java.util.Arrays;
import java.util.List;

/** Layers and losses of machine learning with derivatives as they are written by hand. */
final class LearningFunctions {

    private LearningFunctions() {}

    static List<CorpusCase> all() {
        return List.of(
                layerNormalisation(),
                attention(),
                geluLayer(),
                batchNormalisation(),
                contrastiveLoss(),
                focalLoss(),
                convolution(),
                ridgeRegression());
    }

    /** Ba, Kiros and Hinton, "Layer normalization" (2016). */
    private static CorpusCase layerNormalisation() {
        return vector(
                        "layer normalisation",
                        Category.MODEL,
                        Points.normal(6, 401),
                        x -> {
                            double[] z = standardised(x, 1e-5);
                            for (int i = 0; i < z.length; i++) {
                                z[i] = gain(i) * z[i] + 0.1 * i;
                            }
                            return z;
                        },
                        x -> layerNormJacobian(x, 1, 1))
                .wrongJacobian("variance taken for constant", x -> layerNormJacobian(x, 1, 0))
                .wrongJacobian("mean taken for constant", x -> layerNormJacobian(x, 0, 1))
                .wrongJacobian("both taken for constant", x -> layerNormJacobian(x, 0, 0))
                .wrongJacobian("gain forgotten", x -> {
                    double[][] jacobian = layerNormJacobian(x, 1, 1);
                    for (int i = 0; i < jacobian.length; i++) {
                        jacobian[i] = scaled(jacobian[i], 1 / gain(i));
                    }
                    return jacobian;
                });
    }

    private static double gain(int i) {
        return 1.1 + sin(2.0 * i);
    }

    private static double deviation(double[] x, double epsilon) {
        double mean = sum(x) / x.length;
        return sqrt(sum(map(x, v -> sq(v - mean))) / x.length + epsilon);
    }

    private static double[] standardised(double[] x, double epsilon) {
        double mean = sum(x) / x.length;
        double deviation = deviation(x, epsilon);
        return map(x, v -> (v - mean) / deviation);
    }

    /** gᵢ (δᵢⱼ − 1/n − zᵢzⱼ/n)/s. */
    private static double[][] layerNormJacobian(double[] x, double ofMean, double ofVariance) {
        int n = x.length;
        double[] z = standardised(x, 1e-5);
        double[][] jacobian = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double centred = (i == j ? 1 : 0) - ofMean / n - ofVariance * z[i] * z[j] / n;
                jacobian[i][j] = gain(i) * centred / deviation(x, 1e-5);
            }
        }
        return jacobian;
    }

    /** ⟨W, softmax(QKᵀ/√d)V⟩ for four tokens of dimension three, in Q, K and V (Vaswani et al., 2017). */
    private static CorpusCase attention() {
        return scalar(
                        "attention of four tokens",
                        Category.MODEL,
                        Points.normal(36, 402),
                        x -> dot(flat(times(attentionWeights(x), block(x, 24, 4, 3))), outputWeights()),
                        x -> attentionGradient(x, 1 / sqrt(3), true))
                .wrong("scale dropped", x -> attentionGradient(x, 1, true))
                .wrong("softmax taken for entrywise", x -> attentionGradient(x, 1 / sqrt(3), false))
                .wrong("queries and keys exchanged", x -> {
                    double[] g = attentionGradient(x, 1 / sqrt(3), true);
                    double[] exchanged = g.clone();
                    System.arraycopy(g, 0, exchanged, 12, 12);
                    System.arraycopy(g, 12, exchanged, 0, 12);
                    return exchanged;
                });
    }

    private static double[] outputWeights() {
        return Points.normal(12, 403);
    }

    private static double[][] attentionWeights(double[] x) {
        double[][] scores = times(block(x, 0, 4, 3), transposed(block(x, 12, 4, 3)));
        return Arrays.stream(scores)
                .map(row -> softmax(scaled(row, 1 / sqrt(3))))
                .toArray(double[][]::new);
    }

    private static double[] softmax(double[] z) {
        double most = Arrays.stream(z).max().orElseThrow();
        double[] e = map(z, v -> exp(v - most));
        return scaled(e, 1 / sum(e));
    }

    private static double[] attentionGradient(double[] x, double scale, boolean normalised) {
        double[][] weights = attentionWeights(x);
        double[][] out = block(outputWeights(), 0, 4, 3);
        double[][] ofWeights = times(out, transposed(block(x, 24, 4, 3)));
        double[][] ofScores = new double[4][4];
        for (int i = 0; i < 4; i++) {
            double mean = normalised ? dot(weights[i], ofWeights[i]) : 0;
            for (int j = 0; j < 4; j++) {
                ofScores[i][j] = scale * weights[i][j] * (ofWeights[i][j] - mean);
            }
        }
        return flat(
                times(ofScores, block(x, 12, 4, 3)),
                times(transposed(ofScores), block(x, 0, 4, 3)),
                times(transposed(weights), out));
    }

    private static CorpusCase geluLayer() {
        return scalar(
                        "GELU units, one of them saturated",
                        Category.MODEL,
                        vec(-6.46214, -3.1, -0.4, 0.7, 2.2, 6.1),
                        x -> {
                            double[] y = map(x, LearningFunctions::gelu);
                            return sq(y[0] + y[1] - y[2]) + y[3] * y[4] - sin(y[5]);
                        },
                        x -> geluLayerGradient(x, 3))
                .wrong("cube not differentiated", x -> geluLayerGradient(x, 1))
                .wrong("sigmoid's GELU", x -> {
                    double[] g = outer(x);
                    for (int i = 0; i < g.length; i++) {
                        double s = sigmoid(1.702 * x[i]);
                        g[i] *= s + 1.702 * x[i] * s * (1 - s);
                    }
                    return g;
                });
    }

    private static double[] geluLayerGradient(double[] x, double power) {
        double[] g = outer(x);
        for (int i = 0; i < g.length; i++) {
            g[i] *= geluSlope(x[i], power);
        }
        return g;
    }

    /** The derivatives of the layer's sum with respect to its units. */
    private static double[] outer(double[] x) {
        double[] y = map(x, LearningFunctions::gelu);
        double r = 2 * (y[0] + y[1] - y[2]);
        return vec(r, r, -r, y[4], y[3], -cos(y[5]));
    }

    /** The tanh approximation (Hendrycks and Gimpel, 2016). */
    private static double gelu(double x) {
        return x * (1 + tanh(sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))) / 2;
    }

    /** With s = σ(2u) = (1 + tanh u)/2: s + 2x·s(1 − s)·u′. */
    private static double geluSlope(double x, double power) {
        double u = sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
        return sigmoid(2 * u)
                + 2 * x * sigmoid(2 * u) * sigmoid(-2 * u) * sqrt(2 / Math.PI) * (1 + power * 0.044715 * x * x);
    }

    /** Ioffe and Szegedy (2015), in training: the batch of six is normalised by its own mean and variance. */
    private static CorpusCase batchNormalisation() {
        double[] point = Arrays.copyOf(Points.normal(12, 404), 16);
        System.arraycopy(vec(1.2, -0.8, 0.1, 0.3), 0, point, 12, 4);
        return scalar(
                        "batch normalisation in training",
                        Category.MODEL,
                        point,
                        x -> {
                            double f = 0;
                            for (int k = 0; k < 2; k++) {
                                double[] z = standardised(feature(x, k), 1e-3);
                                for (int i = 0; i < 6; i++) {
                                    f += (i + 1) * sin(x[12 + k] * z[i] + x[14 + k]);
                                }
                            }
                            return f;
                        },
                        x -> batchNormGradient(x, 1, 1))
                .wrong("statistics of the running average", x -> batchNormGradient(x, 0, 0))
                .wrong("variance taken for constant", x -> batchNormGradient(x, 1, 0));
    }

    /** One of two features of six examples. */
    private static double[] feature(double[] x, int k) {
        double[] values = new double[6];
        Arrays.setAll(values, i -> x[2 * i + k]);
        return values;
    }

    private static double[] batchNormGradient(double[] x, double ofMean, double ofVariance) {
        double[] g = new double[16];
        for (int k = 0; k < 2; k++) {
            double[] z = standardised(feature(x, k), 1e-3);
            double deviation = deviation(feature(x, k), 1e-3);
            double[] ofOutput = new double[6];
            for (int i = 0; i < 6; i++) {
                ofOutput[i] = (i + 1) * cos(x[12 + k] * z[i] + x[14 + k]);
            }
            double mean = sum(ofOutput) / 6;
            double slope = dot(ofOutput, z) / 6;
            for (int i = 0; i < 6; i++) {
                g[2 * i + k] = x[12 + k] * (ofOutput[i] - ofMean * mean - ofVariance * slope * z[i]) / deviation;
            }
            g[12 + k] = dot(ofOutput, z);
            g[14 + k] = sum(ofOutput);
        }
        return g;
    }

    /** Cross-entropy of cosine similarities of four pairs (van den Oord et al., 2018), temperature 1/5. */
    private static CorpusCase contrastiveLoss() {
        return scalar(
                        "contrastive loss of four pairs",
                        Category.MODEL,
                        Points.normal(24, 405),
                        x -> {
                            double[][] similarity = similarities(x);
                            double loss = 0;
                            for (int i = 0; i < 4; i++) {
                                loss += log(sum(map(similarity[i], Math::exp))) - similarity[i][i];
                            }
                            return loss / 4;
                        },
                        x -> contrastiveGradient(x, 5, true))
                .wrong("temperature dropped", x -> contrastiveGradient(x, 1, true))
                .wrong("norms taken for constant", x -> contrastiveGradient(x, 5, false))
                .wrong("gradient stopped at the keys", x -> {
                    double[] g = contrastiveGradient(x, 5, true);
                    Arrays.fill(g, 12, 24, 0);
                    return g;
                });
    }

    private static double[][] normalised(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> scaled(row, 1 / sqrt(dot(row, row))))
                .toArray(double[][]::new);
    }

    private static double[][] similarities(double[] x) {
        return scaled(times(normalised(block(x, 0, 4, 3)), transposed(normalised(block(x, 12, 4, 3)))), 5);
    }

    private static double[] contrastiveGradient(double[] x, double inverseTemperature, boolean ofNorms) {
        double[][] ofSimilarity = Arrays.stream(similarities(x))
                .map(LearningFunctions::softmax)
                .map(row -> scaled(row, inverseTemperature / 4))
                .toArray(double[][]::new);
        for (int i = 0; i < 4; i++) {
            ofSimilarity[i][i] -= inverseTemperature / 4;
        }
        double[][] a = block(x, 0, 4, 3);
        double[][] b = block(x, 12, 4, 3);
        return flat(
                throughNorms(a, times(ofSimilarity, normalised(b)), ofNorms),
                throughNorms(b, times(transposed(ofSimilarity), normalised(a)), ofNorms));
    }

    /** (g − ⟨g, â⟩â)/|a| for every row. */
    private static double[][] throughNorms(double[][] rows, double[][] gradients, boolean ofNorms) {
        double[][] units = normalised(rows);
        double[][] result = new double[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            double along = ofNorms ? dot(gradients[i], units[i]) : 0;
            for (int j = 0; j < rows[i].length; j++) {
                result[i][j] = (gradients[i][j] - along * units[i][j]) / sqrt(dot(rows[i], rows[i]));
            }
        }
        return result;
    }

    /** −Σ (1 − p)² log p, p the probability of the right class (Lin et al., 2017). */
    private static CorpusCase focalLoss() {
        return scalar(
                        "focal loss of ten logits",
                        Category.MODEL,
                        Points.normal(10, 406),
                        z -> {
                            double loss = 0;
                            for (int i = 0; i < z.length; i++) {
                                double p = sigmoid(sign(i) * z[i]);
                                loss -= sq(1 - p) * log(p);
                            }
                            return loss;
                        },
                        z -> focalGradient(z, 2))
                .wrong("modulating factor taken for constant", z -> focalGradient(z, 0))
                .wrong("exponent off by one", z -> focalGradient(z, 1))
                .wrong("labels ignored", z -> {
                    double[] g = focalGradient(z, 2);
                    for (int i = 0; i < g.length; i++) {
                        g[i] *= sign(i);
                    }
                    return g;
                });
    }

    private static int sign(int i) {
        return i % 3 == 0 ? 1 : -1;
    }

    private static double[] focalGradient(double[] z, double exponent) {
        double[] g = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            double p = sigmoid(sign(i) * z[i]);
            g[i] = sign(i) * (exponent * p * sq(1 - p) * log(p) - pow(1 - p, 3));
        }
        return g;
    }

    /** Σ softplus(x ∗ k) for a signal of 40 and a kernel of five. */
    private static CorpusCase convolution() {
        return scalar(
                        "convolution with a kernel of five",
                        Category.MODEL,
                        Points.normal(45, 407),
                        x -> sum(map(convolved(x), y -> log1p(exp(y)))),
                        x -> convolutionGradient(x, false, 36))
                .wrong("kernel reversed on the way back", x -> convolutionGradient(x, true, 36))
                .wrong("one output short", x -> convolutionGradient(x, false, 35));
    }

    private static double[] convolved(double[] x) {
        double[] y = new double[36];
        for (int i = 0; i < 36; i++) {
            for (int j = 0; j < 5; j++) {
                y[i] += x[i + j] * x[40 + j];
            }
        }
        return y;
    }

    private static double[] convolutionGradient(double[] x, boolean reversed, int outputs) {
        double[] slope = map(convolved(x), Vectors::sigmoid);
        double[] g = new double[45];
        for (int i = 0; i < outputs; i++) {
            for (int j = 0; j < 5; j++) {
                g[i + j] += slope[i] * x[40 + (reversed ? 4 - j : j)];
                g[40 + j] += slope[i] * x[i + j];
            }
        }
        return g;
    }

    /** Logistic regression of forty examples in three hundred weights, with a ridge. */
    private static CorpusCase ridgeRegression() {
        double[][] examples = scaled(Points.matrix(40, 300, 408), 0.1);
        return scalar(
                        "logistic regression with a ridge, 300 weights",
                        Category.MODEL,
                        Points.normal(300, 409),
                        w -> {
                            double loss = 0.05 * dot(w, w) / 2;
                            for (int i = 0; i < examples.length; i++) {
                                loss += log1p(exp(-sign(i) * dot(examples[i], w)));
                            }
                            return loss;
                        },
                        w -> ridgeGradient(examples, w, 0.05, 1))
                .wrong("half of the ridge", w -> ridgeGradient(examples, w, 0.025, 1))
                .wrong("mean for a sum", w -> ridgeGradient(examples, w, 0.05, 1.0 / 40))
                .wrong("ridge on all but the intercept", w -> {
                    double[] g = ridgeGradient(examples, w, 0.05, 1);
                    g[0] -= 0.05 * w[0];
                    return g;
                });
    }

    private static double[] ridgeGradient(double[][] examples, double[] w, double ridge, double weight) {
        double[] g = scaled(w, ridge);
        for (int i = 0; i < examples.length; i++) {
            double slope = -sign(i) * sigmoid(-sign(i) * dot(examples[i], w)) * weight;
            g = SmallMatrices.plus(g, scaled(examples[i], slope));
        }
        return g;
    }
}
