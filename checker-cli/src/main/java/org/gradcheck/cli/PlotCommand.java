package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.picture.CharacterPlot;
import org.gradcheck.picture.ScalingPlot;
import org.gradcheck.report.ReportText;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteListener;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck plot FILE}. */
final class PlotCommand implements GradcheckCommand {

    private static final int WIDTH = 80;

    private final CheckRunner runner;

    private final CommandSpec spec;
    private final OneSpec given;
    private final PictureOptions picture;
    private final Value<String> form;
    private final Value<String> variable;
    private final Value<String> stage;
    private final RunOptions run;

    PlotCommand(CheckRunner runner) {
        this.runner = runner;
        Options options = Options.of(
                "plot",
                this,
                "Checks a derivative in a spec and plots how the error of its model scales with the step: slope 2"
                        + " when it is right, 1 when it is wrong.");
        given = new OneSpec(options);
        picture = new PictureOptions(options);
        form = options.text("--form", "FORM", "Which derivative: gradient, jvp, and so on.");
        variable = options.text("--variable", "NAME", "With respect to which variable.");
        stage = options.text("--stage", "NAME", "Of which stage of a chain.");
        run = new RunOptions(options);
        options.examples(
                "  gradcheck plot mine.json",
                "  gradcheck plot mine.json --form gradient --variable x -o plot.svg",
                "  gradcheck plot mine.json -o plot.png --width 1200 --theme dark");
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        CheckRequest request = given.request(run);
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
            picture.file()
                    .ifPresent(file -> people.println(
                            "Wrote " + file + ": " + check.name() + ", " + ReportText.headline(check.result()) + "."));
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
                .filter(check -> form.get().orElse(check.form()).equals(check.form()))
                .filter(check -> !variable.isGiven() || variable.get().equals(check.variable()))
                .filter(check -> !stage.isGiven() || stage.get().equals(check.stage()))
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
