package org.gradcheck.spec.data;

import java.util.List;

/** CSV files as tests declare them. */
final class CsvFiles {

    private CsvFiles() {}

    static CsvData plain(String path) {
        return new CsvData(path, Header.ASSUMED, ',', List.of(), new Encoding.Numbers());
    }

    static CsvData encoded(String path, String column, Encoding encoding) {
        return new CsvData(path, Header.ASSUMED, ',', List.of(new Column.Named(column)), encoding);
    }
}
