package org.gradcheck.spec.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of NumPy files. */
final class NpyFiles {

    private NpyFiles() {}

    static byte[] version1(String type, boolean fortranOrder, String shape, byte[] entries) {
        return file(1, header(type, fortranOrder, shape), entries);
    }

    static String header(String type, boolean fortranOrder, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortranOrder ? "True" : "False") + ", 'shape': " + shape
                + ", }\n";
    }

    static byte[] file(int version, String header, byte[] entries) {
        byte[] text = header.getBytes(version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        file.write(text.length & 0xFF);
        file.write(text.length >> 8);
        if (version > 1) {
            file.writeBytes(new byte[2]);
        }
        file.writeBytes(text);
        file.writeBytes(entries);
        return file.toByteArray();
    }
}
