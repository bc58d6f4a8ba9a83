package org.gradcheck.diagnosis.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradcheck.diagnosis.probe.Bench;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.diagnosis.probe.Suspect;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.Where;
import org.gradcheck.report.WrongEntry;
import org.gradcheck.space.Grid;

/**
 * Which coordinates of the point a derivative is wrong in. A few are looked at one by one; few mistakes among many are found
 * by group testing, and many by a pattern that fits what was looked at and holds on fresh directions.
 */
public final class InputLocalisation {

    /** Up to this many coordinates are simply looked at. */
    private static final int ONE_BY_ONE = 32;

    private static final int SAMPLE = 12;

    /** The most measurements of a search. */
    private static final int MOST = 400;

    /** A search is worth while if at most one in so many is wrong. */
    private static final int FEW = 4;

    private static final int SHOWN = 5;

    /** Errors smaller than this part of the whole are rounding. */
    private static final double NEGLIGIBLE = 1e-9;

    private final Bench bench;
    private final Suspect suspect;
    private final double[] cotangent;
    private final double[] base;
    private final int[] all;
    private final List<Grid> grids;
    private final double whole;
    private final Map<Integer, Reading> readings = new LinkedHashMap<>();
    private final Set<Integer> wrongAlone = new HashSet<>();

    /**
     * A search.
     *
     * @param refuting a probe whose error is certain: in its read-out, and along its direction, errors are looked for
     */
    public InputLocalisation(Bench bench, Probe refuting) {
        this.bench = bench;
        this.suspect = bench.suspect();
        this.cotangent = refuting.cotangent();
        this.base = refuting.direction();
        this.whole = Math.abs(refuting.error());
        this.all =
                Arrays.stream(suspect.coordinates()).filter(k -> base[k] != 0).toArray();
        this.grids = suspect.grids();
    }

    /** The places; empty where coordinates cannot be moved one by one, or evaluations do not reach. */
    public Optional<Located> locate() {
        if (all.length < 2) {
            return Optional.empty();
        }
        if (all.length <= ONE_BY_ONE) {
            return look(all) ? Optional.of(lookedAtAll()) : Optional.empty();
        }
        if (!look(sample())) {
            return Optional.empty();
        }
        int wrong = wrongLookedAt().length;
        if (wrong == readings.size()) {
            return patterned().or(() -> Optional.of(everywhere()));
        }
        if (wrong == 0) {
            return searched().or(() -> Optional.of(partial()));
        }
        boolean few = FEW * wrong <= readings.size();
        return patterned().or(() -> few ? searched() : Optional.empty()).or(() -> Optional.of(partial()));
    }

    private int[] sample() {
        return bench.random()
                .ints(0, all.length)
                .distinct()
                .limit(SAMPLE)
                .map(i -> all[i])
                .sorted()
                .toArray();
    }

    /** Looks at coordinates one by one; false if one cannot be. */
    private boolean look(int[] coordinates) {
        for (int k : coordinates) {
            if (!readings.containsKey(k)) {
                Optional<Probe> probe = along(new int[] {k});
                if (probe.isEmpty()) {
                    return false;
                }
                readings.put(k, Reading.ofInput(probe.get(), k));
                if (isWrong(probe.get())) {
                    wrongAlone.add(k);
                }
            }
        }
        return true;
    }

    private Optional<Probe> along(int[] members) {
        double[] numbers = new double[base.length];
        for (int k : members) {
            numbers[k] = base[k];
        }
        return bench.probe(bench.direction(numbers), cotangent).map(found -> found.get(0));
    }

    private boolean isWrong(Probe probe) {
        return probe.isCertain() && Math.abs(probe.error()) > NEGLIGIBLE * whole;
    }

