package org.gradcheck.cli;

import java.util.concurrent.Callable;
import org.gradcheck.cli.option.Options;
import picocli.CommandLine.Model.CommandSpec;

/** A command of the program: called, it returns the exit code. */
interface GradcheckCommand extends Callable<Integer> {

    /** Its name, options and parameters. */
    CommandSpec spec();

    /** A command with the options that every one has. */
    static CommandSpec completed(Options options) {
        CommandSpec spec = options.complete(new VersionProvider());
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.meanings());
        return spec;
    }
}
