package org.gradcheck.diagnosis.where;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.report.Where;

/**
 * What is known of the places where a derivative is wrong.
 *
 * @param extent how much is known
 * @param wrong the coordinates known to be wrong; all of them where the extent is exact
 * @param readings of those coordinates that were looked at one by one, right ones too
 * @param where the same for people; empty if it goes without saying
 */
public record Located(Where.Extent extent, int[] wrong, Map<Integer, Reading> readings, Optional<Where> where) {

    public Located {
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    }

    /** Whether all wrong coordinates are known, and there are right ones. */
    public boolean isExact() {
        return extent == Where.Extent.EXACT;
    }
}
