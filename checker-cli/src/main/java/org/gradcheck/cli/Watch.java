package org.gradcheck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits until something changes in the folders of specs. Data beside specs count too. */
final class Watch implements AutoCloseable {

    /** After so long a change is told though there are more: a file may be written all the time. */
    private static final long MOST_MILLIS = 2000;

    private final WatchService service;
    private final Set<Path> watched = new HashSet<>();
    private final List<Path> paths;
    private final long quietMillis;
    private final long mostMillis;

    /**
     * Watches from now on.
     *
     * @param paths files, whose folders are watched, and folders with all below
     * @param quietMillis how long nothing may happen before a change is told: editors write a file in several steps
     */
    Watch(List<Path> paths, long quietMillis) {
        this(paths, quietMillis, MOST_MILLIS);
    }

    /** @param mostMillis after how long a change is told in any case */
    Watch(List<Path> paths, long quietMillis, long mostMillis) {
        this.paths = List.copyOf(paths);
        this.quietMillis = quietMillis;
        this.mostMillis = mostMillis;
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw new CommandException("--watch: this system cannot watch files: " + e.getMessage() + ".");
        }
        register();
    }

    /** Waits for a change, and until it is over or has gone on for long. False if the watch is closed meanwhile. */
    boolean awaitChange() throws InterruptedException {
        try {
            WatchKey key = service.take();
            long first = System.nanoTime();
            while (key != null) {
                key.pollEvents();
                if (!key.reset()) {
                    watched.remove((Path) key.watchable());
                }
                long left = mostMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - first);
                key = left > 0 ? service.poll(Math.min(quietMillis, left), TimeUnit.MILLISECONDS) : null;
            }
            register(); // folders may have come
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    private void register() {
        for (Path path : paths) {
            Path real = path.toAbsolutePath();
            Path parent = real.getParent();
            if (Files.isDirectory(real)) {
                registerBelow(real);
            } else if (parent != null && Files.isDirectory(parent)) {
                register(parent);
            }
        }
    }

    private void registerBelow(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                    boolean hidden = !below.equals(folder)
                            && String.valueOf(below.getFileName()).startsWith(".");
                    if (hidden) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    register(below);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // gone again, or not to be read
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register(Path folder) {
        if (!watched.add(folder)) {
            return;
        }
        try {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            watched.remove(folder);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
