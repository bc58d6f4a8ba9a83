package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Spaces;

/**
 * Looks for the place where the cotangents of a backward pass go wrong. A wrong cotangent makes those that are computed from
 * it wrong as well, so that a chain is searched by halving; where values fan out this is no certainty, and the search goes on
 * until all that the wrong one is computed from is right.
 */
final class Bisector {

    private final Wiring wiring;
    private final ForwardPass forward;
    private final CheckSettings settings;
    private final Map<Integer, Object> exposed;
    private final double[] cotangent;
    private final Map<Integer, CheckReport> compared = new LinkedHashMap<>();

    /**
     * @param exposed the cotangents of inputs and stages that the backward pass returned
     * @param cotangent that of the whole's value, which it started from
     */
    Bisector(
            Wiring wiring,
            ForwardPass forward,
            CheckSettings settings,
            Map<Integer, Object> exposed,
            double[] cotangent) {
        this.wiring = wiring;
        this.forward = forward;
        this.settings = settings;
        this.exposed = exposed;
        this.cotangent = cotangent.clone();
    }

    /** What was found, with the numbers of the value and the stages. */
    record Found(int wrong, Set<Integer> suspects, Bisection bisection) {}

    /** The place nearest to the output; empty if the cotangents of all inputs are right. */
    Optional<Found> find() {
        return wiring.activeInputs()
                .filter(input -> wiring.isRelevant(input) && isWrong(input))
                .mapToObj(this::behind)
                .max(Comparator.naturalOrder())
                .map(this::found);
    }

    private Found found(int wrong) {
        Set<Integer> suspects = new TreeSet<>();
        Set<Integer> right = frontier(wrong, suspects);
        return new Found(
                wrong,
                suspects,
                new Bisection(
                        wiring.name(wrong),
                        right.stream().map(wiring::name).toList(),
                        suspects.stream().map(wiring::name).toList(),
                        compared.entrySet().stream()
                                .map(entry -> new Bisection.Comparison(wiring.name(entry.getKey()), entry.getValue()))
                                .toList()));
    }

    /** The value at which the cotangents on the way to a wrong one go wrong. */
    private int behind(int input) {
        List<Integer> candidates = new ArrayList<>();
        for (int value = wiring.output(); value > input; value--) {
            if (exposed.containsKey(value) && dependsOn(value, input)) {
                candidates.add(value);
            }
        }
        int right = -1;
        int wrong = candidates.size();
        while (wrong - right > 1) {
            int middle = (right + wrong) / 2;
            CheckReport report = compare(candidates.get(middle));
            if (report.isRefuted()) {
                wrong = middle;
            } else if (report.isConfirmed()) {
                right = middle;
            } else {
                candidates.remove(middle);
                wrong--;
            }
        }
        return furthest(wrong == candidates.size() ? input : candidates.get(wrong));
    }

    private int furthest(int wrong) {
        for (int next : frontier(wrong, new TreeSet<>())) {
            if (isWrong(next)) {
                return furthest(next);
            }
        }
        return wrong;
    }

    /** The nearest values whose cotangents are known, of those that a cotangent is computed from. */
    private Set<Integer> frontier(int value, Set<Integer> between) {
        Set<Integer> frontier = new TreeSet<>();
        for (Wiring.Edge edge : wiring.edgesFrom(value)) {
            between.add(edge.stage());
            CheckReport known = compared.get(edge.stage());
            boolean undecided = known != null && known.isInconclusive();
            if (exposed.containsKey(edge.stage()) && !undecided) {
                frontier.add(edge.stage());
            } else {
                frontier.addAll(frontier(edge.stage(), between));
            }
        }
        return frontier;
    }

    private boolean dependsOn(int value, int input) {
        return value == input
                || (value > input && wiring.takes(value).stream().anyMatch(taken -> dependsOn(taken, input)));
    }

    private boolean isWrong(int value) {
        return exposed.containsKey(value) && compare(value).isRefuted();
    }

    /** The cotangent as the gradient of the rest of the graph, paired with the cotangent of the whole, at the value. */
    private CheckReport compare(int value) {
        CheckReport known = compared.get(value);
        if (known != null) {
            return known;
        }
        Manifold<Object> set = forward.set(value);
        CheckReport report = DerivativeCheck.of(
                        set,
                        Spaces.scalar(),
                        (Object element) -> forward.codomain()
                                .inner(cotangent, forward.output(Map.of(value, set.coordinates(element)))))
                .at(set.element(forward.value(value)))
                .gradient(element -> Objects.requireNonNull(exposed.get(value)))
                .settings(settings)
                .run();
        compared.put(value, report);
        return report;
    }
}
