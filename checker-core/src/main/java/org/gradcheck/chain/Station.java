package org.gradcheck.chain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradcheck.report.CheckReport;

/**
 * An input or a stage in the report, and what was found there.
 *
 * @param name its name
 * @param role what it is
 * @param takes the names of what a stage takes
 * @param space the set that its values are in, in words; empty if it was not reached
 * @param status what is known of its derivative
 * @param report the check of a stage's own forms at what it really receives
 * @param tangent the length of the pushed tangent, of a random one of length 1 at the inputs
 * @param cotangent the length of the pulled cotangent, of a random one of length 1 at the output
 */
public record Station(
        String name,
        Role role,
        List<String> takes,
        String space,
        Status status,
        Optional<CheckReport> report,
        OptionalDouble tangent,
        OptionalDouble cotangent) {

    public Station {
        takes = List.copyOf(takes);
    }

    /** What a station is. */
    public enum Role {
        /** An input that is differentiated with respect to. */
        INPUT,
        /** An input that is not. */
        CONSTANT,
        /** A stage. */
        STAGE
    }

    /** What is known of a stage. */
    public enum Status {
        /** Its derivative is confirmed. */
        RIGHT,
        /** It is wrong, or the place where a backward pass goes wrong. */
        WRONG,
        /** Checked without a decision, or not to be evaluated. */
        UNDECIDED,
        /** It has no derivative of its own, or was not reached. */
        UNCHECKED
    }
}
