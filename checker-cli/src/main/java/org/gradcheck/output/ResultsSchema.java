package org.gradcheck.output;

/** The JSON Schema (draft 2020-12) of the results that {@link JsonReport} writes. */
public final class ResultsSchema {

    private ResultsSchema() {}

    /** The schema as JSON text. */
    public static String text() {
        return Resource.text("results.schema.json");
    }
}
