package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradcheck.reference.Estimate;
import org.gradcheck.report.Fact;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;

/**
 * Whether f′(x)[u + v] = f′(x)[u] + f′(x)[v], for derivatives that were found one by one.
 *
 * @param u the derivatives along u
 * @param v those along v
 * @param mean those along (u + v)/2
 */
record Additivity(SlopesAlongLine u, SlopesAlongLine v, SlopesAlongLine mean) {

    /** Jumps that an inner iteration leaves make references differ by less. */
    private static final double LINE_OF_REFUTATION = 1e-4;

    /** Judges all read-outs that have derivatives along all three. */
    void judge(SlopeFindings findings) {
        for (int p = 0; p < mean.line().readOuts().count(); p++) {
            Optional<Slope.Resolved> alongU = u.resolved(p);
            Optional<Slope.Resolved> alongV = v.resolved(p);
            Optional<Slope.Resolved> alongMean = mean.resolved(p);
            if (alongU.isPresent() && alongV.isPresent() && alongMean.isPresent()) {
                judge(p, alongU.get(), alongV.get(), alongMean.get(), findings);
            }
        }
    }

    private void judge(
            int readOut,
            Slope.Resolved alongU,
            Slope.Resolved alongV,
            Slope.Resolved alongMean,
            SlopeFindings findings) {
        Estimate sum = new Estimate(
                2 * alongMean.estimate().value(), 2 * alongMean.estimate().bound());
        double scale = Math.max(2 * alongMean.scale(), Math.max(alongU.scale(), alongV.scale()));
        double bound = alongU.estimate().bound() + alongV.estimate().bound() + sum.bound();
        double added = alongU.estimate().value() + alongV.estimate().value();
        double off = Math.abs(added - sum.value());
        findings.addBound(bound, scale);
        if (off <= Decision.CERTAIN * bound || off <= Decision.ROUNDING * scale) {
            return;
        }
        if (off <= LINE_OF_REFUTATION * scale) {
            findings.add(Verdicts.inconclusive(
                    InconclusiveReason.SMALL_DISCREPANCY,
                    "derivatives along three directions are additive to " + Numbers.error(off / scale)
                            + " where the references resolve " + Numbers.error(bound / scale)));
            return;
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("along u", value(alongU.estimate())));
        facts.add(new Fact("along v", value(alongV.estimate())));
        facts.add(new Fact("along u+v", value(sum)));
        facts.add(new Fact("u", Numbers.vector(u.line().direction().tangent())));
        facts.add(new Fact("v", Numbers.vector(v.line().direction().tangent())));
        facts.addAll(SlopesAlongLine.readFrom(mean.line(), readOut));
        findings.add(new Slope.Broken(
                "its derivatives along directions are not additive: f′(x)[u] + f′(x)[v] = " + Numbers.value(added)
                        + " but f′(x)[u + v] = " + Numbers.value(sum.value()),
                facts));
    }

    private static String value(Estimate estimate) {
        return Numbers.value(estimate.value()) + " ± " + Numbers.error(estimate.bound());
    }
}
