package org.gradcheck.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.gradcheck.assertj.AssertionContext;
import org.gradcheck.assertj.CheckFailure;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.junit.FunctionPoints.Located;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/** Tests one form of a listed function's derivative at one point. */
final class FormTest<X, Y> implements Executable, AssertionContext {

    private final DerivativeCheck<X, Y> check;
    private final String title;
    private final Map<String, String> names;
    private final UnaryOperator<CheckReport> judged;
    private final Located<X> located;
    private final RunSettings settings;
    private final FailedSeeds failed;
    private final List<CheckReport> made = new CopyOnWriteArrayList<>();

    /**
     * A test.
     *
     * @param check the function with what is supplied of its derivative
     * @param title what is tested, in sentences
     * @param names what its results are called in sentences
     * @param judged what of the report decides
     */
    FormTest(
            DerivativeCheck<X, Y> check,
            String title,
            Map<String, String> names,
            UnaryOperator<CheckReport> judged,
            Located<X> located,
            RunSettings settings,
            FailedSeeds failed) {
        this.check = check;
        this.title = title;
        this.names = names;
        this.judged = judged;
        this.located = located;
        this.settings = settings;
        this.failed = failed;
    }

    @Override
    public void execute() {
        try {
            CheckReport report = judged.apply(check.settings(settings.check(located.seed()))
                    .at(located.point().value())
                    .run());
            made.add(report);
            CheckFailure.requireConfirmed("f to have the supplied " + title, names, report, this);
            failed.remove(located.seed());
        } catch (TestAbortedException e) {
            failed.remove(located.seed());
            throw e;
        } catch (RuntimeException | AssertionError e) {
            failed.add(located.seed());
            throw e;
        }
    }

    /** Hands over what was found. */
    void publish(CheckLog log) {
        made.forEach(report -> log.add(report, List.of(new Fact("replay", replay(report.seed())))));
        log.attach(settings.attachment(), title + ", " + located.title());
    }

    @Override
    public String replay(long seed) {
        return "@Differentiable(seed = " + seed + ", points = 1)";
    }

    @Override
    public List<Fact> facts(CheckReport report) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("at", located.title()));
        located.exclusion()
                .ifPresent(value -> facts.add(new Fact(
                        "hint",
                        "if f has no derivative at this special point, leave it out: @Differentiable(except = @At("
                                + value + "))")));
        return facts;
    }

    @Override
    public void beforeInconclusiveFailure(String message) {
        settings.abortUnlessToFail(message);
    }
}
