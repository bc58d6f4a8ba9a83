package org.gradcheck.diagnosis;

import java.util.List;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.Gradient;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.reference.Estimate;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Misreading;

/**
 * The hypothesis that a supplied gradient or VJP is right in another convention: for independent parameters, for another
 * inner product. It is read so, and paired anew with the directions that were tried.
 */
public final class OtherConvention {

    /** Residuals this many times the bounds still count as agreement. */
    private static final double WITHIN = 6;

    /** Reading it the other way must make at least this part of the discrepancy vanish, bounds apart. */
    private static final double EXPLAINED = 1e-3;

    private static final double ROUNDING = 1e-9;

    private static final Misreading PLAIN = new Misreading(
            "pairing",
            "is right in the convention PAIRING, where it is paired with directions entry by entry; in the convention"
                    + " INDEPENDENT an off-diagonal entry stands for two and must be doubled",
            (x, g) -> g);

    private OtherConvention() {}

    /**
     * One supplied value, right or wrong: of one read-out along one direction.
     *
     * @param representer coordinates of what was paired with the direction
     * @param direction what it was paired with
     * @param supplied the value
     * @param reference what it should be
     */
    public record Claim(double[] representer, double[] direction, double supplied, Estimate reference) {}

    /** The conventions in which all claims are right. */
    public static List<Diagnosis> diagnose(List<Claim> claims, Derivative derivative, double[] x, Manifold<?> domain) {
        return claims.isEmpty()
                ? List.of()
                : readings(derivative, domain).stream()
                        .filter(reading -> claims.stream().allMatch(claim -> fits(claim, reading, x, domain)))
                        .map(reading -> new Diagnosis(
                                reading.kind(),
                                "the supplied " + derivative.form().label() + " " + reading.text()))
                        .toList();
    }

    private static List<Misreading> readings(Derivative derivative, Manifold<?> domain) {
        return derivative instanceof Gradient gradient && gradient.convention() == GradientConvention.INDEPENDENT
                ? List.of(PLAIN)
                : domain.misreadings();
    }

    private static boolean fits(Claim claim, Misreading reading, double[] x, Manifold<?> domain) {
        double meant = domain.inner(x, reading.meant().apply(x, claim.representer()), claim.direction());
        double right = claim.reference().value();
        return Math.abs(meant - right)
                <= WITHIN * claim.reference().bound()
                        + EXPLAINED * Math.abs(claim.supplied() - right)
                        + ROUNDING * Math.abs(right);
    }
}
