package org.gradcheck.spec.data;

import org.ejml.data.DMatrixRMaj;

/** The cells of the columns that are read, collected line by line. */
interface CsvCells {

    /** Takes the cells of a line, which is as wide as the others. */
    void add(CsvLine line);

    /** What was collected, of at least one line. */
    DMatrixRMaj matrix();
}
