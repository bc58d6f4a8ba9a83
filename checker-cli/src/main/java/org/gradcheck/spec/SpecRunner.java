package org.gradcheck.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.chain.Conclusion;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Seed;
import org.gradcheck.report.Diagnosis;

/** Checks the claims of a spec. Whatever happens becomes part of the result. */
public final class SpecRunner {

    private final RunSettings settings;

    public SpecRunner(RunSettings settings) {
        this.settings = settings;
    }

    /** Reads, compiles and checks a spec; an unreadable one has an error for a result. */
    public SpecResult run(Path file) {
        return run(new SpecSource.File(file));
    }

    /** The same for a spec wherever it comes from. */
    public SpecResult run(SpecSource source) {
        return attempt(source).result();
    }

    /**
     * How a spec fared.
     *
     * @param outOfMemory whether Java had too little memory, which may be the fault of specs beside it
     */
    record Attempt(SpecResult result, boolean outOfMemory) {

        private Attempt(SpecResult result) {
            this(result, false);
        }
    }

    Attempt attempt(SpecSource source) {
        long start = System.nanoTime();
        TimeLimit limit = new TimeLimit(settings.limits().time());
        try {
            return limit.call(() -> attempt(source, limit, start))
                    .orElseGet(() -> new Attempt(failed(source, Optional.empty(), limit.givenUp(), start)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt(failed(source, Optional.empty(), "the check was interrupted", start));
        } catch (OutOfMemoryError e) { // where it is not expected: another spec takes it all
            return outOfMemory(source, Optional.empty(), start);
        }
    }

    private Attempt attempt(SpecSource source, TimeLimit limit, long start) {
        Optional<Spec> spec = Optional.empty();
        try {
            spec = Optional.of(source.read());
            return new Attempt(run(source, spec.get(), limit, start));
        } catch (SpecException e) {
            return new Attempt(result(source, spec, Optional.of(source.message(e)), List.of(), Optional.empty(), start)
                    .withPlace(e.place()));
        } catch (OutOfMemoryError e) {
            return outOfMemory(source, spec, start);
        } catch (StackOverflowError e) {
            return new Attempt(failed(
                    source,
                    spec,
                    "an expression is nested more deeply than Java can follow; expected a simpler one, or"
                            + " more room: GRADCHECK_JAVA_OPTIONS=-Xss64m",
                    start));
        } catch (RuntimeException e) {
            // One spec that finds a bug of ours must not cost the results of all others.
            return new Attempt(failed(source, spec, "an error in gradcheck itself, please report it: " + e, start));
        }
    }

    private SpecResult run(SpecSource source, Spec spec, TimeLimit limit, long start) {
        CompiledSpec compiled = SpecCompiler.compile(spec, settings.limits());
        List<SpecCheckResult> checks = check(compiled, limit);
        Optional<ChainReport> chain = limit.isUp() ? Optional.empty() : chain(compiled, checks);
        return result(source, Optional.of(spec), Optional.empty(), withCauses(checks, chain), chain, start);
    }

    private Attempt outOfMemory(SpecSource source, Optional<Spec> spec, long start) {
        return new Attempt(
                failed(
                        source,
                        spec,
                        "the check needs more memory than Java has, "
                                + (Runtime.getRuntime().maxMemory() >> 20)
                                + " MB; expected smaller variables, or more memory:"
                                + " GRADCHECK_JAVA_OPTIONS=-Xmx4g",
                        start),
                true);
    }

    private SpecResult failed(SpecSource source, Optional<Spec> spec, String problem, long start) {
        String message = source.name() + ": " + problem;
        return result(source, spec, Optional.of(message), List.of(), Optional.empty(), start);
    }

    private SpecResult result(
            SpecSource source,
            Optional<Spec> spec,
            Optional<String> error,
            List<SpecCheckResult> checks,
            Optional<ChainReport> chain,
            long start) {
        return new SpecResult(
                source.name(),
                spec.map(Spec::title).orElseGet(source::title),
                spec.map(Spec::tags).orElse(List.of()),
                spec.map(s -> settings.seed(s.options())).orElseGet(settings::masterSeed),
                error,
                checks,
                Duration.ofNanos(System.nanoTime() - start),
                chain,
                spec.map(WrittenSpec::of),
                Optional.empty());
    }

    /** Checks every claim of a compiled spec. */
    public List<SpecCheckResult> check(CompiledSpec compiled) {
        return check(compiled, new TimeLimit(settings.limits().time()));
    }

    private List<SpecCheckResult> check(CompiledSpec compiled, TimeLimit limit) {
        List<CompiledClaim> claims = compiled.claims();
        List<SpecCheckResult> results =
                claims.stream().map(claim -> check(compiled, claim, limit)).toList();
        Set<String> refuted = IntStream.range(0, claims.size())
                .filter(i -> results.get(i).report().isRefuted())
                .mapToObj(i -> claims.get(i).claim())
                .filter(claim -> claim.expected() == Expectation.REFUTED)
                .map(Claim::covered)
                .collect(Collectors.toSet());
        return IntStream.range(0, claims.size())
                .mapToObj(i -> refuted.contains(claims.get(i).claim().covered())
                        ? results.get(i).metElsewhere()
                        : results.get(i))
                .toList();
    }

    /** The debugger's report on a chain, at the first point that refuted something, else at the first. */
    private Optional<ChainReport> chain(CompiledSpec compiled, List<SpecCheckResult> results) {
        if (compiled.stages().isEmpty()) {
            return Optional.empty();
        }
        int number = results.stream()
                .filter(result -> result.report().isRefuted())
                .findFirst()
                .map(result -> result.point().number())
                .orElse(1);
        Map<String, DMatrixRMaj> point = new HashMap<>();
        Seed seed = seed(compiled.spec());
        compiled.point(compiled.claims().get(0), seed, Choice.first(number))
                .forEach(value -> point.put(value.variable().name(), value.value()));
        return SpecChain.report(compiled, point, seed.split("chain").value());
    }

    /** A wrong derivative of the whole is told how it composes the stages wrongly, if it does. */
    private static List<SpecCheckResult> withCauses(List<SpecCheckResult> checks, Optional<ChainReport> chain) {
        List<Diagnosis> causes = chain.map(ChainReport::conclusion)
                .filter(conclusion -> conclusion.kind() == Conclusion.Kind.COMPOSITION)
                .map(Conclusion::causes)
                .orElse(List.of());
        return checks.stream()
                .map(check -> check.stage().isEmpty() && check.report().isRefuted()
                        ? check.withMore(causes.stream()
                                .filter(cause -> !check.result().diagnosis().contains(cause))
                                .toList())
                        : check)
                .toList();
    }

    private SpecCheckResult check(CompiledSpec compiled, CompiledClaim claim, TimeLimit limit) {
        int points = settings.points(compiled);
        PointChecks checks = new PointChecks(compiled, claim, settings, limit, points, seed(compiled.spec()));
        List<PointChecks.Result> results = new ArrayList<>();
        for (int number = 1; number <= points; number++) {
            PointChecks.Result result = checks.check(number);
            results.add(result);
            if (result.report().isRefuted() || limit.isUp()) {
                break;
            }
        }
        return result(claim.claim(), results);
    }

    /** Of the file's own name, so that it does not matter from where, or with which others, a spec is run. */
    private Seed seed(Spec spec) {
        String name = String.valueOf(spec.path().getFileName()).toLowerCase(Locale.ROOT);
        return new Seed(settings.seed(spec.options())).split(name);
    }

    private static SpecCheckResult result(Claim claim, List<PointChecks.Result> results) {
        // The first of those with the worst verdict: max would give the last.
        PointChecks.Result decisive = results.stream()
                .min(Comparator.comparingInt((PointChecks.Result result) ->
                        -result.report().verdict().severity()))
                .orElseThrow();
        return new SpecCheckResult(
                claim.form().label(),
                claim.variable(),
                claim.expected(),
                false,
                decisive.report(),
                decisive.report().decisiveResults().get(0),
                decisive.point(),
                results.stream().flatMap(result -> result.redraw().stream()).toList(),
                results.stream().mapToInt(PointChecks.Result::evaluations).sum(),
                claim.stage(),
                claim.finding());
    }
}
