package org.gradcheck.output;

import org.gradcheck.spec.Outcome;

/** The colours of the text report, by meaning; a plain palette leaves text as it is. */
public enum Palette {
    /** No escape sequences. */
    PLAIN,
    /** ANSI escape sequences. */
    COLOURED;

    private static final String RESET = "\u001b[0m";

    String heading(String text) {
        return painted("1", text);
    }

    String faint(String text) {
        return painted("2", text);
    }

    String outcome(Outcome outcome, String text) {
        return switch (outcome) {
            case PASSED -> painted("32", text);
            case FAILED, ERROR -> painted("31", text);
            case INCONCLUSIVE -> painted("33", text);
        };
    }

    private String painted(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}
