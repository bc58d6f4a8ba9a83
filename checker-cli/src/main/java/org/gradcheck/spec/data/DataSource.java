package org.gradcheck.spec.data;

import org.ejml.data.DMatrixRMaj;

/** A file that holds the values of a variable, and how it is to be read. */
public sealed interface DataSource permits CsvData, NpyData, JsonData {

    /**
     * Reads the values. All of them are finite, and there is at least one.
     *
     * @param folders where the data must lie
     * @param room how many entries may be read
     * @throws DataException if the file is missing, elsewhere, too long or not what it is declared to be
     */
    DMatrixRMaj read(DataFolders folders, Room room);
}
