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

    Palette palette() {
        return switch (this) {
            case AUTO ->
                Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM")) ? Palette.COLOURED : Palette.PLAIN;
            case ALWAYS -> Palette.COLOURED;
            case NEVER -> Palette.PLAIN;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
