package org.gradcheck.spec.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradcheck.spec.wording.Words;

/** The columns of a CSV file as its first line has them. */
final class CsvLayout {

    private final DataFile file;
    private final char separator;
    private final Optional<List<String>> names;
    private final List<String> firstLine;

    private CsvLayout(DataFile file, char separator, Optional<List<String>> names, List<String> firstLine) {
        this.file = file;
        this.separator = separator;
        this.names = names;
        this.firstLine = firstLine;
    }

    /** The first line holds names. */
    static CsvLayout named(DataFile file, char separator, CsvLine first) {
        List<String> names = first.texts();
        return new CsvLayout(file, separator, Optional.of(names), names);
    }

    /** The first line holds values. */
    static CsvLayout unnamed(DataFile file, char separator, CsvLine first) {
        return new CsvLayout(file, separator, Optional.empty(), first.texts());
    }

    boolean isNamed() {
        return names.isPresent();
    }

    DataFile file() {
        return file;
    }

    void requireWidth(CsvLine line) {
        if (line.width() != firstLine.size()) {
            throw file.unreadable("line " + line.lineNumber() + " has " + Words.count(line.width(), "cell", "cells")
                    + " where the first line "
                    + (isNamed()
                            ? "names " + Words.count(firstLine.size(), "column", "columns")
                            : "has " + firstLine.size())
                    + separatorHint());
        }
    }

    /** Where the columns are, from 0. */
    int[] find(List<Column> columns) {
        int[] found = new int[columns.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = columns.get(i) instanceof Column.Named named
                    ? find(named.name(), i)
                    : find(((Column.Numbered) columns.get(i)).number(), i);
        }
        return found;
    }

    private int find(int number, int index) {
        if (number > firstLine.size()) {
            throw wrongColumn(
                    index,
                    "has " + Words.count(firstLine.size(), "column", "columns") + "; expected a number " + numbers()
                            + ", found " + number + separatorHint());
        }
        return number - 1;
    }

    private int find(String name, int index) {
        if (names.isEmpty()) {
            throw wrongColumn(
                    index,
                    "has no names of columns, since \"header\" is false; expected the number of a column " + numbers()
                            + ", found \"" + name + "\"");
        }
        List<String> known = names.get();
        int column = known.indexOf(name);
        if (column < 0) {
            String suggestion = Words.suggestion(name, known);
            throw wrongColumn(
                    index,
                    "has no column \"" + name + "\"; expected one of " + Words.listed(known)
                            + (suggestion.isEmpty() ? separatorHint() : suggestion));
        }
        if (known.lastIndexOf(name) != column) {
            throw wrongColumn(index, "has two columns named \"" + name + "\"; expected different names, or the number");
        }
        return column;
    }

    private String numbers() {
        return firstLine.size() == 1 ? "of 1" : "from 1 to " + firstLine.size();
    }

    private DataException wrongColumn(int index, String problem) {
        return new DataException(new Subject.TheColumn(index), "the file \"" + file.path() + "\" " + problem);
    }

    /** The number in a cell, which must hold one. */
    double number(CsvLine line, int column) {
        double value = line.number(column);
        if (Double.isNaN(value)) {
            throw file.unreadable(cell(line, column) + " where a finite number is expected");
        }
        return value;
    }

    /** The text of a cell, which must hold some. */
    String category(CsvLine line, int column) {
        String text = line.text(column);
        if (text.isEmpty()) {
            throw file.unreadable(cell(line, column) + " where a category is expected");
        }
        return text;
    }

    DataException unknownCategory(CsvLine line, int column, List<String> known) {
        return new DataException(
                new Subject.TheEncoding(),
                "the file \"" + file.path() + "\" has a category without a number: " + cell(line, column)
                        + "; expected one of " + Words.listed(known) + Words.suggestion(line.text(column), known));
    }

    private String cell(CsvLine line, int column) {
        String text = line.text(column);
        return "line " + line.lineNumber() + ", column "
                + names.map(known -> "\"" + known.get(column) + "\"").orElse(Integer.toString(column + 1)) + " holds "
                + (text.isEmpty() ? "nothing" : "\"" + text + "\"");
    }

    /** Where everything is in one column, the separator that would tell several apart. */
    String separatorHint() {
        if (firstLine.size() > 1) {
            return "";
        }
        return Stream.of(',', ';', '\t', '|')
                .filter(other -> other != separator && firstLine.get(0).indexOf(other) >= 0)
                .findFirst()
                .map(other -> ". Did you mean \"separator\": \"" + (other == '\t' ? "\\t" : other) + "\"?")
                .orElse("");
    }
}