    private int[] wrongLookedAt() {
        return wrongAlone.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private Located lookedAtAll() {
        int[] wrong = wrongLookedAt();
        if (wrong.length == all.length) {
            return everywhere();
        }
        return wrong.length == 0 ? partial() : exact(wrong);
    }

    /** Few wrong ones among many. */
    private Optional<Located> searched() {
        GroupTesting search = new GroupTesting(this::sum, bench.random(), MOST);
        GroupTesting.Found found = search.among(all);
        int[] wrong = found.members();
        if (wrong.length == 0) {
            return Optional.empty();
        }
        look(Arrays.copyOf(wrong, Math.min(SHOWN, wrong.length)));
        return Optional.of(found.isComplete() ? exact(wrong) : some(wrong));
    }

    private Optional<GroupTesting.Sum> sum(int[] members, double[] codes) {
        double[] numbers = new double[base.length];
        for (int i = 0; i < members.length; i++) {
            numbers[members[i]] = codes[i] * base[members[i]];
        }
        Direction direction = bench.direction(numbers);
        return bench.probe(direction, cotangent).map(found -> {
            double[] effective = new double[members.length];
            for (int i = 0; i < members.length; i++) {
                effective[i] = direction.tangent()[members[i]] / base[members[i]];
            }
            return new GroupTesting.Sum(found.get(0).error(), found.get(0).bound(), effective);
        });
    }

    /** The simplest pattern that fits all that was looked at, if nothing is wrong outside of it. */
    private Optional<Located> patterned() {
        if (wrongLookedAt().length < readings.size() && !look(sample())) {
            return Optional.empty();
        }
        for (Pattern pattern : patterns()) {
            if (!fits(pattern)) {
                continue;
            }
            int[] inside = Arrays.stream(all).filter(pattern.contains()).toArray();
            if (inside.length == 0 || inside.length == all.length) {
                continue;
            }
            int[] outside =
                    Arrays.stream(all).filter(pattern.contains().negate()).toArray();
            Optional<Probe> rest = along(outside);
            if (rest.isPresent() && !isWrong(rest.get()) && isWrongThroughout(inside)) {
                return Optional.of(exact(inside));
            }
        }
        return Optional.empty();
    }

    private List<Pattern> patterns() {
        List<Pattern> patterns = new ArrayList<>();
        suspect.representer(cotangent)
                .map(gradient -> new Pattern("the entries that are zero", k -> gradient[k] == 0))
                .ifPresent(patterns::add);
        patterns.addAll(Pattern.all(grids, suspect.indexing(), "the point", suspect.x()));
        return patterns;
    }

    private boolean fits(Pattern pattern) {
        return readings.keySet().stream().allMatch(k -> pattern.contains().test(k) == wrongAlone.contains(k));
    }

    private boolean isWrongThroughout(int[] inside) {
        int[] more = bench.random()
                .ints(0, inside.length)
                .distinct()
                .limit(Math.min(SHOWN, inside.length))
                .map(i -> inside[i])
                .toArray();
        return look(more) && Arrays.stream(more).allMatch(wrongAlone::contains);
    }

    private Located exact(int[] wrong) {
        String places = Places.of(
                wrong, all, Pattern.all(grids, suspect.indexing(), "the point", suspect.x()), grids, suspect::name);
        int right = all.length - wrong.length;
        String rest = right == 1 ? "the other entry agrees" : "the other " + right + " entries agree";
        String text = "wrong in " + places + (wrong.length == 1 ? " alone" + numbers(wrong[0]) : "") + "; " + rest;
        return located(Where.Extent.EXACT, wrong, places, text);
    }

    private String numbers(int coordinate) {
        return entries(new int[] {coordinate}).stream()
                .findFirst()
                .map(entry ->
                        ", " + Numbers.brief(entry.supplied()) + " instead of " + Numbers.brief(entry.reference()))
                .orElse("");
    }

    private Located everywhere() {
        String text = readings.size() == all.length
                ? "wrong everywhere: in each of the " + all.length + " entries"
                : "wrong everywhere: in each of " + readings.size() + " entries looked at, of " + all.length;
        return located(Where.Extent.EVERYWHERE, wrongLookedAt(), "everywhere", text);
    }

    private Located some(int[] wrong) {
        String places = Places.listed(wrong, suspect::name);
        return located(Where.Extent.PARTIAL, wrong, places, "wrong in " + places + ", and in others");
    }

    private Located partial() {
        int[] wrong = wrongLookedAt();
        String places = wrong.length == 0 ? "unknown" : Places.listed(wrong, suspect::name);
        String text = wrong.length == 0
                ? "wrong along random directions; no single entry is wrong by enough to be seen"
                : "wrong in " + wrong.length + " of " + readings.size() + " entries looked at, of " + all.length + ": "
                        + places;
        return located(Where.Extent.PARTIAL, wrong, places, text);
    }

    private Located located(Where.Extent extent, int[] wrong, String places, String text) {
        Where where = new Where(Where.Side.INPUTS, extent, places, text, entries(wrong), wrong.length);
        return new Located(extent, wrong, readings, Optional.of(where));
    }

    /** Of those that were looked at: the numbers for one unit of the coordinate. */
    private List<WrongEntry> entries(int[] wrong) {
        Set<Integer> set = Arrays.stream(wrong).boxed().collect(Collectors.toCollection(HashSet::new));
        return readings.entrySet().stream()
                .filter(entry -> set.contains(entry.getKey()))
                .limit(SHOWN)
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private WrongEntry entry(int coordinate, Reading reading) {
        double unit = reading.unit();
        return new WrongEntry(
                suspect.name(coordinate),
                coordinate,
                reading.supplied() / unit,
                reading.reference().value() / unit,
                Math.abs(reading.reference().bound() / unit));
    }
}
