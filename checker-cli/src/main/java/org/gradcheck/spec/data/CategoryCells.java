package org.gradcheck.spec.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/** Cells that are one of the categories of their column, which are known when all lines are. */
final class CategoryCells implements CsvCells {

    private final CsvLayout layout;
    private final int[] columns;
    private final Room room;
    private final boolean oneHot;
    private final List<Categories> categories;
    private int[] codes;
    private int size;

    /** @param oneHot whether each category is a column, and not a number */
    CategoryCells(CsvLayout layout, int[] columns, Room room, boolean oneHot) {
        this.layout = layout;
        this.columns = columns;
        this.room = room;
        this.oneHot = oneHot;
        this.categories = Stream.generate(Categories::new).limit(columns.length).toList();
        this.codes = new int[64 * columns.length];
    }

    @Override
    public void add(CsvLine line) {
        if (!room.holds(size + columns.length)) {
            throw layout.file().tooLarge(room);
        }
        if (size + columns.length > codes.length) {
            codes = Arrays.copyOf(codes, 2 * codes.length);
        }
        for (int i = 0; i < columns.length; i++) {
            codes[size++] = categories.get(i).code(layout.category(line, columns[i]));
        }
    }

    @Override
    public DMatrixRMaj matrix() {
        int[][] ranks = categories.stream().map(Categories::ranks).toArray(int[][]::new);
        return oneHot ? indicators(ranks) : labels(ranks);
    }

    private DMatrixRMaj labels(int[][] ranks) {
        DMatrixRMaj labels = new DMatrixRMaj(size / columns.length, columns.length);
        for (int i = 0; i < size; i++) {
            labels.data[i] = 1.0 + ranks[i % columns.length][codes[i]];
        }
        return labels;
    }

    private DMatrixRMaj indicators(int[][] ranks) {
        int[] first = new int[columns.length + 1];
        for (int i = 0; i < columns.length; i++) {
            first[i + 1] = first[i] + 1 + Arrays.stream(ranks[i]).max().orElseThrow();
        }
        int rows = size / columns.length;
        int width = first[columns.length];
        if (!room.holds((long) rows * width)) {
            throw layout.file().tooLarge(room);
        }
        DMatrixRMaj indicators = new DMatrixRMaj(rows, width);
        for (int i = 0; i < size; i++) {
            int column = i % columns.length;
            indicators.set(i / columns.length, first[column] + ranks[column][codes[i]], 1);
        }
        return indicators;
    }
}
