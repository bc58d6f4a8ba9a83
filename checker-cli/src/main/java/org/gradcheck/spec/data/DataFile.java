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

    /** Where the file is, links followed, which must be in the folder of the spec, one that is allowed, or below. */
    Path in(DataFolders folders) {
        try {
            return inside(folders);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (InvalidPathException e) {
            throw unreadable("that is no path");
        }
    }

    private Path inside(DataFolders folders) throws IOException {
        Path own = folders.own();
        Path file = own.resolve(path);
        boolean exists = Files.exists(file);
        Path real = exists ? file.toRealPath() : file.normalize();
        if (!folders.hold(real)) { // said first: whether there is such a file elsewhere is nobody's business
            throw outside(folders);
        }
        if (!exists) {
            throw unreadable("there is no such file beside the spec");
        }
        if (Files.isDirectory(real)) {
            throw unreadable("it is a folder");
        }
        if (!Files.isRegularFile(real)) {
            throw unreadable("it is no file but a pipe or a device, which may have no end");
        }
        return real;
    }

    private DataException outside(DataFolders folders) {
        return problem("lies outside the folder of the spec (" + folders.named()
                + "); expected a file in it or below. --allow-read=DIR allows another folder");
    }

    DataException unreadable(String why) {
        return problem("cannot be read as " + format + ": " + why);
    }

    DataException unreadable(IOException e) {
        return unreadable(Failures.reason(e));
    }

    DataException tooLarge(Room room) {
        return unreadable("it brings the variables of the spec to more than " + room.most()
                + " entries, which is the limit. --max-entries=N allows more");
    }

    private DataException problem(String text) {
        return new DataException(new Subject.TheFile(), "the file \"" + path + "\" " + text);
    }
}
