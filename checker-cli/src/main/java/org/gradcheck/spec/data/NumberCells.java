package org.gradcheck.spec.data;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Cells that are a number each. */
final class NumberCells implements CsvCells {

    private final CsvLayout layout;
    private final int[] columns;
    private final Room room;
    private final Reading reading;
    private double[] values;
    private int size;

    /** How a cell is read. */
    interface Reading {
        double number(CsvLine line, int column);
    }

    NumberCells(CsvLayout layout, int[] columns, Room room, Reading reading) {
        this.layout = layout;
        this.columns = columns;
        this.room = room;
        this.reading = reading;
        this.values = new double[64 * columns.length];
    }

    @Override
    public void add(CsvLine line) {
        if (!room.holds(size + columns.length)) {
            throw layout.file().tooLarge(room);
        }
        if (size + columns.length > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        for (int column : columns) {
            values[size++] = reading.number(line, column);
        }
    }

    @Override
    public DMatrixRMaj matrix() {
        return DMatrixRMaj.wrap(size / columns.length, columns.length, Arrays.copyOf(values, size));
    }
}
