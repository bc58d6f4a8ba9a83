package org.gradcheck.space;

/**
 * Coordinates that are the entries of one matrix or vector of the user's, column by column: by it messages name entries as
 * the user does.
 *
 * @param name what the user calls it; empty if the point is nothing else
 * @param from its first coordinate
 * @param rows the number of rows
 * @param columns the number of columns; 1 for a vector
 */
public record Grid(String name, int from, int rows, int columns) {

    /** The one behind its last coordinate. */
    public int to() {
        return from + rows * columns;
    }

    /** How many entries it has. */
    public int size() {
        return rows * columns;
    }

    /** Whether a coordinate is one of its entries. */
    public boolean contains(int coordinate) {
        return coordinate >= from && coordinate < to();
    }

    /** The row of a coordinate, from 0. */
    public int row(int coordinate) {
        return (coordinate - from) % rows;
    }

    /** The column of a coordinate, from 0. */
    public int column(int coordinate) {
        return (coordinate - from) / rows;
    }

    /** The coordinate of the entry in a row and column, both from 0. */
    public int coordinate(int row, int column) {
        return from + column * rows + row;
    }

    /** Whether it is a matrix of more than one row and column. */
    public boolean isMatrix() {
        return rows > 1 && columns > 1;
    }

    /** The same as a part of something larger. */
    Grid within(String part, int offset) {
        return new Grid(name.isEmpty() ? part : part + "." + name, from + offset, rows, columns);
    }
}
