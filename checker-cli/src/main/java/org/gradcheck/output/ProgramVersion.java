package org.gradcheck.output;

import java.util.Optional;

/** The version of gradcheck, as the jar's manifest has it. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** "0.1.0", or "development" where the program does not run from its jar. */
    public static String text() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
