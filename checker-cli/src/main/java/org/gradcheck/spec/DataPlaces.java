package org.gradcheck.spec;

import java.util.List;
import java.util.Optional;
import org.gradcheck.spec.data.Subject;

/**
 * Where in a spec the parts of a declaration of data stand.
 *
 * @param file the name of the file
 * @param columns each column that is asked for
 * @param encoding how categories become numbers, if that is said
 */
public record DataPlaces(Place file, List<Place> columns, Optional<Place> encoding) {

    public DataPlaces {
        columns = List.copyOf(columns);
    }

    /** The place of a part; that of the file where the part is not written. */
    Place of(Subject subject) {
        if (subject instanceof Subject.TheColumn column) {
            return columns.get(column.index());
        }
        return subject instanceof Subject.TheEncoding ? encoding.orElse(file) : file;
    }
}
