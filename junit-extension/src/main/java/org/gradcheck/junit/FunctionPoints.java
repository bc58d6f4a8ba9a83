package org.gradcheck.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradcheck.junit.point.ChosenPoint;
import org.gradcheck.junit.point.Draw;
import org.gradcheck.junit.point.PointKind;
import org.gradcheck.junit.point.PointKinds;
import org.gradcheck.point.Distribution;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Where a listed function is checked.
 *
 * @param domain the set of its points
 * @param given the points, if they are given
 * @param distribution of the coordinates of those that are drawn
 * @param special whether the origin and the points with ones are added
 */
record FunctionPoints<X>(Manifold<X> domain, Optional<List<X>> given, Distribution distribution, boolean special) {

    /** Where formulas divide by zero, or happen to be right. */
    private static final List<Integer> SPECIAL = List.of(0, 1, -1);

    /**
     * A point with the seed of its check.
     *
     * @param title "seed 2, x = [7.6, 9.69] (large)"
     * @param exclusion for a special point, the value of the {@link At} that leaves it out
     */
    record Located<X>(long seed, String title, ChosenPoint<X> point, Optional<String> exclusion) {

        private static <X> Located<X> of(long seed, boolean again, ChosenPoint<X> point) {
            return new Located<>(
                    seed,
                    "seed " + seed + (again ? " (failed last time)" : "") + ", x = " + point.text()
                            + point.magnitude().map(m -> " (" + m.label() + ")").orElse(""),
                    point,
                    Optional.empty());
        }

        private static <X> Located<X> ofSpecial(long seed, ChosenPoint<X> point, String value) {
            return new Located<>(seed, "x = " + point.text() + " (special)", point, Optional.of(value));
        }
    }

    static <X> FunctionPoints<X> drawnFrom(Manifold<X> domain) {
        return new FunctionPoints<>(domain, Optional.empty(), Distribution.spread(), true);
    }

    FunctionPoints<X> given(List<X> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a listed function needs at least one point");
        }
        return new FunctionPoints<>(domain, Optional.of(List.copyOf(points)), distribution, false);
    }

    FunctionPoints<X> distributed(Distribution newDistribution) {
        return new FunctionPoints<>(domain, given, newDistribution, false);
    }

    FunctionPoints<X> withoutSpecial() {
        return new FunctionPoints<>(domain, given, distribution, false);
    }

    /**
     * The points, those that failed the last time first, and special ones last.
     *
     * @param isDefined whether the function has a value at a point: a special one without is left out
     */
    List<Located<X>> located(RunSettings settings, Set<Long> failed, Exclusions except, Predicate<X> isDefined) {
        int count = settings.points().orElseGet(() -> given.map(List::size).orElse(RunSettings.DEFAULT_POINTS));
        Set<Long> seeds = new LinkedHashSet<>();
        if (count > 1) {
            seeds.addAll(failed);
        }
        LongStream.range(settings.seed(), settings.seed() + count).forEach(seeds::add);
        List<Located<X>> all = new ArrayList<>();
        seeds.forEach(seed -> all.add(Located.of(seed, failed.contains(seed), chosen(seed))));
        special(settings.seed(), isDefined).forEach(all::add);
        all.removeIf(located -> except.contains(located.point()));
        return all;
    }

    private ChosenPoint<X> chosen(long seed) {
        if (given.isPresent()) {
            List<X> points = given.get();
            X point = points.get((int) Math.floorMod(seed - 1, (long) points.size()));
            return ChosenPoint.in(domain, domain.element(domain.coordinates(point)));
        }
        if (domain instanceof Space<X> space) {
            PointKind<X> kind = PointKinds.in(space, distribution);
            return ChosenPoint.drawn(kind, Draw.first(seed));
        }
        throw new ExtensionConfigurationException(
                "points of the " + domain.description() + " are not drawn: give them by atPoints(…)");
    }

    private Stream<Located<X>> special(long seed, Predicate<X> isDefined) {
        if (!special || given.isPresent() || !(domain instanceof Space<X> space)) {
            return Stream.empty();
        }
        return SPECIAL.stream()
                .filter(value -> isDefined.test(constant(space, value)))
                .map(value -> Located.ofSpecial(
                        seed, ChosenPoint.in(domain, constant(space, value)), Integer.toString(value)));
    }

    private static <X> X constant(Space<X> space, int value) {
        double[] x = new double[space.dimension()];
        Arrays.fill(x, value);
        return space.element(space.tangent(x, x));
    }
}
