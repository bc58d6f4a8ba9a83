package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTest {

    private static CommandLine program(String... args) {
        CheckRunner none = (request, listener) -> {
            throw new AssertionError("nothing is to run");
        };
        return GradcheckCli.commandLine(none, args);
    }

    @Test
    void everyCommandHasTheNameThatItsAnnotationSays() {
        assertThat(program().getSubcommands())
                .hasSize(7)
                .allSatisfy((name, command) -> assertThat(command.getCommand()
                                .getClass()
                                .getAnnotation(Command.class)
                                .name())
                        .isEqualTo(name));
    }

    @Test
    void onlyTheCalledCommandIsMade() {
        assertThat(program("plot", "check").getSubcommands()).containsOnlyKeys("plot");
    }

    @Test
    void allAreMadeWhereNoneOrAnUnknownOneIsCalled() {
        assertThat(program("--help").getSubcommands()).hasSize(7);
        assertThat(program("chekc").getSubcommands()).hasSize(7);
        assertThat(program("--version", "check").getSubcommands()).hasSize(7);
    }

    @Test
    void aCommandsHelpIsTheSameWhicheverOthersAreMade() {
        assertThat(helpOfCheck(program("check"))).contains("--seed").isEqualTo(helpOfCheck(program()));
    }

    private static String helpOfCheck(CommandLine program) {
        return Objects.requireNonNull(program.getSubcommands().get("check")).getUsageMessage();
    }
}
