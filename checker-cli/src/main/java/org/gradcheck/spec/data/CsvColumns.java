package org.gradcheck.spec.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Reads columns from a CSV file (RFC 4180). Columns that are not asked for are not looked at. */
final class CsvColumns {

    private final CsvData source;
    private final DataFile file;
    private final Room room;

    CsvColumns(CsvData source, Room room) {
        this.source = source;
        this.file = source.file();
        this.room = room;
    }

    DMatrixRMaj read(DataFolders folders) {
        try (CsvReader<CsvLine> reader = CsvReader.builder()
                .fieldSeparator(source.separator())
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new CsvLine(), file.in(folders))) {
            return read(reader.iterator());
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (UncheckedIOException | CsvParseException e) {
            throw file.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private DMatrixRMaj read(Iterator<CsvLine> lines) {
        if (!lines.hasNext()) {
            throw file.unreadable(
                    source.header() == Header.ABSENT
                            ? "it is empty; expected at least one line"
                            : "it is empty; expected a first line with the names of the columns");
        }
        CsvLine line = lines.next();
        CsvLayout layout = layout(line);
        if (layout.isNamed()) {
            if (!lines.hasNext()) {
                throw file.unreadable("it has no line below the names of the columns");
            }
            line = lines.next();
        }
        layout.requireWidth(line);
        int[] columns = source.columns().isEmpty() ? numeric(line, layout) : layout.find(source.columns());
        CsvCells cells = cells(layout, columns);
        cells.add(line);
        while (lines.hasNext()) {
            line = lines.next();
            layout.requireWidth(line);
            cells.add(line);
        }
        return cells.matrix();
    }

    private CsvLayout layout(CsvLine first) {
        if (source.header() == Header.ABSENT) {
            return CsvLayout.unnamed(file, source.separator(), first);
        }
        boolean numbersOnly = IntStream.range(0, first.width()).noneMatch(column -> Double.isNaN(first.number(column)));
        if (source.header() == Header.ASSUMED && numbersOnly) {
            throw file.unreadable("its first line holds numbers, where the names of the columns are expected. Say"
                    + " \"header\": false if it has no names, or true if these are the names");
        }
        return CsvLayout.named(file, source.separator(), first);
    }

    /** The columns that begin with a number; in them every other cell must then be one as well. */
    private int[] numeric(CsvLine first, CsvLayout layout) {
        int[] columns = IntStream.range(0, first.width())
                .filter(column -> !Double.isNaN(first.number(column)))
                .toArray();
        if (columns.length == 0) {
            throw file.unreadable("no column holds a number in line " + first.lineNumber() + layout.separatorHint());
        }
        return columns;
    }

    private CsvCells cells(CsvLayout layout, int[] columns) {
        Encoding encoding = source.encoding();
        if (encoding instanceof Encoding.Numbers) {
            return new NumberCells(layout, columns, room, layout::number);
        }
        if (encoding instanceof Encoding.Mapped mapped) {
            List<String> known = List.copyOf(mapped.numbers().keySet());
            return new NumberCells(layout, columns, room, (line, column) -> {
                String category = layout.category(line, column);
                Double number = mapped.numbers().get(category);
                if (number == null) {
                    throw layout.unknownCategory(line, column, known);
                }
                return number;
            });
        }
        return new CategoryCells(layout, columns, room, encoding instanceof Encoding.OneHot);
    }
}
