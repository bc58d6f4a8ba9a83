package org.gradcheck.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.reference.ComplexStep;
import org.gradcheck.reference.Direction;

/**
 * f on complex coordinates, and how far it is believed.
 *
 * @param function the complex program
 * @param byHand whether it is a twin, which is believed only along directions that it has been examined in
 * @param certificates what the examination of a twin found
 */
record Continuation(ComplexFunction function, boolean byHand, List<TwinExamination.Certificate> certificates) {

    /** A continuation that is believed wherever real differences vouch for it. */
    static Continuation given(ComplexFunction function) {
        return new Continuation(function, false, List.of());
    }

    /** A twin that has not been examined yet. */
    static Continuation twin(ComplexFunction function) {
        return new Continuation(function, true, List.of());
    }

    Continuation examined(List<TwinExamination.Certificate> found) {
        return new Continuation(function, byHand, found);
    }

    /** The complex step's values as far as they are believed; a twin must say again what it said when it was examined. */
    Optional<ComplexStep.Imaginary> believed(Direction direction, ComplexStep.Imaginary values) {
        if (!byHand) {
            return Optional.of(values);
        }
        return certificates.stream()
                .filter(certificate -> Arrays.equals(certificate.direction().tangent(), direction.tangent())
                        && Arrays.equals(certificate.slopes(), values.first()))
                .findFirst()
                .map(certificate -> values.doubted(certificate.doubt()));
    }
}
