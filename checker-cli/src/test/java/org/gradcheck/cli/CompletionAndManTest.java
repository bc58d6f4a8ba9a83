package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompletionAndManTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return GradcheckCli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static CommandLine model() {
        return GradcheckCli.commandLine(new SuiteRun(InputStream.nullInputStream()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void oneScriptServesBashAndZsh(String shell) {
        assertThat(run("completion", shell)).isZero();
        assertThat(out.toString())
                .startsWith("#!/usr/bin/env bash\n")
                .contains(
                        "bashcompinit",
                        "complete -F _complete_gradcheck",
                        "--gradient",
                        "(\"auto\" \"always\" \"never\")");
    }

    @Test
    void theScriptForFishKnowsEveryCommandAndOption() {
        assertThat(run("completion", "fish")).isZero();
        String script = out.toString();
        model().getSubcommands().forEach((name, command) -> {
            assertThat(script).contains(" -a " + name + " -d '");
            command.getCommandSpec()
                    .options()
                    .forEach(option -> assertThat(script)
                            .containsPattern("'__fish_seen_subcommand_from " + name + "'[^\n]* -l "
                                    + option.longestName().substring(2) + " "));
        });
        assertThat(script)
                .contains(
                        "complete -c gradcheck -n '__fish_seen_subcommand_from check' -l color -x -a 'auto always never'"
                                + " -d 'auto, always, never. Default: auto, on a terminal unless NO_COLOR is set.'\n")
                .contains(
                        "complete -c gradcheck -n '__fish_seen_subcommand_from check' -s q -l quiet -d 'Tell only what did"
                                + " not pass, and the summary.'\n");
    }

    @Test
    void anotherShellIsRefused() {
        assertThat(run("completion", "tcsh")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "gradcheck completion: Invalid value for positional parameter at index 0 (SHELL): expected one of"
                                + " [BASH, ZSH, FISH] (case-insensitive) but was 'tcsh'.");
    }

    @Test
    void theManPageOfTheProgramListsCommandsAndExitCodes() {
        assertThat(run("man")).isZero();
        assertThat(out.toString())
                .startsWith(".TH \"GRADCHECK\" 1 \"\" \"gradcheck ")
                .contains("""
                        .SH NAME
                        gradcheck \\- Decides, with evidence, whether a hand\\-written derivative is right.
                        .SH SYNOPSIS
                        .B gradcheck
                        [OPTIONS] COMMAND
                        .SH COMMANDS
                        .TP
                        \\fBcheck\\fR
                        Checks the derivatives in specs, and in all specs below folders.
                        """)
                .contains(".SH EXIT STATUS\n.TP\n\\fB0\\fR\nevery expectation is met\n")
                .contains("\\fBgradcheck\\-check\\fR(1)");
    }

    @Test
    void theManPageOfACommandHasItsOptions() {
        for (String name : model().getSubcommands().keySet()) {
            assertThat(run("man", name)).isZero();
        }
        assertThat(out.toString())
                .contains(".B gradcheck check\n[OPTIONS] [PATH...]\n")
                .contains("\\fB\\-q\\fR, \\fB\\-\\-quiet\\fR\nTell only what did not pass, and the summary.\n")
                .contains("\\fB\\-\\-seed\\fR=\\fIN\\fR\n")
                .doesNotContain("${", "@|");
        assertThat(out.toString().lines()).noneMatch(line -> line.startsWith("'"));
    }

    @Test
    void aPageOfNoCommandIsRefused() {
        assertThat(run("man", "chek")).isEqualTo(2);
        assertThat(err.toString()).startsWith("gradcheck man: there is no command 'chek'; there are check, merge, ");
    }
}
