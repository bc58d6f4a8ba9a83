package org.gradcheck.spec.data;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Columns of a CSV file: a row for each line, and a column for each that is asked for, or for each of its categories.
 *
 * @param path the file, relative to the spec
 * @param header whether the first line names the columns
 * @param separator what stands between cells
 * @param columns the columns to read; empty for all numeric ones
 * @param encoding how their cells become numbers
 */
public record CsvData(String path, Header header, char separator, List<Column> columns, Encoding encoding)
        implements DataSource {

    public CsvData {
        columns = List.copyOf(columns);
    }

    @Override
    public DMatrixRMaj read(DataFolders folders, Room room) {
        return new CsvColumns(this, room).read(folders);
    }

    DataFile file() {
        return new DataFile(path, "CSV");
    }
}
