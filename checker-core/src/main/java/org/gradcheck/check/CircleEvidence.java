package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.reference.CircleMean;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.TwinFault;

/** What the means around circles say about the slopes of a twin. Used by one thread. */
final class CircleEvidence {

    /** The mean sees half of a part that depends on the imaginary part in another way than an analytic one; doubled once more. */
    private static final double MARGIN = 4;

    private final double[] slopes;
    private final List<Circle> circles = new ArrayList<>();
    private boolean imaginary;

    /** @param slopes Im g(x + ihv)/h of each output, with a tiny h */
    CircleEvidence(double[] slopes) {
        this.slopes = slopes;
    }

    /**
     * One circle.
     *
     * @param means of each output
     * @param rounding what the rounding of the values may do to a mean
     * @param largest the largest modulus of a value
     */
    private record Circle(double radius, double[] means, double[] rounding, double[] largest) {

        double doubt(double slope, int output) {
            return MARGIN * Math.abs(means[output] - slope) + rounding[output];
        }
    }

    void add(CircleMean circle, ComplexVector[] values) {
        double[] means = new double[slopes.length];
        double[] rounding = new double[slopes.length];
        double[] largest = new double[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            means[i] = circle.derivative(values, i);
            for (ComplexVector value : values) {
                largest[i] = Math.max(largest[i], Math.hypot(value.real()[i], value.imaginary()[i]));
                imaginary |= value.imaginary()[i] != 0;
            }
            rounding[i] = Math.ulp(largest[i]) / circle.radius();
        }
        circles.add(new Circle(circle.radius(), means, rounding, largest));
    }

    boolean isEmpty() {
        return circles.isEmpty();
    }

    /** Whether no slope can be doubted by more than a part of its size and that of f. */
    boolean isGood(double part, double[] value) {
        if (circles.isEmpty()) {
            return false;
        }
        double[] doubt = doubt(new double[slopes.length]);
        double size = size(value);
        for (double d : doubt) {
            if (!(d <= part * size)) {
                return false;
            }
        }
        return true;
    }

    /** By how much each slope may be wrong: the sum of what values on the real axis and what the circles leave open. */
    double[] doubt(double[] realDoubt) {
        double[] doubt = new double[slopes.length];
        for (int i = 0; i < doubt.length; i++) {
            doubt[i] = realDoubt[i] + best(i).doubt(slopes[i], i);
        }
        return doubt;
    }

    /**
     * The output, if any, in which two circles agree on another slope, or in which none comes near it.
     *
     * @param contradiction how many times further off than from each other
     * @param unshown the part of the size of slope and f beyond which a slope counts as not shown at all
     */
    Optional<TwinFault> fault(double contradiction, double unshown, double[] value) {
        double[] doubt = doubt(new double[slopes.length]);
        double size = size(value);
        for (int i = 0; i < slopes.length; i++) {
            if (contradicted(i, contradiction) || !(doubt[i] <= unshown * size)) {
                return Optional.of(new TwinFault(TwinFault.Kind.NOT_ANALYTIC, text(i)));
            }
        }
        return Optional.empty();
    }

    /** Whether all circles agree with each other, and none with the slope. */
    private boolean contradicted(int output, double contradiction) {
        for (int k = 1; k < circles.size(); k++) {
            Circle wide = circles.get(k - 1);
            Circle narrow = circles.get(k);
            double apart = Math.abs(wide.means()[output] - narrow.means()[output])
                    + wide.rounding()[output]
                    + narrow.rounding()[output];
            double off = Math.min(
                    Math.abs(wide.means()[output] - slopes[output]), Math.abs(narrow.means()[output] - slopes[output]));
            if (!(off > contradiction * apart)) {
                return false;
            }
        }
        return circles.size() > 1;
    }

    private String text(int output) {
        if (!imaginary) {
            return "has no imaginary part at complex arguments: it is lost somewhere, in a double that depends on the input";
        }
        Circle last = circles.get(circles.size() - 1);
        return "is not analytic" + TwinCalls.ofOutput(output, slopes.length) + ": its slope is "
                + Numbers.value(slopes[output]) + " along iv, and " + Numbers.value(last.means()[output])
                + " as the mean around a circle of radius " + Numbers.error(last.radius())
                + "; somewhere it takes a conjugate, a modulus, a real part, or a branch that f does not take";
    }

    /** The circle whose mean comes nearest to the slope of an output. */
    private Circle best(int output) {
        return Collections.min(
                circles, Comparator.comparingDouble((Circle circle) -> circle.doubt(slopes[output], output)));
    }

    /** The size of f and its slopes, with that around the circles for where both are 0. */
    private double size(double[] value) {
        double size = Double.MIN_NORMAL;
        for (int i = 0; i < slopes.length; i++) {
            double own = Math.max(Math.abs(value[i]), Math.abs(slopes[i]));
            size = Math.max(size, Math.max(own, best(i).largest()[i]));
        }
        return size;
    }
}
