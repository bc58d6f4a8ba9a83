package org.gradcheck.check;

import java.util.List;
import java.util.Optional;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Gradient;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.SuppliedOperator;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Violation;

/**
 * What agrees with the reference in every pairing may have a part that no pairing sees: one normal to the space it should
 * lie in. A JVP or Jacobian must lead into the codomain, and a gradient lie in the domain's tangent space if it is to be the
 * Riesz representer.
 *
 * @param verdict the refutation
 * @param diagnosis what would be right
 */
record UnseenPart(Verdict.Refuted verdict, Diagnosis diagnosis) {

    /** Beside the terms of f and its derivative, rounding leaves parts below this one. */
    private static final double ROUNDING = 1e-13;

    /** The refutation of a form that is confirmed along the directions of the evidence; empty if nothing is unseen. */
    static Optional<UnseenPart> of(
            Subject subject, Derivative derivative, SuppliedOperator operator, List<Evidence> evidence) {
        try {
            if (derivative instanceof Gradient gradient && gradient.convention() == GradientConvention.RIESZ) {
                return ofRepresenter("the gradient", subject, operator, new double[] {1}, evidence);
            }
            return derivative instanceof Vjp vjp && vjp.convention() == GradientConvention.RIESZ
                    ? ofRepresenter("its value", subject, operator, anyCotangent(subject), evidence)
                    : ofImages(subject, operator, evidence);
        } catch (DerivativeFaultException e) {
            return Optional.empty();
        }
    }

    /** Whatever reads all outputs. */
    private static double[] anyCotangent(Subject subject) {
        double[] w = new double[subject.value().length];
        for (int i = 0; i < w.length; i++) {
            w[i] = i % 2 == 0 ? 1.0 / (i + 1) : -1.0 / (i + 1);
        }
        return subject.codomain().tangent(subject.value(), w);
    }

    /** At a stationary point the gradient itself is rounding; its scale is then that of the derivative's changes. */
    private static Optional<UnseenPart> ofRepresenter(
            String name, Subject subject, SuppliedOperator operator, double[] cotangent, List<Evidence> evidence) {
        double[] gradient = operator.representer(cotangent).orElseThrow();
        Manifold<?> domain = subject.domain();
        double scale = evidence.stream()
                .mapToDouble(e -> e.scale() / largest(e.direction()))
                .reduce(largest(gradient), Math::max);
        Violation violation = domain.tangentViolation(subject.x(), gradient);
        return violation.size() * largest(gradient) > Decision.LINE_OF_REFUTATION * scale
                ? Optional.of(unseen(name, domain, violation))
                : Optional.empty();
    }

    private static Optional<UnseenPart> ofImages(Subject subject, SuppliedOperator operator, List<Evidence> evidence) {
        Space<?> codomain = subject.codomain();
        if (codomain.tangentDimension() == codomain.dimension()) {
            return Optional.empty();
        }
        return evidence.stream()
                .flatMap(e -> operator.image(e.direction()).stream())
                .filter(image -> isOutside(codomain, image, largest(subject.value())))
                .findFirst()
                .map(image -> unseen("its value", codomain, codomain.violation(image)));
    }

    private static boolean isOutside(Space<?> codomain, double[] image, double value) {
        double size = codomain.violation(image).size();
        return size > Decision.LINE_OF_REFUTATION && size * largest(image) > ROUNDING * value;
    }

    private static UnseenPart unseen(String what, Manifold<?> manifold, Violation violation) {
        return new UnseenPart(
                Verdicts.refuted(
                        RefutationReason.OUTSIDE_ITS_SPACE,
                        what + " is not " + (manifold instanceof Space ? "among " : "tangent to ")
                                + manifold.description() + ": " + violation.text()),
                new Diagnosis(
                        "normal-part",
                        (manifold instanceof Space ? "" : "not tangent: ") + manifold.tangentPart()
                                + " would be confirmed"));
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
