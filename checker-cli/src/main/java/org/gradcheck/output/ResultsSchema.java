package org.gradcheck.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema of {@link JsonReport}'s output. */
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
