package org.gradcheck.spec.data;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the header of a NumPy file says of the entries.
 *
 * @param type how each is stored
 * @param isFortranOrder whether they follow each other by columns, and not by rows
 * @param sizes the size in each dimension, at most two, each at least 1
 */
record NpyHeader(NpyType type, boolean isFortranOrder, List<Integer> sizes) {

    NpyHeader {
        sizes = List.copyOf(sizes);
    }

    /**
     * A header with sizes as they are written.
     *
     * @throws DataException if they are no scalar, column or matrix
     */
    static NpyHeader of(NpyType type, boolean isFortranOrder, List<Long> sizes, DataFile file) {
        return new NpyHeader(type, isFortranOrder, supported(sizes, file));
    }

    private static List<Integer> supported(List<Long> sizes, DataFile file) {
        String shown = sizes.stream().map(String::valueOf).collect(Collectors.joining("×"));
        if (sizes.size() > 2) {
            throw file.unreadable("it has " + sizes.size() + " dimensions, " + shown
                    + "; expected at most 2. In NumPy, x.reshape(len(x), -1) is a matrix of its entries");
        }
        if (sizes.contains(0L)) {
            throw file.unreadable("its shape is " + shown + ", without an entry; expected at least one");
        }
        return sizes.stream()
                .map(size -> {
                    if (size > Integer.MAX_VALUE) {
                        throw file.unreadable("its shape is " + shown + "; expected sizes up to " + Integer.MAX_VALUE);
                    }
                    return size.intValue();
                })
                .toList();
    }

    int rows() {
        return sizes.isEmpty() ? 1 : sizes.get(0);
    }

    int columns() {
        return sizes.size() < 2 ? 1 : sizes.get(1);
    }

    long entryCount() {
        return (long) rows() * columns();
    }

    /** Where an entry, counted from 0 as in the file, stands in a matrix stored by rows. */
    int position(int entry) {
        return isFortranOrder ? entry % rows() * columns() + entry / rows() : entry;
    }

    /** The indices of an entry, counted from 1 as in expressions: "(2, 1)". */
    String indices(int entry) {
        int position = position(entry);
        int row = position / columns() + 1;
        return sizes.size() < 2 ? Integer.toString(row) : "(" + row + ", " + (position % columns() + 1) + ")";
    }
}
