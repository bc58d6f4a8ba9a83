package org.gradcheck.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schemas (draft 2020-12) of what is read and of what is written. */
public enum Schema {
    /** Of specs. */
    SPEC("spec.schema.json"),
    /** Of the results that {@link JsonReport} writes. */
    RESULTS("results.schema.json");

    private final String resource;

    Schema(String resource) {
        this.resource = resource;
    }

    /** The schema as JSON text. */
    public String text() {
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
