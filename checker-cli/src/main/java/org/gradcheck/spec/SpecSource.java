package org.gradcheck.spec;

import java.nio.file.Path;

/** Where a spec comes from. */
public sealed interface SpecSource permits SpecSource.File, SpecSource.Text, SpecSource.Unreadable, SpecInOptions {

    /** What results and messages call it. */
    String name();

    /** What it is called where it has no title of its own. */
    String title();

    /**
     * Reads it.
     *
     * @throws SpecException if it cannot be read or is not a spec
     */
    Spec read();

    /** What is said of a problem in it. */
    default String message(SpecException problem) {
        return problem.message();
    }

    /** A file. */
    record File(Path path) implements SpecSource {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public String title() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public Spec read() {
            return SpecReader.read(path);
        }
    }

    /**
     * One that is not there or cannot be read.
     *
     * @param name what it is called
     * @param problem why
     */
    record Unreadable(String name, String problem) implements SpecSource {

        @Override
        public String title() {
            return name;
        }

        @Override
        public Spec read() {
            throw new SpecException(Place.of(name), problem);
        }
    }

    /**
     * A text that is in no file.
     *
     * @param name what it is called: {@code <stdin>}
     * @param path a file that need not be there, in the folder that its data are in; points are drawn from its name
     * @param text the text
     */
    record Text(String name, Path path, String text) implements SpecSource {

        @Override
        public String title() {
            return name;
        }

        @Override
        public Spec read() {
            return SpecReader.parse(name, path, text);
        }
    }
}
