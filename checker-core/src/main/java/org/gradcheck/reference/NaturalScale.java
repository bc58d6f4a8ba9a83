package org.gradcheck.reference;

/**
 * The size against which an error of a directional derivative is small or large: the derivative itself, or, where that
 * vanishes, how much it changes over the region looked at. Without the second a stationary point could never be
 * confirmed, and with an absolute size the verdict would change with the units of f.
 */
final class NaturalScale {

    private static final double RESOLVED = 1e-6;
    private static final double SIGNIFICANT = 4;
    private static final double SMALLEST_WEIGHT = 0.02;

    private NaturalScale() {}

    static double of(Samples samples, WindowSelection selection, double supplied) {
        Window window = selection.window();
        double scale = Math.max(Math.abs(window.value()), Math.abs(supplied));
        if (selection.bound() <= RESOLVED * scale) {
            return scale;
        }
        double curvature = 0;
        double sumOfSquares = 0;
        double sum = 0;
        double reach = 0;
        for (int k = window.coarse(); k <= window.fine(); k++) {
            double weight = window.weights()[k - window.coarse()];
            double t = samples.step(k);
            curvature += weight * samples.second(k) / (t * t);
            sumOfSquares += (weight / (t * t)) * (weight / (t * t));
            sum += weight / (t * t);
            if (Math.abs(weight) >= SMALLEST_WEIGHT) {
                reach = Math.max(reach, t);
            }
        }
        double noise = selection.noise() * Math.sqrt(2 * sumOfSquares + 4 * sum * sum);
        if (Math.abs(curvature) > SIGNIFICANT * noise) {
            scale = Math.max(scale, Math.abs(curvature) * reach);
        }
        return selection.bound() <= RESOLVED * scale ? scale : Math.max(scale, steepestSecant(samples, selection));
    }

    /** At an inflection even the curvature vanishes; what is left is how steep f gets over the coarse steps. */
    private static double steepestSecant(Samples samples, WindowSelection selection) {
        double steepest = 0;
        for (int i = 0; i <= selection.window().fine(); i++) {
            double change = Math.max(
                    Math.abs(samples.plus()[i] - samples.center()), Math.abs(samples.minus()[i] - samples.center()));
            if (change > SIGNIFICANT * SIGNIFICANT * selection.noise()) {
                steepest = Math.max(steepest, change / samples.step(i));
            }
        }
        return steepest;
    }
}
