package org.gradcheck.cli;

import org.gradcheck.output.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"gradcheck " + ProgramVersion.text()};
    }
}
