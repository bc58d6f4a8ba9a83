package org.gradcheck.spec;

import java.util.Optional;
import org.gradcheck.spec.json.Position;

/**
 * Where in a spec something stands.
 *
 * @param file the file as the user named it
 * @param position line and column, where known
 * @param pointer the JSON pointer (RFC 6901); empty for the whole document
 */
public record Place(String file, Optional<Position> position, String pointer) {

    /** A file as a whole. */
    public static Place of(String file) {
        return new Place(file, Optional.empty(), "");
    }

    /** "ridge.json:12:15 (/gradient/w)". */
    @Override
    public String toString() {
        String at = position.map(p -> ":" + p.line() + ":" + p.column()).orElse("");
        return file + at + (pointer.isEmpty() ? "" : " (" + pointer + ")");
    }
}
