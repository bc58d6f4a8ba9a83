package org.gradcheck.spec.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders whose files a spec may read: a spec from elsewhere must not tell anybody what else is on this machine.
 *
 * @param spec the spec file, in whose folder or below data may be; it need not be there
 * @param allowed more folders; one that does not exist holds nothing
 */
public record DataFolders(Path spec, List<Path> allowed) {

    public DataFolders {
        allowed = List.copyOf(allowed);
    }

    /** The folder that relative paths start from. */
    Path own() throws IOException {
        Path parent = spec.toAbsolutePath().getParent();
        return (parent == null ? spec.toAbsolutePath() : parent).toRealPath();
    }

    /** The spec's own folder as the user names it. */
    String named() {
        Path parent = spec.getParent();
        return parent == null ? "." : parent.toString();
    }

    /** Whether a file may be read, if it is where its path says: the real path of a file that there is, which is followed by no link. */
    boolean hold(Path file) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(own()));
        for (Path folder : allowed) {
            folders.add(folder.toAbsolutePath().normalize());
            if (Files.isDirectory(folder)) {
                folders.add(folder.toRealPath());
            }
        }
        return folders.stream().anyMatch(file::startsWith);
    }
}
