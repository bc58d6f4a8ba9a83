package org.gradcheck.picture;

import java.util.Arrays;

/** A rectangle of characters, addressed by fractions of its sides; used by one thread. */
final class CharacterCanvas {

    /** Columns between two digits that name a line. */
    private static final int NAMED_EVERY = 9;

    /** Where two series meet. */
    private static final char BOTH = '*';

    private final int columns;
    private final char[][] cells;

    CharacterCanvas(int columns, int rows) {
        this.columns = columns;
        this.cells = new char[rows][columns];
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
    }

    /** The cell of so many in which a fraction lies. */
    static int cell(double fraction, int count) {
        return (int) Math.min(count - 1, Math.max(0, Math.floor(fraction * count)));
    }

    /** The row, from above, of a height. */
    int row(double y) {
        return cells.length - 1 - cell(y, cells.length);
    }

    /** A measured number. */
    void mark(double x, double y, char mark) {
        char[] row = cells[row(y)];
        int column = cell(x, columns);
        boolean meets = row[column] != mark && (row[column] == 'o' || row[column] == 'x' || row[column] == BOTH);
        row[column] = meets ? BOTH : mark;
    }

    /** A level over the whole width. */
    void level(double y, char mark) {
        char[] row = cells[row(y)];
        for (int column = 0; column < columns; column += 2) {
            row[column] = mark;
        }
    }

    /**
     * A line, thin and named now and then.
     *
     * @param thirds what draws it in the upper, middle and lower third of a character
     * @param name its digit
     */
    void trace(Segment line, String thirds, char name) {
        int from = cell(line.x0(), columns);
        int to = cell(line.x1(), columns);
        for (int column = from; column <= to; column++) {
            double x = Math.min(line.x1(), Math.max(line.x0(), (column + 0.5) / columns));
            double height = line.at(x) * cells.length;
            int third = (int) Math.min(2, Math.floor(3 * (height - Math.floor(height))));
            char[] row = cells[row(line.at(x))];
            row[column] = (to - column) % NAMED_EVERY == NAMED_EVERY / 2 ? name : thirds.charAt(2 - third);
        }
    }

    /** A row, from above. */
    String line(int row) {
        return new String(cells[row]);
    }
}
