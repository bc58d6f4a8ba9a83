package org.gradcheck.spec.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradcheck.spec.wording.Failures;

/** Reads the text of a JSON file: UTF-8, with or without a byte order mark. */
public final class JsonText {

    /** The longest file that is read, in bytes. */
    public static final long LONGEST_FILE = 16L << 20;

    private JsonText() {}

    /**
     * The text of a file.
     *
     * @throws JsonTextException if the file cannot be read, is too long or is no text in UTF-8
     */
    public static String read(Path path) {
        try {
            long size = Files.size(path);
            if (size > LONGEST_FILE) {
                throw new JsonTextException("the file has " + size + " bytes; expected at most " + LONGEST_FILE
                        + ". Long data belongs in a CSV or NumPy file");
            }
        } catch (IOException e) {
            throw new JsonTextException("the file cannot be read: " + Failures.reason(e));
        }
        if (Files.isDirectory(path)) { // those that can be read have been searched by now
            throw new JsonTextException("the folder cannot be read");
        }
        if (!Files.isRegularFile(path)) {
            throw new JsonTextException(
                    "this is no file but a pipe or a device, which may have no end; expected a file, or"
                            + " - for standard input");
        }
        return readAll(path);
    }

    /**
     * The text of a file of any length.
     *
     * @throws JsonTextException if the file cannot be read or is no text in UTF-8
     */
    public static String readAll(Path path) {
        try {
            return text(Files.readAllBytes(path));
        } catch (CharacterCodingException e) {
            throw new JsonTextException("the file is not text in UTF-8; expected JSON");
        } catch (IOException e) {
            throw new JsonTextException("the file cannot be read: " + Failures.reason(e));
        }
    }

    /**
     * The text of a stream, read to its end.
     *
     * @throws JsonTextException if the stream cannot be read, is too long or is no text in UTF-8
     */
    public static String read(InputStream stream) {
        try {
            byte[] bytes = stream.readNBytes((int) LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw new JsonTextException(
                        "there are more than " + LONGEST_FILE + " bytes. Long data belongs in a CSV or NumPy file");
            }
            return text(bytes);
        } catch (CharacterCodingException e) {
            throw new JsonTextException("this is not text in UTF-8; expected JSON");
        } catch (IOException e) {
            throw new JsonTextException("it cannot be read: " + Failures.reason(e));
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
