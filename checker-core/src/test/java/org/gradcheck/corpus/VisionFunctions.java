package org.gradcheck.corpus;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.CorpusCase.times;
import static org.gradcheck.corpus.CorpusCase.vector;
import static org.gradcheck.corpus.SmallMatrices.addOuter;
import static org.gradcheck.corpus.SmallMatrices.beside;
import static org.gradcheck.corpus.SmallMatrices.plus;
import static org.gradcheck.corpus.SmallMatrices.scaled;
import static org.gradcheck.corpus.SmallMatrices.transposed;
import static org.gradcheck.corpus.Vectors.diagonal;
import static org.gradcheck.corpus.Vectors.dot;
import static org.gradcheck.corpus.Vectors.map;
import static org.gradcheck.corpus.Vectors.rows;
import static org.gradcheck.corpus.Vectors.sum;
import static org.gradcheck.corpus.Vectors.vec;

import java.util.Arrays;
import java.util.List;

/** Cameras, rotations and images. */
final class VisionFunctions {

    private static final double[][] IMAGE = Points.matrix(8, 8, 431);

    private VisionFunctions() {}

    static List<CorpusCase> all() {
        return List.of(pinhole(), rodrigues(), quaternion(), bundleResidual(), overlapLoss(), bilinearSample());
    }

    private static double[] part(double[] x, int from, int to) {
        return Arrays.copyOfRange(x, from, to);
    }

