package org.gradcheck.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {"gradcheck " + (version == null ? "(development)" : version)};
    }
}
