package org.gradcheck.spec.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the cells of a CSV file become numbers. Spaces around a cell count nothing. */
public sealed interface Encoding {

    /** They are numbers. */
    record Numbers() implements Encoding {}

    /** Each category of a column is a column of zeros and ones. */
    record OneHot() implements Encoding {}

    /** The categories of a column are numbered from 1. */
    record Labels() implements Encoding {}

    /**
     * The spec says the number of each category.
     *
     * @param numbers from category to number, in the order of the spec
     */
    record Mapped(Map<String, Double> numbers) implements Encoding {
        public Mapped {
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        }
    }
}
