package org.gradcheck.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of specs, for editors and other tools. */
public final class SpecSchema {

    private static final String RESOURCE = "spec.schema.json";

    private SpecSchema() {}

    /** The schema as text. */
    public static String text() {
        try (InputStream stream = SpecSchema.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
