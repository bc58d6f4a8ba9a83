package org.gradcheck.spec.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What stands before the entries of a NumPy file: a magic word, the version of the format, and the header with its length. */
final class NpyPreamble {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final byte[] ARCHIVE = {'P', 'K'};

    /** What version 1.0 can say; real headers have some hundred bytes. */
    private static final int LONGEST_HEADER = 65_535;

    private NpyPreamble() {}

    /** Reads up to the first entry. */
    static NpyHeader read(InputStream stream, DataFile file) throws IOException {
        byte[] magic = stream.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw file.unreadable(
                    Arrays.equals(Arrays.copyOf(magic, ARCHIVE.length), ARCHIVE)
                            ? "it is an archive (.npz); expected a single array, as numpy.save writes it"
                            : "it does not begin as such a file does; expected what numpy.save writes");
        }
        byte[] version = exactly(2, stream, file);
        if (version[0] < 1 || version[0] > 3 || version[1] != 0) {
            throw file.unreadable("its format has version " + (version[0] & 0xFF) + "." + (version[1] & 0xFF)
                    + "; expected 1.0, 2.0 or 3.0");
        }
        byte[] header = exactly(headerLength(version[0], stream, file), stream, file);
        return NpyHeaderParser.parse(
                new String(header, version[0] == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1), file);
    }

    private static int headerLength(int version, InputStream stream, DataFile file) throws IOException {
        byte[] bytes = Arrays.copyOf(exactly(version == 1 ? 2 : 4, stream, file), 4);
        long length = Integer.toUnsignedLong(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt());
        if (length > LONGEST_HEADER) {
            throw file.unreadable("it announces a header of " + length + " bytes; expected at most " + LONGEST_HEADER);
        }
        return (int) length;
    }

    private static byte[] exactly(int count, InputStream stream, DataFile file) throws IOException {
        byte[] bytes = stream.readNBytes(count);
        if (bytes.length < count) {
            throw file.unreadable("it ends before the entries begin; the file is cut short");
        }
        return bytes;
    }
}
