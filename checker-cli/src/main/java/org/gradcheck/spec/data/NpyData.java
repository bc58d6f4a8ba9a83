package org.gradcheck.spec.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ejml.data.DMatrixRMaj;

/**
 * An array written by {@code numpy.save}: one dimension is a column vector, two are a matrix, none is a scalar. Entries are
 * rounded to the nearest double.
 *
 * @param path the file, relative to the spec
 */
public record NpyData(String path) implements DataSource {

    private static final int CHUNK = 1 << 16;

    @Override
    public DMatrixRMaj read(DataFolders folders, Room room) {
        DataFile file = new DataFile(path, "a NumPy array");
        Path place = file.in(folders);
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(place), CHUNK)) {
            NpyHeader header = NpyPreamble.read(stream, file);
            if (!room.holds(header.entryCount())) {
                throw file.tooLarge(room);
            }
            if (byteCount(header) > Files.size(place)) { // before there is memory for them
                throw cutShort(header, file, stream.transferTo(OutputStream.nullOutputStream()));
            }
            return entries(stream, header, file);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static DMatrixRMaj entries(InputStream stream, NpyHeader header, DataFile file) throws IOException {
        DMatrixRMaj matrix = new DMatrixRMaj(header.rows(), header.columns());
        int count = matrix.getNumElements();
        int size = header.type().size();
        byte[] bytes = new byte[CHUNK];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.type().order());
        for (int done = 0; done < count; ) {
            int length = (int) Math.min(CHUNK, (long) size * (count - done));
            int found = stream.readNBytes(bytes, 0, length);
            if (found < length) {
                throw cutShort(header, file, (long) size * done + found);
            }
            buffer.clear();
            for (int end = done + length / size; done < end; done++) {
                double value = header.type().kind().next(buffer);
                if (!Double.isFinite(value)) {
                    throw file.unreadable(
                            "entry " + header.indices(done) + " is " + value + "; expected finite numbers");
                }
                matrix.data[header.position(done)] = value;
            }
        }
        if (stream.read() >= 0) {
            throw file.unreadable(announced(header) + " and more bytes follow; expected one array in the file");
        }
        return matrix;
    }

    private static DataException cutShort(NpyHeader header, DataFile file, long found) {
        return file.unreadable(announced(header) + " and " + found + " follow; the file is cut short");
    }

    private static String announced(NpyHeader header) {
        int size = header.type().size();
        return "its header announces " + header.rows() + "×" + header.columns() + " entries of "
                + (size == 1 ? "1 byte" : size + " bytes") + ", " + byteCount(header) + " bytes,";
    }

    private static long byteCount(NpyHeader header) {
        return header.type().size() * header.entryCount();
    }
}
