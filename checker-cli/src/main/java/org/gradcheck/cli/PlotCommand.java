package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gradcheck.picture.CharacterPlot;
import org.gradcheck.picture.ScalingPlot;
import org.gradcheck.report.ReportText;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradcheck plot FILE}. */
@Command(
        name = "plot",
        description = "Checks a derivative in a spec and plots how the error of its model scales with the step: slope 2"
                + " when it is right, 1 when it is wrong.",
        sortOptions = false)
final class PlotCommand implements Callable<Integer> {

    private static final int WIDTH = 80;

    private final CheckRunner runner;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private OneSpec given = new OneSpec();

    @Mixin
    private PictureOptions picture = new PictureOptions();

    @Option(names = "--form", paramLabel = "FORM", description = "Which derivative: gradient, jvp, and so on.")
    private Optional<String> form = Optional.empty();

    @Option(names = "--variable", paramLabel = "NAME", description = "With respect to which variable.")
    private Optional<String> variable = Optional.empty();

    @Option(names = "--stage", paramLabel = "NAME", description = "Of which stage of a chain.")
    private Optional<String> stage = Optional.empty();

    @Mixin
    private RunOptions options = new RunOptions();

    PlotCommand(CheckRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() {
        CheckRequest request = given.request(options);
        picture.requireWritable();
        SpecCheckResult check =
                chosen(only(runner.run(request, SuiteListener.SILENT).specs()));
        ScalingPlot plot = check.result()
                .decisive()
                .flatMap(ScalingPlot::of)
                .orElseThrow(() -> new CommandException(given.name() + ": there are no remainders of the "
                        + check.name() + " to be plotted: " + ReportText.headline(check.result()) + "."));
        PrintWriter people = spec.commandLine().getOut();
        if (picture.isAsked()) {
            picture.write(plot, people);
        } else {
            people.println(ReportText.headline(check.result()));
            people.print(CharacterPlot.of(plot, WIDTH));
        }
        return ExitCode.OK.code();
    }

    private SpecResult only(List<SpecResult> specs) {
        if (specs.size() != 1) {
            throw new CommandException(given.name() + " holds " + specs.size()
                    + " specs; expected one, to plot one of its" + " derivatives.");
        }
        specs.get(0).error().ifPresent(error -> {
            throw new CommandException(error);
        });
        return specs.get(0);
    }

    private SpecCheckResult chosen(SpecResult result) {
        List<SpecCheckResult> matching = result.checks().stream()
                .filter(check -> form.isEmpty() || form.get().equals(check.form()))
                .filter(check -> variable.isEmpty() || variable.equals(check.variable()))
                .filter(check -> stage.isEmpty() || stage.equals(check.stage()))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        String all = result.checks().stream().map(SpecCheckResult::name).collect(Collectors.joining(", "));
        throw new CommandException(
                matching.isEmpty()
                        ? given.name() + " has no such derivative; it has " + all + "."
                        : given.name() + " has " + matching.size()
                                + " such derivatives; choose one with --form, --variable and --stage: "
                                + matching.stream().map(SpecCheckResult::name).collect(Collectors.joining(", "))
                                + ".");
    }
}
