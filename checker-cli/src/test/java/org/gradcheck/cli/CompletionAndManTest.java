package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void theScriptForBashIsOneThatZshUnderstandsToo() {
        assertThat(run("completion", "bash")).isZero();
        assertThat(out.toString())
                .startsWith("#!/usr/bin/env bash\n")
                .contains(
                        "bashcompinit",
                        "complete -F _complete_gradcheck",
                        "--gradient",
                        "(\"auto\" \"always\" \"never\")");
    }

    @Test
    void theScriptForZshKnowsEveryCommandAndOption() {
        assertThat(run("completion", "zsh")).isZero();
        String script = out.toString();
        model().getSubcommands().forEach((name, command) -> {
            assertThat(script)
                    .contains("        '" + name + ":")
                    .contains("        " + name + ")\n          _arguments");
            String own = script.substring(script.indexOf("        " + name + ")\n"));
            command.getCommandSpec()
                    .options()
                    .forEach(option -> assertThat(own.substring(0, own.indexOf(";;")))
                            .contains(option.longestName() + (option.arity().max() > 0 ? "=[" : "[")));
        });
        assertThat(script)
                .startsWith("#compdef gradcheck\n")
                .contains("'--color=[auto, always, never. Default\\: auto, on a terminal unless NO_COLOR is"
                        + " set.]:WHEN:(auto always never)'")
                .contains("'*--gradient=[The gradient with respect to a variable.]:NAME=EXPR: '")
                .contains("'--json=[Write the results as JSON; - is standard output,")
                .contains("'*:PATH:_files'");
    }

    /** What a real shell makes of its script: whether it parses, and for zsh and fish what it offers. */
    @ParameterizedTest
    @CsvSource({"bash,-n", "zsh,-n", "fish,--no-execute"})
    void shellsReadTheirScripts(String shell, String option, @TempDir Path folder) throws Exception {
        assumeTrue(onPath(shell), shell + " is not installed");
        assertThat(run("completion", shell)).isZero();
        Path script = Files.writeString(folder.resolve("script"), out.toString());

        assertThat(output(shell, option, script.toString())).isEmpty();
    }

    @Test
    void fishOffersCommandsAndOptions(@TempDir Path folder) throws Exception {
        assumeTrue(onPath("fish"), "fish is not installed");
        assertThat(run("completion", "fish")).isZero();
        Path script = Files.writeString(folder.resolve("script"), out.toString());

        assertThat(output("fish", "-c", "source " + script + "; complete -C 'gradcheck ch'"))
                .isEqualTo("check\tChecks the derivatives in specs, and in all specs below folders.\n");
        assertThat(output("fish", "-c", "source " + script + "; complete -C 'gradcheck check --col'"))
                .startsWith("--color\tauto, always, never.");
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
    void allPagesCanBeWrittenIntoAFolder(@TempDir Path folder) throws Exception {
        Path into = folder.resolve("man/man1");

        assertThat(run("man", "--into", into.toString())).isZero();

        assertThat(out.toString()).isEmpty();
        try (Stream<Path> pages = Files.list(into)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .hasSize(1 + model().getSubcommands().size())
                    .contains("gradcheck.1", "gradcheck-check.1", "gradcheck-man.1");
        }
        assertThat(Files.readString(into.resolve("gradcheck-check.1"))).contains(".B gradcheck check\n");
    }

    @Test
    void aFolderForPagesThatCannotBeMadeIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("man", "--into", file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("gradcheck man: --into: the folder " + file + " cannot be made (");
        assertThat(run("man", "check", "--into", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("and one of them is named (check); expected one of the two.");
    }

    @Test
    void aPageOfNoCommandIsRefused() {
        assertThat(run("man", "chek")).isEqualTo(2);
        assertThat(err.toString()).startsWith("gradcheck man: there is no command 'chek'; there are check, merge, ");
    }
}
