package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {

    private static final int COMMANDS = 10;

    private static CommandLine program(String... args) {
        CheckRunner none = (request, listener) -> {
            throw new AssertionError("nothing is to run");
        };
        return GradcheckCli.commandLine(none, args);
    }

    @Test
    void everyCommandHasTheNameItIsCalledBy() {
        assertThat(program().getSubcommands())
                .hasSize(COMMANDS)
                .allSatisfy((name, command) -> assertThat(
                                ((GradcheckCommand) command.getCommand()).spec().name())
                        .isEqualTo(name));
    }

    @Test
    void onlyTheCalledCommandIsMade() {
        assertThat(program("plot", "check").getSubcommands()).containsOnlyKeys("plot");
    }

    @Test
    void allAreMadeWhereNoneOrAnUnknownOneIsCalled() {
        assertThat(program("--help").getSubcommands()).hasSize(COMMANDS);
        assertThat(program("chekc").getSubcommands()).hasSize(COMMANDS);
        assertThat(program("--version", "check").getSubcommands()).hasSize(COMMANDS);
    }

    @Test
    void allAreMadeForThoseThatTellOfThem() {
        assertThat(program("completion", "bash").getSubcommands()).hasSize(COMMANDS);
        assertThat(program("man", "check").getSubcommands()).hasSize(COMMANDS);
    }

    @Test
    void aCommandsHelpIsTheSameWhicheverOthersAreMade() {
        assertThat(helpOfCheck(program("check"))).contains("--seed").isEqualTo(helpOfCheck(program()));
    }

    private static String helpOfCheck(CommandLine program) {
        return Objects.requireNonNull(program.getSubcommands().get("check")).getUsageMessage();
    }
}
