package org.gradcheck.junit.point;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.function.Function;
import org.gradcheck.point.Distribution;
import org.gradcheck.structure.Structure;

/**
 * What is said of a point beside its type.
 *
 * @param sizes its sizes
 * @param distribution how its entries are distributed where no structure says it
 * @param structure its structure, if any
 * @param parts what is said of the components of a record
 */
public record PointRequest(
        PointSizes sizes,
        Distribution distribution,
        Optional<Structure> structure,
        Function<RecordComponent, PointRequest> parts) {

    PointRequest ofElements() {
        return new PointRequest(sizes.withoutCount(), distribution, structure, parts);
    }
}
