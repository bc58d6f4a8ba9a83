package org.gradcheck.spec.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.spec.json.JsonMatrix;
import org.gradcheck.spec.json.JsonText;
import org.gradcheck.spec.json.JsonTextException;
import org.gradcheck.spec.json.JsonTree;
import org.gradcheck.spec.json.JsonTreeException;

/**
 * A JSON file that holds what could stand in the spec as well: a number, an array as a column, or arrays of equal length as
 * rows.
 *
 * @param path the file, relative to the spec
 */
public record JsonData(String path) implements DataSource {

    private static final int BYTE_ORDER_MARK = 0xEF;

    /**
     * Whether a file begins as an array or a number does: it may hold data, and is no spec. A file that cannot be read is not
     * said to.
     */
    public static boolean isBegunBy(Path file) {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 64)) {
            int first = stream.read();
            if (first == BYTE_ORDER_MARK) {
                stream.skipNBytes(2);
                first = stream.read();
            }
            while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
                first = stream.read();
            }
            return first == '[' || first == '-' || (first >= '0' && first <= '9');
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public DMatrixRMaj read(DataFolders folders, Room room) {
        DataFile file = new DataFile(path, "numbers in JSON");
        DMatrixRMaj values = values(file, file.in(folders));
        if (!room.holds(values.getNumElements())) {
            throw file.tooLarge(room);
        }
        return values;
    }

    private static DMatrixRMaj values(DataFile file, Path place) {
        try {
            return JsonMatrix.read(JsonTree.parse(JsonText.read(place)), "", "a number or an array of numbers");
        } catch (JsonTextException e) {
            throw file.unreadable(e.problem());
        } catch (JsonTreeException e) {
            throw file.unreadable("line " + e.position().line() + ", column "
                    + e.position().column() + (e.pointer().isEmpty() ? "" : " (" + e.pointer() + ")") + ": "
                    + e.problem());
        }
    }
}
