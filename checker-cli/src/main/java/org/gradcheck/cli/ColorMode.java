package org.gradcheck.cli;

import java.util.Locale;
import org.gradcheck.output.Palette;
import picocli.CommandLine.Help.Ansi;

/** When the text is coloured. */
enum ColorMode {
    /** On a terminal that knows colours, unless NO_COLOR is set. */
    AUTO,
    ALWAYS,
    NEVER;

    /** Whether standard output is a terminal that knows escape sequences, and the user wants them. */
    static boolean isUnderstood() {
        return Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"));
    }

    Palette palette() {
        return switch (this) {
            case AUTO -> isUnderstood() ? Palette.COLOURED : Palette.PLAIN;
            case ALWAYS -> Palette.COLOURED;
            case NEVER -> Palette.PLAIN;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
