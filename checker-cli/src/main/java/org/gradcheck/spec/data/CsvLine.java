package org.gradcheck.spec.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The line at which a reader of a CSV file stands, without spaces around the cells. Each line read replaces the one before:
 * a file of millions of numbers is then read without a string for each.
 */
final class CsvLine extends AbstractBaseCsvCallbackHandler<CsvLine> {

    private char[] characters = new char[256];
    private int[] ends = new int[16];
    private int width;

    @Override
    protected void handleBegin(long startingLineNumber) {
        width = 0;
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && Character.isWhitespace(buffer[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(buffer[to - 1])) {
            to--;
        }
        int start = start(width);
        int end = start + to - from;
        if (end > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(end, 2 * characters.length));
        }
        if (width == ends.length) {
            ends = Arrays.copyOf(ends, 2 * width);
        }
        System.arraycopy(buffer, from, characters, start, to - from);
        ends[width++] = end;
    }

    @Override
    protected CsvLine buildRecord() {
        return this;
    }

    /** The number of the line in the file, from 1. */
    long lineNumber() {
        return getStartingLineNumber();
    }

    /** How many cells it has. */
    int width() {
        return width;
    }

    String text(int column) {
        int start = start(column);
        return new String(characters, start, ends[column] - start);
    }

    List<String> texts() {
        return IntStream.range(0, width).mapToObj(this::text).toList();
    }

    /** The number in a cell, or NaN where it is none. */
    double number(int column) {
        return Decimal.parse(characters, start(column), ends[column]);
    }

    private int start(int column) {
        return column == 0 ? 0 : ends[column - 1];
    }
}
