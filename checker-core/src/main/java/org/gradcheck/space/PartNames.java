package org.gradcheck.space;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.IntStream;

/** What the parts of a whole are called. */
final class PartNames {

    private PartNames() {}

    /** The names given; where there is none, that of the record's component at the same place, or a number. */
    static List<String> of(Object whole, List<String> given) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        boolean isRecordOfParts = components != null && components.length == given.size();
        return IntStream.range(0, given.size())
                .mapToObj(i -> {
                    if (!given.get(i).isEmpty()) {
                        return given.get(i);
                    }
                    return isRecordOfParts ? components[i].getName() : "part " + (i + 1);
                })
                .toList();
    }
}
