package org.gradcheck.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (draft 2020-12) of the results that {@link JsonReport} writes. */
public final class ResultsSchema {

    private ResultsSchema() {}

    /** The schema as JSON text. */
    public static String text() {
        try (InputStream in = Objects.requireNonNull(ResultsSchema.class.getResourceAsStream("results.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
