package org.gradcheck.picture;

/**
 * A measured number over its step.
 *
 * @param step h
 * @param value the number; 0 has no place on a logarithmic axis and is drawn at its lower end
 */
public record Dot(double step, double value) {

    /** Whether it is drawn at the lower end. */
    public boolean isZero() {
        return value == 0;
    }
}