    private static double[] cross(double[] a, double[] b) {
        return vec(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
    }

    /** The matrix of b ↦ a × b. */
    private static double[][] skew(double[] a) {
        return rows(vec(0, -a[2], a[1]), vec(a[2], 0, -a[0]), vec(-a[1], a[0], 0));
    }

    /**
     * Brown and Conrady's lens: pixel coordinates of a point X, Y, Z for focal lengths, principal point, two radial and two
     * tangential coefficients.
     */
    private static CorpusCase pinhole() {
        return vector(
                        "pinhole camera with distortion",
                        Category.MODEL,
                        vec(0.3, -0.2, 2.1, 520, 515, 320, 240, -0.28, 0.07, 1.2e-3, -8e-4),
                        p -> {
                            double x = p[0] / p[2];
                            double y = p[1] / p[2];
                            double r2 = x * x + y * y;
                            double radial = 1 + p[7] * r2 + p[8] * r2 * r2;
                            return vec(
                                    p[5] + p[3] * (x * radial + 2 * p[9] * x * y + p[10] * (r2 + 2 * x * x)),
                                    p[6] + p[4] * (y * radial + p[9] * (r2 + 2 * y * y) + 2 * p[10] * x * y));
                        },
                        p -> pinholeJacobian(p, 1, 1))
                .wrongJacobian("radius taken for constant", p -> pinholeJacobian(p, 0, 1))
                .wrongJacobian("sign of the depth", p -> pinholeJacobian(p, 1, -1))
                .wrongJacobian("focal lengths exchanged", p -> {
                    double[][] j = pinholeJacobian(p, 1, 1);
                    return rows(scaled(j[0], p[4] / p[3]), scaled(j[1], p[3] / p[4]));
                });
    }

    private static double[][] pinholeJacobian(double[] p, double ofRadius, double ofDepth) {
        double x = p[0] / p[2];
        double y = p[1] / p[2];
        double r2 = x * x + y * y;
        double radial = 1 + p[7] * r2 + p[8] * r2 * r2;
        double slope = ofRadius * (2 * p[7] + 4 * p[8] * r2);
        double uOfX = radial + slope * x * x + 2 * p[9] * y + 6 * p[10] * x;
        double mixed = slope * x * y + 2 * p[9] * x + 2 * p[10] * y;
        double vOfY = radial + slope * y * y + 6 * p[9] * y + 2 * p[10] * x;
        double u = x * radial + 2 * p[9] * x * y + p[10] * (r2 + 2 * x * x);
        double v = y * radial + p[9] * (r2 + 2 * y * y) + 2 * p[10] * x * y;
        return rows(
                vec(
                        p[3] * uOfX / p[2],
                        p[3] * mixed / p[2],
                        -ofDepth * p[3] * (uOfX * x + mixed * y) / p[2],
                        u,
                        0,
                        1,
                        0,
                        p[3] * x * r2,
                        p[3] * x * r2 * r2,
                        p[3] * 2 * x * y,
                        p[3] * (r2 + 2 * x * x)),
                vec(
                        p[4] * mixed / p[2],
                        p[4] * vOfY / p[2],
                        -ofDepth * p[4] * (mixed * x + vOfY * y) / p[2],
                        0,
                        v,
                        0,
                        1,
                        p[4] * y * r2,
                        p[4] * y * r2 * r2,
                        p[4] * (r2 + 2 * y * y),
                        p[4] * 2 * x * y));
    }

    /** The rotation by a vector w of a point p, in both. */
    private static CorpusCase rodrigues() {
        return vector(
                        "Rodrigues' rotation of a point",
                        Category.MODEL,
                        vec(0.7, -1.1, 0.4, 1.5, 0.2, -0.9),
                        x -> rotated(part(x, 0, 3), part(x, 3, 6)),
                        x -> beside(byRotation(part(x, 0, 3), part(x, 3, 6)), rotation(part(x, 0, 3))))
                .wrongJacobian(
                        "as at the identity", x -> beside(scaled(skew(part(x, 3, 6)), -1), rotation(part(x, 0, 3))))
                .wrongJacobian(
                        "of a perturbation on the left",
                        x -> beside(scaled(skew(rotated(part(x, 0, 3), part(x, 3, 6))), -1), rotation(part(x, 0, 3))))
                .wrongJacobian(
                        "inverse rotation",
                        x -> beside(byRotation(part(x, 0, 3), part(x, 3, 6)), transposed(rotation(part(x, 0, 3)))));
    }

    /** cos θ p + a w×p + b ⟨w, p⟩w with a = sin θ/θ, b = (1 − cos θ)/θ². */
    private static double[] rotated(double[] w, double[] p) {
        double angle = sqrt(dot(w, w));
        double[] straight = plus(scaled(p, cos(angle)), scaled(cross(w, p), sin(angle) / angle));
        return plus(straight, scaled(w, dot(w, p) * (1 - cos(angle)) / (angle * angle)));
    }

    private static double[][] rotation(double[] w) {
        return transposed(rows(rotated(w, vec(1, 0, 0)), rotated(w, vec(0, 1, 0)), rotated(w, vec(0, 0, 1))));
    }

    /** With ∂ cos θ = −a w, ∂a = (cos θ − a)/θ² w and ∂b = (a − 2b)/θ² w. */
    private static double[][] byRotation(double[] w, double[] p) {
        double angle = sqrt(dot(w, w));
        double a = sin(angle) / angle;
        double b = (1 - cos(angle)) / (angle * angle);
        double along = dot(w, p);
        double[][] jacobian = scaled(skew(p), -a);
        addOuter(jacobian, scaled(p, -a), w);
        addOuter(jacobian, scaled(cross(w, p), (cos(angle) - a) / (angle * angle)), w);
        addOuter(jacobian, scaled(w, along * (a - 2 * b) / (angle * angle)), w);
        addOuter(jacobian, scaled(w, b), p);
        for (int i = 0; i < 3; i++) {
            jacobian[i][i] += b * along;
        }
        return jacobian;
    }

    /** The rotation by a quaternion that is normalised first. */
    private static CorpusCase quaternion() {
        return vector(
                        "rotation by a quaternion",
                        Category.MODEL,
                        vec(0.9, 0.4, -0.7, 0.2, 1.1, -0.6, 0.8),
                        x -> scaled(unnormalised(x), 1 / dot(part(x, 0, 4), part(x, 0, 4))),
                        x -> quaternionJacobian(x, 1))
                .wrongJacobian("norm taken for constant", x -> quaternionJacobian(x, 0))
                .wrongJacobian("normalised twice", x -> quaternionJacobian(x, 2))
                .wrongJacobian("scalar part last", x -> {
                    double[][] j = quaternionJacobian(x, 1);
                    return Arrays.stream(j)
                            .map(r -> vec(r[1], r[2], r[3], r[0], r[4], r[5], r[6]))
                            .toArray(double[][]::new);
                });
    }

    /** (s² − |u|²)p + 2⟨u, p⟩u + 2s u×p for the quaternion s + u. */
    private static double[] unnormalised(double[] x) {
        double[] u = part(x, 1, 4);
        double[] p = part(x, 4, 7);
        return plus(plus(scaled(p, x[0] * x[0] - dot(u, u)), scaled(u, 2 * dot(u, p))), scaled(cross(u, p), 2 * x[0]));
    }

    private static double[][] quaternionJacobian(double[] x, double ofNorm) {
        double[] q = part(x, 0, 4);
        double[] u = part(x, 1, 4);
        double[] p = part(x, 4, 7);
        double[][] byVector = scaled(skew(p), -2 * x[0]);
        addOuter(byVector, scaled(p, -2), u);
        addOuter(byVector, scaled(u, 2), p);
        double[][] byPoint = scaled(skew(u), 2 * x[0]);
        addOuter(byPoint, scaled(u, 2), u);
        for (int i = 0; i < 3; i++) {
            byVector[i][i] += 2 * dot(u, p);
            byPoint[i][i] += x[0] * x[0] - dot(u, u);
        }
        double[] byScalar = plus(scaled(p, 2 * x[0]), scaled(cross(u, p), 2));
        double[][] jacobian = beside(beside(transposed(rows(byScalar)), byVector), byPoint);
        addOuter(jacobian, scaled(unnormalised(x), -2 * ofNorm / dot(q, q)), Arrays.copyOf(q, 7));
        return scaled(jacobian, 1 / dot(q, q));
    }

    /** Bundle adjustment in the large (Agarwal et al., 2010): rotation, translation, focal length, two radial terms, point. */
    private static CorpusCase bundleResidual() {
        return vector(
                        "bundle adjustment residual",
                        Category.MODEL,
                        vec(0.12, -0.35, 0.21, 0.4, -0.3, -6.2, 480, -0.11, 0.02, 1.1, -0.7, 0.9),
                        x -> {
                            double[] p = plus(rotated(part(x, 0, 3), part(x, 9, 12)), part(x, 3, 6));
                            double[] image = vec(-p[0] / p[2], -p[1] / p[2]);
                            double r2 = dot(image, image);
                            double scale = x[6] * (1 + x[7] * r2 + x[8] * r2 * r2);
                            return vec(scale * image[0] - 81.5, scale * image[1] + 46.25);
                        },
                        x -> bundleJacobian(x, ""))
                .wrongJacobian("sign of the projection", x -> bundleJacobian(x, "sign"))
                .wrongJacobian("distortion taken for constant", x -> bundleJacobian(x, "distortion"))
                .wrongJacobian("rotation as at the identity", x -> bundleJacobian(x, "rotation"));
    }

    private static double[][] bundleJacobian(double[] x, String mistake) {
        double[] w = part(x, 0, 3);
        double[] point = part(x, 9, 12);
        double[] p = plus(rotated(w, point), part(x, 3, 6));
        double[] image = vec(-p[0] / p[2], -p[1] / p[2]);
        double r2 = dot(image, image);
        double distortion = 1 + x[7] * r2 + x[8] * r2 * r2;
        double[][] byImage = diagonal(vec(x[6] * distortion, x[6] * distortion));
        if (!mistake.equals("distortion")) {
            addOuter(byImage, scaled(image, x[6] * (2 * x[7] + 4 * x[8] * r2)), image);
        }
        double depth = mistake.equals("sign") ? -1 : 1;
        double[][] projection =
                rows(vec(-1 / p[2], 0, depth * p[0] / (p[2] * p[2])), vec(0, -1 / p[2], depth * p[1] / (p[2] * p[2])));
        double[][] byPlace = SmallMatrices.times(byImage, projection);
        double[][] byRotation = mistake.equals("rotation") ? scaled(skew(point), -1) : byRotation(w, point);
        double[][] lens =
                transposed(rows(scaled(image, distortion), scaled(image, x[6] * r2), scaled(image, x[6] * r2 * r2)));
        return beside(
                beside(SmallMatrices.times(byPlace, byRotation), byPlace),
                beside(lens, SmallMatrices.times(byPlace, rotation(w))));
    }

    /** One minus intersection over union of 64 pixels' probabilities with a mask (Rahman and Wang, 2016). */
    private static CorpusCase overlapLoss() {
        return scalar(
                        "smooth intersection over union of 64 pixels",
                        Category.MODEL,
                        Points.normal(64, 432),
                        z -> {
                            double[] p = map(z, Vectors::sigmoid);
                            double both = dot(p, mask());
                            return 1 - (both + 1) / (sum(p) + sum(mask()) - both + 1);
                        },
                        z -> overlapGradient(z, 1, 1))
                .wrong("union taken for constant", z -> overlapGradient(z, 0, 1))
                .wrong("intersection counted twice in the union", z -> overlapGradient(z, 1, 0))
                .wrong("in the probabilities", z -> {
                    double[] g = overlapGradient(z, 1, 1);
                    for (int i = 0; i < g.length; i++) {
                        double p = Vectors.sigmoid(z[i]);
                        g[i] /= p * (1 - p);
                    }
                    return g;
                });
    }

    private static double[] mask() {
        double[] mask = new double[64];
        for (int i = 0; i < 64; i++) {
            mask[i] = (i / 8 - 3) * (i / 8 - 3) + (i % 8 - 4) * (i % 8 - 4) < 8 ? 1 : 0;
        }
        return mask;
    }

    private static double[] overlapGradient(double[] z, double ofUnion, double ofShared) {
        double[] p = map(z, Vectors::sigmoid);
        double[] mask = mask();
        double both = dot(p, mask) + 1;
        double union = sum(p) + sum(mask) - dot(p, mask) + 1;
        double[] g = new double[64];
        for (int i = 0; i < 64; i++) {
            double byP = -mask[i] / union + ofUnion * both * (1 - ofShared * mask[i]) / (union * union);
            g[i] = byP * p[i] * (1 - p[i]);
        }
        return g;
    }

    /** An image read between its pixels, at a place that an affine map gives; in the six numbers of the map. */
    private static CorpusCase bilinearSample() {
        return scalar(
                        "bilinear sample at an affine map of a pixel",
                        Category.MODEL,
                        vec(0.91, 0.13, 1.4, -0.08, 1.05, 0.85),
                        a -> {
                            double[] at = place(a);
                            int i = (int) at[1];
                            int j = (int) at[0];
                            double v = at[1] - i;
                            double u = at[0] - j;
                            return (1 - v) * ((1 - u) * IMAGE[i][j] + u * IMAGE[i][j + 1])
                                    + v * ((1 - u) * IMAGE[i + 1][j] + u * IMAGE[i + 1][j + 1]);
                        },
                        a -> {
                            double[] d = imageSlope(a);
                            return vec(3 * d[0], 2 * d[0], d[0], 3 * d[1], 2 * d[1], d[1]);
                        })
                .wrong("axes exchanged", a -> {
                    double[] d = imageSlope(a);
                    return vec(3 * d[1], 2 * d[1], d[1], 3 * d[0], 2 * d[0], d[0]);
                })
                .wrong("differences of the nearest pixels", a -> {
                    double[] at = place(a);
                    int i = (int) at[1];
                    int j = (int) at[0];
                    double across = IMAGE[i][j + 1] - IMAGE[i][j];
                    double down = IMAGE[i + 1][j] - IMAGE[i][j];
                    return vec(3 * across, 2 * across, across, 3 * down, 2 * down, down);
                });
    }

    private static double[] place(double[] a) {
        return times(rows(part(a, 0, 3), part(a, 3, 6)), vec(3, 2, 1));
    }

    private static double[] imageSlope(double[] a) {
        double[] at = place(a);
        int i = (int) at[1];
        int j = (int) at[0];
        double v = at[1] - i;
        double u = at[0] - j;
        return vec(
                (1 - v) * (IMAGE[i][j + 1] - IMAGE[i][j]) + v * (IMAGE[i + 1][j + 1] - IMAGE[i + 1][j]),
                (1 - u) * (IMAGE[i + 1][j] - IMAGE[i][j]) + u * (IMAGE[i + 1][j + 1] - IMAGE[i][j + 1]));
    }
}
