package org.gradcheck.picture;

/**
 * A power of the step, level·(h/step)^slope: a straight line in the plot.
 *
 * @param role what it stands for
 * @param name the same in words
 * @param slope its slope
 * @param step a step h, positive
 * @param level its value there, positive
 */
public record Line(Role role, String name, int slope, double step, double level) {

    /** A constant. */
    static Line level(Role role, String name, double level) {
        return new Line(role, name, 0, 1, level);
    }

    /** Whether it can be drawn at all. */
    boolean isDrawable() {
        return level > 0 && step > 0 && Double.isFinite(level) && Double.isFinite(step);
    }
}
