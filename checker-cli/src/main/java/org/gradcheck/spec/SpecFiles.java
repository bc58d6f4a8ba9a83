package org.gradcheck.spec;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gradcheck.spec.data.JsonData;
import org.gradcheck.spec.wording.Failures;

/** Finds the specs that a user means by files and folders. */
public final class SpecFiles {

    private static final String SUFFIX = ".json";

    private SpecFiles() {}

    /**
     * The files as given, and the {@code .json} files in the folders and below, sorted by name. Hidden files and folders
     * are passed over, and so are what a link has led to before and files that hold an array or a number, for these are data. A folder
     * below that cannot be read is among the files.
     *
     * @throws SpecException if something does not exist, or a folder holds no spec
     */
    public static List<Path> find(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path path : paths) {
            for (Path file : under(path)) {
                if (seen.add(real(file))) {
                    files.add(file);
                }
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> under(Path path) {
        if (!Files.exists(path)) {
            throw new SpecException(
                    Place.of(path.toString()), "there is no such file or folder; expected a spec or a folder of specs");
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files = walk(path);
        if (files.isEmpty()) {
            throw new SpecException(
                    Place.of(path.toString()),
                    "there is no spec in this folder or below; expected at least one file *" + SUFFIX);
        }
        return files;
    }

    private static List<Path> walk(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Collector(folder, files));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        files.sort(null);
        return files;
    }

    /** Where a file really is; one that is gone since it was found is told of when it is read. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath();
        }
    }

    private static SpecException unreadable(Path path, IOException e) {
        return new SpecException(Place.of(path.toString()), "cannot be read: " + Failures.reason(e));
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> files;

        Collector(Path root, List<Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || !isHidden(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                    && !isHidden(file)
                    && file.toString().endsWith(SUFFIX)
                    && !JsonData.isBegunBy(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** What cannot be listed is kept, to be an error among the results of the others; what is gone is not missed. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            if (!(e instanceof FileSystemLoopException || e instanceof NoSuchFileException)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }
    }
}
