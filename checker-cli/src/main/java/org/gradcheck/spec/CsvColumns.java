package org.gradcheck.spec;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Reads columns of numbers from a CSV file (RFC 4180) whose first line names them. Columns that are not asked for are not
 * looked at.
 */
final class CsvColumns {

    private static final String NUMBER_CHARACTERS = "0123456789+-.eE";

    private final Variable.Csv source;
    private final String shown;

    private CsvColumns(Variable.Csv source) {
        this.source = source;
        this.shown = source.file().text();
    }

    /**
     * A row for each line, a column for each that is asked for.
     *
     * @param spec the spec file; the CSV file must lie in its folder or below
     * @param mostEntries how many entries may be read
     */
    static DMatrixRMaj read(Path spec, Variable.Csv source, long mostEntries) {
        return new CsvColumns(source).read(spec, mostEntries);
    }

    private DMatrixRMaj read(Path spec, long mostEntries) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(inside(spec))) {
            return read(reader.iterator(), mostEntries);
        } catch (IOException e) {
            throw unreadable(Failures.reason(e));
        } catch (InvalidPathException e) {
            throw unreadable("that is no path");
        } catch (UncheckedIOException | CsvParseException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Path inside(Path spec) throws IOException {
        Path parent = spec.toAbsolutePath().getParent();
        if (parent == null) {
            throw unreadable("the spec is in no folder");
        }
        Path folder = parent.toRealPath();
        Path file = folder.resolve(shown);
        if (!Files.exists(file)) {
            throw unreadable("there is no such file beside the spec");
        }
        Path real = file.toRealPath();
        if (!real.startsWith(folder)) {
            throw new SpecException(
                    source.file().place(),
                    "the file \"" + shown + "\" lies outside the folder of the spec; expected a file in it or below");
        }
        if (Files.isDirectory(real)) {
            throw unreadable("it is a folder");
        }
        return real;
    }

    private DMatrixRMaj read(Iterator<CsvRecord> records, long mostEntries) {
        if (!records.hasNext()) {
            throw unreadable("it is empty; expected a first line with the names of the columns");
        }
        List<String> header =
                records.next().getFields().stream().map(String::strip).toList();
        if (!records.hasNext()) {
            throw unreadable("it has no line below the names of the columns");
        }
        CsvRecord first = records.next();
        requireWidth(first, header);
        int[] columns = source.columns().isEmpty() ? numeric(first, header) : asked(header);
        double[] values = new double[64 * columns.length];
        int size = 0;
        for (CsvRecord record = first; ; record = records.next()) {
            requireWidth(record, header);
            if (size + columns.length > mostEntries) {
                throw unreadable("it brings the variables of the spec to more than " + VariableReader.MOST_ENTRIES
                        + " entries, which is the limit");
            }
            if (size + columns.length > values.length) {
                values = Arrays.copyOf(values, 2 * values.length);
            }
            for (int column : columns) {
                values[size++] = number(record, column, header.get(column));
            }
            if (!records.hasNext()) {
                break;
            }
        }
        return DMatrixRMaj.wrap(size / columns.length, columns.length, Arrays.copyOf(values, size));
    }

    private int[] asked(List<String> header) {
        List<Integer> columns = new ArrayList<>();
        for (Variable.Located column : source.columns()) {
            int index = header.indexOf(column.text());
            if (index < 0) {
                throw new SpecException(
                        column.place(),
                        "the file \"" + shown + "\" has no column \"" + column.text() + "\"; expected one of "
                                + Words.listed(header) + Words.suggestion(column.text(), header));
            }
            if (header.lastIndexOf(column.text()) != index) {
                throw new SpecException(
                        column.place(),
                        "the file \"" + shown + "\" has two columns named \"" + column.text()
                                + "\"; expected different names");
            }
            columns.add(index);
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The columns that begin with a number; in them every other cell must then be one as well. */
    private int[] numeric(CsvRecord first, List<String> header) {
        int[] columns = IntStream.range(0, header.size())
                .filter(column -> !Double.isNaN(parsed(first.getField(column))))
                .toArray();
        if (columns.length == 0) {
            throw unreadable("no column holds a number in line " + first.getStartingLineNumber());
        }
        return columns;
    }

    private void requireWidth(CsvRecord record, List<String> header) {
        if (record.getFieldCount() != header.size()) {
            throw unreadable("line " + record.getStartingLineNumber() + " has "
                    + Words.count(record.getFieldCount(), "cell", "cells") + " where the first line names "
                    + Words.count(header.size(), "column", "columns"));
        }
    }

    private double number(CsvRecord record, int column, String name) {
        String cell = record.getField(column);
        double value = parsed(cell);
        if (Double.isNaN(value)) {
            throw unreadable("line " + record.getStartingLineNumber() + ", column \"" + name + "\" holds "
                    + (cell.isBlank() ? "nothing" : "\"" + cell + "\"") + " where a finite number is expected");
        }
        return value;
    }

    /** The number in a cell, or NaN. Java alone would also take hexadecimal digits, "NaN" and a trailing "d". */
    private static double parsed(String cell) {
        String stripped = cell.strip();
        if (stripped.isEmpty() || !stripped.chars().allMatch(c -> NUMBER_CHARACTERS.indexOf(c) >= 0)) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(stripped);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private SpecException unreadable(String why) {
        return new SpecException(source.file().place(), "the file \"" + shown + "\" cannot be read as CSV: " + why);
    }
}
