package org.gradcheck.space;

/** How messages count entries. */
public enum Indexing {
    /** From 0 and in brackets, as Java does: {@code weights[0, 2]}. */
    FROM_ZERO(0, "[", "]"),
    /** From 1 and in parentheses, as mathematics does: {@code W(1, 3)}. */
    FROM_ONE(1, "(", ")");

    private final int first;
    private final String open;
    private final String close;

    Indexing(int first, String open, String close) {
        this.first = first;
        this.open = open;
        this.close = close;
    }

    /** A number that counts from 0, as it is told. */
    public int number(int index) {
        return index + first;
    }

    /** The name of an entry: {@code x[3]}, {@code W(2, 3)}; that of a scalar is its name alone. */
    public String entry(Grid grid, int coordinate) {
        if (grid.size() == 1 && !grid.name().isEmpty()) {
            return grid.name();
        }
        String place = grid.columns() == 1
                ? Integer.toString(number(grid.row(coordinate)))
                : number(grid.row(coordinate)) + ", " + number(grid.column(coordinate));
        return grid.name() + open + place + close;
    }
}
