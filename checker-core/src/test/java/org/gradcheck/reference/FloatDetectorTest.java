package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloatDetectorTest {

    private static boolean isSinglePrecision(double[]... outputs) {
        FloatDetector detector = new FloatDetector();
        for (double[] output : outputs) {
            detector.see(output);
        }
        return detector.isSinglePrecision();
    }

    @Test
    void nothingSeenIsNotSinglePrecision() {
        assertThat(isSinglePrecision()).isFalse();
        assertThat(isSinglePrecision(new double[0])).isFalse();
    }

    @Test
    void zerosSayNothing() {
        assertThat(isSinglePrecision(new double[] {0, -0.0, 0})).isFalse();
        assertThat(isSinglePrecision(new double[] {0, 0, 0, (float) Math.PI})).isTrue();
    }

    @Test
    void halfOfTheNumbersMustBeLong() {
        assertThat(isSinglePrecision(new double[] {1, (float) Math.PI})).isTrue();
        assertThat(isSinglePrecision(new double[] {1, 2, (float) Math.PI})).isFalse();
    }

    @Test
    void orderDoesNotMatter() {
        double[] floats = {(float) Math.PI, (float) Math.E};
        double[] doubles = {Math.PI};

        assertThat(isSinglePrecision(floats, doubles)).isFalse();
        assertThat(isSinglePrecision(doubles, floats)).isFalse();
    }

    @Test
    void numbersBeyondTheRangeOfFloatAreDoubles() {
        assertThat(isSinglePrecision(new double[] {1e300})).isFalse();
        assertThat(isSinglePrecision(new double[] {1e-300})).isFalse();
    }
}
