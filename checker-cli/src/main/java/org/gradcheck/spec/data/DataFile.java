package org.gradcheck.spec.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.gradcheck.spec.wording.Failures;

/**
 * A file of data as a spec names it.
 *
 * @param path relative to the spec
 * @param format what it holds, for messages: "CSV", "a NumPy array"
 */
record DataFile(String path, String format) {

    /** Where the file is, which must be the folder of the spec or below, links followed. */
    Path beside(Path spec) {
        try {
            return inside(spec);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (InvalidPathException e) {
            throw unreadable("that is no path");
        }
    }

    private Path inside(Path spec) throws IOException {
        Path parent = spec.toAbsolutePath().getParent();
        if (parent == null) {
            throw unreadable("the spec is in no folder");
        }
        Path folder = parent.toRealPath();
        Path file = folder.resolve(path);
        if (!Files.exists(file)) {
            throw unreadable("there is no such file beside the spec");
        }
        Path real = file.toRealPath();
        if (!real.startsWith(folder)) {
            throw problem("lies outside the folder of the spec; expected a file in it or below");
        }
        if (Files.isDirectory(real)) {
            throw unreadable("it is a folder");
        }
        return real;
    }

    DataException unreadable(String why) {
        return problem("cannot be read as " + format + ": " + why);
    }

    DataException unreadable(IOException e) {
        return unreadable(Failures.reason(e));
    }

    DataException tooLarge(Room room) {
        return unreadable(
                "it brings the variables of the spec to more than " + room.most() + " entries, which is the limit");
    }

    private DataException problem(String text) {
        return new DataException(new Subject.TheFile(), "the file \"" + path + "\" " + text);
    }
}
